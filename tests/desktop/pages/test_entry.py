# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop.notices import Message
from ipnb_journal.desktop.pages.entry import EntryPage
from ipnb_journal.desktop.places import Back, OpenEntry, Write
from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.reading import Reading
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.services import history, writing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.vault import Vault


@pytest.fixture
def page(context: Context, now: datetime, qtbot: QtBot) -> EntryPage:
    def fill(vault: Vault) -> int:
        draft = writing.open_free(vault, now - timedelta(days=2))
        words = replace(draft.page.writing, title="Saturday", body="First <b>words</b>.\n\nSecond.")
        writing.autosave(vault, replace(draft, page=replace(draft.page, writing=words, tags=("quiet",))), now)
        entry = writing.set_down(vault, draft.id, now - timedelta(days=2))
        assert entry is not None
        again = writing.open_for_change(vault, entry.id, now)
        changed = replace(again.page.writing, body="Other words.")
        writing.autosave(vault, replace(again, page=replace(again.page, writing=changed)), now)
        writing.set_down(vault, again.id, now)
        return entry.id

    made = EntryPage(context)
    qtbot.addWidget(made)
    made.resize(1072, 756)
    made.show()
    context.runner.run(made, fill, lambda entry_id: made.arrive(OpenEntry(entry_id)))
    return made


def _shown(page: EntryPage) -> list[str]:
    return [part.text() for part in page.findChildren(Text) if part.isVisible()]


def _read(page: EntryPage) -> list[str]:
    return [part.toPlainText() for part in page.sheet.findChildren(Reading)]


def test_a_page_shows_its_title_words_and_tags(page: EntryPage) -> None:
    assert "Saturday" in _shown(page)
    assert "quiet" in _shown(page)
    assert _read(page) == ["Other words."]


def test_earlier_words_come_back_as_plain_text_and_the_present_ones_are_kept(
    page: EntryPage, context: Context, qtbot: QtBot
) -> None:
    [back] = page.earlier.findChildren(LinkButton)
    qtbot.keyClick(back, Qt.Key.Key_Return)
    page.refresh()
    assert _read(page) == ["First <b>words</b>.\nSecond."]
    assert len(page.earlier.findChildren(LinkButton)) == 2
    assert context.notices.told[-1] == Message("The earlier words are back")


def test_change_opens_the_page_to_write(page: EntryPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.keyClick(page.change, Qt.Key.Key_Return)
    assert asked.args == [Write(entry_id=1)]


def test_the_drawer_can_be_undone(page: EntryPage, context: Context, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.keyClick(page.drawer, Qt.Key.Key_Return)
    assert asked.args == [Back()]
    drawn: list[int] = []
    context.runner.run(page, lambda vault: len(history.drawer(vault)), drawn.append)
    told = context.notices.told[-1]
    assert isinstance(told, Message)
    assert told.undo is not None
    told.undo()
    context.runner.run(page, lambda vault: len(history.drawer(vault)), drawn.append)
    assert drawn == [1, 0]


def test_a_page_in_the_drawer_is_read_there_and_put_back(
    page: EntryPage, context: Context, now: datetime, qtbot: QtBot
) -> None:
    context.runner.changed.connect(lambda topics: page.refresh() if page.topics & topics else None)
    context.runner.run(page, lambda vault: history.move_to_drawer(vault, 1, now))
    assert _read(page) == ["Other words."]
    assert "In the drawer, gone for good on Saturday, 11 April" in _shown(page)
    assert not page.change.isVisible()
    assert not page.drawer.isVisible()
    assert page.commands() == {}
    page.activateWindow()
    page.take_out.setFocus()
    qtbot.keyClick(page.take_out, Qt.Key.Key_Return)
    assert page.change.isVisible()
    assert page.focusWidget() is page.change
    assert not page.take_out.isVisible()
    told = context.notices.told[-1]
    assert isinstance(told, Message)
    assert told.undo is not None
    told.undo()
    assert page.take_out.isVisible()


def test_words_are_as_tall_as_they_need(page: EntryPage) -> None:
    for part in page.sheet.findChildren(Reading):
        assert part.height() >= part.document().size().height() - 1
