# SPDX-License-Identifier: MIT
"""The journal that is tortured: its keys, its numbered pages, and a look at what is left of it.

A child tells on its standard output what a person would have been told: `+page 3` for a page that was
set down, `+words 3` for words that were saved, `!disk_full` for an error. Whoever
looks afterwards knows from these lines what has to be there.
"""

from __future__ import annotations

import os
import random
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from ipnb_journal.domain.entries import Draft, Writing
from ipnb_journal.errors import DiskFull, WrongPassphrase
from ipnb_journal.services import writing
from ipnb_journal.vault import drafts, entries, integrity
from ipnb_journal.vault.keys import VaultKey
from ipnb_journal.vault.vault import Vault
from tests.torture import shim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

OLD = VaultKey(b"J1torture-key-01", bytes(range(32)))
NEW = VaultKey(b"J1torture-key-02", bytes(range(100, 132)))
FIRST = 12
AFTERWARDS = 1000
MOMENT = datetime(2026, 3, 12, 20, 15, tzinfo=UTC)
_VOCABULARY = [
    "harbour",
    "quiet",
    "bread",
    "letter",
    "morning",
    "breath",
    "shoulder",
    "window",
    "river",
    "stone",
    "laughing",
    "tired",
    "kept",
]


def vault_in(folder: Path) -> Path:
    """Where the journal of a case lies."""
    return folder / "notes.vault"


def say(line: str) -> None:
    """Tell a line at once; nothing is held back in a buffer."""
    os.write(1, f"{line}\n".encode())


def text(number: int) -> str:
    """The words of a page: 40 to 900 of them, so that some take pages of the file of their own."""
    chance = random.Random(number)
    return f"Page {number}. " + " ".join(chance.choices(_VOCABULARY, k=chance.choice((40, 300, 900))))


def _keep(vault: Vault, number: int) -> Draft:
    now = _moment(number)
    draft = writing.open_free(vault, now)
    words = Writing(title=f"{number}", body=text(number))
    return writing.autosave(vault, replace(draft, page=replace(draft.page, writing=words)), now)


def _moment(number: int) -> datetime:
    return MOMENT + timedelta(minutes=number)


def begin(vault: Vault, number: int) -> Draft:
    """Open a page and keep its words; acknowledged."""
    kept = _keep(vault, number)
    say(f"+words {number}")
    return kept


def add(vault: Vault, number: int) -> None:
    """Write a page and set it down, three commits as in the window; acknowledged.

    Where an earlier attempt was told that the disk is full, it goes on from there.
    """
    title = f"{number}"
    if any(entry.page.writing.title == title for entry in entries.each(vault)):
        return
    begun = (draft for draft in drafts.each(vault) if draft.page.writing.title == title)
    kept = next(begun, None) or begin(vault, number)
    writing.set_down(vault, kept.id, _moment(number))
    say(f"+page {number}")


def write(vault: Vault, number: int) -> None:
    """Write a page and set it down; told to nobody."""
    writing.set_down(vault, _keep(vault, number).id, _moment(number))


def make(folder: Path) -> None:
    """A closed journal with the first pages, and with room in it that others have left."""
    vault = Vault.create(vault_in(folder), OLD)
    for number in range(FIRST + 4):
        write(vault, number)
    vault.execute("DELETE FROM entries WHERE CAST(title AS INTEGER) >= ?", (FIRST,))
    vault.close()


@contextmanager
def using(vault: Vault, first: int = FIRST) -> Iterator[Vault]:
    """An open journal, closed afterwards. A full disk inside is told; the first pages can be read then.

    With room again it can be written, without being opened anew.
    """
    try:
        yield vault
    except DiskFull as error:
        if not vault.is_open:
            raise
        say(f"!{error.code}")
        pages = {int(entry.page.writing.title) for entry in entries.each(vault)}
        assert pages >= set(range(first)), "pages cannot be read while the disk is full"
        if shim.make_room():
            add(vault, AFTERWARDS)
            vault.checkpoint()
    finally:
        vault.close()


@dataclass(frozen=True, slots=True)
class Found:
    """What a look found: the numbers of the pages set down, and of those still open."""

    pages: frozenset[int]
    drafts: frozenset[int]
    trouble: str


def look(path: Path, key: VaultKey) -> Found:
    """Open the journal as the program does, check every page of the file, read all words, close it."""
    vault = Vault.open(path, key.raw)
    try:
        report = integrity.check(vault)
        if not report.is_sound:
            return Found(frozenset(), frozenset(), f"corrupt: {report.problems[0]}")
        set_down = [entry.page.writing for entry in entries.each(vault)]
        still_open = [draft.page.writing for draft in drafts.each(vault)]
    finally:
        vault.close()
    trouble = ""
    for words in (*set_down, *still_open):
        if not words.is_blank and words.body != text(int(words.title)):
            trouble = f"page {words.title} has other words than were written"
    numbers = [int(words.title) for words in set_down]
    if len(numbers) != len(set(numbers)):
        trouble = "a page is there twice"
    return Found(
        frozenset(numbers),
        frozenset(int(words.title) for words in still_open if not words.is_blank),
        trouble,
    )


def missing(found: Found, said: Sequence[str], first: int = FIRST) -> str | None:
    """What was acknowledged in `said` and is not there, beside the first pages that always have to be."""
    if found.trouble:
        return found.trouble
    pages = set(range(first)) | {int(line[6:]) for line in said if line.startswith("+page ")}
    if lost := pages - found.pages:
        return f"page {min(lost)} was acknowledged and is not there"
    words = {int(line[7:]) for line in said if line.startswith("+words ")}
    if lost := words - found.pages - found.drafts:
        return f"the words of page {min(lost)} were acknowledged and are not there"
    if twice := found.pages & found.drafts:
        return f"page {min(twice)} is set down and still open: half a change"
    return None


def opens(path: Path, key: VaultKey) -> bool:
    """Whether this key opens the journal; any other error than a wrong key is raised."""
    try:
        Vault.open(path, key.raw).close()
    except WrongPassphrase:
        return False
    return True


def left_over(folder: Path, allowed: Sequence[str] = ()) -> str | None:
    """A file that should not be there beside a closed journal, None where there is none."""
    names = {path.name for path in folder.iterdir()} - {vault_in(folder).name, *allowed}
    return f"left behind: {', '.join(sorted(names))}" if names else None
