# SPDX-License-Identifier: MIT
"""The table twin: rows in words, sorted by any column, the foot last."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ipnb_journal.desktop.models.chart_table import FOOT_ROLE, ChartTableModel
from ipnb_journal.desktop.wording import over_time as words
from ipnb_journal.desktop.wording.chart_tables import EMPTY
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.windows import Span, Window
from tests.charting import drawn

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

    from ipnb_journal.desktop.wording.chart_tables import ChartTable

TODAY = date(2026, 3, 12)
LAST = TODAY.toordinal()
MONDAY = date(2026, 3, 9).toordinal()


def table(*, by_week: bool = True) -> ChartTable:
    d = [DayValue(LAST - each, 40 + each) for each in range(30, -1, -1)]
    one = [DayValue(LAST - each, 70 - each) for each in range(30, -1, -2)]
    return words.table(drawn(d, one, Span.QUARTER, 7, TODAY), by_week=by_week)


def column(model: ChartTableModel, number: int) -> list[str]:
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_it_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = ChartTableModel()
    model.show_table(table())
    model.sort(1)
    qtmodeltester.check(model)


def test_it_says_what_the_table_says(qapp) -> None:
    model = ChartTableModel()
    model.show_table(table())
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert heads == ["Week of", "Being myself", "In touch", "Days"]
    assert column(model, 0)[-2:] == ["9 Mar", "Your usual range"]
    last = model.rowCount() - 1
    assert model.index(last, 0).data(FOOT_ROLE) is True
    assert model.index(last - 1, 0).data(FOOT_ROLE) is False
    assert model.behind(last) is None


def test_sorting_keeps_the_foot_last_and_the_columns_choice_while_it_fits(qapp) -> None:
    model = ChartTableModel()
    model.show_table(table())
    as_read = column(model, 0)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    values = [int(value) for value in column(model, 1)[:-1]]
    assert values == sorted(values, reverse=True)
    assert column(model, 0)[-1] == "Your usual range"
    model.show_table(table())
    assert [int(value) for value in column(model, 1)[:-1]] == values
    assert model.as_text().splitlines()[1].startswith("9 Feb\t")
    model.sort(-1)
    assert column(model, 0) == as_read


def test_what_opens_a_row_finds_it(qapp) -> None:
    model = ChartTableModel()
    model.show_table(table())
    week = Window(MONDAY, MONDAY + 6)
    row = model.row_of(week)
    assert model.behind(row) == week
    assert model.row_of(Window(LAST - 400, LAST - 394)) == -1


def test_a_screen_reader_hears_row_and_column(qapp) -> None:
    model = ChartTableModel()
    model.show_table(table(by_week=False))
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "10 Feb, Being myself: 70"
    assert model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "11 Feb, In touch: none"


def test_nothing_yet(qapp) -> None:
    model = ChartTableModel()
    model.show_table(EMPTY)
    assert (model.rowCount(), model.as_text()) == (0, "")
