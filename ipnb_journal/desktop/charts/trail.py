# SPDX-License-Identifier: MIT
"""The weeks of the plane as a trail: a knot a week, the older part thin and dotted, an arrowhead last."""

from __future__ import annotations

from math import atan2, cos, hypot, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainterPath, QPen, QPolygonF

from ipnb_journal.desktop.widgets.painting import pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.charts.plane_ground import Square
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.plane import Week

OLDER_SHARE, NEWER_STEPS = 0.3, 12
KNOT, OLDER_KNOT, ARROW = 4.6, 3.0, 10.5
OLDER_DASH, OLDER_WIDTH, NEWEST_WIDTH = (3.0, 5.0), 1.4, 3.2
_CASING = 7.5
_CROWDED, _CROWD_ALPHA = 80, 0.6
_LONGEST_HANDLE = 0.33
_OUTLINE = 1.8
_ARROW_HALF = 0.78 * pi
_RING_AWAY = 2.6


def paint_trail(
    painter: QPainter, theme: Theme, square: Square, weeks: Sequence[Week], *, ringed: bool = False
) -> None:
    """The whole trail, oldest first, so that newer weeks lie over older ones. `ringed`: by two circles."""
    points = [square.at(week.being_myself, week.in_touch) for week in weeks]
    painter.save()
    painter.setClipRect(square.plot.adjusted(-ARROW, -ARROW, ARROW, ARROW))
    steps = [later for later in range(1, len(weeks)) if weeks[later].joined]
    if is_crowded(weeks):
        crowd = [later for later in steps if not newness(later, len(weeks))]
        _paint_crowd(painter, theme, [QLineF(points[later - 1], points[later]) for later in crowd])
        steps = steps[len(crowd) :]
    for later in steps:
        _paint_step(painter, theme, _step(weeks, points, later), newness(later, len(weeks)))
    for at, (week, point) in enumerate(zip(weeks, points, strict=True)):
        newest = at == len(weeks) - 1
        way = direction(square, weeks) if newest else None
        older = not newest and not newness(at + 1, len(weeks))
        paint_week(painter, theme, point, week, older=older, way=way)
        if ringed:
            _paint_ring(painter, theme, point, ARROW if way is not None else KNOT)
    painter.restore()


def paint_week(
    painter: QPainter,
    theme: Theme,
    at: QPointF,
    week: Week,
    *,
    older: bool = False,
    way: float | None = None,
    larger: float = 1.0,
) -> None:
    """One week's knot, hollow when partial; an arrowhead where it points some `way` (radians)."""
    scale = theme.scale**0.5 * larger
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("paper"))
    radius = (ARROW if way is not None else OLDER_KNOT if older else KNOT) * scale
    painter.drawEllipse(at, radius + 2 * scale, radius + 2 * scale)
    painter.setPen(QPen(theme.colour("accent"), _OUTLINE * scale, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(theme.colour("paper" if week.partial else "accent"))
    if way is None:
        painter.drawEllipse(at, radius, radius)
    else:
        painter.drawPolygon(_arrowhead(at, way, radius))


def is_crowded(weeks: Sequence[Week]) -> bool:
    """Whether so many weeks lie on the trail that its older part is one cloth: no curve could be followed."""
    return len(weeks) > _CROWDED


def newness(later: int, count: int) -> float:
    """How new the step to the week `later` (1 to `count` - 1) is: 0 in the older part, 1 for the newest.

    The older part is the first three steps in ten, and on a long trail all but the newest twelve.
    """
    first = max(int(OLDER_SHARE * (count - 1)), count - 1 - NEWER_STEPS) + 1 if count > 2 else 1
    return 0.0 if later < first else (later - first + 1) / (count - first)


def direction(square: Square, weeks: Sequence[Week]) -> float | None:
    """The way the newest step goes, in radians on the picture; None where it goes nowhere or is none."""
    if len(weeks) < 2 or not weeks[-1].joined:
        return None
    start, end = (square.at(week.being_myself, week.in_touch) for week in weeks[-2:])
    way = end - start
    return atan2(way.y(), way.x()) if hypot(way.x(), way.y()) >= 1 else None


def _paint_step(painter: QPainter, theme: Theme, path: QPainterPath, new: float) -> None:
    scale = theme.scale**0.5
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(theme.colour("paper", 0.95), _CASING * scale, flat=True))
    painter.drawPath(path)
    wide = (OLDER_WIDTH + (NEWEST_WIDTH - OLDER_WIDTH) * new) * scale
    dash = () if new else [length * scale for length in OLDER_DASH]
    painter.setPen(pen(theme.colour("accent"), wide, dash, flat=bool(dash)))
    painter.drawPath(path)


def _paint_crowd(painter: QPainter, theme: Theme, lines: Sequence[QLineF]) -> None:
    """Straight and all at once: a curve and a casing for each of hundreds would take longer than a blink."""
    scale = theme.scale**0.5
    dash = [length * scale for length in OLDER_DASH]
    painter.setPen(pen(theme.colour("accent", _CROWD_ALPHA), OLDER_WIDTH * scale, dash, flat=True))
    painter.drawLines(lines)


def _step(weeks: Sequence[Week], points: Sequence[QPointF], later: int) -> QPainterPath:
    """A curve to the week `later` that turns gently at knots (Catmull & Rom 1974), each handle kept short."""
    start, end = points[later - 1], points[later]
    before = points[later - 2] if later > 1 and weeks[later - 1].joined else start
    after = points[later + 1] if later + 1 < len(weeks) and weeks[later + 1].joined else end
    most = hypot(end.x() - start.x(), end.y() - start.y()) * _LONGEST_HANDLE
    path = QPainterPath(start)
    path.cubicTo(start + _handle(before, end, most), end - _handle(start, after, most), end)
    return path


def _handle(before: QPointF, after: QPointF, most: float) -> QPointF:
    found = (after - before) / 6
    length = hypot(found.x(), found.y())
    return found * min(1.0, most / length) if length else found


def _arrowhead(at: QPointF, way: float, radius: float) -> QPolygonF:
    """A triangle around `at` that points some way."""
    turns = (0.0, _ARROW_HALF, -_ARROW_HALF)
    return QPolygonF([at + QPointF(cos(way + turn), sin(way + turn)) * radius for turn in turns])


def _paint_ring(painter: QPainter, theme: Theme, at: QPointF, radius: float) -> None:
    size = radius * theme.scale**0.5 + _RING_AWAY
    painter.setPen(QPen(theme.colour("accent"), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, size, size)
