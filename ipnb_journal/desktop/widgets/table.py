# SPDX-License-Identifier: MIT
"""A table on paper: rows with hairlines, the chosen one marked by bar and fill, numbers of one width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ipnb_journal.desktop.widgets.painting import pen

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent

    from ipnb_journal.desktop.theme.theme import Theme

_PAD = 20
_LEAST_ROWS = 5


class Table(QTableView):
    """Shows a model a row at a time; `row_opened` on Enter or a double click, `row_chosen` on arrival.

    `head_pressed` gives the column whose head was pressed; who sorts tells `show_sorting`.
    `quiet_role`: a model role that is True in rows that only add up and can't be chosen.
    """

    row_chosen = Signal(int)
    row_opened = Signal(int)
    head_pressed = Signal(int)

    def __init__(
        self,
        theme: Theme,
        model: QAbstractItemModel,
        name: str,
        quiet_role: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_Cells(theme, quiet_role, self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self.head_pressed)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda index: self.row_opened.emit(index.row()))
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.row_chosen.emit(now.row()))
        model.modelReset.connect(self.fit_columns)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_sorting(self, column: int, order: Qt.SortOrder) -> None:
        """Show by which column the rows are sorted, none at -1."""
        head = self.horizontalHeader()
        head.setSortIndicatorShown(column >= 0)
        if column >= 0:
            head.setSortIndicator(column, order)

    def fit_columns(self) -> None:
        """Share the width evenly where every head and cell has room so, and scroll sideways where not.

        A first column of long names takes what it needs where the others can share the rest.
        """
        head, modes = self.horizontalHeader(), QHeaderView.ResizeMode
        columns, room = range(head.count()), self.viewport().width()
        if not columns:
            return
        first, *others = (max(head.sectionSizeHint(at), self.sizeHintForColumn(at)) for at in columns)
        widest = max(others, default=0)
        even = max(first, widest) * len(columns) <= room
        rest = even or first + widest * len(others) <= room
        wanted = [modes.Stretch if fits else modes.ResizeToContents for fits in (even, *[rest] * len(others))]
        for at, mode in zip(columns, wanted, strict=True):
            if head.sectionResizeMode(at) != mode:
                head.setSectionResizeMode(at, mode)

    def minimumSizeHint(self) -> QSize:
        rows = _LEAST_ROWS * self.verticalHeader().defaultSectionSize()
        return QSize(super().minimumSizeHint().width(), self.horizontalHeader().height() + rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def focus_rect(self) -> QRect:
        """The chosen row, where the focus ring goes; the whole table while none is."""
        at = self.currentIndex()
        if not at.isValid():
            return self.rect()
        row = self.visualRect(at).translated(self.viewport().pos())
        return QRect(0, row.top(), self.viewport().width(), row.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _restyle(self) -> None:
        theme = self._theme
        self.setFont(theme.font("ui", tabular=True))
        side = theme.space(_PAD)
        self.horizontalHeader().setStyleSheet(f"QHeaderView::section {{ padding: 0 {side}px; }}")
        self.horizontalHeader().setFont(theme.font("hint_medium"))
        self.horizontalHeader().setFixedHeight(theme.line("hint") + theme.space(26))
        self.verticalHeader().setDefaultSectionSize(theme.line("ui") + theme.space(15))
        self.updateGeometry()
        self.viewport().update()


class _Cells(QStyledItemDelegate):
    def __init__(self, theme: Theme, quiet_role: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._quiet = theme, quiet_role

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(2 * self._theme.space(_PAD), 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = self._theme
        quiet = bool(index.data(self._quiet))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        place = QRectF(option.rect)
        painter.save()
        if chosen:
            painter.fillRect(place, theme.colour("accent_soft"))
            if index.column() == 0:
                bar = QRectF(place.right() - 4 if mirrored else place.left(), place.top(), 4, place.height())
                painter.fillRect(bar, theme.colour("accent"))
        painter.setPen(pen(theme.colour("hairline"), 1, flat=True))
        y = place.bottom() - 0.5
        if not quiet:
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
        painter.setFont(option.font)
        painter.setPen(theme.colour("ink2" if quiet else "ink"))
        pad = theme.space(_PAD)
        align = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        painter.drawText(
            place.adjusted(pad, 0, -pad, 0),
            QStyle.visualAlignment(option.direction, align),
            str(index.data()),
        )
        painter.restore()
