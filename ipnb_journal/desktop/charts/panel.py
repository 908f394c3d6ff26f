# SPDX-License-Identifier: MIT
"""One panel of a chart over time: a series with its line, band, marks, usual range and empty stretches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from ipnb_journal.desktop.charts.curves import curve, ribbon
from ipnb_journal.desktop.charts.strands import (
    MARK,
    STRANDS,
    Shape,
    Strand,
    paint_last_mark,
    paint_line,
    paint_marks,
    paint_rings,
)
from ipnb_journal.desktop.widgets.painting import pen
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.domain.checkins import Method, Scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.charts.axes import TimeAxis, ValueAxis
    from ipnb_journal.desktop.charts.curves import Point
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.series import SeriesPicture
    from ipnb_journal.domain.smoothing import LinePoint

BAND_ALPHA = 0.18
_HATCH_APART = 7
_BRACKET_AWAY, _BRACKET_ARM = 14.0, 5.0
_AT_LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_SMALLEST_MARK = 1.8
_POINTS_APART = 1.5
_CROWDED = 1.0
_GAPS_NAMED = 3


class Panel:
    """A series drawn between a time axis and a value axis, all in px."""

    def __init__(self, theme: Theme, time: TimeAxis, value: ValueAxis, picture: SeriesPicture) -> None:
        self._theme, self.time, self.value, self.picture = theme, time, value, picture
        self.strand = STRANDS.get(picture.scale or Scale.LINKAGE, Strand("ink2", (), Shape.CIRCLE))
        self.by_day = {value.day: value for value in (*picture.others, *picture.days)}

    @property
    def plot(self) -> QRectF:
        """The area between the axes."""
        time, value = self.time, self.value
        return QRectF(time.left, value.top, time.right - time.left, value.bottom - value.top)

    def paint(self, painter: QPainter, both: SeriesPicture | None = None) -> None:
        """Everything of the panel, from the ground up; `both` is drawn as a thin line behind."""
        self._paint_gaps(painter)
        self._paint_settling(painter)
        self._paint_grid(painter)
        self._paint_band(painter)
        if both is not None:
            self._paint_both(painter, both)
        # the casing would hide a few marks, many marks would hide the line
        crowded = self.time.per_day() < _CROWDED
        for step in (self._paint_days, self._paint_line) if crowded else (self._paint_line, self._paint_days):
            step(painter)
        self._paint_last(painter)
        if both is not None:
            self._name_both(painter, both)
        self._paint_range(painter)

    def paint_title(self, painter: QPainter, top: float) -> None:
        """The plain name in type, the technical term small beside it, above the plot."""
        scale = self.picture.scale
        if scale is None:
            return
        theme = self._theme
        name, term = words.title(scale), words.TERMS[scale]
        wide = QFontMetricsF(theme.font("title")).horizontalAdvance(name)
        height = theme.line("title")
        painter.setFont(theme.font("title"))
        painter.setPen(theme.colour("ink"))
        self._write(painter, name, 0, top, wide + 4, height)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink2"))
        drop = QFontMetricsF(theme.font("title")).ascent() - QFontMetricsF(theme.font("small")).ascent()
        away = wide + theme.space(12)
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
        return self.time.x(day), self.value.y(value)

    def _sparse(self, piece: Sequence[LinePoint]) -> list[LinePoint]:
        """The points of a line that a screen can tell apart, the last one always."""
        step = max(1, int(_POINTS_APART / self.time.per_day()))
        return [*piece[:-1:step], piece[-1]]

    def _between(self, first: int, last: int) -> QRectF:
        """The full height of the plot from half a day before `first` to half a day after `last`."""
        ends = [
            min(self.time.right, max(self.time.left, self.time.x(day))) for day in (first - 0.5, last + 0.5)
        ]
        return QRectF(min(ends), self.plot.top(), max(1.0, abs(ends[1] - ends[0])), self.plot.height())

    def _paint_gaps(self, painter: QPainter) -> None:
        named = sorted(self.picture.gaps, key=lambda gap: gap.first - gap.last)[:_GAPS_NAMED]
        for gap in self.picture.gaps:
            place = self._between(gap.first, gap.last)
            if not self._theme.strong:
                painter.fillRect(place, self._theme.colour("room", 0.55))
            if gap in named:
                self._label(painter, place, words.LEFT_BLANK if gap.left_blank else words.NO_CHECKINS)

    def _paint_settling(self, painter: QPainter) -> None:
        until = self.picture.settling_until
        if until is None or not self.picture.days or self.picture.days[0].day > until:
            return
        place = self._between(self.picture.days[0].day, until)
        painter.save()
        painter.setClipRect(place)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._theme.strong:
            painter.setPen(pen(self._theme.colour("control"), 1, (3, 3), flat=True))
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            painter.setPen(pen(self._theme.colour("control", 0.32), 1, flat=True))
            painter.drawLines(_hatching(place, self._theme.px(_HATCH_APART)))
        painter.restore()
        self._label(painter, place, words.SETTLING_IN, at_top=True)

    def _label(self, painter: QPainter, place: QRectF, said: str, *, at_top: bool = False) -> None:
        """Words at the foot or top of a stretch, upright where it is narrow, none where that won't fit."""
        theme = self._theme
        metrics = QFontMetricsF(theme.font("small"))
        wide, high = metrics.horizontalAdvance(said) + theme.space(8), metrics.height()
        flat = place.width() >= wide
        if not flat and (place.width() < high or place.height() < wide):
            return
        painter.save()
        painter.setFont(theme.font("small"))
        away = theme.space(6) + (high / 2 if flat else wide / 2)
        painter.translate(place.center().x(), place.top() + away if at_top else place.bottom() - away)
        if not flat:
            painter.rotate(-90)
        box = QRectF(-wide / 2, -high / 2, wide, high)
        if at_top:
            painter.fillRect(box, theme.colour("paper", 0.85))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)
        painter.restore()

    def _paint_grid(self, painter: QPainter) -> None:
        painter.setPen(pen(self._theme.colour("hairline"), 1, flat=True))
        for value in (0, 50, 100):
            y = round(self.value.y(value)) + 0.5
            painter.drawLine(QLineF(self.time.left, y, self.time.right, y))

    def _paint_band(self, painter: QPainter) -> None:
        for piece in map(self._sparse, self.picture.line):
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
        pieces = [self._sparse(piece) for piece in self.picture.line]
        drawn = [[self._at(point.day, point.value) for point in piece] for piece in pieces]
        paint_line(painter, self._theme, self.strand, drawn)

    def _paint_both(self, painter: QPainter, both: SeriesPicture) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(self._theme.colour("ink2"), 1.3, (2, 3), flat=True))
        for piece in map(self._sparse, both.line):
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
        radius = max(_SMALLEST_MARK, min(MARK, 1.6 + 0.7 * self.time.per_day()))
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


def _hatching(place: QRectF, apart: float) -> list[QLineF]:
    """Slanting lines across a place, to be clipped to it."""
    lines, x = [], place.left() - place.height()
    while x < place.right():
        lines.append(QLineF(x, place.bottom(), x + place.height(), place.top()))
        x += apart
    return lines
