# SPDX-License-Identifier: MIT
"""A choice from a list that drops down, with people's marks beside names where given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ipnb_journal.desktop.theme import icons
from ipnb_journal.desktop.widgets.marks import paint_person
from ipnb_journal.desktop.widgets.painting import Row, box, in_middle, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent

    from ipnb_journal.desktop.theme.theme import Theme

_MARK = Qt.ItemDataRole.UserRole + 1
_WORDS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class Combo(QComboBox):
    """A drop-down painted from the theme. The wheel never changes it by accident."""

    def __init__(
        self,
        theme: Theme,
        name: str = "",
        *,
        height: float = 34,
        role: str = "hint",
        widest: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`name`: accessible name; `height`, `widest`: design px; `role`: type role of the words."""
        super().__init__(parent)
        self._theme, self._height, self._role, self._widest = theme, height, role, widest
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        view = QListView(self)
        self.setView(view)
        view.setItemDelegate(_Row(theme, view))
        theme.changed.connect(self._restyle)
        self._restyle()

    def add(self, words: str, key: object = None, *, mark: int = 0) -> None:
        """Add a choice; `mark`: a person's mark (1 to 8) before the words."""
        self.addItem(words, key)
        self.setItemData(self.count() - 1, mark, _MARK)
        self.updateGeometry()

    def choose(self, key: object) -> None:
        """Choose the item of `key`; nothing happens when there is none."""
        at = self.findData(key)
        if at >= 0:
            self.setCurrentIndex(at)

    def focus_radius(self) -> float:
        """Corner radius the focus ring follows, in px."""
        return self._theme.px(8)

    def sizeHint(self) -> QSize:
        theme = self._theme
        metrics = QFontMetrics(self._theme.font(self._role))
        widths = [metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())]
        lead = theme.px(13) + theme.space(8) if any(self._marks()) else 0
        width = theme.space(13) + lead + max(widths, default=theme.px(60)) + theme.space(10)
        whole = width + theme.px(16) + theme.space(10)
        limit = theme.px(self._widest) if self._widest is not None else whole
        return QSize(min(whole, limit), theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(120)), self._theme.px(self._height))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def showPopup(self) -> None:
        view = self.view()
        rows = [view.sizeHintForColumn(0), self.width()]
        view.setMinimumWidth(max(rows))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, smooth(self)
        on = self.isEnabled()
        border = "hairline" if not on else "ink" if self.underMouse() else "control"
        box(
            painter,
            self.rect(),
            self.focus_radius(),
            theme.colour("raised" if on else "room2"),
            theme.colour(border),
        )
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inner = self.rect()
        inner.adjust(
            *((theme.space(10), 0, -theme.space(13), 0) if rtl else (theme.space(13), 0, -theme.space(10), 0))
        )
        row = Row(inner, right_to_left=rtl)
        mark = self.itemData(self.currentIndex(), _MARK) or 0
        painter.setFont(theme.font(self._role))
        _paint_row(painter, theme, row, mark, self.currentText(), rtl, tail=theme.px(16) + theme.space(8))
        side = theme.px(16)
        drawn = icons.pixmap(theme, "chevron-down", 16, "ink2", ratio=self.devicePixelRatioF())
        painter.drawPixmap(in_middle(row.rest(), side, side).topLeft(), drawn)

    def _marks(self) -> list[int]:
        return [self.itemData(i, _MARK) or 0 for i in range(self.count())]

    def _restyle(self) -> None:
        self.view().setStyleSheet(
            f"QListView {{ background: {self._theme.colour('raised').name()}; padding: 4px; }}"
        )
        self.updateGeometry()
        self.update()


class _Row(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        width = QFontMetrics(self._theme.font("ui")).horizontalAdvance(words) + self._theme.space(44)
        return QSize(width, self._theme.px(34))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = self._theme
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        chosen = bool(option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        if chosen:
            box(painter, option.rect, theme.px(5), theme.colour("accent_soft"))
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        pad = theme.space(12)
        row = Row(option.rect.adjusted(pad, 0, -pad, 0), right_to_left=rtl)
        painter.setFont(theme.font("ui"))
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        _paint_row(painter, theme, row, index.data(_MARK) or 0, words, rtl, tail=0)
        painter.restore()


def _paint_row(
    painter: QPainter, theme: Theme, row: Row, mark: int, words: str, rtl: bool, *, tail: int
) -> None:
    """A person's mark if any, then the words, leaving `tail` px of the row free."""
    if mark:
        side = theme.px(13)
        at = QRectF(row.take(side, theme.space(8))).center()
        paint_person(painter, theme, mark, at, side / 2)
    place = row.take(max(0, row.left() - tail), tail - theme.px(16) if tail else 0)
    painter.setPen(theme.colour("ink"))
    side_flag = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, _WORDS | side_flag | Qt.AlignmentFlag.AlignAbsolute, shown)
