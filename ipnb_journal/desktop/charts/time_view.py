# SPDX-License-Identifier: MIT
"""A chart along days that can be moved to earlier and later ones, by hand, wheel and keys."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, Qt, Signal

from ipnb_journal.desktop.charts.view import ChartView
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.domain.windows import Window, week_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.charts.axes import TimeAxis
    from ipnb_journal.desktop.theme.theme import Theme

BY_WEEK, BY_DAY = "week", "day"
_DRAGGED_FROM = 6
_WHEEL_STEP = 120
_STEPS_A_WINDOW = 4


class TimeView(ChartView):
    """Its stops are days, kept in `_days` (ordinals) and `_stops` (px) by a subclass; a day opens its pages.

    `panned` gives by how many days the window is wanted to move, later ones positive.

    Shift with Left or Right moves it by a quarter of its width, the wheel sideways (or with Shift) too;
    dragging moves it with the hand.
    """

    panned = Signal(int)

    row_kinds: ClassVar[tuple[tuple[str, str], ...]] = ((BY_WEEK, words.BY_WEEK), (BY_DAY, words.BY_DAY))

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._days: list[int] = []
        self._stops: list[float] = []
        self._pressed: QPointF | None = None
        self._moved = 0

    def day(self) -> int | None:
        """The day under the cursor, as its ordinal."""
        return self._days[self.at] if 0 <= self.at < len(self._days) else None

    def stops(self) -> Sequence[float]:
        return self._stops

    def behind(self, stop: int) -> object:
        return Window(self._days[stop], self._days[stop])

    def row_behind(self, stop: int, rows: str = "") -> object:
        return self.behind(stop) if rows == BY_DAY else week_of(self._days[stop])

    def open_row_words(self, rows: str = "") -> str:
        return words.OPEN_DAY if rows == BY_DAY else words.OPEN_WEEK

    @abstractmethod
    def time_axis(self) -> TimeAxis | None:
        """The axis drawn now, None while there is none."""

    @abstractmethod
    def arrange(self) -> None:
        """Lays out what is drawn, and where its stops are, for the size and the theme of now."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def redraw(self) -> None:
        self.arrange()
        self.updateGeometry()
        super().redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        axis = self.time_axis()
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        way = ways.get(Qt.Key(event.key()))
        if axis is None or way is None or event.modifiers() != Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
            return
        self._pan_a_step(axis, -way if axis.mirrored else way)

    def wheelEvent(self, event: QWheelEvent) -> None:
        axis, turned = self.time_axis(), event.angleDelta()
        across = turned.x() or (turned.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
        if axis is None or not across:
            event.ignore()
            return
        steps = -across / _WHEEL_STEP * (-1 if axis.mirrored else 1)
        self._pan_a_step(axis, steps)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._moved = event.position(), 0

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        axis = self.time_axis()
        if self._pressed is None or axis is None:
            super().mouseMoveEvent(event)
            return
        away = event.position().x() - self._pressed.x()
        if abs(away) < _DRAGGED_FROM and not self._moved:
            return
        wanted = round(-away / max(axis.per_day(), 1e-6)) * (-1 if axis.mirrored else 1)
        if wanted != self._moved:
            step, self._moved = wanted - self._moved, wanted
            self.panned.emit(step)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressed = None

    def _pan_a_step(self, axis: TimeAxis, steps: float) -> None:
        quarter = max(1, (axis.last - axis.first + 1) // _STEPS_A_WINDOW)
        days = round(steps * quarter)
        if days:
            self.panned.emit(days)
