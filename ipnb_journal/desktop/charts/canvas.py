# SPDX-License-Identifier: MIT
"""The canvas under every chart: a kept picture, a cursor by keys and pointer, words for who can't see it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.painting import smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintDevice, QPainter, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

LEAP = 10
"""How many stops Page Up and Page Down pass."""


class Canvas(QWidget):
    """Paints a chart once into a picture and only the cursor over it afterwards.

    A subclass draws everything in `draw`, names the places the cursor can stand at in `stops` (along
    x, in reading order), draws the cursor in `draw_cursor` and says a stop in `words_at`. Left and
    Right step, Page Up and Page Down leap, Home and End go to the ends, Enter or a double click emits
    `chosen`; `pointed` tells the stop under the cursor, -1 for none. The cursor stays where it was put
    when the pointer leaves, so that what is said about it can be acted on.
    """

    pointed = Signal(int)
    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """`name`: what the chart is called, for a screen reader."""
        super().__init__(parent)
        self._theme = theme
        self._picture: tuple[object, QPixmap] | None = None
        self._at = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self.redraw)

    @property
    def at(self) -> int:
        """The stop the cursor stands at, -1 for none."""
        return self._at

    @abstractmethod
    def draw(self, painter: QPainter, size: QSizeF) -> None:
        """Paint everything but the cursor; `size` in px."""

    @abstractmethod
    def stops(self) -> Sequence[float]:
        """The x of each place the cursor can stand at, in px, in reading order."""

    @abstractmethod
    def draw_cursor(self, painter: QPainter, stop: int) -> None:
        """Paint the cursor at a stop."""

    @abstractmethod
    def words_at(self, stop: int) -> str:
        """A stop in words, for the readout and for a screen reader."""

    def nearest(self, position: QPointF) -> int:
        """The stop that a pointer there means, -1 for none; by x alone unless a subclass knows more."""
        stops = self.stops()
        return min(range(len(stops)), key=lambda stop: abs(stops[stop] - position.x()), default=-1)

    def move_to(self, stop: int, *, aloud: bool = False) -> None:
        """Put the cursor at a stop (-1 takes it away); `aloud` has the stop read."""
        if stop == self._at:
            return
        self._at = stop
        self.update()
        self.pointed.emit(stop)
        if aloud and stop >= 0:
            announce(self, self.words_at(stop))

    def redraw(self) -> None:
        """Paint anew: what is shown or how it looks changed."""
        self._picture = None
        self.update()

    def focus_rect(self) -> QRect:
        """Where the focus ring goes: a little outside, clear of the words at the edges."""
        room = self._theme.space(8)
        return self.rect().adjusted(-room, -room, room, room)

    def focus_radius(self) -> float:
        """Corner radius the focus ring follows, in px."""
        return self._theme.px(4)

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self._kept()
        painter = self._brush(self)
        painter.drawPixmap(0, 0, picture)
        if 0 <= self._at < len(self.stops()):
            self.draw_cursor(painter, self._at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.stops()) - 1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._at <= last:
            self.chosen.emit(self._at)
            return
        target = self._target(Qt.Key(event.key()), last)
        if target is None or last < 0:
            super().keyPressEvent(event)
            return
        self.move_to(min(last, max(0, target)), aloud=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.move_to(self.nearest(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.move_to(self.nearest(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._at >= 0:
            self.chosen.emit(self._at)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange):
            self.redraw()

    def _kept(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        key = (self.size().toTuple(), ratio)
        if self._picture is None or self._picture[0] != key:
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = self._brush(picture)
            self.draw(painter, QRectF(self.rect()).size())
            painter.end()
            self._picture = (key, picture)
        return self._picture[1]

    @staticmethod
    def _brush(device: QPaintDevice) -> QPainter:
        """A painter whose texts each run their own way, also on a mirrored page."""
        painter = smooth(device)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        return painter

    def _target(self, key: Qt.Key, last: int) -> int | None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        here = self._at if self._at >= 0 else last + 1
        steps = {
            Qt.Key.Key_Left: 1 if mirrored else -1,
            Qt.Key.Key_Right: -1 if mirrored else 1,
            Qt.Key.Key_PageUp: -LEAP,
            Qt.Key.Key_PageDown: LEAP,
        }
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        return here + steps[key] if key in steps else ends.get(key)
