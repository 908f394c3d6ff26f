# SPDX-License-Identifier: MIT
"""The picture of two woven circles: cloth, rims, band, the wished place, names and handles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainterPath

from ipnb_journal.desktop.widgets import circle_threads
from ipnb_journal.desktop.widgets.circle_band import paint_band
from ipnb_journal.desktop.widgets.circle_places import CirclePlaces
from ipnb_journal.desktop.widgets.circle_threads import BLANK_EDGE, Cloth
from ipnb_journal.desktop.widgets.painting import pen
from ipnb_journal.domain.checkins import Circles
from ipnb_journal.domain.circles import CirclePart

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPixmap

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.desktop.widgets.circle_places import Spot

_ROLES = ("diff", "link")
_SIDEWAYS = (CirclePart.CLOSENESS, CirclePart.WISH)
_UNCLEAR, _RUN_TOGETHER = 75.0, 50.0
_GAP = 12


class Side(NamedTuple):
    """One circle, laid: what is put down to paint it, and the area its threads cover."""

    body: QPixmap
    rim: QPixmap
    covered: QPainterPath


@dataclass(frozen=True, slots=True)
class Shown:
    """What is painted: values, where they lie, the part the pointer is over; `handles`: to be held by."""

    circles: Circles
    places: CirclePlaces
    names: tuple[str, str]
    wish: bool
    pointed: CirclePart | None = None
    handles: bool = True


class CirclePicture:
    """Paints two circles; keeps the threads as pictures until an edge, the size or the theme changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._sides: dict[int, tuple[object, Side]] = {}
        self._woven: tuple[object, QPixmap] | None = None

    def forget(self) -> None:
        """Lay every thread anew: the theme changed."""
        self._sides.clear()
        self._woven = None

    def paint(self, painter: QPainter, shown: Shown, ratio: float) -> None:
        """Everything, from the cloth up to the handles; `ratio`: px of the screen to those painted in."""
        cloth = Cloth.of(shown.places.radius, ratio)
        sides = [self._side(cloth, shown, which) for which in (0, 1)]
        centres = [QPointF(round(spot.x), round(spot.y)) for spot in shown.places.centres()]
        for side, at in zip(sides, centres, strict=True):
            painter.drawPixmap(at - QPointF(cloth.reach, cloth.reach), side.body)
        if shown.circles.closeness is not None:
            self._paint_shared(painter, cloth, shown, sides, centres)
        for side, at in zip(sides, centres, strict=True):
            painter.drawPixmap(at - QPointF(cloth.reach, cloth.reach), side.rim)
        paint_band(painter, self._theme, shown.places, shown.circles.bridge)
        if shown.wish:
            self._paint_wish(painter, shown)
        self._paint_names(painter, shown)
        if shown.handles:
            self._paint_handles(painter, shown)

    def _side(self, cloth: Cloth, shown: Shown, which: int) -> Side:
        edge = (shown.circles.edge_me, shown.circles.edge_other)[which]
        touched = edge is not None or shown.circles.closeness is not None
        scale = shown.places.handle / 14
        key = (cloth, edge, touched, scale)
        kept = self._sides.get(which)
        if kept is None or kept[0] != key:
            kept = self._sides[which] = (key, self._lay(cloth, which, edge, touched, scale))
        return kept[1]

    def _lay(self, cloth: Cloth, which: int, edge: float | None, touched: bool, scale: float) -> Side:
        theme, role, own = self._theme, _ROLES[which], which == 0
        clear = BLANK_EDGE if edge is None else edge
        laid = circle_threads.threads(cloth, clear, 2 * which)
        tint = theme.colour(role, 0.055 + 0.045 * clear / 100 if touched else 0.0001)
        seen = laid if touched and not theme.strong else []
        body = circle_threads.body(cloth, seen, tint, theme.colour(role), own=own)
        if touched:
            outline = circle_threads.rim(cloth, theme.colour(role), edge, scale)
        else:
            outline = circle_threads.rim(cloth, theme.colour("control"), 0.0, scale)
        return Side(body, outline, circle_threads.ground(laid, cloth.spacing, own=own))

    def _paint_shared(
        self, painter: QPainter, cloth: Cloth, shown: Shown, sides: list[Side], centres: list[QPointF]
    ) -> None:
        """What both circles cover: the weave, or with texture off a plain tint."""
        apart = centres[1] - centres[0]
        if abs(apart.x()) >= 2 * cloth.radius * 1.3:
            return
        painter.save()
        if self._theme.strong:
            for at in centres:
                path = QPainterPath()
                path.addEllipse(at, cloth.radius, cloth.radius)
                painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            painter.fillRect(painter.clipBoundingRect(), self._theme.colour("accent", 0.34))
        else:
            for side, at in zip(sides, centres, strict=True):
                painter.setClipPath(side.covered.translated(at), Qt.ClipOperation.IntersectClip)
            tile = self._weave(cloth, shown.circles)
            middle = (centres[0] + centres[1]) / 2
            # here threads of both circles cross, wherever the two are
            origin = QPointF(middle.x(), middle.y() - apart.x() / 2)
            reach = QPointF(cloth.reach, cloth.reach)
            area = QRectF(middle - reach, middle + reach)
            painter.drawTiledPixmap(area, tile, _phase(area.topLeft() - origin, tile))
        painter.restore()

    def _weave(self, cloth: Cloth, circles: Circles) -> QPixmap:
        clear = [BLANK_EDGE if edge is None else edge for edge in (circles.edge_me, circles.edge_other)]
        blurs = [min(1.0, max(0.0, (_UNCLEAR - each) / _RUN_TOGETHER)) for each in clear]
        key = (cloth, *blurs)
        if self._woven is None or self._woven[0] != key:
            mine, theirs = (self._dyed(role, blur) for role, blur in zip(_ROLES, blurs, strict=True))
            ground, blur = self._theme.colour("paper"), sum(blurs) / 2
            self._woven = (key, circle_threads.weave(cloth, mine, theirs, ground, blur))
        return self._woven[1]

    def _dyed(self, role: str, blur: float) -> QColor:
        """A thread's colour, the more of the one where both meet the less clear its edge is."""
        theme = self._theme
        run, paper = theme.blend("accent", role, blur), theme.colour("paper")
        left = 0.45 * blur
        pairs = zip(
            (run.red(), run.green(), run.blue()), (paper.red(), paper.green(), paper.blue()), strict=True
        )
        return QColor(*(round(a * (1 - left) + b * left) for a, b in pairs))

    def _paint_wish(self, painter: QPainter, shown: Shown) -> None:
        scale = shown.places.handle / 14
        blank = shown.circles.closeness_wish is None
        colour = self._theme.colour("control" if blank else "accent")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(colour, 1.4 * scale, (2.0 * scale, 5.0 * scale)))
        for spot in shown.places.wished():
            painter.drawEllipse(QPointF(*spot), shown.places.radius, shown.places.radius)

    def _paint_names(self, painter: QPainter, shown: Shown) -> None:
        """Above its circle each, and side by side where the circles lie over each other."""
        theme, places = self._theme, shown.places
        font = theme.font("writing")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        line, gap = theme.line("writing"), theme.space(_GAP)
        most = places.middle.x - gap
        for which, (name, spot, role) in enumerate(zip(shown.names, places.centres(), _ROLES, strict=True)):
            told = metrics.elidedText(name, Qt.TextElideMode.ElideRight, most)
            width = metrics.horizontalAdvance(told) + 2
            outwards = places.side if which == 0 else -places.side
            off = max(abs(spot.x - places.middle.x), (width + gap) / 2)
            off = min(off, places.middle.x - width / 2)
            x = places.middle.x + outwards * off
            painter.setPen(theme.colour(role))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(QRectF(x - width / 2, 0.0, width, line), flags, told)

    def _paint_handles(self, painter: QPainter, shown: Shown) -> None:
        places = shown.places
        mine, theirs = places.beads()
        self._paint_handle(painter, shown, CirclePart.CLOSENESS, mine, "diff")
        self._paint_handle(painter, shown, CirclePart.CLOSENESS, theirs, "link")
        for part, role in (
            (CirclePart.EDGE_OTHER, "link"),
            (CirclePart.EDGE_ME, "diff"),
            (CirclePart.BRIDGE, "accent"),
            *([(CirclePart.WISH, "accent")] if shown.wish else []),
        ):
            self._paint_handle(painter, shown, part, places.handle_of(part), role)

    def _paint_handle(self, painter: QPainter, shown: Shown, part: CirclePart, at: Spot, role: str) -> None:
        theme, reach = self._theme, shown.places.handle - 1
        colour = theme.colour(role if part.of(shown.circles) is not None else "control")
        scale, middle = shown.places.handle / 14, QPointF(*at)
        painter.setPen(pen(colour, 2 * scale, (3 * scale, 3 * scale) if part is CirclePart.WISH else ()))
        painter.setBrush(theme.colour("accent_soft" if part is shown.pointed else "raised"))
        painter.drawEllipse(middle, reach, reach)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(colour, 1.7 * scale))
        for out in (-1, 1):
            # two arrow heads, which way the handle goes
            ends = [(3.0, -3.6), (6.6, 0.0), (3.0, 3.6)]
            if part not in _SIDEWAYS:
                ends = [(y, x) for x, y in ends]
                points = [QPointF(x, y * out) for x, y in ends]
            else:
                points = [QPointF(x * out, y) for x, y in ends]
            painter.drawPolyline([middle + point * scale for point in points])


def _phase(off: QPointF, tile: QPixmap) -> QPointF:
    """Where in a tile the area begins whose first corner lies `off` from a tile's origin."""
    size = tile.deviceIndependentSize()
    return QPointF(off.x() % size.width(), off.y() % size.height())
