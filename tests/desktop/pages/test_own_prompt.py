# SPDX-License-Identifier: MIT
"""Writing a prompt of one's own by keyboard: help beside the words, nothing lost, tried once it is whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop import places
from ipnb_journal.desktop.notices import Message
from ipnb_journal.desktop.pages.own_prompt import OwnPromptPage
from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.own_prompts import draft_of
from ipnb_journal.domain.prompts import Depth, HoldBack, Technique, Theme
from ipnb_journal.services import own_prompts
from tests.builders import a_prompt

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.vault import Vault

    Asking = Callable[[Callable[[Vault], object]], object]

WHOLE = draft_of(a_prompt(id="", title="Tea"))


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> OwnPromptPage:
    made = OwnPromptPage(context)
    qtbot.addWidget(made)
    made.resize(1280, 756)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def gone(page: OwnPromptPage) -> list[object]:
    asked: list[object] = []
    page.open_requested.connect(asked.append)
    return asked


def kept(in_vault: Asking) -> tuple[own_prompts.OwnPrompt, ...]:
    return in_vault(own_prompts.all_own)  # type: ignore[return-value]


def test_a_new_one_is_written_by_keyboard_from_the_title_to_a_try(
    page: OwnPromptPage, in_vault: Asking, gone: list[object], qtbot: QtBot
) -> None:
    page.arrive(places.OwnPrompt(sitting=1))
    assert page.first_focus() is page.form.title.line
    qtbot.keyClicks(page.form.title.line, "Two cups")
    for step in Step:
        qtbot.keyClicks(page.form.steps[step].editor, f"What to do to {step.value}.")
    qtbot.keyClicks(page.form.lighter.editor, "One line.")
    page.go_to("draws_on")
    qtbot.keyClick(page.form.more.draws_on.chip(Technique.GRATITUDE), Qt.Key.Key_Space)
    qtbot.keyClick(page.form.title.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    [own] = kept(in_vault)
    assert own.prompt is not None
    assert (own.prompt.title, own.prompt.depth, own.prompt.minutes) == ("Two cups", Depth.GENTLE, 5)
    assert gone == [places.OwnPrompt(own_id=own.id), places.Guided(prompt_id=own.prompt.id)]


def test_help_says_what_is_open_and_leads_there(page: OwnPromptPage, qtbot: QtBot) -> None:
    page.arrive(places.OwnPrompt())
    assert not page.help.whole.isVisible()
    assert "steps.settle" in page.help.links
    qtbot.keyClick(page.help.links["steps.settle"], Qt.Key.Key_Return)
    assert page.focusWidget() is page.form.steps[Step.SETTLE].editor
    assert not page.form.more.isVisible()
    qtbot.keyClick(page.help.links["draws_on"], Qt.Key.Key_Return)
    assert page.form.more.isVisible()
    assert page.focusWidget() is page.form.more.draws_on.chip(Technique.EXPRESSIVE_WRITING)


def test_help_grows_with_what_is_typed_and_never_stands_in_the_way(
    page: OwnPromptPage, in_vault: Asking, qtbot: QtBot
) -> None:
    page.arrive(places.OwnPrompt())
    editor = page.form.steps[Step.WRITE].editor
    qtbot.keyClicks(editor, "You should write to them.")
    qtbot.waitUntil(lambda: "pushes a little" in editor.accessibleDescription(), timeout=5000)
    assert page.help.sheet.lines[Step.WRITE].text() == "You should write to them."
    qtbot.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    [own] = kept(in_vault)
    assert own.prompt is None and own.draft.steps[Step.WRITE] == "You should write to them."


def test_trying_one_that_is_not_whole_says_what_is_open_and_goes_there(
    page: OwnPromptPage, gone: list[object], qtbot: QtBot
) -> None:
    page.arrive(places.OwnPrompt())
    qtbot.keyClicks(page.form.title.line, "Tea")
    qtbot.keyClick(page.bar.closing, Qt.Key.Key_Return)
    told = page.context.notices.told[-1]
    assert isinstance(told, Message) and "Settle is still empty" in told.text
    assert page.focusWidget() is page.form.steps[Step.SETTLE].editor
    assert gone == []


def test_every_field_comes_back_as_it_was_kept(page: OwnPromptPage, in_vault: Asking, now: datetime) -> None:
    full = replace(
        *(WHOLE,),
        also=(Theme.REPAIR,),
        note="Only if there’s time.",
        hold_back=(HoldBack.RECENT_LOSS,),
        circles=True,
        author="R.",
    )
    own = in_vault(lambda vault: own_prompts.add(vault, full, "Evenings", now))
    page.arrive(places.OwnPrompt(own_id=own.id))  # type: ignore[attr-defined]
    assert page.form.take(own.draft) == own.draft  # type: ignore[attr-defined]
    assert page.form.group.group() == "Evenings"
    assert page.help.whole.isVisible() and not page.unsaved
    page.form.show_draft(replace(full, minutes=99, theme=None), "", (), new=False)
    assert page.form.take(full).minutes is None and page.form.take(full).theme is None


def test_a_group_is_made_by_naming_it(page: OwnPromptPage, in_vault: Asking, qtbot: QtBot) -> None:
    page.arrive(places.OwnPrompt())
    qtbot.keyClicks(page.form.title.line, "Tea")
    combo = page.form.group.combo
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_End)
    assert page.focusWidget() is page.form.group.name.line
    qtbot.keyClicks(page.form.group.name.line, "Evenings")
    page.leave()
    assert [own.group for own in kept(in_vault)] == ["Evenings"]


def test_leaving_keeps_every_word_and_coming_back_goes_on_with_the_same(
    page: OwnPromptPage, in_vault: Asking, gone: list[object], qtbot: QtBot
) -> None:
    new = places.OwnPrompt(sitting=1)
    page.arrive(new)
    qtbot.keyClicks(page.form.title.line, "Tea")
    assert page.unsaved
    page.leave()
    assert not page.unsaved
    page.arrive(new)
    assert page.form.title.text() == "Tea"
    page.arrive(places.OwnPrompt(sitting=2))
    assert page.form.title.text() == ""
    assert [own.draft.title for own in kept(in_vault)] == ["Tea"]
    qtbot.keyClick(page.form.title.line, Qt.Key.Key_Escape)
    assert gone == [places.Back()]


def test_one_that_is_gone_leads_to_one_s_own(page: OwnPromptPage, gone: list[object]) -> None:
    page.arrive(places.OwnPrompt(own_id=77))
    assert gone == [places.Prompts(tab="own")]


def test_without_room_the_help_stands_below_and_a_link_leads_there(page: OwnPromptPage, qtbot: QtBot) -> None:
    page.columns = False
    page.arrive(places.OwnPrompt())
    assert page.below.isVisible() and page.below.text().endswith("still open")
    qtbot.keyClick(page.below, Qt.Key.Key_Return)
    assert page.focusWidget() is next(iter(page.help.links.values()))
    page.columns = True
    assert not page.below.isVisible() and page.help.isVisible()
