# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop.notices import Message
from ipnb_journal.desktop.pages.entry import EntryPage
from ipnb_journal.desktop.places import Back, OpenEntry, Versions, Write
from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.reading import Reading
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import history as words
from ipnb_journal.domain.checkins import Circles
from ipnb_journal.services import checkins, history, people, writing
from ipnb_journal.vault import entries

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


def test_circles_placed_on_it_are_seen_and_said_beside_it(
    page: EntryPage, context: Context, now: datetime
) -> None:
    assert not page.circles.isVisible()

    def place(vault: Vault) -> None:
        ana = people.add(vault, "Ana").id
        checkins.save_circles(vault, Circles(70, 80, 20), now, ana, entry_id=1)

    context.runner.run(page, place)
    page.refresh()
    assert page.circles.isVisible() and page.circles.glyph.isVisible()
    assert "Near, your edge very clear, Ana’s edge soft." in _shown(page)
    context.runner.run(page, lambda vault: checkins.remove(vault, 1))
    page.refresh()
    assert not page.circles.isVisible()


def test_nobody_hidden_is_named_beside_it_nor_are_circles_about_them_shown(
    page: EntryPage, context: Context, now: datetime, qtbot: QtBot
) -> None:
    def hide(vault: Vault) -> None:
        ana = people.add(vault, "Ana").id
        draft = writing.open_for_change(vault, 1, now)
        writing.autosave(vault, replace(draft, page=replace(draft.page, people=(ana,))), now)
        writing.set_down(vault, draft.id, now)
        checkins.save_circles(vault, Circles(70, 80, 20), now, ana, entry_id=1)

    context.runner.run(page, hide)
    page.refresh()
    qtbot.waitUntil(lambda: "Ana" in _shown(page))
    assert page.circles.isVisible()
    context.runner.run(page, lambda vault: people.hide(vault, 1))
    page.refresh()
    qtbot.waitUntil(lambda: "quiet" in _shown(page))
    assert "Ana" not in " ".join(_shown(page)) and not page.circles.isVisible()


def test_earlier_versions_are_listed_beside_it_and_lead_to_the_comparison(
    page: EntryPage, qtbot: QtBot
) -> None:
    [link] = page.earlier.findChildren(LinkButton)
    assert "First <b>words</b>. Second." in _shown(page)
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.keyClick(link, Qt.Key.Key_Return)
    assert asked.args == [Versions(1, 1)]


def test_of_many_versions_three_are_listed_and_one_link_leads_to_all(
    page: EntryPage, context: Context, now: datetime, qtbot: QtBot
) -> None:
    def change(vault: Vault) -> None:
        for number in range(4):
            later = now + timedelta(hours=number + 1)
            draft = writing.open_for_change(vault, 1, later)
            words = replace(draft.page.writing, body=f"Words {number}.")
            writing.autosave(vault, replace(draft, page=replace(draft.page, writing=words)), later)
            writing.set_down(vault, draft.id, later)

    context.runner.run(page, change)
    page.refresh()
    links = page.earlier.findChildren(LinkButton)
    assert [link.text() for link in links] == ["Compare with now"] * 3 + ["All 5 earlier versions"]
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.keyClick(links[-1], Qt.Key.Key_Return)
    assert asked.args == [Versions(1)]


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


def test_a_page_is_never_brought_up_again_and_that_can_be_undone(
    page: EntryPage, context: Context, qtbot: QtBot
) -> None:
    context.runner.changed.connect(lambda topics: page.refresh() if page.topics & topics else None)
    switch = page.sealing.switch
    told = context.notices.told
    sealed: list[bool] = []

    def look() -> bool:
        context.runner.run(page, lambda vault: history.entry(vault, 1).sealed, sealed.append)
        return sealed[-1]

    assert (switch.accessibleName(), switch.accessibleDescription()) == (words.SEAL, words.SEAL_LINE)
    assert not switch.isChecked()
    assert switch.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    first = told[-1]
    assert isinstance(first, Message)
    assert first.text == words.SEALED
    assert first.undo is not None
    assert (look(), switch.isChecked()) == (True, True)
    first.undo()
    assert (look(), switch.isChecked()) == (False, False)
    qtbot.keyClick(switch, Qt.Key.Key_Return)
    qtbot.keyClick(switch, Qt.Key.Key_Return)
    last = told[-1]
    assert isinstance(last, Message)
    assert last.text == words.UNSEALED
    assert (look(), switch.isChecked()) == (False, False)


def test_a_page_that_is_gone_meanwhile_can_not_be_sealed(
    page: EntryPage, context: Context, qtbot: QtBot
) -> None:
    problems: list[object] = []
    context.notices.problem_shown.connect(problems.append)
    context.runner.run(page, lambda vault: entries.remove(vault, 1))
    qtbot.keyClick(page.sealing.switch, Qt.Key.Key_Space)
    assert problems


def test_in_the_drawer_nothing_is_to_be_sealed(page: EntryPage, context: Context, now: datetime) -> None:
    assert page.sealing.isVisible()
    context.runner.run(page, lambda vault: history.move_to_drawer(vault, 1, now))
    page.refresh()
    assert not page.sealing.isVisible()


def test_words_are_as_tall_as_they_need(page: EntryPage) -> None:
    for part in page.sheet.findChildren(Reading):
        assert part.height() >= part.document().size().height() - 1
