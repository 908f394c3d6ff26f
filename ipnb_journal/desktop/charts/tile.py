# SPDX-License-Identifier: MIT
"""One person's tile: a sheet with their mark and label, the newest circles, the days and what they count."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF

from ipnb_journal.desktop.charts.axes import TimeAxis, ValueAxis
from ipnb_journal.desktop.charts.strands import (
    LAST_MARK,
    MARK,
    STRANDS,
    paint_last_mark,
    paint_line,
    paint_marks,
    paint_rings,
)
from ipnb_journal.desktop.widgets.circle_glyph import paint_glyph
from ipnb_journal.desktop.widgets.marks import paint_person
from ipnb_journal.desktop.widgets.painting import box, pen
from ipnb_journal.desktop.widgets.text import LaidText
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.desktop.wording import relationships as told
from ipnb_journal.domain.checkins import Method
from ipnb_journal.domain.relationships import line

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.charts.curves import Point
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.relationships import ByPerson, Tile, TileSeries

WIDTH, HEIGHT = 314, 280
"""A tile at its own size, in design px."""

HOMEWORK_DOTS = (2.0, 5.0)
_PAD, _HEAD, _PLOT_TOP, _PLOT_FOOT = 18, 32, 62, 182
_LABELS, _LEVELS, _COUNTS = 188, 216, 240
_GLYPH = (52, 24)
_POINTS_APART = 1.5
_SMALLEST_MARK = 1.8
# a shorter line hides among the marks and looks like a slip of the pen
_SHORTEST = 18.0
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class Look(NamedTuple):
    """How a tile is painted: the theme, the size in px and whether reading runs right to left."""

    theme: Theme
    size: QSizeF
    mirrored: bool

    def place(self, left: float, top: float, wide: float, high: float) -> QRectF:
        """A place from the leading edge, in px."""
        return QRectF(self.size.width() - left - wide if self.mirrored else left, top, wide, high)

    @property
    def leading(self) -> Qt.AlignmentFlag:
        """Where a line of words begins."""
        return _MIDDLE | (_RIGHT if self.mirrored else _LEFT)


def paint_tile(painter: QPainter, look: Look, chart: ByPerson, tile: Tile) -> None:
    """Everything of a tile, from the sheet up, within `look.size` from the painter's own corner."""
    theme = look.theme
    rect = QRectF(QPointF(0, 0), look.size)
    box(painter, rect, theme.px(4), theme.colour("edge"))
    box(painter, rect.adjusted(0, 0, 0, -2), theme.px(4), theme.colour("paper"), theme.colour("hairline"))
    _paint_head(painter, look, tile)
    missing = told.missing(tile)
    _paint_foot(painter, look, tile)
    _paint_ends(painter, look, chart)
    if missing:
        _paint_missing(painter, look, missing)
    else:
        _paint_plot(painter, look, chart, tile)


def _paint_head(painter: QPainter, look: Look, tile: Tile) -> None:
    theme, pad = look.theme, look.theme.px(_PAD)
    size, high = theme.px(17), theme.line("title")
    mark = look.place(pad, theme.px(_HEAD) - size / 2, size, size)
    paint_person(painter, theme, tile.person.mark, mark.center(), size / 2)
    wide, tall = (theme.px(side) for side in _GLYPH)
    taken = pad
    if tile.newest is not None:
        at = look.place(look.size.width() - pad - wide, theme.px(_HEAD) - tall / 2, wide, tall)
        paint_glyph(painter, theme, at, tile.newest.circles, mirrored=look.mirrored)
        taken += wide + theme.px(8)
    left = pad + theme.px(27)
    room = look.size.width() - left - taken
    font = theme.font("title")
    label = QFontMetricsF(font).elidedText(tile.person.label, Qt.TextElideMode.ElideRight, room)
    painter.setFont(font)
    painter.setPen(theme.colour("ink"))
    place = look.place(left, theme.px(_HEAD) - high / 2, room, high)
    painter.drawText(place, look.leading | Qt.TextFlag.TextSingleLine, label)


def _plot(look: Look) -> QRectF:
    """The room of the marks."""
    theme, pad = look.theme, look.theme.px(_PAD)
    top = theme.px(_PLOT_TOP)
    return QRectF(pad, top, look.size.width() - 2 * pad, theme.px(_PLOT_FOOT) - top)


def _paint_ends(painter: QPainter, look: Look, chart: ByPerson) -> None:
    """The first and the last day under the axis, the same for every tile."""
    theme, plot = look.theme, _plot(look)
    painter.setPen(pen(theme.colour("control"), 1, flat=True))
    y = round(plot.bottom()) + 0.5
    painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
    painter.setFont(theme.font("small", tabular=True))
    painter.setPen(theme.colour("ink2"))
    last = chart.window.last
    ends = words.short_day(chart.window.first, last), words.short_day(last, last)
    place = QRectF(
        plot.left(), plot.bottom() + theme.px(_LABELS - _PLOT_FOOT), plot.width(), theme.line("small")
    )
    sides = (_RIGHT, _LEFT) if look.mirrored else (_LEFT, _RIGHT)
    for said, side in zip(ends, sides, strict=True):
        painter.drawText(place, _MIDDLE | side, said)


