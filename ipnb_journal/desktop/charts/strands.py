# SPDX-License-Identifier: MIT
"""How each series looks wherever it is drawn: colour role, dash and mark, never colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from ipnb_journal.desktop.charts.curves import curve
from ipnb_journal.desktop.widgets.painting import pen
from ipnb_journal.domain.checkins import Scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.charts.axes import TimeAxis
    from ipnb_journal.desktop.charts.curves import Point
    from ipnb_journal.desktop.theme.theme import Theme

LINE, CASING = 2.4, 6.0
MARK, LAST_MARK = 3.5, 5.6
FAINT, FAINT_OUTLINE = 0.4, 0.7
_OUTLINE = 1.6
_DIAMOND, _SQUARE, _TRIANGLE = 1.2, 0.9, 1.35
_RING_AWAY = 2.6
_SMALLEST_MARK = 1.8
_CROWDED = 1.0


class Shape(Enum):
    """The mark of a series."""

    CIRCLE = "circle"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    SQUARE = "square"


@dataclass(frozen=True, slots=True)
class Strand:
    """A colour role, a dash in px (empty for solid) and a mark."""

    role: str
    dash: tuple[float, ...]
    shape: Shape


STRANDS = {
    Scale.DIFFERENTIATION: Strand("diff", (), Shape.CIRCLE),
    Scale.LINKAGE: Strand("link", (8, 4.5), Shape.DIAMOND),
    Scale.CHAOS: Strand("chaos", (), Shape.TRIANGLE),
    Scale.RIGIDITY: Strand("rigid", (9, 3, 2, 3), Shape.SQUARE),
}


def mark_radius(time: TimeAxis) -> float:
    """How large the mark of a day is, in px at 100 %: smaller where days lie close."""
    return max(_SMALLEST_MARK, min(MARK, 1.6 + 0.7 * time.per_day()))


def is_crowded(time: TimeAxis) -> bool:
    """Whether days lie so close that their marks would hide a line beneath."""
    return time.per_day() < _CROWDED


def paint_line(
    painter: QPainter,
    theme: Theme,
    strand: Strand,
    pieces: Sequence[Sequence[Point]],
    ground: str = "paper",
    *,
    casing: float = CASING,
) -> None:
    """Smooth lines in px, each cased in the `ground` role, so that crossings read as over and under."""
    scale = theme.scale**0.5
    painter.setBrush(Qt.BrushStyle.NoBrush)
    around = theme.colour(ground)
    for points in pieces:
        path = curve(points)
        painter.setPen(pen(around, casing * scale, flat=True))
        painter.drawPath(path)
        dash = [length * scale for length in strand.dash]
        painter.setPen(pen(theme.colour(strand.role), LINE * scale, dash, flat=bool(dash)))
        painter.drawPath(path)


def paint_marks(
    painter: QPainter,
    theme: Theme,
    strand: Strand,
    points: Sequence[Point],
    radius: float,
    *,
    hollow: bool = False,
    faint: bool = False,
    ground: str = "paper",
) -> None:
    """Marks at points in px; `hollow` shows the ground inside, `faint` lets what is beneath show through."""
    size = radius * theme.scale**0.5
    if hollow:
        painter.setPen(QPen(theme.colour(strand.role, FAINT_OUTLINE if faint else 1.0), _OUTLINE))
        painter.setBrush(theme.colour(ground))
        for x, y in points:
            _paint_shape(painter, strand.shape, x, y, size)
        return
    colour = theme.colour(strand.role, FAINT if faint else 1.0)
    if strand.shape is Shape.TRIANGLE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for x, y in points:
            painter.drawPolygon(_triangle(x, y, size * _TRIANGLE))
        return
    _paint_points(painter, strand.shape, points, size, QPen(colour))


def paint_rings(
    painter: QPainter, theme: Theme, strand: Strand, points: Sequence[Point], radius: float
) -> None:
    """The ring around marks that were placed with two circles."""
    size = radius * theme.scale**0.5
    painter.setPen(QPen(theme.colour(strand.role), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for x, y in points:
        painter.drawEllipse(QPointF(x, y), size + _RING_AWAY, size + _RING_AWAY)


def _paint_points(painter: QPainter, shape: Shape, points: Sequence[Point], size: float, made: QPen) -> None:
    # wide points are drawn many times faster than a path of as many shapes
    painter.save()
    if shape is Shape.CIRCLE:
        made.setWidthF(2 * size)
        made.setCapStyle(Qt.PenCapStyle.RoundCap)
    else:
        made.setWidthF(size * (_DIAMOND * sqrt(2) if shape is Shape.DIAMOND else _SQUARE * 2))
        made.setCapStyle(Qt.PenCapStyle.SquareCap)
    places = [QPointF(x, y) for x, y in points]
    if shape is Shape.DIAMOND:
        painter.rotate(45)
        places = [QPointF((x + y) * sqrt(0.5), (y - x) * sqrt(0.5)) for x, y in points]
    painter.setPen(made)
    painter.drawPoints(places)
    painter.restore()


def _paint_shape(painter: QPainter, shape: Shape, x: float, y: float, size: float) -> None:
    if shape is Shape.CIRCLE:
        painter.drawEllipse(QPointF(x, y), size, size)
    elif shape is Shape.DIAMOND:
        painter.drawPolygon(_diamond(x, y, size * _DIAMOND))
    elif shape is Shape.TRIANGLE:
        painter.drawPolygon(_triangle(x, y, size * _TRIANGLE))
    else:
        side = size * _SQUARE
        painter.drawRect(QRectF(x - side, y - side, 2 * side, 2 * side))


def paint_last_mark(
    painter: QPainter, theme: Theme, strand: Strand, at: Point, *, hollow: bool = False, ground: str = "paper"
) -> None:
    """The newest mark, larger, on a little ground of its own."""
    scale = theme.scale**0.5
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawEllipse(QPointF(*at), (LAST_MARK + 2) * scale, (LAST_MARK + 2) * scale)
    paint_marks(painter, theme, strand, [at], LAST_MARK, hollow=hollow, ground=ground)


def _diamond(x: float, y: float, radius: float) -> list[QPointF]:
    return [QPointF(x, y - radius), QPointF(x + radius, y), QPointF(x, y + radius), QPointF(x - radius, y)]


def _triangle(x: float, y: float, radius: float) -> list[QPointF]:
    half = radius * sqrt(3) / 2
    return [QPointF(x, y - radius), QPointF(x + half, y + radius / 2), QPointF(x - half, y + radius / 2)]
