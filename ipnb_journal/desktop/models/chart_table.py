# SPDX-License-Identifier: MIT
"""The table twin of any chart: its rows in words, sorted by any column, the foot always last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ipnb_journal.desktop.wording import chart_tables
from ipnb_journal.desktop.wording.insights import NO_VALUE

if TYPE_CHECKING:
    from ipnb_journal.desktop.wording.chart_tables import ChartTable, TableRow

Index = QModelIndex | QPersistentModelIndex
FOOT_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ChartTableModel(QAbstractTableModel):
    """Shows one ChartTable. FOOT_ROLE is True in the last row where that only adds up."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = chart_tables.EMPTY
        self._rows: tuple[TableRow, ...] = ()
        self._sorting: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    @property
    def heads(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self._table.heads

    def show_table(self, table: ChartTable) -> None:
        """Show other rows; they are sorted as before while the columns are the same."""
        self.beginResetModel()
        if table.heads != self._table.heads:
            self._sorting = (-1, Qt.SortOrder.AscendingOrder)
        self._table = table
        self._put_in_order()
        self.endResetModel()

    def behind(self, row: int) -> object:
        """What can be opened from a row, None for nothing."""
        return self._rows[row].behind if 0 <= row < len(self._rows) else None

    def row_of(self, behind: object) -> int:
        """The row from which the same can be opened, -1 for none."""
        found = (at for at, row in enumerate(self._rows) if row.behind is not None and row.behind == behind)
        return next(found, -1)

    def as_text(self) -> str:
        """Everything as it is sorted, for the clipboard."""
        return chart_tables.as_text(self._table._replace(rows=self._rows))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 gives the order of reading back."""
        self.layoutAboutToBeChanged.emit()
        self._sorting = (column, order)
        self._put_in_order()
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows) + bool(self._table.foot)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._table.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self._said(row, column) or NO_VALUE
            return f"{self._said(row, 0)}, {self._table.heads[column]}: {said}" if column else said
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column else _LEFT
        return row >= len(self._rows) if role == FOOT_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._table.heads):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        return self._table.heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _said(self, row: int, column: int) -> str:
        return self._rows[row].cells[column].said if row < len(self._rows) else self._table.foot[column]

    def _put_in_order(self) -> None:
        column, order = self._sorting
        if not 0 <= column < len(self._table.heads):
            self._rows = self._table.rows
            return
        falling = order == Qt.SortOrder.DescendingOrder
        self._rows = chart_tables.in_order(self._table.rows, column, falling=falling)
