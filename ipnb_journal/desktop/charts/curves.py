# SPDX-License-Identifier: MIT
"""Curves through points: monotone cubics, which never overshoot."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]
_STRAIGHT_BELOW = 3.6
"""Px between neighbours up to which they are joined straight."""


def slopes(points: Sequence[Point]) -> list[float]:
    """The slope at each point of a curve that keeps between its neighbours (Fritsch & Carlson 1980).

    `points`: two or more, x rising or falling throughout.
    """
    secants = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairwise(points)]
    inner = [_between(before, after) for before, after in pairwise(secants)]
    return [secants[0], *inner, secants[-1]]


def curve(points: Sequence[Point], path: QPainterPath | None = None) -> QPainterPath:
    """A smooth path through the points; goes on from `path` by a straight line where one is given."""
    made = QPainterPath() if path is None else path
    if not points:
        return made
    start = QPointF(*points[0])
    if path is None:
        made.moveTo(start)
    else:
        made.lineTo(start)
    if len(points) < 2:
        return made
    if abs(points[-1][0] - points[0][0]) <= _STRAIGHT_BELOW * (len(points) - 1):
        # bends between points this close are not seen, and working them out would cost half a frame
        for x, y in points[1:]:
            made.lineTo(x, y)
        return made
    steep = slopes(points)
    for (x0, y0), (x1, y1), m0, m1 in zip(points, points[1:], steep, steep[1:], strict=False):
        third = (x1 - x0) / 3
        made.cubicTo(x0 + third, y0 + m0 * third, x1 - third, y1 - m1 * third, x1, y1)
    return made


def ribbon(upper: Sequence[Point], lower: Sequence[Point]) -> QPainterPath:
    """The closed area between two curves over the same days."""
    made = curve(list(reversed(lower)), curve(upper))
    made.closeSubpath()
    return made


def _between(before: float, after: float) -> float:
    if before * after <= 0:
        return 0.0
    return 2 * before * after / (before + after)
