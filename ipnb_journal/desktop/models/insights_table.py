# SPDX-License-Identifier: MIT
"""The table twin of the chart over time: the same days and numbers, by day or by week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.insights import rows_by_day, rows_by_week

if TYPE_CHECKING:
    from ipnb_journal.domain.insights import OverTime, TableRow

Index = QModelIndex | QPersistentModelIndex
FOOT_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class InsightsTable(QAbstractTableModel):
    """Rows of words, oldest first, and a last one with the usual ranges where there are any.

    FOOT_ROLE is True in that last row. A row of the others stands for the days from `day_of(row)` on.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: list[str] = []
        self._rows: list[list[str]] = []
        self._days: list[int] = []

    def show_chart(
        self, chart: OverTime, shown: words.Shown = words.ALL_SHOWN, *, by_week: bool = True
    ) -> None:
        """Show the days that the chart draws."""
        self.beginResetModel()
        found = (rows_by_week if by_week else rows_by_day)(chart)
        rows = [row for row in found if _told(row, chart, shown)]
        self._days = [row.first for row in rows]
        self._heads = _heads(chart, shown, by_week=by_week)
        self._rows = [
            [words.short_day(row.first, chart.window.last), *_told(row, chart, shown)]
            + ([str(row.days)] if by_week else [])
            for row in rows
        ]
        foot = _ranges(chart, shown)
        if any(foot):
            self._rows.append([words.USUAL_ROW, *foot, *([""] if by_week else [])])
        self.endResetModel()

    def day_of(self, row: int) -> int | None:
        """The day, or the Monday of the week, that a row begins with (an ordinal); None for the last row."""
        return self._days[row] if 0 <= row < len(self._days) else None

    def row_of(self, day: int) -> int:
        """The row that a day is in, -1 for none."""
        found = [row for row, first in enumerate(self._days) if first <= day]
        return found[-1] if found else -1

    def as_text(self) -> str:
        """Everything, for the clipboard."""
        return words.table_text(self._heads, self._rows)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self._rows[index.row()][index.column()] or words.NO_VALUE
            return f"{self._rows[index.row()][0]}, {self._heads[index.column()]}: {said}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() else _LEFT
        return index.row() >= len(self._days) if role == FOOT_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._heads):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None


def _heads(chart: OverTime, shown: words.Shown, *, by_week: bool) -> list[str]:
    return [
        words.WEEK_OF if by_week else words.DAY,
        *([words.title(Scale.DIFFERENTIATION)] if shown.being_myself else []),
        *([words.title(Scale.LINKAGE)] if shown.in_touch else []),
        *([words.BOTH_HEAD] if chart.both is not None else []),
        *([words.DAYS_HEAD] if by_week else []),
    ]


def _told(row: TableRow, chart: OverTime, shown: words.Shown) -> list[str]:
    """The row's numbers for what is on show, empty when it has none of them."""
    told = [
        *([words.number(row.being_myself)] if shown.being_myself else []),
        *([words.number(row.in_touch)] if shown.in_touch else []),
        *([words.number(row.both)] if chart.both is not None else []),
    ]
    return told if any(told) else []


def _ranges(chart: OverTime, shown: words.Shown) -> list[str]:
    drawn = [words.range_words(picture) for picture in words.pictures(chart, shown)]
    return [*drawn, *([""] if chart.both is not None else [])]
