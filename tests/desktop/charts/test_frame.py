# SPDX-License-Identifier: MIT
"""A chart on its sheet, and its table twin."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop.charts.frame import ChartFrame, View
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.insights import Span, over_time

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

TODAY = date(2026, 3, 12)
LAST = TODAY.toordinal()


@pytest.fixture
def frame(theme: Theme, qtbot: QtBot) -> ChartFrame:
    made = ChartFrame(theme)
    qtbot.addWidget(made)
    made.resize(680, 600)
    values = [DayValue(LAST - each, 40 + each % 7) for each in range(40, -1, -1)]
    made.show_chart(over_time(values, values, Span.QUARTER, 7, TODAY), words.ALL_SHOWN)
    made.show()
    return made


def test_the_readout_follows_the_cursor_and_opens_the_day(frame: ChartFrame, qtbot: QtBot) -> None:
    assert frame.readout.text() == words.READOUT_HINT
    assert not frame.open_day.isEnabled()
    qtbot.keyClick(frame.chart, Qt.Key.Key_End)
    assert frame.readout.text().startswith("Thursday, 12 March: ")
    with qtbot.waitSignal(frame.day_opened) as opened:
        frame.open_day.click()
    assert opened.args == [LAST]


def test_the_table_begins_at_the_day_pointed_at(frame: ChartFrame, qtbot: QtBot) -> None:
    qtbot.keyClick(frame.chart, Qt.Key.Key_Home)
    frame.show_view(View.TABLE)
    assert frame.current() is frame.table
    assert frame.table.currentIndex().row() == 0
    with qtbot.waitSignal(frame.day_opened) as opened:
        frame.open_row.click()
    assert date.fromordinal(opened.args[0]).weekday() == 0


def test_rows_by_day_are_the_drawn_days(frame: ChartFrame) -> None:
    frame.show_view(View.TABLE)
    frame.rows.segment("day").click()
    assert not frame.by_week
    drawn = frame.chart.panels()[0].picture.days
    told = [frame.model.index(row, 1).data() for row in range(len(drawn))]
    assert told == [str(round(at.value)) for at in drawn]


def test_the_last_row_opens_nothing(frame: ChartFrame, qtbot: QtBot) -> None:
    frame.show_view(View.TABLE)
    frame.table.selectRow(frame.model.rowCount() - 1)
    assert not frame.open_row.isEnabled()
    with qtbot.assertNotEmitted(frame.day_opened):
        qtbot.keyClick(frame.table, Qt.Key.Key_Return)


def test_copying_gives_the_table_as_text(frame: ChartFrame, qtbot: QtBot) -> None:
    frame.show_view(View.TABLE)
    with qtbot.waitSignal(frame.copied) as copied:
        frame.copy.click()
    lines = copied.args[0].splitlines()
    assert lines[0] == "Week of\tBeing myself\tIn touch\tDays"
    assert len(lines) == frame.model.rowCount() + 1


def test_without_pages_behind_them_days_dont_offer_to_open(frame: ChartFrame) -> None:
    assert frame.open_day.isVisible()
    frame.show_chart(over_time([], [], Span.MONTH, 7, TODAY), words.ALL_SHOWN, openable=False)
    assert not frame.open_day.isVisible()
