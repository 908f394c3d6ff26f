# SPDX-License-Identifier: MIT
"""Brush work that several widgets share: crisp rounded boxes, pens with px dashes, tied cords."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintDevice


def smooth(device: QPaintDevice) -> QPainter:
    """A painter on `device` with antialiasing on."""
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def pen(colour: QColor, width: float, dash: Sequence[float] = (), *, flat: bool = False) -> QPen:
    """A pen whose `dash` is in px (Qt counts in pen widths); round caps unless `flat`."""
    made = QPen(colour, width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap if flat else Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        made.setDashPattern([length / width for length in dash])
    return made


def box(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: QColor | None,
    border: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A rounded box whose border lies wholly inside `rect`, so its edges stay sharp."""
    outer = QRectF(rect)
    inset = width / 2 if border is not None else 0.0
    radius = min(radius, outer.height() / 2, outer.width() / 2)
    painter.setPen(QPen(border, width) if border is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inner = max(0.0, radius - inset)
    painter.drawRoundedRect(outer.adjusted(inset, inset, -inset, -inset), inner, inner)


def noise(i: int, k: int = 0) -> float:
    """A repeatable value in -1 to 1, so hand-made unevenness never moves between paints."""
    x = math.sin(i * 12.9898 + k * 78.233) * 43758.5453
    return 2 * (x - math.floor(x)) - 1


def rope(
    painter: QPainter,
    start: float,
    end: float,
    y: float,
    colours: Sequence[QColor],
    scale: float = 1.0,
) -> None:
    """Twisted strands from x `start` to `end`: sine curves out of phase, one for each colour."""
    if end <= start:
        return
    amplitude, period = 2.7 * scale, 20 * scale
    steps = max(8, int((end - start) / period * 14))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for strand, colour in enumerate(colours):
        phase = 2 * math.pi * strand / len(colours)
        path = QPainterPath()
        for i in range(steps + 1):
            x = start + (end - start) * i / steps
            point = QPointF(x, y + amplitude * math.sin(2 * math.pi * (x - start) / period + phase))
            path.lineTo(point) if i else path.moveTo(point)
        painter.setPen(pen(colour, 1.7 * scale, flat=True))
        painter.drawPath(path)


def loose_cord(
    painter: QPainter, start: float, end: float, y: float, colour: QColor, scale: float = 1.0
) -> None:
    """The dotted line of a cord not yet tied."""
    if end > start:
        painter.setPen(pen(colour, 1.4 * scale, (0.1 * scale, 6.9 * scale)))
        painter.drawLine(QPointF(start, y), QPointF(end, y))


def knot(
    painter: QPainter,
    at: QPointF,
    size: float,
    colour: QColor,
    ground: QColor,
    *,
    tied: bool,
    width: float = 1.6,
) -> None:
    """A small wrapped knot: a rounded body with two wraps; an outline while untied. Size 1.0: 18 x 15 px."""
    a, b, x, y = 9 * size, 7.5 * size, at.x(), at.y()
    painter.setPen(QPen(colour, width))
    painter.setBrush(colour if tied else ground)
    painter.drawRoundedRect(QRectF(x - a, y - b, 2 * a, 2 * b), 6 * size, 6 * size)
    painter.setPen(pen(ground if tied else colour, width))
    reach = b - 3 * size
    painter.drawLine(QPointF(x - 4.4 * size, y + reach), QPointF(x - 1.4 * size, y - reach))
    painter.drawLine(QPointF(x + 1.4 * size, y + reach), QPointF(x + 4.4 * size, y - reach))


def square_knot(painter: QPainter, at: QPointF, scale: float, cord: QColor, ground: QColor) -> None:
    """A square knot as seen from the front: three wraps, their ends tucked to alternate sides."""
    painter.setPen(QPen(ground, 1.6 * scale))
    painter.setBrush(cord)
    for drop, shift in ((-7.6, -1.5), (0.0, 1.5), (7.6, -1.5)):
        wrap = QRectF(at.x() + (shift - 12.5) * scale, at.y() + (drop - 4.4) * scale, 25 * scale, 8.8 * scale)
        painter.drawRoundedRect(wrap, 4.4 * scale, 4.4 * scale)


class Row:
    """Hands out places side by side from the leading edge of `rect`, mirrored when `right_to_left`."""

    def __init__(self, rect: QRect, *, right_to_left: bool) -> None:
        self._rect, self._right_to_left, self._used = rect, right_to_left, 0

    def take(self, width: int, gap: int = 0) -> QRect:
        """The next place, `width` px wide and as high as the row; `gap` px are left after it."""
        rect = self._rect
        x = rect.x() + rect.width() - self._used - width if self._right_to_left else rect.x() + self._used
        self._used += width + gap
        return QRect(x, rect.y(), width, rect.height())

    def left(self) -> int:
        """How many px are still free."""
        return max(0, self._rect.width() - self._used)

    def rest(self) -> QRect:
        """All that is left of the row."""
        return self.take(self.left())


def in_middle(place: QRect, width: int, height: int) -> QRect:
    """A box of `width` by `height` px in the middle of `place`."""
    return QRect(
        place.x() + (place.width() - width) // 2, place.y() + (place.height() - height) // 2, width, height
    )
