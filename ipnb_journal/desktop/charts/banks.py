# SPDX-License-Identifier: MIT
"""The banks of the river in paint: how far each reaches in, its hatch, and the threads between them."""

from __future__ import annotations

from math import sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from ipnb_journal.desktop.charts.curves import curve
from ipnb_journal.desktop.charts.hatch import (
    GROUND_ALPHA,
    HATCHES,
    Bed,
    heights_at,
    paint_hatched,
    places_along,
)
from ipnb_journal.desktop.charts.strands import (
    LINE,
    STRANDS,
    is_crowded,
    mark_radius,
    paint_last_mark,
    paint_marks,
)
from ipnb_journal.desktop.widgets.painting import pen
from ipnb_journal.domain.checkins import Scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.charts.curves import Point
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.river import OpenWater
    from ipnb_journal.domain.series import SeriesPicture
    from ipnb_journal.domain.smoothing import LinePoint

_OUTLINE = 2.0
_THREADS, _THREAD_WIDTH, _THREAD_STEP = 7, 1.8, 14.0
_SWAY, _SWAY_LONG, _SWAY_APART = 0.03, 52.0, 1.9
_STUB_SHARE, _STUB_LEAST, _STUB_MOST = 0.7, 2.0, 14.0


class Bank:
    """A series as a bank: stirred up reaches down from the top, stuck up from the bottom."""

    def __init__(self, theme: Theme, bed: Bed, picture: SeriesPicture) -> None:
        self._theme, self._bed, self.picture = theme, bed, picture
        self.from_top = picture.scale is Scale.CHAOS
        self.strand = STRANDS[Scale.CHAOS if self.from_top else Scale.RIGIDITY]
        self.by_day = {value.day: value for value in picture.days}
        first = bed.time.first
        self._across = (bed.time.x(first), bed.time.x(first + 1) - bed.time.x(first))
        self._reach = (self.side, (bed.y(0) - self.side) / 100)
        self.edges = [self._edge(piece) for piece in picture.line]
        self._curves = [curve(edge) for edge in self.edges]
        self._marks = [(value, self.at(value.day, value.value)) for value in picture.days]

    @property
    def side(self) -> float:
        """The px of the side it fills from."""
        return self._bed.top if self.from_top else self._bed.bottom

    def at(self, day: int, value: float) -> Point:
        """Where a bank that reaches in by `value` (0 to 100) ends on a day, in px."""
        (x, a_day), (y, a_point) = self._across, self._reach
        return x + (day - self._bed.time.first) * a_day, y + value * a_point

    def paint_ground(self, painter: QPainter) -> None:
        """The ground and its hatch; in strong contrast an outline. A day without a line has a stub."""
        for edge, course in zip(self.edges, self._curves, strict=True):
            if self._theme.strong:
                painter.setPen(pen(self._theme.colour(self.strand.role), _OUTLINE, flat=True))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPath(self._area(edge, course))
            else:
                colour, hatch = self._theme.colour(self.strand.role), HATCHES[self.strand.role]
                paint_hatched(painter, colour, hatch, self._bed, edge, self._area(edge, course))
        self._paint_stubs(painter)

    def paint_edge(self, painter: QPainter) -> None:
        """The edge and the marks of the days; many marks lie beneath the edge, few upon it."""
        steps = (self._paint_line, self._paint_days)
        for step in reversed(steps) if is_crowded(self._bed.time) else steps:
            step(painter)
        if self.picture.days:
            self.paint_cursor(painter, self.picture.days[-1].day)

    def paint_cursor(self, painter: QPainter, day: int) -> None:
        """The day's mark, larger."""
        value = self.by_day.get(day)
        if value is not None:
            at = self.at(day, value.value)
            paint_last_mark(painter, self._theme, self.strand, at, hollow=value.partial)

    def clearest(self, places: Sequence[QRectF]) -> QRectF:
        """Of places at one height the first of those in which fewest marks and points of the edge lie."""
        top, low = places[0].top(), places[0].bottom()
        marks = [x for _, (x, y) in self._marks if top <= y <= low]
        across = [*marks, *(x for edge in self.edges for x, y in edge if top <= y <= low)]
        return min(places, key=lambda place: sum(place.left() <= x <= place.right() for x in across))

    def _edge(self, piece: Sequence[LinePoint]) -> list[Point]:
        return [self.at(point.day, point.value) for point in self._bed.time.told_apart(piece)]

    def _area(self, edge: Sequence[Point], course: QPainterPath) -> QPainterPath:
        area = QPainterPath(course)
        area.lineTo(edge[-1][0], self.side)
        area.lineTo(edge[0][0], self.side)
        area.closeSubpath()
        return area

    def _paint_stubs(self, painter: QPainter) -> None:
        """How far the bank reached on days that no line runs through: each for itself, none joined."""
        lined = {point.day for piece in self.picture.line for point in piece}
        wide = min(_STUB_MOST, max(_STUB_LEAST, _STUB_SHARE * self._bed.time.per_day()))
        for value, (x, y) in self._marks:
            if value.day in lined:
                continue
            if self._theme.strong:
                painter.setPen(pen(self._theme.colour(self.strand.role), 1, flat=True))
                painter.drawLine(QLineF(x, self.side, x, y))
            else:
                stub = QRectF(x - wide / 2, min(y, self.side), wide, abs(y - self.side))
                ground = self._theme.colour(self.strand.role, GROUND_ALPHA)
                painter.fillRect(stub.intersected(self._bed.plot), ground)

    def _paint_line(self, painter: QPainter) -> None:
        scale = self._theme.scale**0.5
        dash = () if self._theme.strong else tuple(length * scale for length in self.strand.dash)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(self._theme.colour(self.strand.role), LINE * scale, dash, flat=bool(dash)))
        for course in self._curves:
            painter.drawPath(course)

    def _paint_days(self, painter: QPainter) -> None:
        radius = mark_radius(self._bed.time)
        faint = bool(self.picture.line) and not self._theme.strong
        for partial in (False, True):
            points = [at for value, at in self._marks if value.partial is partial]
            paint_marks(painter, self._theme, self.strand, points, radius, hollow=partial, faint=faint)


def paint_threads(painter: QPainter, theme: Theme, bed: Bed, water: Sequence[OpenWater]) -> None:
    """The undyed threads of one stretch of open water, which share the room that is left."""
    points = bed.time.told_apart(water)
    upper = [(bed.time.x(point.day), bed.y(point.banks.fast_edge)) for point in points]
    lower = [(bed.time.x(point.day), bed.y(point.banks.stuck_edge)) for point in points]
    places = list(places_along(upper, _THREAD_STEP))
    if len(places) < 3:
        return
    banks = list(zip(places, heights_at(upper, places), heights_at(lower, places), strict=True))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(theme.colour("cord"), _THREAD_WIDTH, flat=True))
    for thread in range(_THREADS):
        share = (thread + 1) / (_THREADS + 1)
        drawn = [
            (x, top + (low - top) * (share + _SWAY * sin(bed.along(x) / _SWAY_LONG + thread * _SWAY_APART)))
            for x, top, low in banks
        ]
        painter.drawPath(curve(drawn))
