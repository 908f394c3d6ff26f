# SPDX-License-Identifier: MIT
"""Autosave: what is typed reaches the vault in time, and nothing is called saved that is not."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from ipnb_journal.desktop import autosave
from ipnb_journal.desktop.autosave import Autosave, SaveState
from ipnb_journal.desktop.runner import InlineRunner, Runner
from ipnb_journal.domain.entries import Draft, Entry, EntryKind, Page, Step, Writing
from ipnb_journal.services import history, session, writing
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.errors import AppError
    from ipnb_journal.vault.keys import VaultKey


class HeldRunner(InlineRunner):
    """Does each job at once but hands its answer over only when told to, like a slow disk."""

    held: list[int]
    holding = False

    def _start(self, pool: str, number: int) -> None:
        self._answers[number] = self._answer(number)
        if self.holding:
            self.held.append(number)
        else:
            self._deliver(number)

    def let_go(self) -> None:
        self._deliver(self.held.pop(0))


class Typist:
    """A window's worth of words."""

    def __init__(self, runner: Runner, clock: Callable[[], datetime]) -> None:
        self.body = ""
        self.taken = 0
        self.saver = Autosave(runner, runner, clock, self._take)
        now = clock()
        page = Page(EntryKind.FREE, now.date())
        self.saver.begin(session.new_draft(page, Step.WRITE, now))

    def _take(self, draft: Draft) -> Draft:
        self.taken += 1
        return replace(draft, page=replace(draft.page, writing=Writing(body=self.body)))

    def type(self, words: str) -> None:
        self.body += words
        self.saver.touch()


def in_vault(runner: Runner) -> Draft | None:
    found: list[Draft | None] = []
    runner.run(runner, writing.unfinished, found.append)
    return found[0]


@pytest.fixture
def held(vault_path: Path, vault_key: VaultKey, qapp: object) -> Iterator[HeldRunner]:
    runner = HeldRunner(lambda error: None)
    runner.held = []
    runner.open(lambda: Vault.open(vault_path, vault_key.raw))
    yield runner
    runner.holding = False
    runner.close()


@pytest.fixture
def real(vault_path: Path, vault_key: VaultKey, qtbot: QtBot) -> Iterator[Runner]:
    runner = Runner(lambda error: None)
    runner.open(lambda: Vault.open(vault_path, vault_key.raw))
    qtbot.waitUntil(lambda: runner.is_open, timeout=5000)
    yield runner
    runner.close()


def test_nothing_is_in_the_vault_before_something_is_typed(held: HeldRunner, now: datetime) -> None:
    typist = Typist(held, lambda: now)
    typist.saver.save()
    drafts: list[object] = []
    held.run(held, lambda vault: vault.query("SELECT count(*) FROM drafts"), drafts.extend)
    assert drafts == [(0,)]
    assert not typist.saver.unsaved


def test_a_late_answer_never_calls_newer_words_saved(held: HeldRunner, now: datetime) -> None:
    typist = Typist(held, lambda: now)
    typist.type("first")
    typist.saver.save()
    assert typist.saver.state == SaveState.SAVED
    held.holding = True
    typist.type(" second")
    typist.saver.save()
    typist.type(" third")
    held.let_go()
    assert typist.saver.unsaved
    assert typist.saver.state == SaveState.SAVING
    typist.saver.save()
    held.let_go()
    assert typist.saver.state == SaveState.SAVED
    assert not typist.saver.unsaved
    held.holding = False
    kept = in_vault(held)
    assert kept is not None and kept.page.writing.body == "first second third"


def test_words_typed_while_the_page_is_being_opened_make_one_page(held: HeldRunner, now: datetime) -> None:
    typist = Typist(held, lambda: now)
    held.holding = True
    typist.type("one")
    typist.saver.save()
    typist.type(" two")
    typist.saver.save()
    assert len(held.held) == 1
    held.holding = False
    held.let_go()
    counts: list[object] = []
    held.run(held, lambda vault: vault.query("SELECT count(*), max(body) FROM drafts"), counts.extend)
    assert counts == [(1, "one two")]
    assert not typist.saver.unsaved


def test_setting_down_while_the_page_is_being_opened_waits_and_keeps_all(
    held: HeldRunner, now: datetime
) -> None:
    typist = Typist(held, lambda: now)
    held.holding = True
    typist.type("one")
    typist.saver.save()
    typist.type(" two")
    done: list[object] = []
    typist.saver.finish(done.append)
    held.holding = False
    held.let_go()
    rows: list[object] = []
    held.run(held, lambda vault: history.lately(vault), rows.extend)
    assert len(done) == 1
    assert [row.title for row in rows] == ["one two"]  # type: ignore[attr-defined]
    assert in_vault(held) is None


def test_saving_again_sends_nothing_where_nothing_changed(held: HeldRunner, now: datetime) -> None:
    typist = Typist(held, lambda: now)
    typist.type("words")
    for _ in range(3):
        typist.saver.save()
    assert typist.taken == 1


