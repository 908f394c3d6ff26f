# SPDX-License-Identifier: MIT
"""Deleted words: once a page is gone for good, no piece of it stands in any page of the file.

The file is deciphered without SQLCipher and every byte is looked at, free pages and free room too.
The search index keeps only the end of a word where its start is that of the word before, so any
seven letters in a row count as a trace.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from ipnb_journal.domain.checkins import Method
from ipnb_journal.domain.entries import Draft, Page, Step, Writing
from ipnb_journal.domain.look_back import LookBack
from ipnb_journal.domain.own_prompts import PromptDraft
from ipnb_journal.services import (
    contacts,
    event_notes,
    history,
    look_back,
    own_prompts,
    people,
    preferences,
    versions,
    writing,
)
from ipnb_journal.vault import remains
from ipnb_journal.vault.keys import VaultKey, new_header
from ipnb_journal.vault.vault import Vault
from tests.torture import specimens
from tests.torture.campaign import Campaign, Case, spread
from tests.torture.specimens import KEY, NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

PAGE, SEAL, IV, HEADER = 4096, 80, 16, 16
PIECE = 7
CASES, CONTROLS, SLICE = 60, 6, 3
LETTERS = "bcdfghjkmnpqrstvwxz"
RUN = re.compile(rb"[%b]{%d,}" % (LETTERS.encode(), PIECE))


def deciphered(file: bytes, raw: bytes) -> bytes:
    """What stands in every page of a closed journal, one after the other."""
    pages = []
    for start in range(0, len(file), PAGE):
        page = file[start : start + PAGE]
        body = page[HEADER if start == 0 else 0 : PAGE - SEAL]
        iv = page[PAGE - SEAL : PAGE - SEAL + IV]
        opening = Cipher(algorithms.AES(raw), modes.CBC(iv)).decryptor()
        pages.append(opening.update(body) + opening.finalize())
    return b"".join(pages)


def traces(content: bytes, words: Sequence[str]) -> list[str]:
    """The pieces of the words that stand in the content."""
    runs = (found.group().decode() for found in RUN.finditer(content.lower()))
    return sorted(
        {piece for run in runs for piece in _pieces(run)} & {p for word in words for p in _pieces(word)}
    )


def _pieces(run: str) -> set[str]:
    return {run[at : at + PIECE] for at in range(len(run) - PIECE + 1)}


@dataclass(slots=True)
class Teller:
    """Writes words into every place a journal has for them, and remembers them."""

    vault: Vault
    chance: Random
    now: datetime = NOW
    looked: datetime = NOW
    told: list[str] = field(default_factory=list)
    doomed: list[int] = field(default_factory=list)

    def word(self) -> str:
        made = "".join(self.chance.choices(LETTERS, k=14))
        self.told.append(made)
        return made

    def text(self, longest: int = 400) -> str:
        """A secret among plain words, short or over many pages of the file."""
        plain = [f"plain{self.chance.randrange(300)}" for _ in range(self.chance.choice((0, 20, longest)))]
        plain.insert(self.chance.randrange(len(plain) + 1), self.word())
        return " ".join(plain)

    def words(self) -> Writing:
        return Writing(
            title=self.word(),
            noticed=(self.word(),),
            notice=self.text(),
            body=self.text(4000),
            connect=self.text(),
            takeaway=self.text(),
        )

    def plain_page(self) -> None:
        """A page that stays."""
        body = " ".join(f"plain{self.chance.randrange(300)}" for _ in range(self.chance.randrange(5, 600)))
        specimens.set_down(self.vault, body, self.now)

    def doomed_page(self) -> None:
        """A page typed bit by bit, set down, and changed now and then."""
        draft = self._type(writing.open_free(self.vault, self.now))
        entry = writing.set_down(self.vault, draft.id, self.now)
        assert entry is not None
        for _ in range(self.chance.randrange(4)):
            self.now += timedelta(minutes=self.chance.choice((1, 30)))
            changing = self._type(writing.open_for_change(self.vault, entry.id, self.now))
            if self.chance.random() < 0.3:
                writing.put_back(self.vault, changing.id)
            else:
                writing.set_down(self.vault, changing.id, self.now)
        found = history.versions(self.vault, entry.id)
        if found:
            versions.bring_back(self.vault, found[-1].id, self.now)
        history.change_day(self.vault, entry.id, (self.now - timedelta(days=3)).date(), self.now)
        self.doomed.append(entry.id)

    def _type(self, draft: Draft) -> Draft:
        for _ in range(self.chance.randrange(1, 5)):
            draft = writing.autosave(self.vault, replace(draft, page=self._page(draft.page)), self.now)
        return draft

    def _page(self, page: Page) -> Page:
        named = {"tags": (self.word(), self.word()), "theme": self.word(), "location": self.word()}
        return replace(page, writing=self.words(), **named)

    def erased(self) -> None:
        """Words that never became a page, a name that was changed, a prompt and a number removed."""
        draft = self._type(writing.open_free(self.vault, self.now))
        writing.put_back(self.vault, draft.id)
        person = people.add(self.vault, self.word())
        people.rename(self.vault, person.id, "Ana")
        kept = preferences.read(self.vault)
        preferences.write(self.vault, replace(kept, journal_name=self.word()))
        preferences.write(self.vault, kept)
        own = own_prompts.add(self.vault, self._prompt(), self.word(), self.now)
        own_prompts.save(self.vault, own.id, self._prompt(), "", self.now)
        own_prompts.remove(self.vault, own.id)
        note = event_notes.add(self.vault, self.now.date(), self.word(), self.now)
        event_notes.change(self.vault, replace(note, text=self.word()))
        event_notes.remove(self.vault, note.id)
        # a month on, since one may be opened every 28 days only
        self.looked += timedelta(days=28)
        look = LookBack(0, "", self.looked.date(), self.looked, None, Method.SLIDERS, (), self.text())
        look_back.write_note(self.vault, look_back.keep(self.vault, look).id, "")
        contacts.remove_contact(self.vault, contacts.add_contact(self.vault, self.word(), self.word()).id)

    def _prompt(self) -> PromptDraft:
        return PromptDraft(title=self.word(), steps={step: self.text() for step in Step}, note=self.word())

    def forget(self) -> None:
        """Everything doomed goes into the drawer, and out of it for good."""
        for entry_id in self.doomed:
            history.move_to_drawer(self.vault, entry_id, self.now)
        history.empty_drawer(self.vault, self.now + timedelta(days=history.DRAWER_DAYS, hours=1))


def _rest(teller: Teller, path: Path) -> None:
    """What happens between two acts: nothing, the tidying of an idle minute, a lock, another passphrase."""
    what = teller.chance.randrange(16)
    if what < 5:
        teller.vault.idle_work()
    elif what < 10:
        key = teller.vault.key
        teller.vault.close()
        teller.vault = Vault.open(path, key.raw)
    elif what == 10:
        teller.vault.change_key(VaultKey(new_header(teller.chance.randbytes), teller.chance.randbytes(32)))


def _live(teller: Teller, path: Path) -> None:
    acts: list[Callable[[], None]] = [teller.plain_page] * teller.chance.randrange(4, 30)
    acts += [teller.doomed_page] * teller.chance.randrange(1, 6) + [teller.erased]
    teller.chance.shuffle(acts)
    for act in acts:
        act()
        _rest(teller, path)


@dataclass(frozen=True, slots=True)
class Deletion:
    """A journal's life, its secret pages deleted, and a look for what is left of them."""

    name: str
    count: int
    careless: bool = False

    @property
    def must_lose(self) -> bool:
        return self.careless

    def cases(self, seed: int, sliced: bool) -> Sequence[Case]:
        chance = Random(f"{self.name} {seed}")
        found = [Case(f"life {number}", chance.getrandbits(32)) for number in range(self.count)]
        return spread(found, SLICE) if sliced else found

    def run(self, case: Case) -> str | None:
        path = specimens.folder() / "traces.vault"
        path.unlink(missing_ok=True)
        teller = Teller(Vault.create(path, KEY), Random(case.seed))
        try:
            _live(teller, path)
            before = _look(teller, path)
            if self.careless:
                teller.vault.execute("PRAGMA secure_delete = OFF")
                teller.vault.execute(
                    "INSERT INTO entry_search(entry_search, rank) VALUES ('secure-delete', 0)"
                )
            teller.forget()
            if self.careless:
                teller.vault.execute("DELETE FROM preferences WHERE key = ?", (remains.KEY,))
            after = _look(teller, path)
        finally:
            teller.vault.close()
        if not before:
            return None if self.careless else "the look is blind: nothing stood there before the deletion"
        return f"{len(after)} pieces are left, such as {after[0]}" if after else None


def _look(teller: Teller, path: Path) -> list[str]:
    """The pieces that stand in the locked journal, which is open again afterwards."""
    raw = teller.vault.key.raw
    teller.vault.close()
    found = traces(deciphered(path.read_bytes(), raw), teller.told)
    teller.vault = Vault.open(path, raw)
    return found


CAMPAIGNS: tuple[Campaign, ...] = (
    Deletion("deleted text leaves no trace", CASES),
    Deletion("deleted text without secure deletion", CONTROLS, careless=True),
)