def _paint_missing(painter: QPainter, look: Look, said: str) -> None:
    theme, plot = look.theme, _plot(look)
    laid = LaidText(
        said, theme.font("ui"), plot.width(), theme.line("ui"), align=Qt.AlignmentFlag.AlignHCenter
    )
    painter.setPen(theme.colour("ink2"))
    laid.draw(painter, QPointF(plot.left(), plot.center().y() - laid.height / 2))


def _paint_plot(painter: QPainter, look: Look, chart: ByPerson, tile: Tile) -> None:
    theme, plot = look.theme, _plot(look)
    inset = theme.space(7)
    time = TimeAxis(
        chart.window.first, chart.window.last, plot.left() + inset, plot.right() - inset, look.mirrored
    )
    value = ValueAxis(plot.top() + inset, plot.bottom() - inset)
    painter.setPen(pen(theme.colour("hairline"), 1, flat=True))
    for level in (50, 100):
        y = round(value.y(level)) + 0.5
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
    if chart.homework is not None:
        x = round(time.x(chart.homework.day.toordinal())) + 0.5
        painter.setPen(pen(theme.colour("ink2"), 1.2, HOMEWORK_DOTS, flat=True))
        painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))
    plotted = [_Plotted(look, chart, time, value, series, tile.method) for series in tile.series]
    for each in plotted:
        each.paint_line(painter)
    for each in plotted:
        each.paint_days(painter)
    for each in plotted:
        each.paint_last(painter)


class _Plotted:
    """One series between the axes of a tile."""

    def __init__(
        self,
        look: Look,
        chart: ByPerson,
        time: TimeAxis,
        value: ValueAxis,
        series: TileSeries,
        method: Method,
    ) -> None:
        self._theme, self._time, self._value, self._series = look.theme, time, value, series
        self._strand, self._by_circles = STRANDS[series.scale], method is Method.CIRCLES
        self._radius = max(_SMALLEST_MARK, min(MARK, 1.6 + 0.7 * time.per_day()))
        step = max(1, int(_POINTS_APART / time.per_day()))
        pieces = line(series, chart, step)
        drawn = [[self._at(point.day, point.value) for point in piece] for piece in pieces]
        shortest = _SHORTEST * look.theme.scale**0.5
        self._pieces = [piece for piece in drawn if abs(piece[-1][0] - piece[0][0]) >= shortest]

    def paint_line(self, painter: QPainter) -> None:
        paint_line(painter, self._theme, self._strand, self._pieces)

    def paint_days(self, painter: QPainter) -> None:
        series = self._series
        for days, ringed in ((series.others, not self._by_circles), (series.days, self._by_circles)):
            for partial in (False, True):
                points = [self._at(at.day, at.value) for at in days if at.partial is partial]
                paint_marks(painter, self._theme, self._strand, points, self._radius, hollow=partial)
                if ringed:
                    paint_rings(painter, self._theme, self._strand, points, self._radius)

    def paint_last(self, painter: QPainter) -> None:
        if self._series.days:
            last = self._series.days[-1]
            at = self._at(last.day, last.value)
            paint_last_mark(painter, self._theme, self._strand, at, hollow=last.partial)
            if self._by_circles:
                paint_rings(painter, self._theme, self._strand, [at], LAST_MARK)

    def _at(self, day: int, value: float) -> Point:
        return self._time.x(day), self._value.y(value)


def _paint_foot(painter: QPainter, look: Look, tile: Tile) -> None:
    """The recent levels, each beside the mark of its series, and the counts."""
    theme, pad = look.theme, look.theme.px(_PAD)
    levels, top = told.levels(tile), theme.px(_LEVELS)
    if levels:
        _paint_levels(painter, look, tile, levels, top)
        top = theme.px(_COUNTS)
    painter.setFont(theme.font("small", tabular=True))
    painter.setPen(theme.colour("ink2"))
    counts = told.counts(tile)
    if not counts:
        return
    place = look.place(pad, top, look.size.width() - 2 * pad, theme.line("small"))
    painter.drawText(place, look.leading, f"{counts[0].upper()}{counts[1:]}")


def _paint_levels(painter: QPainter, look: Look, tile: Tile, levels: list[str], top: float) -> None:
    theme = look.theme
    known = [series for series in tile.series if series.level is not None]
    room = look.size.width() - 2 * theme.px(_PAD)
    mark, gap = theme.px(16), theme.px(14)
    for role in ("ui", "hint", "small"):
        font = theme.font(role, tabular=True)
        wide = [QFontMetricsF(font).horizontalAdvance(said) + 2 for said in levels]
        if sum(wide) + mark * len(wide) + gap <= room:
            break
    painter.setFont(font)
    left, high = float(theme.px(_PAD)), theme.line("ui")
    for said, series, advance in zip(levels, known, wide, strict=True):
        at = look.place(left, top, theme.px(2 * MARK), high).center()
        paint_marks(painter, theme, STRANDS[series.scale], [(at.x(), at.y())], MARK)
        painter.setPen(theme.colour("ink"))
        capital = said if left > theme.px(_PAD) else f"{said[0].upper()}{said[1:]}"
        painter.drawText(look.place(left + mark, top, advance + theme.px(4), high), look.leading, capital)
        left += mark + advance + gap
