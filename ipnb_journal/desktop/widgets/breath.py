# SPDX-License-Identifier: MIT
"""A slow breath as one cord rising and falling: four seconds in, six out. The knot is where you are."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.painting import knot, pen, smooth
from ipnb_journal.desktop.wording import widgets as words

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent

    from ipnb_journal.desktop.theme.theme import Theme

_IN_S, _OUT_S = 4.0, 6.0
_WAVE = 470.0
_FRAME_MS = 33
_STILL_MS = 5000
_STILL_AT = 0.55


class BreathCord(QWidget):
    """Breathes while it can be seen. Held still, the knot stays and the words change every 5 s.

    It is still where pictures are, unless `set_still` says otherwise. Space turns to the other half of
    the breath. `turned` gives the words of the half that begins.
    """

    turned = Signal(str)

    def __init__(self, theme: Theme, *, ground: str = "room", parent: QWidget | None = None) -> None:
        """`ground`: the colour role behind it."""
        super().__init__(parent)
        self._theme, self._ground = theme, ground
        self._share = _STILL_AT
        self._held: bool | None = None
        self._since = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.words())
        theme.changed.connect(self._restyle)

    @property
    def running(self) -> bool:
        """Whether it moves, or turns by itself."""
        return self._timer.isActive()

    @property
    def still(self) -> bool:
        """Whether the picture stays as it is, and only the words change."""
        return self._theme.still if self._held is None else self._held

    def set_still(self, still: bool) -> None:
        """Hold the picture still, or let it move, whatever the pictures elsewhere do."""
        self._held = still
        if self.running:
            self.start()
        self.update()

    def words(self) -> str:
        """What this half of the breath is called."""
        return words.BREATH_IN if self._share < _IN_S / (_IN_S + _OUT_S) else words.BREATH_OUT

    def start(self) -> None:
        """Begin, or go on, from where the breath is."""
        self._since = time.monotonic() - self._share * (_IN_S + _OUT_S)
        self._timer.start(_STILL_MS if self.still else _FRAME_MS)

    def stop(self) -> None:
        """Stay where it is."""
        self._timer.stop()

    def turn(self) -> None:
        """Go to the start of the other half of the breath."""
        breathing_in = self.words() == words.BREATH_IN
        self._go_to(_IN_S / (_IN_S + _OUT_S) if breathing_in else 0.0)
        if self.running:
            self.start()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(640), self._theme.px(150))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(150))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.turn()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, scale = self._theme, smooth(self), self._theme.scale
        middle = self.width() / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for role, side in (("diff", 3.0), ("link", -3.0)):
            painter.setPen(pen(theme.colour(role), 1.9 * scale, flat=True))
            painter.drawPath(self._run(0, middle, 2, side * scale))
        painter.setPen(pen(theme.colour("control"), 1.5 * scale, (0.1 * scale, 7.9 * scale)))
        painter.drawPath(self._run(middle, self.width(), 6, 0))
        self._paint_knot(painter, QPointF(middle, self._y(middle)))

    def _paint_knot(self, painter: QPainter, at: QPointF) -> None:
        theme, scale = self._theme, self._theme.scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self._ground))
        painter.drawEllipse(at, 25 * scale, 25 * scale)
        ground = theme.colour(self._ground)
        knot(painter, at, 1.9 * scale, theme.colour("accent"), ground, tied=True, width=1.6 * scale)

    def _run(self, start: float, end: float, step: float, twist: float) -> QPainterPath:
        path = QPainterPath()
        turn = 2 * math.pi / (22 * self._theme.scale)
        phase = self._phase_px()
        x = start
        while x <= end:
            y = self._y(x) + (twist * math.sin(turn * (x + phase)) if twist else 0.0)
            path.lineTo(x, y) if x > start else path.moveTo(x, y)
            x += step
        return path

    def _phase_px(self) -> float:
        return 0.0 if self.still else self._share * _WAVE * self._theme.scale

    def _y(self, x: float) -> float:
        """Height of the cord: the breath at the middle is now, what lies left of it has been."""
        wave = _WAVE * self._theme.scale
        now = _STILL_AT if self.still else self._share
        share = (now + (x - self.width() / 2) / wave) % 1.0
        rise = _IN_S / (_IN_S + _OUT_S)
        u = share / rise if share < rise else 1 - (share - rise) / (1 - rise)
        swing = self.height() * 0.34
        return self.height() / 2 + swing - 2 * swing * (0.5 - 0.5 * math.cos(math.pi * u))

    def _on_tick(self) -> None:
        if self.still:
            self.turn()
            return
        self._go_to(((time.monotonic() - self._since) / (_IN_S + _OUT_S)) % 1.0)

    def _go_to(self, share: float) -> None:
        before = self.words()
        self._share = share
        if self.words() != before:
            self.setAccessibleName(self.words())
            announce(self, self.words())
            self.turned.emit(self.words())
        self.update()

    def _restyle(self) -> None:
        if self.running:
            self.start()
        self.updateGeometry()
        self.update()
