# SPDX-License-Identifier: MIT
"""Lives of a journal against a model in plain Python: after every step both hold the same.

hypothesis draws each life, and tells the steps of one that goes wrong.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

import hypothesis
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run_machine

from ipnb_journal.domain.entries import Page, Writing
from ipnb_journal.domain.history import HistoryFilter, HistoryKind
from ipnb_journal.errors import VaultLocked, WrongPassphrase
from ipnb_journal.services import history, people, writing
from ipnb_journal.vault import backups, drafts, entries, integrity, restoring
from ipnb_journal.vault.keys import VaultKey, new_header
from ipnb_journal.vault.vault import Vault
from tests.torture import specimens
from tests.torture.campaign import Campaign, Case
from tests.torture.specimens import KEY, NOW

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LIVES, EACH, STEPS, SLICE = 40, 8, 50, 1
COMMON = ("harbour", "bread", "morning", "river", "éclair", "Straße")

texts = st.one_of(
    st.lists(st.sampled_from(COMMON), min_size=1, max_size=6).map(" ".join),
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=40),
    st.sampled_from(COMMON).map(lambda word: f"{word} " * 900),
)
writings = st.builds(Writing, title=texts, body=texts, takeaway=texts)
which = st.integers(0, 10_000)


@dataclass
class Held:
    """What a journal holds: pages set down and pages open by their ids, and the names of people."""

    pages: dict[int, Page] = field(default_factory=dict)
    drawer: dict[int, int] = field(default_factory=dict)
    drafts: dict[int, tuple[int | None, Page]] = field(default_factory=dict)
    people: list[str] = field(default_factory=list)


class Life(RuleBasedStateMachine):
    """A person, a thief of time, and a journal; `day` counts days since the start."""

    def __init__(self) -> None:
        super().__init__()
        self.folder: Path = specimens.folder() / "life"
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "backups").mkdir(parents=True)
        self.path = self.folder / "notes.vault"
        self.key = KEY
        self.vault: Vault = Vault.create(self.path, KEY)
        self.model = Held()
        self.day = 0
        self.kept: list[tuple[backups.Backup, VaultKey, Held]] = []

    @property
    def now(self):
        # two backups of one second would have to share a name once the first is thinned out
        return NOW + timedelta(days=self.day, seconds=len(self.kept))

    def one_of(self, ids, number: int) -> int:
        return sorted(ids)[number % len(ids)]

    def is_open(self) -> bool:
        return self.vault.is_open

    # writing

    @initialize(written=st.lists(writings, min_size=2, max_size=4))
    def begin_with_some_pages(self, written: list[Writing]) -> None:
        for words in written:
            self.write_a_page(words, "")

    @precondition(is_open)
    @rule(words=writings, tag=st.sampled_from(("", "sea", "work")))
    def write_a_page(self, words: Writing, tag: str) -> None:
        self.open_a_page()
        newest = max(self.model.drafts)
        self.type(sorted(self.model.drafts).index(newest), words, tag)
        self.set_down(sorted(self.model.drafts).index(newest))

    @precondition(is_open)
    @rule()
    def open_a_page(self) -> None:
        draft = writing.open_free(self.vault, self.now)
        self.model.drafts[draft.id] = (None, draft.page)

    @precondition(lambda self: self.is_open() and self.model.drafts)
    @rule(number=which, words=writings, tag=st.sampled_from(("", "sea", "work")))
    def type(self, number: int, words: Writing, tag: str) -> None:
        draft = drafts.one(self.vault, self.one_of(self.model.drafts, number))
        page = replace(draft.page, writing=words, tags=(tag,) if tag else ())
        kept = writing.autosave(self.vault, replace(draft, page=page), self.now)
        self.model.drafts[draft.id] = (draft.entry_id, kept.page)
        assert kept.page.writing == words

    @precondition(lambda self: self.is_open() and self.model.drafts)
    @rule(number=which)
    def set_down(self, number: int) -> None:
        draft_id = self.one_of(self.model.drafts, number)
        entry_id, page = self.model.drafts.pop(draft_id)
        entry = writing.set_down(self.vault, draft_id, self.now)
        if entry_id is None and page.writing.is_blank:
            assert entry is None
        else:
            assert entry is not None and entry.id == (entry.id if entry_id is None else entry_id)
            self.model.pages[entry.id] = page

    @precondition(lambda self: self.is_open() and self.model.pages)
    @rule(number=which)
    def edit(self, number: int) -> None:
        entry_id = self.one_of(self.model.pages, number)
        draft = writing.open_for_change(self.vault, entry_id, self.now)
        self.model.drafts.setdefault(draft.id, (entry_id, self.model.pages[entry_id]))

    @precondition(lambda self: self.is_open() and self.model.drafts)
    @rule(number=which)
    def undo_what_was_typed(self, number: int) -> None:
        draft_id = self.one_of(self.model.drafts, number)
        writing.put_back(self.vault, draft_id)
        del self.model.drafts[draft_id]

    # deleting

    @precondition(lambda self: self.is_open() and self.model.pages.keys() - self.model.drawer.keys())
    @rule(number=which)
    def delete(self, number: int) -> None:
        entry_id = self.one_of(self.model.pages.keys() - self.model.drawer.keys(), number)
        history.move_to_drawer(self.vault, entry_id, self.now)
        self.model.drawer[entry_id] = self.day

    @precondition(lambda self: self.is_open() and self.model.drawer)
    @rule(number=which)
    def undo_a_deletion(self, number: int) -> None:
        entry_id = self.one_of(self.model.drawer, number)
        history.take_from_drawer(self.vault, entry_id)
        del self.model.drawer[entry_id]

    @precondition(lambda self: self.is_open() and self.model.pages.keys() - self.model.drawer.keys())
    @rule(number=which)
    def delete_and_undo_at_once(self, number: int) -> None:
        entry_id = self.one_of(self.model.pages.keys() - self.model.drawer.keys(), number)
        history.move_to_drawer(self.vault, entry_id, self.now)
        self.model.drawer[entry_id] = self.day
        self.both_hold_the_same()
        history.take_from_drawer(self.vault, entry_id)
        del self.model.drawer[entry_id]

    @rule(days=st.sampled_from((1, 8, 31)))
    def time_goes_by(self, days: int) -> None:
        self.day += days

    @precondition(is_open)
    @rule()
    def empty_the_drawer(self) -> None:
        history.empty_drawer(self.vault, self.now)
        same = {
            one
            for one, (entry, page) in self.model.drafts.items()
            if entry and self.model.pages[entry] == page
        }
        for draft_id in same:
            del self.model.drafts[draft_id]
        changing = {entry for entry, _ in self.model.drafts.values()}
        for entry_id, since in list(self.model.drawer.items()):
            if self.day - since > history.DRAWER_DAYS and entry_id not in changing:
                del self.model.drawer[entry_id], self.model.pages[entry_id]

    @precondition(is_open)
    @rule(label=st.sampled_from(("Ana", "Bo", "ana", "Émile")))
    def name_somebody(self, label: str) -> None:
        people.add(self.vault, label)
        if label.casefold() not in [known.casefold() for known in self.model.people]:
            self.model.people.append(label)

    # the file

    @precondition(is_open)
    @rule()
    def rest(self) -> None:
        self.vault.idle_work()

    @precondition(is_open)
    @rule()
    def lock(self) -> None:
        self.vault.close()
        with pytest.raises(VaultLocked):
            self.vault.query("SELECT 1")

    @precondition(lambda self: not self.is_open())
    @rule(raw=st.binary(min_size=32, max_size=32))
    def try_a_wrong_key(self, raw: bytes) -> None:
        if raw != self.key.raw:
            with pytest.raises(WrongPassphrase):
                Vault.open(self.path, raw)

    @precondition(lambda self: not self.is_open())
    @rule()
    def unlock(self) -> None:
        self.vault = Vault.open(self.path, self.key.raw)

    @precondition(is_open)
    @rule()
    def lose_the_process(self) -> None:
        """What kill -9 leaves: the files as they are, without a checkpoint."""
        left = {file.name: file.read_bytes() for file in self.folder.glob("notes.vault*")}
        self.vault.close()
        for name, content in left.items():
            (self.folder / name).write_bytes(content)
        self.vault = Vault.open(self.path, self.key.raw)

    @precondition(is_open)
    @rule(seed=which)
    def change_passphrase(self, seed: int) -> None:
        former, chance = self.key, Random(f"{seed} {self.key.raw.hex()}")
        self.key = VaultKey(new_header(chance.randbytes), chance.randbytes(32))
        self.vault.change_key(self.key)
        self.vault.close()
        with pytest.raises(WrongPassphrase):
            Vault.open(self.path, former.raw)
        self.vault = Vault.open(self.path, self.key.raw)
        assert self.vault.header == self.key.header

    @rule()
    def back_up(self) -> None:
        folder = self.folder / "backups"
        if self.is_open():
            made = backups.make_open(self.vault, folder, self.now)
        else:
            made = backups.make(self.path, self.key, folder, self.now)
        self.kept.append((made, self.key, deepcopy(self.model)))

    @precondition(lambda self: self.kept)
    @rule(number=which)
    def restore(self, number: int) -> None:
        backup, key, held = self.kept[number % len(self.kept)]
        if not backup.path.exists():
            return
        self.vault.close()
        aside = restoring.restore(backup.path, self.path, key.raw, self.now)
        assert aside is not None and aside.exists()
        self.key, self.model = key, deepcopy(held)
        self.vault = Vault.open(self.path, key.raw)

    # what has to be so at any time

    @invariant()
    def both_hold_the_same(self) -> None:
        if not self.is_open():
            assert not self.path.with_name("notes.vault-wal").exists()
            return
        found = list(entries.each(self.vault))
        assert {entry.id: entry.page for entry in found} == self.model.pages
        assert {entry.id for entry in found if entry.drawer_since} == self.model.drawer.keys()
        assert {one.id: (one.entry_id, one.page) for one in drafts.each(self.vault)} == self.model.drafts
        assert [one.person.label for one in people.all_people(self.vault)] == self.model.people

    @precondition(is_open)
    @rule(word=st.sampled_from(COMMON))
    def search(self, word: str) -> None:
        rows = history.page_of(self.vault, HistoryFilter(text=word, kind=HistoryKind.WRITTEN), limit=500).rows
        shown = self.model.pages.keys() - self.model.drawer.keys()
        expected = {one for one in shown if word in _words(self.model.pages[one])}
        # words that hypothesis made up may fold to a common one; a page that has it plainly must be found
        assert expected <= {row.id for row in rows} <= shown

    def teardown(self) -> None:
        with suppress(VaultLocked):
            assert integrity.check(self.vault).is_sound
        self.vault.close()


def _words(page: Page) -> list[str]:
    made = page.writing
    return f"{made.title}\n{made.body}\n{made.takeaway}".split()


@dataclass(frozen=True, slots=True)
class Lives:
    """Several lives drawn from one seed."""

    name: str = "lives that end as their model does"
    must_lose: bool = False

    def cases(self, seed: int, sliced: bool) -> Sequence[Case]:
        chance = Random(f"{self.name} {seed}")
        found = [Case(f"{EACH} lives {number}", chance.getrandbits(32)) for number in range(LIVES)]
        return found[:SLICE] if sliced else found

    def run(self, case: Case) -> str | None:
        drawn = hypothesis.seed(case.seed)(type("Drawn", (Life,), {}))
        settings = hypothesis.settings(
            max_examples=EACH,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            # looking for a shorter life that goes wrong takes minutes
            phases=(hypothesis.Phase.generate,),
            suppress_health_check=list(hypothesis.HealthCheck),
        )
        try:
            run_machine(drawn, settings=settings)
        except AssertionError as error:
            told = " ".join("; ".join(getattr(error, "__notes__", [])).split())
            return f"{error!s:.200} ... {told[-800:]}"
        return None


CAMPAIGNS: tuple[Campaign, ...] = (Lives(),)
