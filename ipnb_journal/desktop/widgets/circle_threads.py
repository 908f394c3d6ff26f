# SPDX-License-Identifier: MIT
"""The threads of two woven circles: laid once into pictures, which a drag only moves."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap, QPolygonF

from ipnb_journal.desktop.widgets.painting import noise, pen, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

# threads run along ALONG in one's own circle and along ACROSS in the other; each is set off by the other
_C = sqrt(0.5)
ALONG, ACROSS = (_C, -_C), (_C, _C)

_SPACING, _WIDTH, _AT_RADIUS = 10.4, 2.4, 146.0
_CLOSEST, _FEWEST = 10.0, 9
_PALE = 0.38
_FRAYED = 0.31
_FIRM, _DASHED = 66.0, 33.0
BLANK_EDGE = 75.0
"""How clear a circle is drawn, 0 to 100, while its edge is blank: even threads, and no word about it."""


@dataclass(frozen=True, slots=True)
class Cloth:
    """Measures of the threads. `radius`, `spacing` and `width` in px, `ratio`: the screen's own px to one."""

    radius: float
    spacing: float
    width: float
    ratio: float

    @classmethod
    def of(cls, radius: float, ratio: float) -> Cloth:
        """Threads for circles of this radius, so spaced that the weave repeats after whole px."""
        wanted = max(_SPACING * radius / _AT_RADIUS, min(_CLOSEST, radius / _FEWEST))
        period = max(1, round(2 * sqrt(2) * wanted * ratio))
        spacing = period / (2 * sqrt(2) * ratio)
        return cls(radius, spacing, _WIDTH * spacing / _SPACING, ratio)

    @property
    def reach(self) -> int:
        """How far from its centre a circle's picture goes in px, frayed ends and rim included."""
        return ceil(self.radius * (1 + _FRAYED)) + 6

    def picture(self, side: int) -> QPixmap:
        """An empty picture `side` px wide and high."""
        made = QPixmap(QSize(side, side) * self.ratio)
        made.setDevicePixelRatio(self.ratio)
        made.fill(Qt.GlobalColor.transparent)
        return made


@dataclass(frozen=True, slots=True)
class Thread:
    """One thread of a circle: `off` from its middle thread, from `start` to `end` along it; px."""

    off: float
    start: float
    end: float


def threads(cloth: Cloth, clear: float, seed: int) -> list[Thread]:
    """The threads of a circle whose edge is `clear`, 0 to 100: the less, the more their ends fray."""
    frayed = (1 - clear / 100) * 2 * _FRAYED * cloth.radius
    count = int(cloth.radius // cloth.spacing)
    made = []
    for i in range(-count, count + 1):
        off = i * cloth.spacing
        if abs(off) <= cloth.radius - 6:
            half = sqrt(max(0.0, (cloth.radius - 5) ** 2 - off * off))
            start, end = (frayed * (noise(i + 31, seed + k) * 0.5 - 0.04) for k in (1, 2))
            made.append(Thread(off, -half - start, half + end))
    return made


def lines(laid: Sequence[Thread], *, own: bool) -> list[QLineF]:
    """Threads as lines about the centre of their circle."""
    (ax, ay), (ox, oy) = (ALONG, ACROSS) if own else (ACROSS, ALONG)
    return [
        QLineF(
            ax * one.start + ox * one.off,
            ay * one.start + oy * one.off,
            ax * one.end + ox * one.off,
            ay * one.end + oy * one.off,
        )
        for one in laid
    ]


def ground(laid: Sequence[Thread], spacing: float, *, own: bool) -> QPainterPath:
    """The area that threads cover, about the centre of their circle; two of these crossed are woven."""
    (ax, ay), (ox, oy) = (ALONG, ACROSS) if own else (ACROSS, ALONG)
    corners = [(one.off + side * spacing / 2, one.end) for one in laid for side in (-1, 1)]
    corners += [(one.off + side * spacing / 2, one.start) for one in reversed(laid) for side in (1, -1)]
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(ax * t + ox * off, ay * t + oy * off) for off, t in corners]))
    path.closeSubpath()
    return path


