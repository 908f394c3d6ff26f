# SPDX-License-Identifier: MIT
"""A prompt of one's own is kept while it is written, and nothing is called saved that is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from ipnb_journal.desktop.autosave import SaveState
from ipnb_journal.desktop.own_prompt_saver import OwnPromptSaver
from ipnb_journal.desktop.runner import InlineRunner
from ipnb_journal.domain.own_prompts import PromptDraft
from ipnb_journal.services import own_prompts
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.errors import AppError
    from ipnb_journal.services.own_prompts import OwnPrompt
    from ipnb_journal.vault.keys import VaultKey


class HeldRunner(InlineRunner):
    """Does each job at once but hands its answer over only when told to, like a slow disk."""

    def __init__(self, on_error: Callable[[AppError], None]) -> None:
        super().__init__(on_error)
        self.held: list[int] = []
        self.holding = False

    def _start(self, pool: str, number: int) -> None:
        self._answers[number] = self._answer(number)
        if self.holding:
            self.held.append(number)
        else:
            self._deliver(number)

    def let_go(self) -> None:
        self._deliver(self.held.pop(0))


class Author:
    """A window's worth of a prompt."""

    def __init__(self, runner: HeldRunner, now: datetime, owner: QWidget | None = None) -> None:
        self.title, self.group, self.runner = "", "", runner
        self.saver = OwnPromptSaver(owner or runner, runner, lambda: now, self._take)
        self.saver.begin(PromptDraft(), None)

    def _take(self, draft: PromptDraft) -> tuple[PromptDraft, str]:
        return replace(draft, title=self.title), self.group

    def type(self, words: str) -> None:
        self.title += words
        self.saver.touch()

    def kept(self) -> list[OwnPrompt]:
        found: list[OwnPrompt] = []
        holding, self.runner.holding = self.runner.holding, False
        self.runner.run(self.runner, own_prompts.all_own, found.extend)
        self.runner.holding = holding
        return found


@pytest.fixture
def told() -> list[AppError]:
    return []


@pytest.fixture
def runner(vault_path: Path, vault_key: VaultKey, qtbot: QtBot, told: list[AppError]) -> Iterator[HeldRunner]:
    made = HeldRunner(told.append)
    made.open(lambda: Vault.open(vault_path, vault_key.raw))
    yield made
    made.holding = False
    made.close()


@pytest.fixture
def author(runner: HeldRunner, now: datetime) -> Author:
    return Author(runner, now)


def fill_up(vault: Vault) -> None:
    [(pages,)] = vault.query("PRAGMA page_count")
    vault.execute(f"PRAGMA max_page_count = {pages}")


def make_room(vault: Vault) -> None:
    vault.execute("PRAGMA max_page_count = 1000000")


def test_a_new_one_is_kept_once_a_word_is_typed_and_only_once(author: Author) -> None:
    author.saver.touch()
    author.saver.save()
    assert author.kept() == [] and not author.saver.unsaved
    author.type("Tea")
    assert author.saver.unsaved and author.saver.state is SaveState.SAVING
    author.saver.save()
    author.type(" for two")
    author.saver.save()
    [own] = author.kept()
    assert own.draft.title == "Tea for two" and author.saver.own == own
    assert author.saver.state is SaveState.SAVED and not author.saver.unsaved


def test_it_saves_by_itself_soon_after_typing(author: Author, qtbot: QtBot) -> None:
    author.type("Tea")
    qtbot.waitUntil(lambda: not author.saver.unsaved, timeout=5000)
    assert [own.draft.title for own in author.kept()] == ["Tea"]


def test_a_late_answer_never_calls_newer_words_saved_nor_makes_two_of_one(author: Author) -> None:
    author.runner.holding = True
    author.type("Tea")
    author.saver.save()
    author.type(" for two")
    author.saver.save()
    author.type(" or three")
    author.runner.let_go()
    author.runner.let_go()
    assert author.saver.unsaved and author.saver.state is SaveState.SAVING
    author.saver.save()
    author.runner.let_go()
    assert author.saver.state is SaveState.SAVED
    assert [own.draft.title for own in author.kept()] == ["Tea for two or three"]


def test_one_removed_meanwhile_is_kept_as_a_new_one(author: Author) -> None:
    author.type("Tea")
    author.saver.save()
    author.runner.run(author.runner, lambda vault: own_prompts.remove(vault, author.kept()[0].id))
    author.type(" again")
    author.saver.save()
    assert [own.draft.title for own in author.kept()] == ["Tea again"]


def test_what_waits_for_the_words_waits_until_they_are_in_the_file(author: Author) -> None:
    went: list[str] = []
    author.saver.when_saved(lambda: went.append("nothing typed"))
    author.runner.holding = True
    author.type("Tea")
    author.saver.when_saved(lambda: went.append("saved"))
    assert went == ["nothing typed"]
    author.type(" for two")
    author.runner.let_go()
    assert went == ["nothing typed"]
    author.runner.let_go()
    assert went == ["nothing typed", "saved"]
    assert [own.draft.title for own in author.kept()] == ["Tea for two"]


def test_a_full_disk_leaves_the_words_unsaved_until_there_is_room(author: Author) -> None:
    went: list[str] = []
    author.type("Tea")
    author.saver.save()
    author.runner.run(author.runner, fill_up)
    author.type(" and long" * 40_000)
    author.saver.when_saved(lambda: went.append("saved"))
    assert author.saver.state is SaveState.NOT_SAVED and author.saver.unsaved and went == []
    assert author.saver.error is not None and author.saver.error.code == "disk_full"
    assert [own.draft.title for own in author.kept()] == ["Tea"]
    author.runner.run(author.runner, make_room)
    author.saver.save()
    assert author.saver.state is SaveState.SAVED
    assert [own.draft.title for own in author.kept()] == [author.title]


def test_a_save_refused_out_of_sight_is_told_once(
    runner: HeldRunner, now: datetime, qtbot: QtBot, told: list[AppError]
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    author = Author(runner, now, page)
    runner.run(runner, fill_up)
    author.type("long " * 60_000)
    author.saver.save()
    author.saver.save()
    assert [error.code for error in told] == ["disk_full"]


def test_another_sitting_hears_nothing_of_the_one_before(author: Author) -> None:
    author.runner.holding = True
    author.type("Tea")
    author.saver.save()
    author.saver.begin(PromptDraft(), None)
    author.runner.let_go()
    assert author.saver.own is None and author.saver.state is SaveState.UNTOUCHED
