# SPDX-License-Identifier: MIT
"""The banks of the river in paint: how far each reaches in, its hatch, and the threads between them."""

from __future__ import annotations

from itertools import pairwise
from math import sin, tau
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt

from ipnb_journal.desktop.charts.curves import curve
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
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter, QPainterPath

    from ipnb_journal.desktop.charts.axes import TimeAxis
    from ipnb_journal.desktop.charts.curves import Point
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.river import OpenWater
    from ipnb_journal.domain.series import SeriesPicture
    from ipnb_journal.domain.smoothing import LinePoint

GROUND_ALPHA = 0.20
_HATCH_WIDTH = 1.1
_WAVE_ALPHA, _WAVES_APART, _WAVE_HIGH, _WAVE_LONG, _WAVE_STEP = 0.55, 11.0, 2.6, 40.5, 4.0
_UPRIGHT_ALPHA, _UPRIGHTS_APART = 0.6, 8.0
_THREADS, _THREAD_WIDTH, _THREAD_STEP = 7, 1.8, 14.0
_SWAY, _SWAY_LONG, _SWAY_APART = 0.03, 52.0, 1.9
_STUB_SHARE, _STUB_LEAST, _STUB_MOST = 0.7, 2.0, 14.0


class Bed(NamedTuple):
    """Where the river lies: its days, and the px of 100 (`top`) and of -100 (`bottom`)."""

    time: TimeAxis
    top: float
    bottom: float

    @property
    def plot(self) -> QRectF:
        """The area between the outer sides of both banks."""
        return QRectF(self.time.left, self.top, self.time.right - self.time.left, self.bottom - self.top)

    def y(self, edge: float) -> float:
        """The px of a place between 100 and -100."""
        return self.bottom - (edge + 100) / 200 * (self.bottom - self.top)


class Bank:
    """A series as a bank: stirred up reaches down from the top, stuck up from the bottom."""

    def __init__(self, theme: Theme, bed: Bed, picture: SeriesPicture) -> None:
        self._theme, self._bed, self.picture = theme, bed, picture
        self.from_top = picture.scale is Scale.CHAOS
        self.strand = STRANDS[Scale.CHAOS if self.from_top else Scale.RIGIDITY]
        self.by_day = {value.day: value for value in picture.days}
        self.edges = [self._edge(piece) for piece in picture.line]

    @property
    def side(self) -> float:
        """The px of the side it fills from."""
        return self._bed.top if self.from_top else self._bed.bottom

    def at(self, day: int, value: float) -> Point:
        """Where a bank that reaches in by `value` (0 to 100) ends on a day, in px."""
        return self._bed.time.x(day), self._bed.y(100 - value if self.from_top else value - 100)

    def paint_ground(self, painter: QPainter) -> None:
        """The ground and its hatch; in strong contrast an outline. A day without a line has a stub."""
        for edge in self.edges:
            if self._theme.strong:
                painter.setPen(pen(self._theme.colour(self.strand.role), 1, flat=True))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPath(self._area(edge))
            else:
                painter.fillPath(self._area(edge), self._theme.colour(self.strand.role, GROUND_ALPHA))
                self._paint_hatch(painter, edge)
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

    def touches(self, place: QRectF) -> int:
        """How many marks and points of the edge lie in a place."""
        marks = [self.at(value.day, value.value) for value in self.picture.days]
        points = [*marks, *(point for edge in self.edges for point in edge)]
        return sum(place.contains(x, y) for x, y in points)

    def _edge(self, piece: Sequence[LinePoint]) -> list[Point]:
        return [self.at(point.day, point.value) for point in self._bed.time.told_apart(piece)]

    def _area(self, edge: Sequence[Point]) -> QPainterPath:
        area = curve(edge)
        area.lineTo(edge[-1][0], self.side)
        area.lineTo(edge[0][0], self.side)
        area.closeSubpath()
        return area

    def _paint_hatch(self, painter: QPainter, edge: Sequence[Point]) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        alpha = _WAVE_ALPHA if self.from_top else _UPRIGHT_ALPHA
        painter.setPen(pen(self._theme.colour(self.strand.role, alpha), _HATCH_WIDTH, flat=True))
        if self.from_top:
            for wave in _waves(self._bed, edge):
                painter.drawPolyline(wave)
        else:
            painter.drawLines(_uprights(self._bed, edge))

    def _paint_stubs(self, painter: QPainter) -> None:
        """How far the bank reached on days that no line runs through: each for itself, none joined."""
        lined = {point.day for piece in self.picture.line for point in piece}
        wide = min(_STUB_MOST, max(_STUB_LEAST, _STUB_SHARE * self._bed.time.per_day()))
        for value in self.picture.days:
            if value.day in lined:
                continue
            x, y = self.at(value.day, value.value)
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
        for edge in self.edges:
            painter.drawPath(curve(edge))

    def _paint_days(self, painter: QPainter) -> None:
        radius = mark_radius(self._bed.time)
        faint = bool(self.picture.line) and not self._theme.strong
        for partial in (False, True):
            points = [self.at(day.day, day.value) for day in self.picture.days if day.partial is partial]
            paint_marks(painter, self._theme, self.strand, points, radius, hollow=partial, faint=faint)


