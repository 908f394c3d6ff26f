# SPDX-License-Identifier: MIT
"""The cord slider: a line one sets a bead on, and which stays blank until one does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from ipnb_journal.desktop.widgets.painting import pen, smooth
from ipnb_journal.desktop.wording import widgets as words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent

    from ipnb_journal.desktop.theme.theme import Theme

_PAD, _HEIGHT, _BEAD = 22, 44, 13
_PAGE = 10


class CordSlider(QSlider):
    """A value from 0 to 100, or none at all. No number and no word for a value is ever shown.

    The first click or arrow key sets the bead; Delete or Backspace clears it. `answered` gives the new
    value, or None when it was cleared, for changes the person made.
    """

    answered = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str = "",
        *,
        ticks: int = 0,
        blank: bool = True,
        ground: str = "paper",
        minimum: int = 0,
        maximum: int = 100,
        parent: QWidget | None = None,
    ) -> None:
        """`ticks`: how many (settings only). `blank`: whether it may be unset. `ground`: role behind it."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._ticks, self._may_be_blank, self._ground = theme, ticks, blank, ground
        self._is_set = not blank
        self._last: int | None = None
        self._said = ""
        self.setRange(minimum, maximum)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._describe()

    def answer(self) -> int | None:
        """What was set, or None while blank (which is never the middle)."""
        return self.value() if self._is_set else None

    def set_answer(self, value: int | None) -> None:
        """Show a value, or blank, without announcing it as the person's."""
        self._is_set = value is not None or not self._may_be_blank
        self.setValue(self.minimum() if value is None else value)
        self._describe()
        self.update()

    def set_last(self, value: int | None) -> None:
        """Mark faintly where the bead stood last time; None for no mark."""
        self._last = value
        self._describe()
        self.update()

    def describe(self, said: str) -> None:
        """Words a screen reader adds, such as the two ends of the line."""
        self._said = said
        self._describe()

    def clear_answer(self) -> None:
        """Leave it blank, as the person asked."""
        if self._may_be_blank and self._is_set:
            self.set_answer(None)
            self.answered.emit(None)

    def focus_rect(self) -> QRect:
        """The bead, or the whole line while blank."""
        scale = self._theme.scale
        if not self._is_set:
            line = round(11 * scale)
            middle = self.height() // 2
            return QRect(round(12 * scale), middle - line, round(self.width() - 24 * scale), 2 * line)
        reach = round((_BEAD + 3) * scale)
        at = self._at(self.value())
        return QRect(round(at.x()) - reach, round(at.y()) - reach, 2 * reach, 2 * reach)

    def focus_radius(self) -> float:
        """Corner radius the focus ring follows, in px."""
        return self.focus_rect().height() / 2

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(360), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(140), self._theme.px(_HEIGHT))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_answer()
            return
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._answer_with(self.minimum() if key == Qt.Key.Key_Home else self.maximum())
            return
        step = self._step_of(key, event.modifiers())
        if step == 0:
            super().keyPressEvent(event)
            return
        start = self.value() if self._is_set else (self.minimum() + self.maximum()) // 2
        self._answer_with(start + step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setSliderDown(True)
        self._answer_with(self._value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._answer_with(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, scale = self._theme, smooth(self), self._theme.scale
        y, start, end = self.height() / 2, _PAD * scale, self.width() - _PAD * scale
        colour = theme.colour("control" if self.isEnabled() else "hairline")
        dash = () if self._is_set else (0.1 * scale, 6.9 * scale)
        painter.setPen(pen(colour, 1.6 * scale, dash))
        painter.drawLine(QPointF(start, y), QPointF(end, y))
        painter.setPen(pen(colour, 1.4 * scale))
        for tick in range(self._ticks):
            x = start + (end - start) * tick / (self._ticks - 1)
            painter.drawLine(QPointF(x, y - 5 * scale), QPointF(x, y + 5 * scale))
        if self._last is not None:
            self._paint_last(painter, self._at(self._last))
        if self._is_set:
            self._paint_bead(painter, self._at(self.value()))

    def _paint_last(self, painter: QPainter, at: QPointF) -> None:
        theme, scale = self._theme, self._theme.scale
        painter.setPen(pen(theme.colour("control"), 1.3 * scale))
        painter.setBrush(theme.colour(self._ground))
        painter.drawEllipse(at, 4 * scale, 4 * scale)

    def _paint_bead(self, painter: QPainter, at: QPointF) -> None:
        theme, scale, ground = self._theme, self._theme.scale, self._theme.colour(self._ground)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        clear = (18 if self.hasFocus() else 15) * scale
        painter.drawEllipse(at, clear, clear)
        role = "accent_hover" if self.underMouse() or self.isSliderDown() else "accent"
        painter.setBrush(theme.colour(role if self.isEnabled() else "control"))
        painter.drawEllipse(at, _BEAD * scale, _BEAD * scale)
        painter.setPen(pen(ground, 1.8 * scale))
        for side in (-1, 1):
            low, high = (-4.6, -1.0) if side < 0 else (1.0, 4.6)
            painter.drawLine(
                QPointF(at.x() + low * scale, at.y() + 5 * scale),
                QPointF(at.x() + high * scale, at.y() - 5 * scale),
            )

    def _step_of(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> int:
        size = _PAGE if modifiers & Qt.KeyboardModifier.ShiftModifier else max(1, self.singleStep())
        side = -1 if self._mirrored() else 1
        return {
            Qt.Key.Key_Right: size * side,
            Qt.Key.Key_Left: -size * side,
            Qt.Key.Key_Up: size,
            Qt.Key.Key_Down: -size,
            Qt.Key.Key_PageUp: self.pageStep(),
            Qt.Key.Key_PageDown: -self.pageStep(),
        }.get(key, 0)

    def _answer_with(self, value: int) -> None:
        value = min(self.maximum(), max(self.minimum(), value))
        if self._is_set and value == self.value():
            return
        self._is_set = True
        self.setValue(value)
        self._describe()
        self.update()
        self.answered.emit(value)

    def _at(self, value: int) -> QPointF:
        start, end = _PAD * self._theme.scale, self.width() - _PAD * self._theme.scale
        share = (value - self.minimum()) / max(1, self.maximum() - self.minimum())
        return QPointF(start + (end - start) * (1 - share if self._mirrored() else share), self.height() / 2)

    def _value_at(self, x: float) -> int:
        start, end = _PAD * self._theme.scale, self.width() - _PAD * self._theme.scale
        share = min(1.0, max(0.0, (x - start) / max(1.0, end - start)))
        share = 1 - share if self._mirrored() else share
        return self.minimum() + round(share * (self.maximum() - self.minimum()))

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _describe(self) -> None:
        told = [words.ANSWERED if self._is_set else words.UNANSWERED] if self._may_be_blank else []
        told += [words.LAST_TIME] if self._last is not None else []
        self.setAccessibleDescription(", ".join(part for part in (self._said, *told) if part))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
