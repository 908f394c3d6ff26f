# SPDX-License-Identifier: MIT
"""Tables: numbers as cells, sorted by a column, as text."""

from __future__ import annotations

from ipnb_journal.desktop.wording.chart_tables import (
    EMPTY,
    Cell,
    ChartTable,
    TableRow,
    as_text,
    in_order,
    number_cell,
)

ROWS = tuple(
    TableRow((Cell(name, name), number_cell(value)), name)
    for name, value in (("Ben", 40.4), ("ana", None), ("Cleo", 70), ("Dora", 40.4))
)


def names(rows: tuple[TableRow, ...]) -> list[str]:
    return [row.cells[0].said for row in rows]


def test_a_number_is_whole_and_its_order_is_not() -> None:
    assert number_cell(40.4) == Cell("40", 40.4)
    assert number_cell(None) == Cell("", None)


def test_rows_are_sorted_with_empty_cells_last_and_equal_ones_as_read() -> None:
    assert names(in_order(ROWS, 1, falling=False)) == ["Ben", "Dora", "Cleo", "ana"]
    assert names(in_order(ROWS, 1, falling=True)) == ["Cleo", "Ben", "Dora", "ana"]
    assert names(in_order(ROWS, 0, falling=False)) == ["ana", "Ben", "Cleo", "Dora"]


def test_a_table_as_text_has_heads_rows_and_a_foot_that_says_something() -> None:
    table = ChartTable(("Name", "Level"), ROWS[:2], ("All", ""))
    assert as_text(table) == "Name\tLevel\nBen\t40\nana\t\nAll\t"
    assert as_text(table._replace(foot=("", ""))) == "Name\tLevel\nBen\t40\nana\t"
    assert as_text(EMPTY) == ""
