# SPDX-License-Identifier: MIT
"""A layout that sets its items in rows and starts a new row when one is full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme


class FlowLayout(QLayout):
    """Rows of items at their own size, wrapped at the width; mirrored when reading runs right to left.

    An item wider than a whole row is as high as it needs to be at that width.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, gap: float = 10, between: float | None = None
    ) -> None:
        """`gap`: design px between items; `between`: the same between rows, as `gap` where it isn't said."""
        super().__init__(parent)
        self._theme, self._gap = theme, gap
        self._between = gap if between is None else between
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def sizeHint(self) -> QSize:
        gap = self._theme.space(self._gap)
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + gap * max(0, len(hints) - 1)
        height = max((hint.height() for hint in hints), default=0)
        return self._with_margins(QSize(width, height))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Fill rows within `rect`, setting items there if `place`; returns the height needed."""
        inner = rect.marginsRemoved(self.contentsMargins())
        gap, between = self._theme.space(self._gap), self._theme.space(self._between)
        y = inner.y()
        for row in self._rows(inner.width(), gap):
            height = max(size.height() for _, size in row)
            x = inner.x()
            for item, size in row:
                if place:
                    _tell_start(item, starts=item is row[0][0])
                    at = QPoint(x, y + (height - size.height()) // 2)
                    item.setGeometry(self._mirrored(QRect(at, size), inner))
                x += size.width() + gap
            y += height + between
        used = max(0, y - between - inner.y())
        margins = self.contentsMargins()
        return used + margins.top() + margins.bottom()

    def _rows(self, width: int, gap: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items row by row, each with the size it gets."""
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            size = hint.boundedTo(QSize(max(1, width), 1 << 20))
            if size.width() < hint.width() and item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if not rows or used + size.width() > width:
                rows.append([])
                used = 0
            rows[-1].append((item, size))
            used += size.width() + gap
        return rows

    def _mirrored(self, place: QRect, inner: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is None or parent.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return place
        return place.translated(inner.x() + inner.right() + 1 - place.x() - place.right() - 1, 0)


def _tell_start(item: QLayoutItem, *, starts: bool) -> None:
    """Let a part that looks different at the start of a row know whether it stands there."""
    begin_line = getattr(item.widget(), "begin_line", None)
    if callable(begin_line):
        begin_line(starts)
