# SPDX-License-Identifier: MIT
"""Two circles of threads, which can be dragged: nearer or farther, and each edge firmer or softer.

The size of a circle says nothing. What lies under both is woven from both; nothing merges.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ipnb_journal.desktop.widgets.painting import noise, pen, rope, smooth
from ipnb_journal.desktop.wording import circles as words
from ipnb_journal.domain import circles as geometry
from ipnb_journal.domain.checkins import Circles

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

HEIGHT, HEIGHT_COMPACT = 286, 200
ACROSS = 5.3
"""The widest picture in radii: two circles at their farthest, with a little room."""

_THREADS, _PALE, _BEAD = 10.4, 0.42, 12.0
_UNSET = 50.0


class Part(StrEnum):
    """What can be taken hold of."""

    NEAR = "near"
    MY_EDGE = "my edge"
    THEIR_EDGE = "their edge"


class TwoCircles(QWidget):
    """The picture alone; sliders beside it hold the same values for the keyboard.

    `placed(circles)`: the person moved something. A value left blank is drawn in the middle, faintly.
    """

    placed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._circles = Circles()
        self._compact = False
        self._held: Part | None = None
        self._names = (words.YOU, words.OTHER)
        self._threads: dict[tuple[str, int, int], QPixmap] = {}
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    @property
    def circles(self) -> Circles:
        """What is placed."""
        return self._circles

    def show_circles(self, circles: Circles) -> None:
        """Show these values."""
        self._circles = circles
        self.update()

    def name_other(self, label: str) -> None:
        """Write a person's label over the second circle, "" for nobody in particular."""
        self._names = (words.YOU, label or words.OTHER)
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Take less height."""
        self._compact = compact
        self._restyle()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(560), self._theme.px(HEIGHT_COMPACT if self._compact else HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = self._part_at(event.position())
            self._drag(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            over = self._part_at(event.position())
            shapes = {Part.NEAR: Qt.CursorShape.SizeHorCursor, None: Qt.CursorShape.ArrowCursor}
            self.setCursor(shapes.get(over, Qt.CursorShape.SizeVerCursor))
        else:
            self._drag(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(self)
        mine, theirs = self._discs()
        for disc, role, side in ((mine, "diff", 1), (theirs, "link", -1)):
            self._paint_threads(painter, disc, role, side)
        self._paint_lens(painter, mine, theirs)
        self._paint_bridge(painter, mine, theirs)
        self._paint_wish(painter, mine, theirs)
        edges = (self._circles.edge_me, self._circles.edge_other)
        for disc, role, edge in zip((mine, theirs), ("diff", "link"), edges, strict=True):
            self._paint_edge(painter, disc, role, edge)
            self._paint_bead(painter, QPointF(disc.center().x(), disc.top()), role)
        self._paint_names(painter, mine, theirs)

    def _radius(self) -> float:
        room = self.height() / 2 - self._theme.px(_BEAD + 3)
        return max(20.0, min(room, self.width() / ACROSS))

    def _discs(self) -> tuple[QRectF, QRectF]:
        radius, middle = (
            self._radius(),
            QPointF(self.width() / 2, self.height() / 2 + self._theme.px(_BEAD / 2)),
        )
        near = self._circles.closeness
        half = geometry.distance(_UNSET if near is None else near) * radius / 2
        sign = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        size = 2 * radius
        return (
            QRectF(middle.x() - sign * half - radius, middle.y() - radius, size, size),
            QRectF(middle.x() + sign * half - radius, middle.y() - radius, size, size),
        )

    def _part_at(self, at: QPointF) -> Part | None:
        mine, theirs = self._discs()
        reach = self._theme.px(_BEAD) + 6
        for disc, part in ((mine, Part.MY_EDGE), (theirs, Part.THEIR_EDGE)):
            if QLineF(at, QPointF(disc.center().x(), disc.top())).length() <= reach:
                return part
        inside = any(QLineF(at, disc.center()).length() <= disc.width() / 2 for disc in (mine, theirs))
        return Part.NEAR if inside else None

    def _drag(self, at: QPointF) -> None:
        """Nearness by how far from the middle the hand is; an edge by how high."""
        if self._held is None:
            return
        radius = self._radius()
        if self._held is Part.NEAR:
            apart = 2 * abs(at.x() - self.width() / 2) / radius
            changed = _but(self._circles, closeness=geometry.closeness(apart))
        else:
            top = self.height() / 2 + self._theme.px(_BEAD / 2) - radius
            clear = max(0.0, min(100.0, 50 + 100 * (top - at.y()) / radius))
            mine = self._held is Part.MY_EDGE
            changed = _but(self._circles, **{"edge_me" if mine else "edge_other": clear})
        self.show_circles(changed)
        self.placed.emit(changed)

    def _paint_threads(self, painter: QPainter, disc: QRectF, role: str, side: int) -> None:
        edge = self._circles.edge_me if role == "diff" else self._circles.edge_other
        clear = round(_UNSET if edge is None else edge)
        painter.setOpacity(_PALE)
        painter.drawPixmap(disc.topLeft(), self._thread_pixmap(role, side, disc.width(), clear))
        painter.setOpacity(1)

    def _thread_pixmap(self, role: str, side: int, size: float, clear: int) -> QPixmap:
        """The threads of one circle, kept: while only the place changes nothing is drawn anew."""
        key = (role, round(size), clear)
        if key not in self._threads:
            if len(self._threads) > 8:
                self._threads.clear()
            ratio = self.devicePixelRatioF()
            made = QPixmap(round(size * ratio), round(size * ratio))
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = smooth(made)
            painter.setPen(pen(self._theme.colour(role), 2.2 * self._theme.scale, flat=True))
            painter.drawLines(_thread_lines(QRectF(0, 0, size, size), self._gap(), side, clear / 100))
            painter.end()
            self._threads[key] = made
        return self._threads[key]

    def _paint_lens(self, painter: QPainter, mine: QRectF, theirs: QRectF) -> None:
        lens = _disc(mine).intersected(_disc(theirs))
        if lens.isEmpty():
            return
        painter.save()
        painter.setClipPath(lens)
        painter.fillPath(lens, self._theme.colour("paper"))
        gap, width = self._gap(), 2.4 * self._theme.scale
        threads = {1: (mine, "diff"), -1: (theirs, "link")}
        for side, (disc, role) in threads.items():
            painter.setPen(pen(self._theme.colour(role), width, flat=True))
            painter.drawLines(_thread_lines(disc, gap, side, 1.0))
        for side, (_, role) in threads.items():
            pieces = _crossings(mine, theirs, gap, side)
            for colour, wide in (("paper", 2.2 * width), (role, width)):
                painter.setPen(pen(self._theme.colour(colour), wide, flat=True))
                painter.drawLines(pieces)
        painter.restore()

    def _paint_bridge(self, painter: QPainter, mine: QRectF, theirs: QRectF) -> None:
        bridge = self._circles.bridge
        if not bridge:
            return
        left, right = sorted((mine.center().x(), theirs.center().x()))
        strands = max(1, round(bridge / 34))
        colours = [self._theme.colour(role) for role in ("diff", "link")]
        for strand in range(strands):
            y = mine.center().y() + (strand - (strands - 1) / 2) * 9 * self._theme.scale
            rope(painter, left, right, y, colours, self._theme.scale)

    def _paint_wish(self, painter: QPainter, mine: QRectF, theirs: QRectF) -> None:
        wished = self._circles.closeness_wish
        if wished is None:
            return
        half = geometry.distance(wished) * self._radius() / 2
        sign = 1 if theirs.center().x() >= mine.center().x() else -1
        middle = (mine.center().x() + theirs.center().x()) / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(self._theme.colour("control"), 1.5 * self._theme.scale, (2, 6)))
        for way in (-1, 1):
            at = QPointF(middle + sign * way * half, mine.center().y())
            painter.drawEllipse(at, self._radius(), self._radius())

    def _paint_edge(self, painter: QPainter, disc: QRectF, role: str, edge: float | None) -> None:
        clear = (_UNSET if edge is None else edge) / 100
        scale = self._theme.scale
        dash = () if clear > 0.66 else (10 * scale, 6 * scale) if clear > 0.33 else (2 * scale, 6 * scale)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(self._theme.colour(role), (1.6 + 1.2 * clear) * scale, dash))
        painter.drawEllipse(disc)

    def _paint_bead(self, painter: QPainter, at: QPointF, role: str) -> None:
        theme = self._theme
        radius, colour = theme.px(_BEAD), theme.colour(role)
        painter.setBrush(theme.colour("raised"))
        painter.setPen(pen(colour, 1.8 * theme.scale))
        painter.drawEllipse(at, radius, radius)
        painter.setPen(pen(colour, 1.6 * theme.scale))
        arm = radius * 0.34
        for way in (-1, 1):
            tip = QPointF(at.x(), at.y() + way * radius * 0.56)
            for side in (-1, 1):
                painter.drawLine(tip, QPointF(tip.x() + side * arm, tip.y() - way * arm))

    def _paint_names(self, painter: QPainter, mine: QRectF, theirs: QRectF) -> None:
        """Beside the beads, outwards, where the circles leave room."""
        theme = self._theme
        painter.setFont(theme.font("list_title"))
        height, gap = theme.line("list_title"), theme.px(_BEAD + 8)
        for name, disc, other, role in zip(
            self._names, (mine, theirs), (theirs, mine), ("diff", "link"), strict=True
        ):
            leftward = disc.center().x() <= other.center().x()
            at = disc.center().x()
            room = QRectF(0, disc.top() - height * 0.9, at - gap, height)
            if not leftward:
                room = QRectF(at + gap, room.y(), self.width() - at - gap, height)
            side = Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft
            painter.setPen(theme.colour(role))
            shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(
                room, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, shown
            )

    def _gap(self) -> float:
        return _THREADS * self._theme.scale * (0.8 if self._compact else 1.0)

    def _restyle(self) -> None:
        self._threads.clear()
        self.updateGeometry()
        self.update()


def _but(circles: Circles, **changed: float) -> Circles:
    kept = {name: getattr(circles, name) for name in Circles.__dataclass_fields__}
    return Circles(**{**kept, **changed})


def _disc(rect: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(rect)
    return path


def _thread_lines(disc: QRectF, gap: float, side: int, clear: float) -> list[QLineF]:
    """Parallel threads at 45° across a circle; the softer its edge, the more unevenly they end."""
    radius, middle = disc.width() / 2, disc.center()
    lines = []
    count = int(radius / gap)
    for number in range(-count, count + 1):
        away = number * gap
        half = max(0.0, radius * radius - away * away) ** 0.5
        ends = [half - (1 - clear) * abs(noise(number, end)) * 0.31 * radius for end in (0, 1)]
        if min(ends) <= 0:
            continue
        across = QPointF(away, away * side) * 0.5**0.5
        along = QPointF(1, -side) * 0.5**0.5
        lines.append(QLineF(middle + across - along * ends[0], middle + across + along * ends[1]))
    return lines


def _crossings(mine: QRectF, theirs: QRectF, gap: float, side: int) -> list[QLineF]:
    """The short pieces where one of the two (1: mine, -1: theirs) lies over the other, by turns.

    Each lattice keeps to its own circle, so that nothing shimmers while one is dragged.
    """
    down, up = QPointF(1, 1) * 0.5**0.5, QPointF(1, -1) * 0.5**0.5
    radius, middle = mine.width() / 2, (mine.center() + theirs.center()) / 2
    from_mine = QPointF.dotProduct(mine.center(), down)
    from_theirs = QPointF.dotProduct(theirs.center(), up)
    along, pieces = (up if side > 0 else down) * gap * 0.46, []
    count = int(radius / gap)
    for j in range(-count, count + 1):
        for k in range(-count, count + 1):
            at = down * (from_mine + j * gap) + up * (from_theirs + k * gap)
            over_mine = (j + k) % 2 == 0
            if over_mine is (side > 0) and QLineF(at, middle).length() <= radius:
                pieces.append(QLineF(at - along, at + along))
    return pieces
