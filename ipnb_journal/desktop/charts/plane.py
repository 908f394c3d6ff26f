# SPDX-License-Identifier: MIT
"""The plane: being myself to the right, in touch upwards, the newest days and the weeks as a trail."""

from __future__ import annotations

from math import cos, degrees, hypot, sin
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ipnb_journal.desktop.charts.beside import place_beside
from ipnb_journal.desktop.charts.plane_ground import Square, axis_width, paint_ground, patch, thread_step
from ipnb_journal.desktop.charts.plane_legend import legend_height, paint_legend
from ipnb_journal.desktop.charts.trail import direction, is_crowded, paint_trail, paint_week
from ipnb_journal.desktop.charts.view import ChartView, PaperShape
from ipnb_journal.desktop.widgets.painting import box, pen
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.desktop.wording import plane as told
from ipnb_journal.desktop.wording.chart_tables import EMPTY, ChartTable, Said
from ipnb_journal.domain.checkins import Method
from ipnb_journal.domain.plane import NEWEST_DAYS
from ipnb_journal.domain.windows import Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.plane import Plane, Week

WEEK, DAY = "week", "day"
_SMALLEST, _USUAL = 300, 484
_DAY_MARK = 3.0
_NEWEST_ALPHA, _OLDEST_ALPHA, _OLDEST_STRONG = 0.9, 0.22, 0.55
_RING_AWAY = 2.6
_OVAL_DASH = (6.0, 4.0)
_CURSOR = 1.5
_HAND = 44
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class PlaneChart(ChartView):
    """Draws one Plane. Its stops are the weeks of the trail; `behind` one is the Window of its seven days."""

    row_kinds: ClassVar[tuple[tuple[str, str], ...]] = ((WEEK, words.BY_WEEK), (DAY, words.BY_DAY))
    open_words: ClassVar[str] = words.OPEN_WEEK
    hint: ClassVar[str] = told.HINT
    paper_shape: ClassVar[PaperShape | None] = PaperShape(ratio=0.9)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, told.NAME, parent)
        self._plane: Plane | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, plane: Plane, tag: str = "") -> None:
        """Show other days; the cursor stays on its week where that is still there."""
        week = self.week()
        self._plane = plane
        mondays = [each.monday for each in plane.weeks]
        self.move_to(mondays.index(week.monday) if week is not None and week.monday in mondays else -1)
        self.shown(tag)

    def week(self) -> Week | None:
        """The week under the cursor."""
        weeks = self._weeks()
        return weeks[self.at] if 0 <= self.at < len(weeks) else None

    def square(self) -> Square:
        """Where values lie on the canvas now."""
        return self._square(QSizeF(self.size()))

    def said(self, *, table: bool = False, rows: str = "") -> Said:
        if self._plane is None:
            return Said("", "", "")
        threads = not self._theme.strong
        return told.said(self._plane, self.tag, table=table, by_week=rows != DAY, threads=threads)

    def table(self, rows: str = "") -> ChartTable:
        return told.table(self._plane, by_week=rows != DAY) if self._plane is not None else EMPTY

    def behind(self, stop: int) -> object:
        return self._weeks()[stop].span

    def row_behind(self, stop: int, rows: str = "") -> object:
        span = self._weeks()[stop].span
        if rows != DAY or self._plane is None:
            return span
        days = [point.day for point in self._plane.points if span.first <= point.day <= span.last]
        return Window(days[-1], days[-1]) if days else None

    def open_row_words(self, rows: str = "") -> str:
        return words.OPEN_DAY if rows == DAY else words.OPEN_WEEK

    def stops(self) -> Sequence[float]:
        return [at.x() for at in self._knots(self.square())]

    def nearest(self, position: QPointF) -> int:
        """The week whose knot is nearest; far from all of them the cursor stays where it is."""
        away = [hypot(at.x() - position.x(), at.y() - position.y()) for at in self._knots(self.square())]
        found = min(range(len(away)), key=away.__getitem__, default=-1)
        return found if found >= 0 and away[found] <= self._theme.px(_HAND) else self.at

    def words_at(self, stop: int) -> str:
        return told.readout(self._plane, stop) if self._plane is not None else ""

    def when(self) -> str:
        window = self._plane.window if self._plane is not None else None
        return words.dated_stretch(window.first, window.last) if window is not None else ""

    def on_paper(self, theme: Theme, *, named: bool = False) -> PlaneChart:
        copy = PlaneChart(theme)
        copy.setLayoutDirection(self.layoutDirection())
        if self._plane is not None:
            copy.show_picture(self._plane, self.tag)
        return copy

    def sizeHint(self) -> QSize:
        return self._hint(self._theme.space(_USUAL))

    def minimumSizeHint(self) -> QSize:
        return self._hint(self._theme.space(_SMALLEST))

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        plane = self._plane
        if plane is None:
            return
        square = self._square(size)
        paint_ground(painter, self._theme, square)
        if plane.shape_needs:
            self._draw_few(painter, square)
        self._draw_days(painter, square, plane)
        if plane.oval is not None:
            self._draw_oval(painter, square, plane)
        paint_trail(painter, self._theme, square, plane.weeks, ringed=plane.method is Method.CIRCLES)
        self._draw_middle(painter, square, plane)
        self._draw_names(painter, square)
        beneath = square.plot.bottom() + self._theme.space(14) + self._theme.line("small")
        paint_legend(painter, self._theme, plane, size.width(), beneath)
        self._draw_tag(painter, size)

    def draw_cursor(self, painter: QPainter, stop: int) -> None:
        plane, square = self._plane, self.square()
        if plane is None:
            return
        week, theme = plane.weeks[stop], self._theme
        at = square.at(week.being_myself, week.in_touch)
        painter.setPen(pen(theme.colour("ink2"), 1, flat=True))
        painter.drawLine(QLineF(square.left, at.y(), at.x(), at.y()))
        painter.drawLine(QLineF(at.x(), at.y(), at.x(), square.plot.bottom()))
        way = direction(square, plane.weeks) if stop == len(plane.weeks) - 1 else None
        paint_week(painter, theme, at, week, way=way, larger=_CURSOR)
        self._draw_callout(painter, square, week, at)

    def _weeks(self) -> tuple[Week, ...]:
        return self._plane.weeks if self._plane is not None else ()

    def _knots(self, square: Square) -> list[QPointF]:
        return [square.at(week.being_myself, week.in_touch) for week in self._weeks()]

    def _along(self, square: Square) -> list[QPointF]:
        """Knots, and places between those that are joined: what words should keep off."""
        knots, weeks = self._knots(square), self._weeks()
        between = [
            knots[at - 1] + (knots[at] - knots[at - 1]) * share
            for at in range(1, len(knots))
            if weeks[at].joined and not is_crowded(weeks)
            for share in (0.25, 0.5, 0.75)
        ]
        return [*knots, *between]

    def _square(self, size: QSizeF) -> Square:
        """As large as fits, in the middle, with room for words on the left, below, and for the tag above."""
        head = self._head()
        room = size.height() - head - self._foot(size.width())
        side = max(1.0, min(size.width() - 2 * self._aside(), room))
        side -= side % thread_step(side) if side > self._theme.space(_SMALLEST) / 2 else 0
        return Square(round((size.width() - side) / 2), head, round(side))

    def _hint(self, side: int) -> QSize:
        side = max(side, round(axis_width(self._theme)))
        wide = side + 2 * self._aside()
        return QSize(wide, round(self._head() + side + self._foot(wide)))

    def _aside(self) -> int:
        return self._theme.line("small") + self._theme.space(10)

    def _head(self) -> int:
        return self._theme.px(26) + self._theme.space(6) if self._tag else self._theme.space(4)

    def _foot(self, wide: float) -> float:
        legend = legend_height(self._theme, self._plane, wide) if self._plane is not None else 0.0
        return self._theme.space(14) + self._theme.line("small") + legend

    def _draw_days(self, painter: QPainter, square: Square, plane: Plane) -> None:
        """The newest days, fading with age; hollow when partial, ringed when placed with two circles."""
        theme = self._theme
        oldest = _OLDEST_STRONG if theme.strong else _OLDEST_ALPHA
        radius = _DAY_MARK * theme.scale**0.5
        for newer, point in enumerate(reversed(plane.points)):
            colour = theme.colour("ink2", _NEWEST_ALPHA - (_NEWEST_ALPHA - oldest) * newer / NEWEST_DAYS)
            at = square.at(point.being_myself, point.in_touch)
            painter.setPen(QPen(colour, 1.4) if point.partial else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("paper") if point.partial else colour)
            painter.drawEllipse(at, radius, radius)
            if plane.method is Method.CIRCLES:
                painter.setPen(QPen(colour, 1.2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(at, radius + _RING_AWAY, radius + _RING_AWAY)

    def _draw_oval(self, painter: QPainter, square: Square, plane: Plane) -> None:
        oval, theme = plane.oval, self._theme
        if oval is None:
            return
        per_point = square.side / 100
        painter.save()
        painter.setClipRect(square.plot)
        painter.translate(square.at(*oval.middle))
        painter.rotate(-degrees(oval.turn))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for made in (
            pen(theme.colour("paper", 0.9), 5),
            pen(theme.colour("ink2"), 1.6, _OVAL_DASH, flat=True),
        ):
            painter.setPen(made)
            painter.drawEllipse(QPointF(0, 0), oval.long * per_point, oval.short * per_point)
        painter.restore()
        highest = hypot(oval.long * sin(oval.turn), oval.short * cos(oval.turn))
        top = square.at(oval.middle.being_myself, min(100.0, oval.middle.in_touch + highest))
        self._write_beside(painter, square, top, told.TWO_IN_THREE, 4.0, [], [])

    def _draw_middle(self, painter: QPainter, square: Square, plane: Plane) -> None:
        """A small cross."""
        if plane.middle is None:
            return
        at, arm = square.at(*plane.middle), 6 * self._theme.scale**0.5
        lines = [
            QLineF(at.x() - arm, at.y(), at.x() + arm, at.y()),
            QLineF(at.x(), at.y() - arm, at.x(), at.y() + arm),
        ]
        for made in (pen(self._theme.colour("paper"), 5), pen(self._theme.colour("ink"), 2)):
            painter.setPen(made)
            painter.drawLines(lines)

    def _draw_names(self, painter: QPainter, square: Square) -> None:
        """The first and the latest week by name."""
        weeks, plane = self._weeks(), self._plane
        if plane is None or not weeks:
            return
        marks, taken = self._along(square), list[QRectF]()
        for at in sorted({len(weeks) - 1, 0}, reverse=True):
            said = told.week_name(plane, weeks[at])
            strong = at == len(weeks) - 1
            knot = square.at(weeks[at].being_myself, weeks[at].in_touch)
            place = self._write_beside(painter, square, knot, said, 16.0, marks, taken, strong=strong)
            taken.append(place)

    def _write_beside(
        self,
        painter: QPainter,
        square: Square,
        at: QPointF,
        said: str,
        away: float,
        marks: Sequence[QPointF],
        taken: Sequence[QRectF],
        *,
        strong: bool = False,
    ) -> QRectF:
        """Words on a patch beside a mark; where they stand."""
        theme = self._theme
        font = theme.font("small_strong" if strong else "small", tabular=True)
        metrics = QFontMetricsF(font)
        size = QSizeF(metrics.horizontalAdvance(said) + theme.space(8), metrics.height())
        near = away * theme.scale**0.5
        place = place_beside(at, size, square.plot, near, marks, taken)
        if not place.adjusted(-near - 2, -near - 2, near + 2, near + 2).contains(at):
            painter.setPen(pen(theme.colour("ink2"), 1, flat=True))
            painter.drawLine(QLineF(at, place.center()))
        patch(painter, theme, place)
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if strong else "ink2"))
        painter.drawText(place, _MIDDLE, said)
        return place

    def _draw_few(self, painter: QPainter, square: Square) -> None:
        theme = self._theme
        font = theme.font("lead")
        metrics = QFontMetricsF(font)
        wide = square.side - theme.space(48)
        words_in = metrics.boundingRect(QRectF(0, 0, wide, 9999), Qt.TextFlag.TextWordWrap, told.THREE_DAYS)
        place = QRectF(0, 0, words_in.width() + theme.space(24), words_in.height() + theme.space(12))
        place.moveCenter(square.plot.center())
        patch(painter, theme, place)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        painter.drawText(place, _MIDDLE | Qt.TextFlag.TextWordWrap, told.THREE_DAYS)

    def _draw_callout(self, painter: QPainter, square: Square, week: Week, at: QPointF) -> None:
        """The week and its numbers beside the cursor."""
        plane, theme = self._plane, self._theme
        if plane is None:
            return
        name, numbers = theme.font("small_strong", tabular=True), theme.font("small", tabular=True)
        lines = ((name, told.week_name(plane, week)), (numbers, told.numbers(week)))
        wide = max(QFontMetricsF(font).horizontalAdvance(said) for font, said in lines) + theme.space(20)
        high = theme.line("small")
        size = QSizeF(wide, 2 * high + theme.space(10))
        place = place_beside(at, size, square.plot, 18 * theme.scale**0.5, self._knots(square), [])
        box(painter, place, theme.px(4), theme.colour("raised"), theme.colour("control"))
        painter.setPen(theme.colour("ink"))
        for row, (font, said) in enumerate(lines):
            painter.setFont(font)
            top = place.top() + theme.space(5) + row * high
            painter.drawText(QRectF(place.left(), top, wide, high), _MIDDLE, said)

    def _draw_tag(self, painter: QPainter, size: QSizeF) -> None:
        if not self._tag:
            return
        theme = self._theme
        painter.setFont(theme.font("small_strong"))
        wide = QFontMetricsF(theme.font("small_strong")).horizontalAdvance(self._tag) + theme.space(20)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        place = QRectF(0 if mirrored else size.width() - wide, 0, wide, theme.px(26))
        box(painter, place, theme.px(13), theme.colour("mark"), theme.colour("control"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(place, _MIDDLE, self._tag)
