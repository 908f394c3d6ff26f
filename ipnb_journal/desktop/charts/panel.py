# SPDX-License-Identifier: MIT
"""One panel of a chart over time: a series with its line, band, marks, usual range and empty stretches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from ipnb_journal.desktop.charts.curves import curve, ribbon
from ipnb_journal.desktop.charts.strands import (
    STRANDS,
    Shape,
    Strand,
    is_crowded,
    mark_radius,
    paint_last_mark,
    paint_line,
    paint_marks,
    paint_rings,
)
from ipnb_journal.desktop.charts.stretches import paint_gaps, paint_settling
from ipnb_journal.desktop.widgets.painting import pen
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.domain.checkins import Method, Scale

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.charts.axes import TimeAxis, ValueAxis
    from ipnb_journal.desktop.charts.curves import Point
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.series import SeriesPicture

BAND_ALPHA = 0.18
_BRACKET_AWAY, _BRACKET_ARM = 14.0, 5.0
_AT_LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


class Panel:
    """A series drawn between a time axis and a value axis, all in px."""

    def __init__(self, theme: Theme, time: TimeAxis, value: ValueAxis, picture: SeriesPicture) -> None:
        self._theme, self.time, self.value, self.picture = theme, time, value, picture
        self.strand = STRANDS.get(picture.scale or Scale.LINKAGE, Strand("ink2", (), Shape.CIRCLE))
        self.by_day = {value.day: value for value in (*picture.others, *picture.days)}
        # both axes are straight, and thousands of points are placed in a frame
        self._x, self._y = time.x(0), value.y(0)
        self._a_day, self._a_point = time.x(1) - self._x, value.y(1) - self._y

    @property
    def plot(self) -> QRectF:
        """The area between the axes."""
        time, value = self.time, self.value
        return QRectF(time.left, value.top, time.right - time.left, value.bottom - value.top)

    def paint(self, painter: QPainter, both: SeriesPicture | None = None) -> None:
        """Everything of the panel, from the ground up; `both` is drawn as a thin line behind."""
        paint_gaps(painter, self._theme, self.time, self.plot, self.picture.gaps)
        paint_settling(painter, self._theme, self.time, self.plot, self.picture)
        self._paint_grid(painter)
        self._paint_band(painter)
        if both is not None:
            self._paint_both(painter, both)
        # the casing would hide a few marks, many marks would hide the line
        steps = (self._paint_line, self._paint_days)
        for step in reversed(steps) if is_crowded(self.time) else steps:
            step(painter)
        self._paint_last(painter)
        if both is not None:
            self._name_both(painter, both)
        self._paint_range(painter)

    def paint_title(self, painter: QPainter, top: float) -> None:
        """The plain name in type, the technical term small beside it, above the plot, over all lines."""
        scale = self.picture.scale
        if scale is None:
            return
        theme = self._theme
        name, term = words.title(scale), words.TERMS[scale]
        wide = QFontMetricsF(theme.font("title")).horizontalAdvance(name)
        height = theme.line("title")
        away = wide + theme.space(12)
        beside = QFontMetricsF(theme.font("small")).horizontalAdvance(term)
        left = self.plot.right() - away - beside if self.time.mirrored else self.plot.left()
        painter.fillRect(QRectF(left, top, away + beside + theme.space(4), height), theme.colour("paper"))
        painter.setFont(theme.font("title"))
        painter.setPen(theme.colour("ink"))
        self._write(painter, name, 0, top, wide + 4, height)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink2"))
        drop = QFontMetricsF(theme.font("title")).ascent() - QFontMetricsF(theme.font("small")).ascent()
        self._write(painter, term, away, top + drop / 4, self.plot.width() - away, height)

    def paint_ends(self, painter: QPainter) -> None:
        """ "less" and "more" beside the plot; the axis has no numbers."""
        theme, plot = self._theme, self.plot
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink2"))
        high, away = theme.line("small"), theme.space(10)
        metrics = QFontMetricsF(theme.font("small"))
        for said, y in ((words.MORE, plot.top()), (words.LESS, plot.bottom())):
            wide = metrics.horizontalAdvance(said) + 2
            left = plot.right() + away if self.time.mirrored else plot.left() - away - wide
            side = Qt.AlignmentFlag.AlignLeft if self.time.mirrored else Qt.AlignmentFlag.AlignRight
            painter.drawText(QRectF(left, y - high / 2, wide, high), _AT_LEADING | side, said)

    def paint_cursor(self, painter: QPainter, day: int) -> None:
        """The day's mark, larger."""
        value = self.by_day.get(day)
        if value is not None:
            at = self._at(day, value.value)
            paint_last_mark(painter, self._theme, self.strand, at, hollow=value.partial)

    def _at(self, day: int, value: float) -> Point:
        return self._x + day * self._a_day, self._y + value * self._a_point

    def _paint_grid(self, painter: QPainter) -> None:
        painter.setPen(pen(self._theme.colour("hairline"), 1, flat=True))
        for value in (0, 50, 100):
            y = round(self.value.y(value)) + 0.5
            painter.drawLine(QLineF(self.time.left, y, self.time.right, y))

    def _paint_band(self, painter: QPainter) -> None:
        for piece in map(self.time.told_apart, self.picture.line):
            upper = [self._at(point.day, point.high) for point in piece]
            lower = [self._at(point.day, point.low) for point in piece]
            if self._theme.strong:
                painter.setPen(pen(self._theme.colour(self.strand.role), 1, flat=True))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPath(curve(upper))
                painter.drawPath(curve(lower))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour(self.strand.role, BAND_ALPHA))
                painter.drawPath(ribbon(upper, lower))

    def _paint_line(self, painter: QPainter) -> None:
        pieces = map(self.time.told_apart, self.picture.line)
        drawn = [[self._at(point.day, point.value) for point in piece] for piece in pieces]
        paint_line(painter, self._theme, self.strand, drawn)

    def _paint_both(self, painter: QPainter, both: SeriesPicture) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(self._theme.colour("ink2"), 1.3, (2, 3), flat=True))
        for piece in map(self.time.told_apart, both.line):
            painter.drawPath(curve([self._at(point.day, point.value) for point in piece]))

    def _name_both(self, painter: QPainter, both: SeriesPicture) -> None:
        """The thin line's name under its longest piece, where it begins."""
        piece = max(both.line, key=len, default=())
        metrics = QFontMetricsF(self._theme.font("small"))
        wide = metrics.horizontalAdvance(words.BOTH) + self._theme.space(6)
        if not piece or len(piece) * self.time.per_day() < wide:
            return
        covered = [point for point in piece if abs(point.day - piece[0].day) * self.time.per_day() < wide]
        x, y = self._at(piece[0].day, min(point.value for point in covered))
        top = min(y + self._theme.space(3), self.plot.bottom() - metrics.height())
        box = QRectF(x - wide if self.time.mirrored else x, top, wide, metrics.height())
        painter.setFont(self._theme.font("small"))
        painter.fillRect(box, self._theme.colour("paper", 0.8))
        painter.setPen(self._theme.colour("ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words.BOTH)

    def _paint_days(self, painter: QPainter) -> None:
        radius = mark_radius(self.time)
        faint = bool(self.picture.line) and not self._theme.strong
        by_circles = self.picture.method is Method.CIRCLES
        for days, ringed in ((self.picture.others, not by_circles), (self.picture.days, by_circles)):
            for partial in (False, True):
                points = [self._at(at.day, at.value) for at in days if at.partial is partial]
                paint_marks(painter, self._theme, self.strand, points, radius, hollow=partial, faint=faint)
                if ringed:
                    paint_rings(painter, self._theme, self.strand, points, radius)

    def _paint_last(self, painter: QPainter) -> None:
        if not self.picture.days:
            return
        last = self.picture.days[-1]
        paint_last_mark(
            painter, self._theme, self.strand, self._at(last.day, last.value), hollow=last.partial
        )

    def _paint_range(self, painter: QPainter) -> None:
        """The usual range as a thin bracket beyond the newest day: the person's past, not a target."""
        usual = self.picture.usual
        if usual is None:
            return
        theme, mirrored = self._theme, self.time.mirrored
        out = -1 if mirrored else 1
        x = (self.time.left if mirrored else self.time.right) + out * theme.space(_BRACKET_AWAY)
        high, low = self.value.y(usual.high), self.value.y(usual.low)
        arm = x - out * theme.space(_BRACKET_ARM)
        dash = (3, 3) if self.picture.provisional else ()
        painter.setPen(pen(theme.colour(self.strand.role), 1.6, dash, flat=True))
        painter.drawPolyline([QPointF(arm, high), QPointF(x, high), QPointF(x, low), QPointF(arm, low)])
        self._paint_range_words(painter, x + out * theme.space(6), (high + low) / 2)

    def _paint_range_words(self, painter: QPainter, x: float, middle: float) -> None:
        theme = self._theme
        said = [*words.USUAL.split(), *([words.PROVISIONAL] if self.picture.provisional else [])]
        line = theme.px(16)
        wide = theme.px(80)
        top = max(self.plot.top() - line / 2, middle - line * len(said) / 2)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink2"))
        side = Qt.AlignmentFlag.AlignRight if self.time.mirrored else Qt.AlignmentFlag.AlignLeft
        for row, word in enumerate(said):
            left = x - wide if self.time.mirrored else x
            painter.drawText(QRectF(left, top + row * line, wide, line), _AT_LEADING | side, word)

    def _write(self, painter: QPainter, said: str, away: float, top: float, wide: float, high: float) -> None:
        plot = self.plot
        if self.time.mirrored:
            place = QRectF(plot.right() - away - wide, top, wide, high)
            painter.drawText(place, _AT_LEADING | Qt.AlignmentFlag.AlignRight, said)
        else:
            place = QRectF(plot.left() + away, top, wide, high)
            painter.drawText(place, _AT_LEADING | Qt.AlignmentFlag.AlignLeft, said)


def range_words_width(theme: Theme) -> float:
    """Px to keep free beside the plot for the bracket and its words."""
    metrics = QFontMetricsF(theme.font("small"))
    widest = max(metrics.horizontalAdvance(word) for word in (*words.USUAL.split(), words.PROVISIONAL))
    return theme.space(_BRACKET_AWAY) + theme.space(6) + widest + theme.space(4)
