# SPDX-License-Identifier: MIT
"""One line of what happened lately, which opens it when pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ipnb_journal.desktop.widgets.marks import paint_person
from ipnb_journal.desktop.widgets.painting import Row, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

    from ipnb_journal.desktop.models.lately import LatelyLine
    from ipnb_journal.desktop.theme.theme import Theme

HEIGHT = 62
DAY_WIDTH = 54
GAP = 20
MARK = 12
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignAbsolute


class LatelyRow(QAbstractButton):
    """A day, a title in the serif, and under it who and what in small. Enter, Space or a press opens it."""

    def __init__(self, theme: Theme, line: LatelyLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.line = line
        self.setAccessibleName(line.spoken)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def focus_radius(self) -> float:
        """Corner radius the focus ring follows, in px."""
        return self._theme.px(4)

    def sizeHint(self) -> QSize:
        theme = self._theme
        lines = theme.line("list_title") + theme.line("small")
        return QSize(theme.px(420), max(theme.px(HEIGHT), lines + theme.space(16)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, smooth(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.colour("select" if self.isDown() else "hover"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("hairline"))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        row = Row(self.rect(), right_to_left=rtl)
        painter.setFont(theme.font("ui", tabular=True))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(row.take(theme.px(DAY_WIDTH), theme.space(GAP)), self._flags(), self.line.day_words)
        self._paint_words(painter, row.rest().adjusted(0, 1, 0, 0))

    def _paint_words(self, painter: QPainter, whole: QRect) -> None:
        theme = self._theme
        title, small = theme.line("list_title"), theme.line("small")
        top = whole.top() + (whole.height() - title - small) // 2
        painter.setFont(theme.font("list_title"))
        painter.setPen(theme.colour("ink"))
        shown = painter.fontMetrics().elidedText(self.line.title, Qt.TextElideMode.ElideRight, whole.width())
        painter.drawText(QRect(whole.left(), top, whole.width(), title), self._flags(), shown)
        self._paint_facts(painter, QRect(whole.left(), top + title, whole.width(), small))

    def _paint_facts(self, painter: QPainter, place: QRect) -> None:
        theme = self._theme
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        row = Row(place, right_to_left=rtl)
        painter.setFont(theme.font("small"))
        side = theme.px(MARK)
        for person in self.line.people:
            at = QRectF(row.take(side, theme.space(6))).center()
            paint_person(painter, theme, person.mark, at, side / 2)
            painter.setPen(theme.colour("ink2"))
            width = painter.fontMetrics().horizontalAdvance(person.label) + 1
            painter.drawText(row.take(width, theme.space(14)), self._flags(), person.label)
        painter.setPen(theme.colour("ink2"))
        room = row.rest()
        facts = painter.fontMetrics().elidedText(self.line.facts, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, self._flags(), facts)

    def _flags(self) -> Qt.AlignmentFlag:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return _ONE_LINE | (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
