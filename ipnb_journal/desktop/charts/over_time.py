# SPDX-License-Identifier: MIT
"""Being myself and in touch over time: two panels stacked on one axis of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ipnb_journal.desktop.charts.axes import TimeAxis, ValueAxis, ticks
from ipnb_journal.desktop.charts.canvas import Canvas
from ipnb_journal.desktop.charts.panel import Panel, range_words_width
from ipnb_journal.desktop.charts.strands import MARK, paint_marks
from ipnb_journal.desktop.widgets.painting import box, pen
from ipnb_journal.desktop.wording import insights as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QResizeEvent

    from ipnb_journal.desktop.charts.axes import Tick
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.insights import OverTime, SeriesPicture

_LOWEST_PLOT = 100
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class OverTimeChart(Canvas):
    """The chart of one OverTime. `day_opened` gives the ordinal of a day whose pages are wanted.

    Its accessible description is the same text as the page's "In words".
    """

    day_opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.CHART_NAME, parent)
        self._chart: OverTime | None = None
        self._shown = words.ALL_SHOWN
        self._tag = ""
        self._panels: list[Panel] = []
        self._days: list[int] = []
        self._stops: list[float] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.chosen.connect(lambda stop: self.day_opened.emit(self._days[stop]))

    def show_chart(self, chart: OverTime, shown: words.Shown = words.ALL_SHOWN, tag: str = "") -> None:
        """Show other days. `tag`: words that stay in the corner, such as "Made-up data"."""
        day = self._days[self.at] if 0 <= self.at < len(self._days) else None
        self._chart, self._shown, self._tag = chart, shown, tag
        self.setAccessibleDescription(words.in_words(chart, shown, tag))
        self._days = sorted({at.day for picture in words.pictures(chart, shown) for at in picture.days})
        self._arrange()
        self.updateGeometry()
        self.move_to(self._days.index(day) if day in self._days else -1)
        self.redraw()

    def day(self) -> int | None:
        """The day under the cursor, as its ordinal."""
        return self._days[self.at] if 0 <= self.at < len(self._days) else None

    @property
    def tag(self) -> str:
        """The words that stay in the corner, "" for none."""
        return self._tag

    def panels(self) -> Sequence[Panel]:
        """What is drawn, top to bottom."""
        return self._panels

    def stops(self) -> Sequence[float]:
        return self._stops

    def words_at(self, stop: int) -> str:
        return words.readout(self._chart, self._days[stop], self._shown) if self._chart else ""

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(640), self.minimumSizeHint().height() + self._theme.space(40))

    def minimumSizeHint(self) -> QSize:
        panels = max(1, sum(self._shown))
        height = self._foot() + self._head() + panels * (self._theme.space(_LOWEST_PLOT) + self._title())
        return QSize(self._theme.px(240), height + (panels - 1) * self._between())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def redraw(self) -> None:
        self._arrange()
        self.updateGeometry()
        super().redraw()

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        chart = self._chart
        if chart is None:
            return
        for panel in self._panels:
            panel.paint(painter, chart.both)
            panel.paint_ends(painter)
            panel.paint_title(painter, panel.plot.top() - self._title())
        if self._panels:
            self._draw_axis(painter, self._panels[0].time)
        self._draw_legend(painter, size)
        self._draw_tag(painter, size)

    def draw_cursor(self, painter: QPainter, stop: int) -> None:
        day, x = self._days[stop], round(self._stops[stop]) + 0.5
        top, bottom = self._panels[0].plot.top(), self._panels[-1].plot.bottom()
        painter.setPen(pen(self._theme.colour("ink2"), 1, flat=True))
        painter.drawLine(QLineF(x, top, x, bottom + self._theme.space(6)))
        for panel in self._panels:
            panel.paint_cursor(painter, day)
        self._draw_day(painter, day, x)

    def _arrange(self) -> None:
        """Lay panels and stops out for the size, the type and the direction of reading."""
        chart = self._chart
        if chart is None:
            return
        drawn = self._drawn()
        time = self._time_axis(chart)
        room = self.height() - self._head() - self._foot() - self._between() * (len(drawn) - 1)
        high = max(1.0, room / max(1, len(drawn)) - self._title())
        self._panels, top = [], float(self._head() + self._title())
        for picture in drawn:
            self._panels.append(Panel(self._theme, time, ValueAxis(top, top + high), picture))
            top += high + self._between() + self._title()
        self._stops = [time.x(day) for day in self._days]

    def _time_axis(self, chart: OverTime) -> TimeAxis:
        theme = self._theme
        metrics = QFontMetricsF(theme.font("small"))
        ends = max(metrics.horizontalAdvance(word) for word in (words.LESS, words.MORE)) + theme.space(12)
        wide = self.width() - ends - range_words_width(theme)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = range_words_width(theme) if mirrored else ends
        inset = theme.space(6)
        return TimeAxis(chart.window.first, chart.window.last, left + inset, left + wide - inset, mirrored)

    def _head(self) -> int:
        return self._theme.space(8)

    def _title(self) -> int:
        return self._theme.line("title") + self._theme.space(8)

    def _between(self) -> int:
        return self._theme.space(20)

    def _foot(self) -> int:
        legend = self._theme.line("small") + self._theme.space(6) if self._has_partial() else 0
        return self._theme.space(10) + self._theme.line("small") + legend

    def _has_partial(self) -> bool:
        return any(at.partial for panel in self._drawn() for at in panel.days)

    def _drawn(self) -> list[SeriesPicture]:
        return words.pictures(self._chart, self._shown) if self._chart is not None else []

    def _draw_axis(self, painter: QPainter, time: TimeAxis) -> None:
        theme = self._theme
        painter.setFont(theme.font("small", tabular=True))
        painter.setPen(theme.colour("ink2"))
        for place, said in self._tick_labels(time):
            painter.drawText(place, _MIDDLE, said)

    def _tick_labels(self, time: TimeAxis) -> list[tuple[QRectF, str]]:
        """The words under the axis and where they stand."""
        metrics = QFontMetricsF(self._theme.font("small", tabular=True))
        found = ticks(time, metrics.horizontalAdvance("28 Sept") + self._theme.space(20))
        told = [(time.x(tick.day), self._tick_words(tick)) for tick in found]
        return [(self._tick_place(x, metrics.horizontalAdvance(said) + 2), said) for x, said in told]

    def _tick_words(self, tick: Tick) -> str:
        return words.month_tick(tick.day) if tick.whole_month else words.short_day(tick.day, tick.day)

    def _tick_place(self, x: float, wide: float) -> QRectF:
        """Where a day's words stand under the axis, never beyond the canvas."""
        high = self._theme.line("small")
        left = min(self.width() - wide, max(0.0, x - wide / 2))
        return QRectF(left, self._panels[-1].plot.bottom() + self._theme.space(10), wide, high)

    def _draw_day(self, painter: QPainter, day: int, x: float) -> None:
        theme = self._theme
        painter.setFont(theme.font("small_strong", tabular=True))
        said = words.short_day(day, self._panels[0].time.last)
        wide = painter.fontMetrics().horizontalAdvance(said) + theme.space(14)
        place = self._tick_place(x, wide)
        for beneath, _ in self._tick_labels(self._panels[0].time):
            if beneath.intersects(place):
                painter.fillRect(beneath, theme.colour("paper"))
        box(painter, place, theme.px(4), theme.colour("raised"), theme.colour("control"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(place, _MIDDLE, said)

    def _draw_legend(self, painter: QPainter, size: QSizeF) -> None:
        """What a hollow mark means; everything else is named where it is drawn."""
        if not self._panels or not self._has_partial():
            return
        theme, plot = self._theme, self._panels[0].plot
        high, apart = theme.line("small"), theme.px(18)
        y = size.height() - high
        away = size.width() - plot.right() if self._panels[0].time.mirrored else plot.left()
        for panel in self._panels:
            at = self._mirrored(QRectF(away, y, apart, high), size).center()
            paint_marks(painter, theme, panel.strand, [(at.x(), at.y())], MARK, hollow=True)
            away += apart
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink2"))
        wide = painter.fontMetrics().horizontalAdvance(words.PARTLY) + 4
        place = self._mirrored(QRectF(away + theme.space(4), y, wide, high), size)
        painter.drawText(place, _MIDDLE, words.PARTLY)

    def _mirrored(self, place: QRectF, size: QSizeF) -> QRectF:
        if not self._panels[0].time.mirrored:
            return place
        return QRectF(size.width() - place.right(), place.top(), place.width(), place.height())

    def _draw_tag(self, painter: QPainter, size: QSizeF) -> None:
        if not self._tag:
            return
        theme = self._theme
        painter.setFont(theme.font("small_strong"))
        wide = painter.fontMetrics().horizontalAdvance(self._tag) + theme.space(20)
        place = QRectF(size.width() - wide, 0, wide, theme.px(26))
        if self._panels and self._panels[0].time.mirrored:
            place.moveLeft(0)
        box(painter, place, theme.px(13), theme.colour("mark"), theme.colour("control"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(place, _MIDDLE, self._tag)
