# SPDX-License-Identifier: MIT
"""The table twin holds the numbers that are drawn."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ipnb_journal.desktop.models.insights_table import FOOT_ROLE, InsightsTable
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.insights import OverTime, Span, over_time

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

TODAY = date(2026, 3, 12)
LAST = TODAY.toordinal()


def chart(*, both: bool = False) -> OverTime:
    d = [DayValue(LAST - each, 40 + each) for each in range(30, -1, -1)]
    one = [DayValue(LAST - each, 70 - each) for each in range(30, -1, -2)]
    return over_time(d, one, Span.QUARTER, 7, TODAY, both)


def rows(model: InsightsTable) -> list[list[str]]:
    columns = range(model.columnCount())
    return [[model.index(row, column).data() for column in columns] for row in range(model.rowCount())]


def heads(model: InsightsTable) -> list[str]:
    return [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]


def test_it_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = InsightsTable()
    model.show_chart(chart())
    qtmodeltester.check(model)


def test_by_day_it_holds_every_drawn_day(qapp) -> None:
    model, found = InsightsTable(), chart(both=True)
    model.show_chart(found, by_week=False)
    assert heads(model) == ["Day", "Being myself", "In touch", "Both present"]
    told = rows(model)[:-1]
    drawn = {at.day: str(round(at.value)) for at in found.being_myself.days}
    linked = {at.day: str(round(at.value)) for at in found.in_touch.days}
    assert found.both is not None
    lower = {at.day: str(round(at.value)) for at in found.both.days}
    assert told == [
        [words.short_day(day, LAST), drawn[day], linked.get(day, ""), lower.get(day, "")] for day in drawn
    ]


def test_by_week_it_averages_and_counts(qapp) -> None:
    model = InsightsTable()
    model.show_chart(chart())
    assert heads(model) == ["Week of", "Being myself", "In touch", "Days"]
    assert rows(model)[-2] == ["9 Mar", "42", "69", "4"]
    assert sum(int(row[3]) for row in rows(model)[:-1]) == 31


def test_the_last_row_is_the_usual_range(qapp) -> None:
    model = InsightsTable()
    model.show_chart(chart())
    last = model.rowCount() - 1
    assert rows(model)[last][0] == "Your usual range"
    assert rows(model)[last][1] == words.range_words(chart().being_myself)
    assert rows(model)[last][2] == ""
    assert model.index(last, 0).data(FOOT_ROLE) is True
    assert model.day_of(last) is None


def test_only_what_is_on_show_has_a_column(qapp) -> None:
    model = InsightsTable()
    model.show_chart(chart(), words.Shown(being_myself=False), by_week=False)
    assert heads(model) == ["Day", "In touch"]
    assert all(row[1] for row in rows(model))


def test_a_day_is_found_in_its_row(qapp) -> None:
    model = InsightsTable()
    model.show_chart(chart())
    row = model.row_of(LAST)
    assert model.day_of(row) == date(2026, 3, 9).toordinal()
    assert model.row_of(LAST - 400) == -1


def test_a_screen_reader_hears_row_and_column(qapp) -> None:
    model = InsightsTable()
    model.show_chart(chart(), by_week=False)
    index = model.index(0, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "10 Feb, Being myself: 70"
    empty = model.index(1, 2)
    assert empty.data(Qt.ItemDataRole.AccessibleTextRole) == "11 Feb, In touch: none"


def test_nothing_yet(qapp) -> None:
    model = InsightsTable()
    model.show_chart(over_time([], [], Span.MONTH, 7, TODAY))
    assert model.rowCount() == 0
    assert model.as_text() == "Week of\tBeing myself\tIn touch\tDays"
