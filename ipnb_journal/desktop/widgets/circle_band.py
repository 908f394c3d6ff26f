# SPDX-License-Identifier: MIT
"""The band between two circles: cords of both colours twisted together, the more the more passes."""

from __future__ import annotations

from math import pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPolygonF

from ipnb_journal.desktop.widgets.circle_places import MIDDLE
from ipnb_journal.desktop.widgets.painting import pen

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.desktop.widgets.circle_places import CirclePlaces

_CORD, _STEP = 9.0, 2.5


def paint_band(painter: QPainter, theme: Theme, places: CirclePlaces, value: float | None) -> None:
    """The band at `value`, 0 to 100: nothing but a line at 0, a dotted one while it is blank."""
    scale = places.handle / 14
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if value is None or value < 1:
        dash = () if value is not None else (0.1 * scale, 6.9 * scale)
        painter.setPen(pen(theme.colour("control"), 1.4 * scale, dash))
        painter.drawPolyline(_run(places, places.band_top(MIDDLE if value is None else value)))
        return
    top, foot = places.band_top(value), places.band_foot
    if theme.strong:
        _paint_sides(painter, theme, places, top, foot)
        return
    area = QPolygonF([*_run(places, foot), *reversed(_run(places, top))])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent", 0.07))
    painter.drawPolygon(area)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    count = max(1, round((foot - top) / (_CORD * scale)))
    strands: dict[str, list[list[QPointF]]] = {"diff": [], "link": []}
    for number in range(count):
        y = foot + (top - foot) * (number + 0.5) / count
        room = (foot - top) / count / 2
        for phase, role in ((0.0, "diff"), (pi, "link")):
            strands[role].append(_run(places, y, min(2.9 * scale, room), phase + number * 0.9, scale))
    for role, runs in strands.items():
        cord = pen(theme.colour(role), 1.7 * scale, flat=True)
        # the bends are too slight to need rounding, which takes most of the time
        cord.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        painter.setPen(cord)
        for run in runs:
            painter.drawPolyline(run)


def _paint_sides(painter: QPainter, theme: Theme, places: CirclePlaces, top: float, foot: float) -> None:
    """Two plain lines, where texture is off."""
    for role, y in (("diff", top), ("link", foot)):
        painter.setPen(pen(theme.colour(role), 2.6 * places.handle / 14))
        painter.drawPolyline(_run(places, y))


def _run(
    places: CirclePlaces, low: float, swing: float = 0.0, phase: float = 0.0, scale: float = 1.0
) -> list[QPointF]:
    """A cord hanging from both circles down to y `low`; `swing`: how far it winds about its course, px."""
    start, end = places.anchors()
    steps = max(12, int((end.x - start.x) / (_STEP if swing else 3 * _STEP)))
    points = []
    for i in range(steps + 1):
        along = i / steps
        hung = 4 * along * (1 - along)
        x = start.x + (end.x - start.x) * along
        # it is tied at both ends, so nothing swings there
        wound = swing * min(1.0, 2.5 * hung) * sin(2 * pi * (x - places.middle.x) / (20 * scale) + phase)
        points.append(QPointF(x, start.y + (low - start.y) * hung + wound))
    return points
