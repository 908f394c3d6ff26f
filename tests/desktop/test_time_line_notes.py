# SPDX-License-Identifier: MIT
"""Notes on the time line, written and changed where the chart shows them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop import places
from ipnb_journal.desktop.charts.frame import View
from ipnb_journal.desktop.pages.insights import InsightsPage
from ipnb_journal.desktop.wording import event_notes as words
from ipnb_journal.domain.checkins import Item
from ipnb_journal.services import checkins, event_notes

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.vault import Vault


@pytest.fixture
def page(
    context: Context, qtbot: QtBot, in_vault: Callable[[Callable[[Vault], object]], object], now: datetime
) -> InsightsPage:
    def fill(vault: Vault) -> None:
        for back in range(20):
            given = {Item.D1: 50.0, Item.D2: 60.0, Item.L1: 40.0, Item.L2: 45.0}
            checkins.save(vault, checkins.NewCheckIn(given), now - timedelta(back))

    in_vault(fill)
    made = InsightsPage(context)
    qtbot.addWidget(made)
    made.resize(1040, 740)
    made.show()
    made.arrive(places.Insights())
    return made


def write(page: InsightsPage, text: str, qtbot: QtBot) -> None:
    page.noting.link.click()
    assert page.noting.form.isVisible()
    page.noting.form.field.line.clear()
    qtbot.keyClicks(page.noting.form.field.line, text)
    qtbot.keyClick(page.noting.form.field.line, Qt.Key.Key_Return)
    page.refresh()


def test_a_note_is_written_on_the_day_pointed_at_and_undone(page: InsightsPage, qtbot: QtBot) -> None:
    chart = page.over_time.chart
    qtbot.keyClick(chart, Qt.Key.Key_End)
    for _ in range(3):
        qtbot.keyClick(chart, Qt.Key.Key_Left)
    write(page, "moved house", qtbot)
    assert not page.noting.form.isVisible()
    assert "You noted “moved house”, 9 Mar." in page.notes.in_words.text()
    told = page.context.notices.told[-1]
    assert told.text == words.KEPT
    assert told.undo is not None
    told.undo()
    page.refresh()
    assert "moved house" not in page.notes.in_words.text()


def test_without_a_day_pointed_at_it_is_about_today(page: InsightsPage, qtbot: QtBot) -> None:
    write(page, "a new job", qtbot)
    assert "“a new job”, 12 Mar" in page.notes.in_words.text()


def test_a_standing_note_is_changed_and_taken_away(
    page: InsightsPage, qtbot: QtBot, in_vault: Callable[[Callable[[Vault], object]], object], now: datetime
) -> None:
    in_vault(lambda vault: event_notes.add(vault, date(2026, 2, 25), "moved", now))
    page.refresh()
    chart = page.over_time.chart
    qtbot.keyClick(chart, Qt.Key.Key_End)
    while chart.day() != date(2026, 2, 25).toordinal():
        qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert page.noting.link.text() == words.CHANGE
    write(page, "moved house", qtbot)
    assert "“moved house”, 25 Feb" in page.notes.in_words.text()
    page.context.notices.told[-1].undo()
    page.refresh()
    assert "“moved”, 25 Feb" in page.notes.in_words.text()
    page.noting.link.click()
    page.noting.form.drop.click()
    page.refresh()
    assert "You noted" not in page.notes.in_words.text()
    page.context.notices.told[-1].undo()
    page.refresh()
    assert "“moved”, 25 Feb" in page.notes.in_words.text()


def test_a_form_left_beside_the_table_leaves_the_keyboard_there(page: InsightsPage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.noting.link.click()
    qtbot.waitUntil(page.noting.form.field.line.hasFocus)
    page.show_view(View.TABLE)
    qtbot.keyClick(page.noting.form.field.line, Qt.Key.Key_Escape)
    assert not page.noting.form.isVisible()
    assert page.frame.table.hasFocus()


def test_made_up_days_take_no_notes(page: InsightsPage) -> None:
    page.show_example(wanted=True)
    assert not page.noting.link.isVisible()
    page.show_example(wanted=False)
    assert page.noting.link.isVisible()


def test_one_that_is_undone_while_it_is_being_changed_is_written_anew(
    page: InsightsPage, qtbot: QtBot, in_vault: Callable[[Callable[[Vault], object]], object]
) -> None:
    qtbot.keyClick(page.over_time.chart, Qt.Key.Key_End)
    write(page, "moved house", qtbot)
    qtbot.keyClick(page.over_time.chart, Qt.Key.Key_End)
    page.noting.link.click()
    undo = page.context.notices.told[-1].undo
    assert undo is not None
    undo()
    page.refresh()
    qtbot.keyClicks(page.noting.form.field.line, ", at last")
    qtbot.keyClick(page.noting.form.field.line, Qt.Key.Key_Return)
    found = in_vault(event_notes.all_notes)
    assert [note.text for note in found] == ["moved house, at last"]


def test_the_form_knows_that_midnight_has_passed(
    page: InsightsPage, context: Context, qtbot: QtBot, now: datetime
) -> None:
    moments = [now]
    page = InsightsPage(context.but(clock=lambda: moments[-1]))
    qtbot.addWidget(page)
    moments.append(now + timedelta(1))
    page.noting.write()
    assert page.noting.form.note.day == moments[-1].date()
    page.noting.form.month.day_picked.emit(moments[-1].date())
    assert page.noting.form.note.day == moments[-1].date()


def test_two_notes_of_a_day_are_reached_one_after_the_other(
    page: InsightsPage, in_vault: Callable[[Callable[[Vault], object]], object], now: datetime, qtbot: QtBot
) -> None:
    for text in ("moved", "a new job"):
        in_vault(lambda vault, text=text: event_notes.add(vault, now.date(), text, now))
    page.refresh()
    qtbot.keyClick(page.over_time.chart, Qt.Key.Key_End)
    shown = []
    for _ in range(3):
        page.noting.write()
        shown.append(page.noting.form.note.text)
    assert shown == ["moved", "a new job", ""]


def test_words_in_the_open_form_are_kept_when_the_page_is_left(
    page: InsightsPage, in_vault: Callable[[Callable[[Vault], object]], object], qtbot: QtBot
) -> None:
    page.noting.link.click()
    page.leave()
    assert in_vault(event_notes.all_notes) == ()
    page.noting.link.click()
    qtbot.keyClicks(page.noting.form.field.line, "moved house")
    page.leave()
    kept = in_vault(event_notes.all_notes)
    assert [note.text for note in kept] == ["moved house"]  # type: ignore[attr-defined]
    page.leave()
    assert len(in_vault(event_notes.all_notes)) == 1  # type: ignore[arg-type]


def test_leaving_the_form_gives_the_typed_words_back_on_undo(
    page: InsightsPage, in_vault: Callable[[Callable[[Vault], object]], object], qtbot: QtBot
) -> None:
    page.noting.link.click()
    qtbot.keyClicks(page.noting.form.field.line, "moved house")
    qtbot.keyClick(page.noting.form.field.line, Qt.Key.Key_Escape)
    assert not page.noting.form.isVisible()
    assert in_vault(event_notes.all_notes) == ()
    told = page.context.notices.told[-1]
    assert told.text == words.NOT_KEPT
    assert told.undo is not None
    told.undo()
    assert page.noting.form.field.text() == "moved house"
    assert page.noting.form.is_changed
