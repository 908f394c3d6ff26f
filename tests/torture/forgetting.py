# SPDX-License-Identifier: MIT
"""The memory of the real program after a lock: none of what was typed, shown, searched or derived.

A person unlocks with the passphrase, writes, searches, looks back, and locks by key; the process that
asks for the passphrase then has the same number as before and is searched from end to end.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

from ipnb_journal.domain.entries import Writing
from ipnb_journal.services import access, contacts, people, preferences, writing
from tests import memory
from tests.program import MISSING, Program, running, wait
from tests.torture import specimens
from tests.torture.campaign import Campaign, Case, Skipped
from tests.torture.specimens import NOW

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ROUNDS, SLICE = 8, 1
LETTERS = "bcdfghjkmnpqrstvwz"
LAST = {"writing": "ctrl+n", "looking back": "ctrl+4", "today": "ctrl+1", "the settings": "ctrl+comma"}
"""Where one is when one locks, and the key that leads there."""
KEYS = ("F12", "ctrl+l")
SEEN = frozenset({"typed", "searched", "title", "body", "key"})
"""What has to be found before the lock, or the search is blind; the rest may be there or not."""
WORDS = (
    "passphrase",
    "typed",
    "searched",
    "title",
    "body",
    "former",
    "noticed",
    "tag",
    "person",
    "contact",
    "journal",
)

Secrets = dict[str, "str | bytes"]


def _secrets(chance: Random) -> Secrets:
    """One word for each place, drawn when it is wanted, so that none stands in a compiled file."""
    return {name: "".join(chance.choices(LETTERS, k=20)) for name in WORDS}


def _make(path: Path, words: dict[str, str]) -> bytes:
    """A journal with a word in every place that has words; its raw key."""
    vault = access.create(path, words["passphrase"]).vault
    person = people.add(vault, words["person"])
    contacts.add_contact(vault, words["contact"], "123")
    preferences.write(vault, replace(preferences.read(vault), journal_name=words["journal"]))
    entry = None
    for body in (words["former"], words["body"]):
        draft = writing.open_for_change(vault, entry.id, NOW) if entry else writing.open_free(vault, NOW)
        made = Writing(title=words["title"], noticed=(words["noticed"],), body=body)
        page = replace(draft.page, writing=made, people=(person.id,), tags=(words["tag"],))
        writing.autosave(vault, replace(draft, page=page), NOW)
        entry = writing.set_down(vault, draft.id, NOW)
    key = vault.key.raw
    access.lock(vault)
    return key


def _open_and_write(program: Program, words: dict[str, str]) -> None:
    """Unlock with the passphrase and write on a new page."""
    wait(lambda: program.colours(program.place()) > 50, "for the first page")
    program.rests()
    program.focus()
    program.type(words["passphrase"])
    program.press("Return")
    wait(lambda: (program.home / "notes.vault-wal").exists(), "for the journal to open")
    program.rests()
    program.press("ctrl+n")
    program.rests()
    program.type(words["typed"])
    program.rests()


def _look_around(program: Program, words: dict[str, str], last: str) -> None:
    """Look at the pages there are, search, and go where one locks."""
    program.press("ctrl+4")
    program.rests()
    program.press("ctrl+shift+f")
    program.rests()
    program.type(words["searched"])
    program.rests()
    program.press(LAST[last])
    program.rests()


@dataclass(frozen=True, slots=True)
class Forgetting:
    """One start of the program, one life, one lock, one search of its memory."""

    name: str = "memory empty after a lock"
    must_lose: bool = False

    def cases(self, seed: int, sliced: bool) -> Sequence[Case]:
        if MISSING:
            raise Skipped(f"not installed: {', '.join(MISSING)}")
        if os.geteuid() != 0:
            raise Skipped("the memory of a process that forbids it is read by root alone")
        chance = Random(f"{self.name} {seed}")
        places = list(LAST)
        rounds = [
            Case(f"{places[number % len(places)]} {number}", chance.getrandbits(32))
            for number in range(ROUNDS)
        ]
        return rounds[:SLICE] if sliced else rounds

    def run(self, case: Case) -> str | None:
        last, number = case.name.rsplit(" ", 1)
        home = specimens.folder() / "forgetting"
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        words = _secrets(Random(case.seed))
        texts = {name: str(word) for name, word in words.items()}
        words["key"] = _make(home / "notes.vault", texts)
        with running(home, settings="still_pictures = true\n") as program:
            _open_and_write(program, texts)
            before = memory.copies(program.pid, words)
            _look_around(program, texts, last)
            # what was typed may be gone by itself when its page is left
            before |= memory.copies(program.pid, words)
            if not before.keys() >= SEEN:
                return f"the search is blind: before the lock it found {dict(before)}"
            pid, old = program.pid, program.windows()
            program.press(KEYS[int(number) % len(KEYS)])
            wait(lambda: program.windows() != old, "for a new window")
            wait(lambda: program.colours(program.place()) > 50, "for the page to unlock with")
            after = memory.copies(pid, words)
            return f"{dict(after)} are left of {dict(before)}" if after or not program.alive else None


CAMPAIGNS: tuple[Campaign, ...] = (Forgetting(),)