def body(cloth: Cloth, laid: Sequence[Thread], tint: QColor, thread: QColor, *, own: bool) -> QPixmap:
    """A circle's tint and its pale threads; no threads where `laid` is empty."""
    made = cloth.picture(2 * cloth.reach)
    painter = _about_middle(made, cloth)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawEllipse(QPointF(0, 0), cloth.radius, cloth.radius)
    pale = QColor(thread)
    pale.setAlphaF(_PALE + tint.alphaF() * (1 - _PALE))
    drawn = lines(laid, own=own)
    # round caps on long lines take twenty times as long as flat ones and a dot at either end
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.setPen(pen(pale, cloth.width, flat=True))
    painter.drawLines(drawn)
    painter.setPen(pen(pale, cloth.width))
    painter.drawPoints([end for line in drawn for end in (line.p1(), line.p2())])
    painter.end()
    return made


def rim(cloth: Cloth, colour: QColor, clear: float | None, scale: float) -> QPixmap:
    """A circle's outline: dots, dashes or a firm line by how clear its edge is; a thin one while blank."""
    made = cloth.picture(2 * cloth.reach)
    painter = _about_middle(made, cloth)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if clear is None:
        painter.setPen(pen(colour, 1.2 * scale))
    else:
        width = (1.6 + 1.2 * clear / 100) * scale
        dash = () if clear > _FIRM else (10.0, 6.0) if clear > _DASHED else (0.1, 7.0)
        painter.setPen(pen(colour, width, [scale * length for length in dash]))
    painter.drawEllipse(QPointF(0, 0), cloth.radius, cloth.radius)
    painter.end()
    return made


def weave(cloth: Cloth, mine: QColor, theirs: QColor, ground_colour: QColor, blur: float) -> QPixmap:
    """A tile of the weave, over and under by turns, that repeats without a seam.

    Its origin is a crossing. `blur`, 0 to 1: how far the two have run into each other.
    """
    side = round(2 * sqrt(2) * cloth.spacing)
    made = QPixmap(QSize(1, 1) * round(2 * sqrt(2) * cloth.spacing * cloth.ratio))
    made.setDevicePixelRatio(cloth.ratio)
    made.fill(Qt.GlobalColor.transparent)
    over: tuple[list[QLineF], list[QLineF]] = ([], [])
    under: tuple[list[QLineF], list[QLineF]] = ([], [])
    for i in range(-1, 7):
        for j in range(-5, 6):
            first, second = _crossing(i, j, cloth.spacing)
            even = (i + j) % 2 == 0
            (over if even else under)[0].append(first)
            (under if even else over)[1].append(second)
    painter = smooth(made)
    painter.setClipRect(QRectF(0, 0, side + 1, side + 1))
    painter.setPen(pen(ground_colour, cloth.width + 1.2))
    painter.drawLines([*over[0], *over[1], *under[0], *under[1]])
    for turn in (under, over):
        if turn is over and blur < 0.9:
            painter.setPen(pen(ground_colour, cloth.width + 2.6 * (1 - blur), flat=True))
            painter.drawLines([*over[0], *over[1]])
        for laid, colour in zip(turn, (mine, theirs), strict=True):
            painter.setPen(pen(colour, cloth.width))
            painter.drawLines(laid)
    painter.end()
    return made


def _crossing(i: int, j: int, spacing: float) -> tuple[QLineF, QLineF]:
    """The two short pieces that cross where one's own thread `i` meets the other's thread `j`."""
    x = (ALONG[0] * j + ACROSS[0] * i) * spacing
    y = (ALONG[1] * j + ACROSS[1] * i) * spacing
    k = spacing / 2
    return (
        QLineF(x - ALONG[0] * k, y - ALONG[1] * k, x + ALONG[0] * k, y + ALONG[1] * k),
        QLineF(x - ACROSS[0] * k, y - ACROSS[1] * k, x + ACROSS[0] * k, y + ACROSS[1] * k),
    )


def _about_middle(picture: QPixmap, cloth: Cloth) -> QPainter:
    painter = smooth(picture)
    painter.translate(cloth.reach, cloth.reach)
    return painter
