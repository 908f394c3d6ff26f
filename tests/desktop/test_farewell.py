# SPDX-License-Identifier: MIT
"""Leaving: every word is handed over, and nobody is asked about words that were on their way."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.desktop.autosave import Autosave
from ipnb_journal.desktop.context import Context
from ipnb_journal.desktop.farewell import UNSAVED, Farewell
from ipnb_journal.desktop.pages.page import Page
from ipnb_journal.desktop.runner import Runner
from ipnb_journal.desktop.settings_store import SettingsStore
from ipnb_journal.domain import entries
from ipnb_journal.domain.entries import Draft, EntryKind, Step, Writing
from ipnb_journal.services import prompts, session, writing
from ipnb_journal.services.settings import Settings
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.notices import Notices
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.vault.keys import VaultKey


class _Paper(Page):
    """Writes on one free page."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.body = ""
        self.saver = Autosave(self, context.runner, context.clock, self._take)
        now = context.clock()
        page = entries.Page(EntryKind.FREE, now.date())
        self.saver.begin(session.new_draft(page, Step.WRITE, now))

    @property
    def unsaved(self) -> bool:
        return self.saver.unsaved

    def leave(self) -> None:
        self.saver.save()

    def type(self, words: str) -> None:
        self.body += words
        self.saver.touch()

    def _take(self, draft: Draft) -> Draft:
        return replace(draft, page=replace(draft.page, writing=Writing(body=self.body)))


@pytest.fixture
def paper(
    qtbot: QtBot, vault_path: Path, vault_key: VaultKey, notices: Notices, theme: Theme, now: datetime
) -> Iterator[_Paper]:
    runner = Runner(notices.show_problem)
    runner.open(lambda: Vault.open(vault_path, vault_key.raw))
    qtbot.waitUntil(lambda: runner.is_open, timeout=5000)
    store = SettingsStore(Settings(), notices.show_problem, keep=False)
    made = _Paper(Context(runner, notices, store, theme, lambda: now, prompts.library))
    qtbot.addWidget(made)
    made.show()
    yield made
    runner.close()


def _fill_up(vault: Vault) -> None:
    [(pages,)] = vault.query("PRAGMA page_count")
    vault.execute(f"PRAGMA max_page_count = {pages}")


def test_words_typed_during_the_first_save_are_kept_without_a_question(
    qtbot: QtBot, paper: _Paper, vault_path: Path, vault_key: VaultKey
) -> None:
    context, gate, left = paper.context, threading.Event(), []
    context.runner.run(paper, lambda vault: gate.wait(5))
    paper.type("one")
    paper.saver.save()
    paper.type(" two")
    farewell = Farewell(context, lambda: [paper], paper)
    farewell.begin(lambda: left.append("gone"), lambda: left.append("stayed"))
    gate.set()
    qtbot.waitUntil(lambda: bool(left))
    assert left == ["gone"] and not context.notices.told
    context.runner.close()
    vault = Vault.open(vault_path, vault_key.raw)
    kept = writing.unfinished(vault)
    vault.close()
    assert kept is not None and kept.page.writing.body == "one two"


@pytest.mark.parametrize(("answer", "end"), [("stay", "stayed"), ("lose", "gone")])
def test_words_that_cannot_be_saved_are_asked_about(
    qtbot: QtBot, paper: _Paper, notices: Notices, answer: str, end: str
) -> None:
    assert notices.answers is not None
    notices.answers.append(answer)
    left: list[str] = []
    paper.context.runner.run(paper, _fill_up)
    paper.type("long " * 60_000)
    farewell = Farewell(paper.context, lambda: [paper], paper)
    farewell.begin(lambda: left.append("gone"), lambda: left.append("stayed"))
    assert farewell.under_way
    qtbot.waitUntil(lambda: bool(left))
    assert left == [end] and list(notices.told) == [UNSAVED] and not farewell.under_way
    assert paper.unsaved
