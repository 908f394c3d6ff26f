# SPDX-License-Identifier: MIT
"""The table twin of a chart in words: the same days and numbers, a row for each mark that is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Said(NamedTuple):
    """The three texts beside a chart: the same in words, what it shows, what it doesn't show."""

    in_words: str
    shows: str
    does_not: str


class Cell(NamedTuple):
    """What a cell says, and what its column is sorted by (None comes last in either order)."""

    said: str
    order: float | str | None


class TableRow(NamedTuple):
    """One row; `behind` is what can be opened from it (a Window of days, say), None for nothing."""

    cells: tuple[Cell, ...]
    behind: object = None


class ChartTable(NamedTuple):
    """Heads, rows in the order of reading and a foot that only adds up, "" cells where it says nothing."""

    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]
    foot: tuple[str, ...] = ()


EMPTY = ChartTable((), ())


def number_cell(value: float | None) -> Cell:
    """A value from 0 to 100, or a count, as a whole number; an empty cell for None."""
    return Cell("" if value is None else str(round(value)), value)


def as_text(table: ChartTable) -> str:
    """A table for the clipboard or a file: columns by tabs, a line a row."""
    lines: list[Iterable[str]] = [table.heads, *((cell.said for cell in row.cells) for row in table.rows)]
    if any(table.foot):
        lines.append(table.foot)
    return "\n".join("\t".join(line) for line in lines)


def in_order(rows: Sequence[TableRow], column: int, *, falling: bool) -> tuple[TableRow, ...]:
    """The rows sorted by a column, equal ones in the order of reading, empty cells last."""

    def key(row: TableRow) -> float | str:
        order = row.cells[column].order
        return order.casefold() if isinstance(order, str) else float(order or 0)

    told = [row for row in rows if row.cells[column].order is not None]
    empty = [row for row in rows if row.cells[column].order is None]
    return (*sorted(told, key=key, reverse=falling), *empty)