def fill_up(vault: Vault) -> None:
    [(pages,)] = vault.query("PRAGMA page_count")
    vault.execute(f"PRAGMA max_page_count = {pages}")


def make_room(vault: Vault) -> None:
    vault.execute("PRAGMA max_page_count = 1000000")


def test_a_full_disk_leaves_the_words_unsaved_until_there_is_room(held: HeldRunner, now: datetime) -> None:
    typist = Typist(held, lambda: now)
    typist.type("short")
    typist.saver.save()
    held.run(held, fill_up)
    typist.type(" and long" * 40_000)
    typist.saver.save()
    assert typist.saver.state == SaveState.NOT_SAVED
    assert typist.saver.error is not None and typist.saver.error.code == "disk_full"
    assert typist.saver.unsaved
    kept = in_vault(held)
    assert kept is not None and kept.page.writing.body == "short"
    held.run(held, make_room)
    typist.saver.save()
    assert typist.saver.state == SaveState.SAVED
    kept = in_vault(held)
    assert kept is not None and kept.page.writing.body == typist.body


def test_setting_down_on_a_full_disk_keeps_the_page_open(held: HeldRunner, now: datetime) -> None:
    typist = Typist(held, lambda: now)
    held.run(held, fill_up)
    typist.type("long " * 60_000)
    done: list[object] = []
    typist.saver.finish(done.append)
    assert done == []
    assert typist.saver.state == SaveState.NOT_SAVED
    held.run(held, make_room)
    typist.saver.finish(done.append)
    assert len(done) == 1
    rows: list[object] = []
    held.run(held, lambda vault: history.lately(vault), rows.extend)
    assert len(rows) == 1


@pytest.mark.alone
def test_words_are_in_the_vault_within_a_second_of_the_last_key(real: Runner, qtbot: QtBot) -> None:
    typist = Typist(real, lambda: datetime.now(UTC))
    for _ in range(4):
        typist.type("word ")
        qtbot.wait(60)
    typed = time.monotonic()
    qtbot.waitUntil(lambda: not typist.saver.unsaved, timeout=3000)
    assert time.monotonic() - typed < 1.0
    assert typist.taken == 1


@pytest.mark.alone
def test_words_older_than_a_second_are_in_the_vault_while_typing_goes_on(real: Runner, qtbot: QtBot) -> None:
    assert autosave.LONGEST_MILLISECONDS <= 500
    typist = Typist(real, lambda: datetime.now(UTC))
    late: list[str] = []
    typed: list[tuple[float, int]] = []
    told: list[SaveState] = []
    typist.saver.changed.connect(lambda: told.append(typist.saver.state))
    for number in range(60):
        typist.type(f"word{number} ")
        typed.append((time.monotonic(), len(typist.body)))
        qtbot.wait(50)
        old = [length for moment, length in typed if time.monotonic() - moment > 1.0]
        if old and len(kept_by(real)) < old[-1]:
            late.append(typist.body[: old[-1]])
    assert late == []
    assert typist.taken >= 3
    assert told == [SaveState.SAVING]
    qtbot.waitUntil(lambda: typist.saver.state == SaveState.SAVED, timeout=3000)
    assert told == [SaveState.SAVING, SaveState.SAVED]
    assert kept_by(real) == typist.body


def kept_by(runner: Runner) -> str:
    """The words in the vault, asked behind every job that was given so far."""
    found: list[Draft | None] = []
    runner.run(runner, writing.unfinished, found.append)
    runner.settle()
    return found[0].page.writing.body if found and found[0] is not None else ""


def test_on_the_way_one_save_waits_for_the_one_before_it(
    held: HeldRunner, now: datetime, qtbot: QtBot
) -> None:
    typist = Typist(held, lambda: now)
    typist.type("one")
    typist.saver.save()
    held.holding = True
    typist.type(" two")
    qtbot.waitUntil(lambda: len(held.held) == 1, timeout=3000)
    typist.type(" three")
    qtbot.wait(2 * autosave.LONGEST_MILLISECONDS)
    assert len(held.held) == 1 and typist.saver.state == SaveState.SAVING
    held.let_go()
    assert len(held.held) == 1 and typist.saver.unsaved
    held.let_go()
    held.holding = False
    assert typist.saver.state == SaveState.SAVED
    kept = in_vault(held)
    assert kept is not None and kept.page.writing.body == "one two three"


def test_leaving_calls_words_saved_that_were_saved_on_the_way(
    held: HeldRunner, now: datetime, qtbot: QtBot
) -> None:
    typist = Typist(held, lambda: now)
    typist.type("one")
    qtbot.waitUntil(lambda: not typist.saver.unsaved, timeout=3000)
    assert typist.saver.state == SaveState.SAVING
    typist.saver.save()
    assert typist.saver.state == SaveState.SAVED and typist.taken == 1


