# SPDX-License-Identifier: MIT
"""One's own prompts among the others: ordered, tried, removed and brought back, out and in as a set."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop import places
from ipnb_journal.desktop.notices import Message
from ipnb_journal.desktop.pages.prompts import PromptsPage
from ipnb_journal.desktop.widgets.shelf.own import CHANGE, DOWN, REMOVE, TRY, UP
from ipnb_journal.desktop.wording import own_prompts as words
from ipnb_journal.desktop.wording.errors import Words
from ipnb_journal.domain.own_prompts import PromptDraft, draft_of
from ipnb_journal.formats import prompt_writer
from ipnb_journal.services import own_prompts, prompts
from tests.builders import a_prompt

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.vault import Vault

    Asking = Callable[[Callable[[Vault], object]], object]

TEA, BUS = a_prompt("own-tea", title="Tea"), a_prompt("own-bus", title="The bus")
ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> PromptsPage:
    made = PromptsPage(context)
    qtbot.addWidget(made)
    context.runner.changed.connect(made.refresh)
    made.resize(1072, 756)
    made.show()
    qtbot.waitExposed(made)
    made.arrive(places.Prompts(tab="own"))
    return made


@pytest.fixture
def three(page: PromptsPage, in_vault: Asking, now: datetime) -> list[int]:
    """Tea and the bus in one group, and a third that is hardly begun."""
    drafts = ((draft_of(TEA), "Out"), (draft_of(BUS), "Out"), (PromptDraft(title="Rain"), ""))
    return [
        in_vault(lambda vault, d=draft, g=group: own_prompts.add(vault, d, g, now)).id  # type: ignore[attr-defined,misc]
        for draft, group in drafts
    ]


def titles(in_vault: Asking) -> list[str]:
    return [own.draft.title for own in in_vault(own_prompts.all_own)]  # type: ignore[attr-defined]


def said(page: PromptsPage) -> str:
    told = page.context.notices.told[-1]
    assert isinstance(told, Message)
    return told.text


def undo(page: PromptsPage) -> None:
    told = page.context.notices.told[-1]
    assert isinstance(told, Message) and told.undo is not None
    told.undo()


def test_with_none_yet_there_is_one_kind_line_and_a_way_to_begin(page: PromptsPage, qtbot: QtBot) -> None:
    gone: list[object] = []
    page.open_requested.connect(gone.append)
    assert page.own.isVisible() and page.own.empty.isVisible() and not page.own.export.isVisible()
    qtbot.keyClick(page.own.new, ENTER)
    qtbot.keyClick(page.own.new, ENTER)
    first, second = (place for place in gone if isinstance(place, places.OwnPrompt))
    assert first.own_id is None and first != second
    assert gone[0] == places.Prompts(tab="own")


def test_each_can_be_changed_and_a_whole_one_tried(page: PromptsPage, three: list[int], qtbot: QtBot) -> None:
    gone: list[object] = []
    page.open_requested.connect(gone.append)
    tea, _, rain = three
    qtbot.keyClick(page.own.buttons[tea, TRY], ENTER)
    qtbot.keyClick(page.own.buttons[rain, CHANGE], ENTER)
    assert gone == [
        *(places.Guided(prompt_id="own-tea"), places.Prompts(tab="own"), places.OwnPrompt(own_id=rain)),
    ]
    assert (rain, TRY) not in page.own.buttons
    assert page.own.buttons[rain, CHANGE].text() == words.WRITE_ON


def test_the_preview_of_one_s_own_leads_to_the_editor(
    page: PromptsPage, three: list[int], qtbot: QtBot
) -> None:
    gone: list[object] = []
    page.open_requested.connect(gone.append)
    page.arrive(places.Prompts(prompt_id="own-bus"))
    qtbot.keyClick(page.browse.sheet.edit, ENTER)
    assert gone == [places.OwnPrompt(own_id=three[1])]


def test_they_move_within_their_group_and_the_keyboard_goes_along(
    page: PromptsPage, three: list[int], in_vault: Asking, qtbot: QtBot
) -> None:
    tea, bus, rain = three
    assert not {(tea, UP), (bus, DOWN), (rain, UP), (rain, DOWN)} & set(page.own.buttons)
    page.own.buttons[bus, UP].setFocus()
    qtbot.keyClick(page.own.buttons[bus, UP], ENTER)
    assert titles(in_vault) == ["Rain", "The bus", "Tea"]
    assert page.focusWidget() is page.own.buttons[bus, DOWN]


def test_one_removed_can_be_brought_back(
    page: PromptsPage, three: list[int], in_vault: Asking, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.own.buttons[three[0], REMOVE], ENTER)
    assert titles(in_vault) == ["Rain", "The bus"] and "Tea" in said(page)
    undo(page)
    assert titles(in_vault) == ["Rain", "Tea", "The bus"]


def test_those_chosen_leave_as_a_set_and_unfinished_ones_stay(
    page: PromptsPage, three: list[int], tmp_path: Path, qtbot: QtBot
) -> None:
    answers = page.context.notices.answers
    assert answers is not None and page.own.export.text() == words.EXPORT_ALL
    answers.extend([tmp_path / "all.toml", tmp_path / "one.toml", None])
    qtbot.keyClick(page.own.export, ENTER)
    assert said(page) == "2 prompts are in “all.toml”. 1 that is still being written stayed here."
    qtbot.keyClick(page.own.boxes[three[1]], SPACE)
    assert page.own.export.text() == words.EXPORT_ONE
    qtbot.keyClick(page.own.export, ENTER)
    assert [found for found, _ in prompts.read_set(tmp_path / "one.toml").prompts] == [BUS]
    qtbot.keyClick(page.own.export, ENTER)
    assert not answers


def test_a_set_is_never_written_over_a_journal(
    page: PromptsPage, three: list[int], vault_path: Path, qtbot: QtBot
) -> None:
    before, answers = vault_path.read_bytes()[:4096], page.context.notices.answers
    assert answers is not None
    answers.append(vault_path)
    qtbot.keyClick(page.own.export, ENTER)
    assert isinstance(page.context.notices.told[-1], Words)
    assert vault_path.read_bytes()[:4096] == before


def test_a_set_is_looked_at_then_taken_in_and_can_be_taken_back(
    page: PromptsPage, three: list[int], tmp_path: Path, in_vault: Asking, qtbot: QtBot
) -> None:
    path, answers = tmp_path / "theirs.toml", page.context.notices.answers
    changed = replace(BUS, lighter="Another line.")
    text = prompt_writer.write([TEA, changed, a_prompt("new-1", title="Bread")])
    path.write_text(text + '\n[[prompt]]\nid = "odd"\n', "utf-8")
    assert answers is not None
    answers.append(path)
    qtbot.keyClick(page.own.bring_in, ENTER)
    arriving = page.own.arriving
    assert arriving.isVisible() and not page.own.new.isVisible()
    for part in (words.NEW_ONE, words.HERE_ONE, words.CHANGED_ONE):
        assert part in arriving.told.text()
    assert titles(in_vault) == ["Rain", "Tea", "The bus"]
    assert page.focusWidget() is arriving.take and arriving.group.text() == "theirs"
    qtbot.keyClick(arriving.take, ENTER)
    assert not arriving.isVisible()
    assert titles(in_vault) == ["Rain", "Tea", "The bus", "The bus", "Bread"]
    assert said(page) == "2 prompts were taken in. 1 was here already."
    undo(page)
    assert titles(in_vault) == ["Rain", "Tea", "The bus"]


def test_a_file_that_is_none_can_only_be_left(
    page: PromptsPage, tmp_path: Path, in_vault: Asking, qtbot: QtBot
) -> None:
    path, answers = tmp_path / "photo.toml", page.context.notices.answers
    path.write_bytes(bytes(range(256)))
    assert answers is not None
    answers.append(path)
    qtbot.keyClick(page.own.bring_in, ENTER)
    arriving = page.own.arriving
    assert words.NONE_ARRIVE in arriving.told.text() and not arriving.take.isVisible()
    qtbot.keyClick(arriving.leave, Qt.Key.Key_Escape)
    assert not arriving.isVisible() and page.focusWidget() is page.own.bring_in
    assert titles(in_vault) == []