def paint_threads(painter: QPainter, theme: Theme, bed: Bed, water: Sequence[OpenWater]) -> None:
    """The undyed threads of one stretch of open water, which share the room that is left."""
    points = bed.time.told_apart(water)
    upper = [(bed.time.x(point.day), bed.y(point.banks.fast_edge)) for point in points]
    lower = [(bed.time.x(point.day), bed.y(point.banks.stuck_edge)) for point in points]
    places = list(_places(upper, _THREAD_STEP))
    if len(places) < 3:
        return
    banks = list(zip(places, _heights(upper, places), _heights(lower, places), strict=True))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(theme.colour("cord"), _THREAD_WIDTH, flat=True))
    for thread in range(_THREADS):
        share = (thread + 1) / (_THREADS + 1)
        drawn = [
            (x, top + (low - top) * (share + _SWAY * sin(_along(bed, x) / _SWAY_LONG + thread * _SWAY_APART)))
            for x, top, low in banks
        ]
        painter.drawPath(curve(drawn))


def _waves(bed: Bed, edge: Sequence[Point]) -> Iterator[list[QPointF]]:
    """The restless hatch between the top and an edge: wavy lines that end where the bank ends."""
    places = list(_places(edge, _WAVE_STEP))
    ends = _heights(edge, places)
    turns = [_along(bed, x) * tau / _WAVE_LONG for x in places]
    row, deepest = bed.top + _WAVES_APART * 0.7, max(ends, default=bed.top)
    while row < deepest:
        run: list[QPointF] = []
        for x, end, turn in zip(places, ends, turns, strict=True):
            y = row + _WAVE_HIGH * sin(turn + row)
            if y < end:
                run.append(QPointF(x, y))
            elif run:
                yield run
                run = []
        if run:
            yield run
        row += _WAVES_APART


def _uprights(bed: Bed, edge: Sequence[Point]) -> list[QLineF]:
    """The still hatch between the bottom and an edge."""
    first, last = sorted((edge[0][0], edge[-1][0]))
    x = first + -_along(bed, first) % _UPRIGHTS_APART
    places = []
    while x <= last:
        places.append(x)
        x += _UPRIGHTS_APART
    return [QLineF(x, bed.bottom, x, y) for x, y in zip(places, _heights(edge, places), strict=True)]


def _along(bed: Bed, x: float) -> float:
    """Px since the first of all days, so that hatch and threads move with the days they lie on."""
    return bed.time.day_at(x) * bed.time.per_day() * (-1 if bed.time.mirrored else 1)


def _places(points: Sequence[Point], step: float) -> Iterator[float]:
    """Px from the left end of a curve to its right one, both included."""
    x, last = sorted((points[0][0], points[-1][0]))
    while x < last:
        yield x
        x += step
    yield last


def _heights(points: Sequence[Point], places: Sequence[float]) -> list[float]:
    """The height of a curve at rising places along it, straight between its points."""
    rising = sorted(points)
    if len(rising) < 2:
        return [rising[0][1]] * len(places)
    parts = pairwise(rising)
    (x0, y0), (x1, y1) = next(parts)
    found = []
    for x in places:
        while x > x1:
            (x0, y0), (x1, y1) = next(parts, ((x0, y0), (x, y1)))
        found.append(y0 + (y1 - y0) * (x - x0) / (x1 - x0))
    return found
