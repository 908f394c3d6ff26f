# SPDX-License-Identifier: MIT
"""Rows for list views: one model for any kind of row, filled in whole or page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


class Rows(QAbstractListModel, Generic[T]):
    """A list of rows. ROW_ROLE gives the row itself, DisplayRole and AccessibleTextRole its words.

    When the view nears the end and `more` was said, `more_wanted` asks for the next rows once.
    """

    more_wanted = Signal()

    def __init__(
        self,
        spoken: Callable[[T], str],
        parent: QObject | None = None,
        *,
        selectable: Callable[[T], bool] = lambda _: True,
    ) -> None:
        """`spoken`: a row's words; `selectable`: whether the keyboard stops at it."""
        super().__init__(parent)
        self._spoken, self._selectable = spoken, selectable
        self._rows: list[T] = []
        self._more = False

    @property
    def rows(self) -> Sequence[T]:
        """What is held now, in order."""
        return tuple(self._rows)

    def set_rows(self, rows: Sequence[T], *, more: bool = False) -> None:
        """Replace all rows; `more`: there are others to ask for."""
        self.beginResetModel()
        self._rows = list(rows)
        self._more = more
        self.endResetModel()

    def append_rows(self, rows: Sequence[T], *, more: bool = False) -> None:
        """Add rows at the end."""
        self._more = more
        if not rows:
            return
        start = len(self._rows)
        self.beginInsertRows(QModelIndex(), start, start + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()

    def row_at(self, index: Index) -> T | None:
        """The row behind an index, None outside."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  Qt's signature
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_at(index)
        if row is None or not self._selectable(row):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        self._more = False
        self.more_wanted.emit()
