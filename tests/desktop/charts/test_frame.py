# SPDX-License-Identifier: MIT
"""A chart on its sheet, and its table twin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop.charts.attention import AttentionChart
from ipnb_journal.desktop.charts.frame import ChartFrame, View
from ipnb_journal.desktop.charts.over_time import OverTimeChart
from ipnb_journal.desktop.widgets.choices import Segmented
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.checkins import Method
from ipnb_journal.domain.windows import Span, Window
from tests.charting import drawn

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

TODAY = date(2026, 3, 12)
LAST = TODAY.toordinal()


@pytest.fixture
def frame(theme: Theme, qtbot: QtBot) -> ChartFrame:
    made = ChartFrame(theme, [OverTimeChart(theme), OverTimeChart(theme)])
    qtbot.addWidget(made)
    made.resize(680, 600)
    values = [DayValue(LAST - each, 40 + each % 7) for each in range(40, -1, -1)]
    assert isinstance(made.chart, OverTimeChart)
    made.chart.show_picture(drawn(values, values, Span.QUARTER, 7, TODAY))
    made.renew()
    made.show()
    return made


def by_day(frame: ChartFrame) -> None:
    chooser = frame.rows.currentWidget()
    assert isinstance(chooser, Segmented)
    chooser.segment("day").click()


def test_the_readout_follows_the_cursor_and_opens_the_day(frame: ChartFrame, qtbot: QtBot) -> None:
    assert frame.readout.text() == words.READOUT_HINT
    assert not frame.open_mark.isEnabled()
    qtbot.keyClick(frame.chart, Qt.Key.Key_End)
    assert frame.readout.text().startswith("Thursday, 12 March: ")
    with qtbot.waitSignal(frame.opened) as opened:
        frame.open_mark.click()
    assert opened.args == [Window(LAST, LAST)]


def test_the_table_begins_at_the_day_pointed_at(frame: ChartFrame, qtbot: QtBot) -> None:
    qtbot.keyClick(frame.chart, Qt.Key.Key_Home)
    frame.show_view(View.TABLE)
    assert frame.current() is frame.table
    assert frame.table.currentIndex().row() == 0
    with qtbot.waitSignal(frame.opened) as opened:
        frame.open_row.click()
    assert date.fromordinal(opened.args[0].first).weekday() == 0


def test_the_keyboard_goes_where_the_foot_it_was_in_went(frame: ChartFrame, qtbot: QtBot) -> None:
    qtbot.keyClick(frame.chart, Qt.Key.Key_End)
    frame.activateWindow()
    frame.open_mark.setFocus()
    qtbot.waitUntil(frame.open_mark.hasFocus)
    frame.show_view(View.TABLE)
    assert frame.table.hasFocus()
    frame.copy.setFocus()
    frame.show_view(View.CHART)
    assert frame.chart.hasFocus()


def test_kinds_of_rows_are_as_wide_as_those_on_show(theme: Theme, qtbot: QtBot) -> None:
    attention = AttentionChart(theme)
    frame = ChartFrame(theme, [OverTimeChart(theme), attention])
    qtbot.addWidget(frame)
    widths = []
    for chart in (frame.chart, attention):
        frame.choose(chart)
        kinds = frame.rows.currentWidget()
        assert kinds is not None
        assert frame.rows.sizeHint() == kinds.sizeHint()
        widths.append(frame.rows.sizeHint().width())
    assert widths[0] != widths[1]


def test_the_row_chosen_stays_chosen_when_the_table_is_drawn_anew(frame: ChartFrame) -> None:
    frame.show_view(View.TABLE)
    frame.table.selectRow(2)
    frame.renew()
    assert frame.table.currentIndex().row() == 2
    assert frame.open_row.isEnabled()
    by_day(frame)
    assert not frame.open_row.isEnabled()


def test_rows_by_day_are_the_drawn_days(frame: ChartFrame) -> None:
    frame.show_view(View.TABLE)
    by_day(frame)
    assert frame.row_kind == "day"
    assert isinstance(frame.chart, OverTimeChart)
    marks = frame.chart.panels()[0].picture.days
    told = [frame.model.index(row, 1).data() for row in range(len(marks))]
    assert told == [str(round(at.value)) for at in marks]


def test_the_last_row_opens_nothing(frame: ChartFrame, qtbot: QtBot) -> None:
    frame.show_view(View.TABLE)
    frame.table.selectRow(frame.model.rowCount() - 1)
    assert not frame.open_row.isEnabled()
    with qtbot.assertNotEmitted(frame.opened):
        qtbot.keyClick(frame.table, Qt.Key.Key_Return)


def test_copying_gives_the_table_as_text(frame: ChartFrame, qtbot: QtBot) -> None:
    frame.show_view(View.TABLE)
    with qtbot.waitSignal(frame.copied) as copied:
        frame.copy.click()
    lines = copied.args[0].splitlines()
    assert lines[0] == "Week of\tBeing myself\tIn touch\tDays"
    assert len(lines) == frame.model.rowCount() + 1


def test_without_pages_behind_them_days_dont_offer_to_open(frame: ChartFrame) -> None:
    assert frame.open_mark.isVisible()
    frame.renew(openable=False)
    assert not frame.open_mark.isVisible()


def test_rows_are_sorted_by_choice_and_by_their_heads(frame: ChartFrame) -> None:
    frame.show_view(View.TABLE)
    as_read = frame.model.as_text()
    names = [frame.sorting.itemText(at) for at in range(frame.sorting.count())]
    assert names[:3] == ["In order", "Week of, rising", "Week of, falling"]
    head = frame.table.horizontalHeader()
    head.sectionClicked.emit(1)
    assert frame.sorting.currentText() == "Being myself, rising"
    rising = frame.model.as_text()
    head.sectionClicked.emit(1)
    falling = frame.model.as_text()
    assert rising != falling
    assert rising.splitlines()[1].startswith("9 Mar")
    assert falling.splitlines()[1].startswith("26 Jan")
    head.sectionClicked.emit(1)
    assert frame.sorting.currentText() == "In order"
    assert frame.model.as_text() == as_read
    frame.sorting.setCurrentIndex(names.index("Week of, falling"))
    frame.sorting.activated.emit(0)
    assert frame.model.index(0, 0).data() == "9 Mar"


def test_what_is_said_of_the_order_is_so_with_other_columns_and_in_another_chart(frame: ChartFrame) -> None:
    frame.show_view(View.TABLE)
    frame.table.horizontalHeader().sectionClicked.emit(1)
    chart = frame.chart
    assert isinstance(chart, OverTimeChart)
    other = next(each for each in frame.findChildren(OverTimeChart) if each is not chart)
    values = [DayValue(LAST - each, 40 + each % 7) for each in range(40, -1, -1)]
    found = drawn(values, values, Span.QUARTER, 7, TODAY)
    chart.show_picture(replace(found, being_myself=replace(found.being_myself, method=Method.CIRCLES)))
    other.show_picture(found)
    frame.renew()
    assert frame.sorting.currentText() == "In order"
    assert frame.sorting.itemText(3) == "Being myself, by two circles, rising"
    frame.choose(other)
    frame.table.horizontalHeader().sectionClicked.emit(1)
    rising = frame.model.as_text()
    chart.show_picture(found)
    frame.choose(chart)
    assert frame.sorting.currentText() == "In order"
    assert not frame.table.horizontalHeader().isSortIndicatorShown()
    assert frame.model.as_text() != rising


def test_another_chart_takes_its_place_in_the_same_view(frame: ChartFrame) -> None:
    other = next(chart for chart in frame.findChildren(OverTimeChart) if chart is not frame.chart)
    frame.show_view(View.TABLE)
    assert frame.model.rowCount() > 1
    frame.choose(other)
    assert frame.chart is other
    assert frame.current() is frame.table
    assert frame.model.rowCount() == 0
    frame.show_view(View.CHART)
    assert other.isVisible()