def test_not_saved_stands_while_typing_goes_on(held: HeldRunner, now: datetime, qtbot: QtBot) -> None:
    typist = Typist(held, lambda: now)
    typist.type("short")
    typist.saver.save()
    held.run(held, fill_up)
    typist.type(" and long" * 40_000)
    typist.saver.save()
    told: list[SaveState] = []
    typist.saver.changed.connect(lambda: told.append(typist.saver.state))
    for _ in range(12):
        typist.type(" word")
        qtbot.wait(100)
    assert told and set(told) == {SaveState.NOT_SAVED}
    held.run(held, make_room)
    typist.type(" more")
    qtbot.waitUntil(lambda: typist.saver.state == SaveState.SAVED, timeout=3000)
    kept = in_vault(held)
    assert kept is not None and kept.page.writing.body == typist.body


def test_closing_the_runner_lands_the_last_words(vault_path: Path, vault_key: VaultKey, qtbot: QtBot) -> None:
    runner = Runner(lambda error: None)
    runner.open(lambda: Vault.open(vault_path, vault_key.raw))
    qtbot.waitUntil(lambda: runner.is_open, timeout=5000)
    typist = Typist(runner, lambda: datetime.now(UTC))
    typist.type("the last words")
    typist.saver.save()
    runner.close()
    vault = Vault.open(vault_path, vault_key.raw)
    kept = writing.unfinished(vault)
    vault.close()
    assert kept is not None and kept.page.writing.body == "the last words"


def test_words_typed_while_a_page_is_set_down_are_on_it_too(held: HeldRunner, now: datetime) -> None:
    typist = Typist(held, lambda: now)
    typist.type("one")
    typist.saver.save()
    held.holding = True
    done: list[Entry | None] = []
    typist.saver.finish(done.append)
    typist.type(" two")
    typist.saver.save()
    held.let_go()
    assert done == [] and typist.saver.unsaved
    held.let_go()
    held.holding = False
    assert [entry.page.writing.body for entry in done if entry is not None] == ["one two"]
    assert in_vault(held) is None


def test_words_typed_while_a_blank_page_is_set_down_become_a_page(held: HeldRunner, now: datetime) -> None:
    typist = Typist(held, lambda: now)
    held.holding = True
    done: list[Entry | None] = []
    typist.saver.finish(done.append)
    typist.type("after all")
    held.let_go()
    held.let_go()
    held.holding = False
    assert [entry.page.writing.body for entry in done if entry is not None] == ["after all"]


def test_a_page_that_cannot_be_saved_is_not_let_go(held: HeldRunner, now: datetime) -> None:
    typist = Typist(held, lambda: now)
    typist.type("short")
    typist.saver.save()
    held.run(held, fill_up)
    typist.type(" and long" * 40_000)
    gone: list[str] = []
    held.holding = True
    typist.saver.let_go(lambda: gone.append("first"))
    held.let_go()
    held.holding = False
    assert gone == [] and typist.saver.unsaved and typist.saver.state == SaveState.NOT_SAVED
    held.run(held, make_room)
    held.holding = True
    typist.saver.let_go(lambda: gone.append("second"))
    typist.type(" and more")
    held.let_go()
    assert gone == []
    held.let_go()
    held.holding = False
    assert gone == ["second"] and typist.saver.draft is None
    kept = in_vault(held)
    assert kept is not None and kept.page.writing.body == typist.body


def test_a_save_refused_out_of_sight_is_told_once(
    vault_path: Path, vault_key: VaultKey, qtbot: QtBot, now: datetime
) -> None:
    told: list[AppError] = []
    runner = InlineRunner(told.append)
    runner.open(lambda: Vault.open(vault_path, vault_key.raw))
    page, body = QWidget(), "long " * 60_000
    qtbot.addWidget(page)
    saver = Autosave(page, runner, lambda: now, lambda draft: replace(draft, page=_with(draft.page, body)))
    saver.begin(session.new_draft(Page(EntryKind.FREE, now.date()), Step.WRITE, now))
    runner.run(runner, fill_up)
    page.show()
    saver.touch()
    saver.save()
    assert saver.state == SaveState.NOT_SAVED and told == []
    page.hide()
    saver.save()
    saver.save()
    assert [error.code for error in told] == ["disk_full"]
    runner.close()


def test_a_broken_job_does_not_leave_a_page_waiting(
    held: HeldRunner, now: datetime, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    typist = Typist(held, lambda: now)
    typist.type("words")
    with monkeypatch.context() as broken:
        broken.setattr(writing, "autosave", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            typist.saver.save()
    assert typist.saver.state == SaveState.NOT_SAVED and typist.saver.unsaved
    typist.saver.save()
    assert not typist.saver.unsaved


def _with(page: Page, body: str) -> Page:
    return replace(page, writing=Writing(body=body))
