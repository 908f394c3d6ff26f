# SPDX-License-Identifier: MIT
"""The steps of a guided page as knots on a cord: tied behind, dyed here, loose ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPointF, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ipnb_journal.desktop.theme.tokens import KNOT_MS
from ipnb_journal.desktop.widgets.painting import knot, loose_cord, rope, smooth
from ipnb_journal.desktop.wording import widgets as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent

    from ipnb_journal.desktop.theme.theme import Theme

_PAD, _Y, _HEIGHT = 40.0, 18.0, 54.0


class StepCord(QWidget):
    """Knots on a cord, each a button of its own. `step_requested` gives the index pressed."""

    step_requested = Signal(int)

    def __init__(
        self,
        theme: Theme,
        names: Sequence[str],
        current: int = 0,
        *,
        width: float = 576,
        parent: QWidget | None = None,
    ) -> None:
        """`names`: of the steps, in order; `width`: design px."""
        super().__init__(parent)
        self._theme, self._names, self._current, self._width = theme, tuple(names), current, width
        self._compact = False
        self._face = theme.font("small_strong")
        self._tied = float(current)
        self._buttons = [_Knot(theme, self, index) for index in range(len(self._names))]
        self._tying = QVariantAnimation(self)
        self._tying.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._tying.valueChanged.connect(self._on_tying)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def current(self) -> int:
        """Index of the step one is at."""
        return self._current

    @property
    def compact(self) -> bool:
        """Whether only the line of words is shown."""
        return self._compact

    def set_current(self, index: int) -> None:
        """Move to a step; the cord up to it is tied, at once when pictures are still."""
        if index == self._current:
            return
        self._current = index
        self._tying.stop()
        self._tying.setStartValue(self._tied)
        self._tying.setEndValue(float(index))
        self._tying.setDuration(self._theme.duration(KNOT_MS))
        self._tying.start()
        self._name_buttons()
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show only "Step 3 of 5, write", for narrow windows and large text."""
        if compact != self._compact:
            self._compact = compact
            for button in self._buttons:
                button.setVisible(not compact)
            self._restyle()

    def button(self, index: int) -> QAbstractButton:
        """The button of a step."""
        return self._buttons[index]

    def words(self) -> str:
        """Where one is, in words."""
        name = self._names[self._current].lower()
        return words.STEP.format(number=self._current + 1, count=len(self._names), name=name)

    def sizeHint(self) -> QSize:
        if self._compact:
            return QSize(QFontMetrics(self._face).horizontalAdvance(self.words()) + 4, self._theme.line("ui"))
        return QSize(self._theme.px(self._width), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        if self._compact:
            return self.sizeHint()
        widest = max(QFontMetrics(self._face).horizontalAdvance(name) for name in self._names)
        return QSize((widest + self._theme.px(12)) * len(self._names), self._theme.px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = next((i for i, button in enumerate(self._buttons) if button.hasFocus()), None)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0) * (
            -1 if mirrored else 1
        )
        if here is None or not step or not 0 <= here + step < len(self._buttons):
            super().keyPressEvent(event)
            return
        self._buttons[here + step].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(self)
        if self._compact:
            painter.setPen(self._theme.colour("ink2"))
            painter.setFont(self._face)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words())
            return
        self._paint_cord(painter)
        for index in range(len(self._names)):
            self._paint_step(painter, index)

    def _paint_cord(self, painter: QPainter) -> None:
        theme, scale, y = self._theme, self._theme.scale, _Y * self._theme.scale
        xs = [self._x(index) for index in range(len(self._names))]
        reach = xs[0] + (xs[-1] - xs[0]) * self._tied / max(1, len(xs) - 1)
        dyed = (theme.colour("diff"), theme.colour("link"))
        rope(painter, min(xs[0], reach), max(xs[0], reach), y, dyed, scale)
        loose_cord(painter, min(reach, xs[-1]), max(reach, xs[-1]), y, theme.colour("control"), scale)

    def _paint_step(self, painter: QPainter, index: int) -> None:
        theme, scale, here = self._theme, self._theme.scale, index == self._current
        at, room = QPointF(self._x(index), _Y * scale), theme.colour("room")
        past = index < self._current
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(room)
        if here or not past:
            painter.drawEllipse(at, (13 if here else 10) * scale, (13 if here else 10) * scale)
        role, size = ("accent", 1.12) if here else ("ink2", 0.82) if past else ("control", 0.72)
        knot(painter, at, size * scale, theme.colour(role), room, tied=here or past, width=1.5 * scale)
        lively = here or self._buttons[index].underMouse()
        painter.setPen(theme.colour("ink" if lively else "ink2"))
        painter.setFont(theme.font("small_strong" if here else "small"))
        place = QRectF(at.x() - 80 * scale, 35 * scale, 160 * scale, 19 * scale)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._names[index])

    def _x(self, index: int) -> float:
        """Middle of a knot; steps run from the leading edge."""
        scale, count = self._theme.scale, max(1, len(self._names) - 1)
        pad = min(_PAD * scale, self.width() / (2 * len(self._names)))
        x = pad + (self.width() - 2 * pad) * index / count
        return self.width() - x if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else x

    def _place_buttons(self) -> None:
        span = max(24, (self.width() - 8) // max(1, len(self._names)))
        for index, button in enumerate(self._buttons):
            width = min(span, max(self._theme.px(44), self._name_width(index) + self._theme.px(16)))
            button.setGeometry(QRect(round(self._x(index) - width / 2), 0, width, self.height()))

    def _name_width(self, index: int) -> int:
        return QFontMetrics(self._face).horizontalAdvance(self._names[index])

    def _name_buttons(self) -> None:
        for index, button in enumerate(self._buttons):
            state = "now" if index == self._current else "done" if index < self._current else "ahead"
            said = words.STEP.format(
                number=index + 1, count=len(self._names), name=self._names[index].lower()
            )
            button.setAccessibleName(f"{said}, {words.STEP_STATES[state]}")

    def _on_tying(self, value: float) -> None:
        self._tied = value
        self.update()

    def _restyle(self) -> None:
        self._face = self._theme.font("small" if self._compact else "small_strong")
        self._name_buttons()
        self._place_buttons()
        self.updateGeometry()
        self.update()


class _Knot(QAbstractButton):
    """A step's button: the cord paints it, this takes focus, presses and names it."""

    def __init__(self, theme: Theme, cord: StepCord, index: int) -> None:
        super().__init__(cord)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda: cord.step_requested.emit(index))

    def focus_radius(self) -> float:
        """Corner radius the focus ring follows, in px."""
        return self._theme.px(8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the cord below shows."""
