# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop.navigation import lit_by
from ipnb_journal.desktop.notices import Message, Question
from ipnb_journal.desktop.pages.drawer import DrawerPage
from ipnb_journal.desktop.places import Back, Drawer, History, OpenEntry
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import history as words
from ipnb_journal.services import history, writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.vault import Vault

    InVault = Callable[[Callable[[Vault], object]], object]


def _lay_aside(vault: Vault, title: str, now: datetime, days: int) -> int:
    draft = writing.open_free(vault, now - timedelta(days=days))
    page = replace(draft.page, writing=replace(draft.page.writing, title=title, body="Words."))
    writing.autosave(vault, replace(draft, page=page), now)
    entry = writing.set_down(vault, draft.id, now - timedelta(days=days))
    assert entry is not None
    history.move_to_drawer(vault, entry.id, now - timedelta(days=days))
    return entry.id


@pytest.fixture
def page(context: Context, now: datetime, in_vault: InVault, qtbot: QtBot) -> DrawerPage:
    for title, days in (("<b>Today</b>", 0), ("Last week", 7), ("Long ago", 31)):
        in_vault(lambda vault, title=title, days=days: _lay_aside(vault, title, now, days))
    made = DrawerPage(context)
    qtbot.addWidget(made)
    made.resize(1072, 756)
    made.show()
    context.runner.changed.connect(lambda topics: made.refresh() if made.topics & topics else None)
    made.arrive(Drawer())
    return made


def _shown(page: DrawerPage) -> list[str]:
    return [text.text() for text in page.findChildren(Text) if text.isVisible()]


def test_pages_lie_there_with_the_day_they_are_gone_and_old_ones_are_gone(
    page: DrawerPage, in_vault: InVault
) -> None:
    assert "<b>Today</b>" in _shown(page)
    assert "Thursday, 12 March. Gone for good on Saturday, 11 April." in _shown(page)
    assert "Thursday, 5 March. Gone for good on Saturday, 4 April." in _shown(page)
    assert "Long ago" not in _shown(page)
    assert len(in_vault(history.drawer)) == 2  # type: ignore[arg-type]


def test_a_page_is_put_back_by_keyboard_and_laid_there_again_by_undo(
    page: DrawerPage, qtbot: QtBot, in_vault: InVault
) -> None:
    focus = page.first_focus()
    assert focus is page.rows[0].button
    focus.setFocus()
    before = in_vault(history.drawer)
    qtbot.keyClick(page.rows[0].button, Qt.Key.Key_Return)
    assert "<b>Today</b>" not in _shown(page)
    assert len(page.rows) == 1
    told = page.context.notices.told[-1]
    assert isinstance(told, Message) and told.undo is not None
    assert told.text == "The page is back in your history"
    told.undo()
    assert in_vault(history.drawer) == before


def test_the_keyboard_stays_in_the_list_until_it_is_empty(page: DrawerPage, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitActive(page)
    page.rows[1].button.setFocus()
    qtbot.keyClick(page.rows[1].button, Qt.Key.Key_Space)
    assert page.focusWidget() is page.rows[0].button
    qtbot.keyClick(page.rows[0].button, Qt.Key.Key_Space)
    assert page.focusWidget() is page.back
    assert words.DRAWER_EMPTY in _shown(page)


def test_a_page_is_let_go_of_at_once_only_after_a_question(
    page: DrawerPage, qtbot: QtBot, in_vault: InVault
) -> None:
    page.activateWindow()
    qtbot.waitActive(page)
    answers = page.context.notices.answers
    assert answers is not None
    answers.append("keep")
    page.rows[0].go.setFocus()
    qtbot.keyClick(page.rows[0].go, Qt.Key.Key_Return)
    assert len(page.rows) == 2
    answers.append("let_go")
    qtbot.keyClick(page.rows[0].go, Qt.Key.Key_Return)
    asked = page.context.notices.told[-2]
    assert isinstance(asked, Question)
    # Enter and Esc keep the page
    assert (asked.choices[0].key, asked.danger) == ("keep", "let_go")
    assert "“<b>Today</b>” and its earlier versions" in asked.words.body
    assert page.context.notices.told[-1] == Message(words.GONE)
    assert [entry.page.writing.title for entry in in_vault(history.drawer)] == ["Last week"]  # type: ignore
    assert page.focusWidget() is page.rows[0].button


def test_a_page_can_be_read_where_it_lies(page: DrawerPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.keyClick(page.rows[1].read, Qt.Key.Key_Return)
    assert asked.args == [OpenEntry(2)]


def test_the_way_back_and_the_place_in_the_sidebar(page: DrawerPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.keyClick(page.back, Qt.Key.Key_Return)
    assert asked.args == [Back()]
    assert lit_by(Drawer()) == History()


def test_a_long_title_fits_a_small_window(page: DrawerPage, context: Context, in_vault: InVault) -> None:
    in_vault(lambda vault: _lay_aside(vault, "Word " * 15, context.clock(), 1))
    page.columns = False
    page.resize(420, 556)
    for row in page.rows:
        assert row.button.mapTo(page, row.button.rect().topRight()).x() <= page.width()
