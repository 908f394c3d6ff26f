# SPDX-License-Identifier: MIT
"""The ground of the river’s banks, hatched with restless waves or still uprights, and the bed they lie in."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from itertools import pairwise
from math import ceil, sin, tau
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPaintEngine, QPixmap, QTransform

from ipnb_journal.desktop.widgets.painting import pen, smooth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter, QPainterPath

    from ipnb_journal.desktop.charts.axes import TimeAxis
    from ipnb_journal.desktop.charts.curves import Point

GROUND_ALPHA = 0.20
_WIDTH = 1.1
_WAVES_APART, _WAVE_HIGH, _WAVE_LONG, _WAVE_STEP = 11.0, 2.6, 40.0, 4.0
_SHIFTS = 4
_UPRIGHTS_APART = 8.0


class Hatch(Enum):
    """What fills a bank; the value is how much of its colour shows."""

    WAVES = 0.55
    UPRIGHTS = 0.6


HATCHES = {"chaos": Hatch.WAVES, "rigid": Hatch.UPRIGHTS}


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

    def along(self, x: float) -> float:
        """Px since the first of all days: hatch and threads move with the days they lie on."""
        return self.time.day_at(x) * self.time.per_day() * (-1 if self.time.mirrored else 1)


def paint_hatched(
    painter: QPainter, colour: QColor, hatch: Hatch, bed: Bed, edge: Sequence[Point], area: QPainterPath
) -> None:
    """Fill a bank between its side and its edge, which is given in px; `area`: the same as a path.

    On a screen ground and hatch are woven once and laid, as lines of their own would take longer than a
    frame has; a printer and a file get the lines.
    """
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if painter.paintEngine().type() is QPaintEngine.Type.Raster:
        painter.save()
        ratio = painter.device().devicePixelRatioF()
        painter.setBrushOrigin(QPointF(-(bed.along(0) % _WAVE_LONG), bed.top))
        painter.fillPath(area, _woven(colour.rgb(), hatch, ratio))
        painter.restore()
        return
    painter.fillPath(area, _seen(colour, GROUND_ALPHA))
    painter.setPen(pen(_seen(colour, hatch.value), _WIDTH, flat=True))
    if hatch is Hatch.UPRIGHTS:
        painter.drawLines(uprights(bed, edge))
        return
    for wave in waves(bed, edge):
        painter.drawPolyline(wave)


def waves(bed: Bed, edge: Sequence[Point]) -> Iterator[list[QPointF]]:
    """Wavy lines between the top and an edge, each ending where the bank ends."""
    places = list(places_along(edge, _WAVE_STEP))
    ends = heights_at(edge, places)
    deepest = max(ends)
    for row in range(ceil((deepest - bed.top) / _WAVES_APART)):
        run: list[QPointF] = []
        for x, end in zip(places, ends, strict=True):
            y = bed.top + _wave(row, bed.along(x))
            if y < end:
                run.append(QPointF(x, y))
                continue
            if run:
                yield run
            run = []
        if run:
            yield run


def uprights(bed: Bed, edge: Sequence[Point]) -> list[QLineF]:
    """Upright lines between the bottom and an edge."""
    first, last = sorted((edge[0][0], edge[-1][0]))
    start = first + (_UPRIGHTS_APART / 2 - bed.along(first)) % _UPRIGHTS_APART
    places = [start + step * _UPRIGHTS_APART for step in range(ceil((last - start) / _UPRIGHTS_APART))]
    return [QLineF(x, bed.bottom, x, y) for x, y in zip(places, heights_at(edge, places), strict=True)]


def places_along(points: Sequence[Point], step: float) -> Iterator[float]:
    """Px from the left end of a curve to its right one, both included."""
    x, last = sorted((points[0][0], points[-1][0]))
    while x < last:
        yield x
        x += step
    yield last


def heights_at(points: Sequence[Point], places: Sequence[float]) -> list[float]:
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


def _wave(row: int, along: float) -> float:
    """How far below the top a wave runs: each a quarter of its length behind the one above."""
    return _WAVES_APART * (row + 0.7) + _WAVE_HIGH * sin(tau * (along / _WAVE_LONG - row / _SHIFTS))


def _seen(colour: QColor, alpha: float) -> QColor:
    seen = QColor(colour)
    seen.setAlphaF(alpha)
    return seen


@lru_cache(maxsize=8)
def _woven(colour: int, hatch: Hatch, ratio: float) -> QBrush:
    """Ground and hatch as a tile that joins at all its sides; `ratio`: device px for a px."""
    wide, high = _WAVE_LONG, _SHIFTS * _WAVES_APART
    tile = QPixmap(ceil(wide * ratio), ceil(high * ratio))
    tile.fill(_seen(QColor(colour), GROUND_ALPHA))
    painter = smooth(tile)
    painter.scale(tile.width() / wide, tile.height() / high)
    painter.setPen(pen(_seen(QColor(colour), hatch.value), _WIDTH, flat=True))
    if hatch is Hatch.UPRIGHTS:
        middles = [_UPRIGHTS_APART * (step + 0.5) for step in range(int(wide / _UPRIGHTS_APART))]
        painter.drawLines([QLineF(x, 0, x, high) for x in middles])
    else:
        # beyond the sides too, so that ends meet and no wave is cut at the top or the foot
        steps = range(-2, int(wide / _WAVE_STEP) + 3)
        for row in range(-1, _SHIFTS + 1):
            painter.drawPolyline(
                [QPointF(step * _WAVE_STEP, _wave(row, step * _WAVE_STEP)) for step in steps]
            )
    painter.end()
    woven = QBrush(tile)
    woven.setTransform(QTransform.fromScale(wide / tile.width(), high / tile.height()))
    return woven
