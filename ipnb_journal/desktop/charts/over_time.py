# SPDX-License-Identifier: MIT
"""Being myself and in touch over time: two panels stacked on one axis of days."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLineF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ipnb_journal.desktop.charts.axes import TimeAxis, ValueAxis
from ipnb_journal.desktop.charts.day_axis import paint_cursor_day, paint_days, paint_partly, paint_tag
from ipnb_journal.desktop.charts.event_marks import head_room, noted_days, paint_events
from ipnb_journal.desktop.charts.panel import Panel, range_words_width
from ipnb_journal.desktop.charts.time_view import BY_DAY, TimeView
from ipnb_journal.desktop.charts.view import PaperShape
from ipnb_journal.desktop.widgets.painting import pen
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.desktop.wording import over_time as told
from ipnb_journal.desktop.wording.chart_tables import EMPTY, ChartTable, Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.insights import OverTime
    from ipnb_journal.domain.series import SeriesPicture

_LOWEST_PLOT = 100


class OverTimeChart(TimeView):
    """The chart of one OverTime; `behind` a mark is the Window of its day."""

    paper_shape: ClassVar[PaperShape | None] = PaperShape()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, told.NAME, parent)
        self._chart: OverTime | None = None
        self._shown = told.ALL_SHOWN
        self._panels: list[Panel] = []
        self._size = QSizeF()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)

    def show_picture(self, chart: OverTime, shown: told.Shown = told.ALL_SHOWN, tag: str = "") -> None:
        """Show other days; the cursor stays on its day where that is still there."""
        day = self.day()
        self._chart, self._shown = chart, shown
        marked = {at.day for one in told.pictures(chart, shown) for at in (*one.days, *one.others)}
        noted = {note.day.toordinal() for note in noted_days(chart)}
        self._days = sorted(marked | noted)
        self.move_to(self._days.index(day) if day in self._days else -1)
        self.shown(tag)

    def panels(self) -> Sequence[Panel]:
        """What is drawn, top to bottom."""
        return self._panels

    def time_axis(self) -> TimeAxis | None:
        return self._panels[0].time if self._panels else None

    def said(self, *, table: bool = False, rows: str = "") -> Said:
        if self._chart is None:
            return Said("", "", "")
        return told.said(self._chart, self._shown, self.tag, table=table, by_week=rows != BY_DAY)

    def table(self, rows: str = "") -> ChartTable:
        if self._chart is None:
            return EMPTY
        return told.table(self._chart, self._shown, by_week=rows != BY_DAY)

    def words_at(self, stop: int) -> str:
        return told.readout(self._chart, self._days[stop], self._shown) if self._chart else ""

    @property
    def is_personal(self) -> bool:
        return self._chart is not None and told.without_own_words(self._chart) != self._chart

    def when(self) -> str:
        window = self._chart.window if self._chart is not None else None
        return words.dated_stretch(window.first, window.last) if window is not None else ""

    def on_paper(self, theme: Theme, *, named: bool = False) -> OverTimeChart:
        copy = OverTimeChart(theme)
        copy.setLayoutDirection(self.layoutDirection())
        if self._chart is not None:
            chart = self._chart if named else told.without_own_words(self._chart)
            copy.show_picture(chart, self._shown, self.tag)
        return copy

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(640), self.minimumSizeHint().height() + self._theme.space(40))

    def minimumSizeHint(self) -> QSize:
        panels = max(1, sum(self._shown))
        height = self._foot() + self._head() + panels * (self._theme.space(_LOWEST_PLOT) + self._title())
        return QSize(self._theme.px(240), height + (panels - 1) * self._between())

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        chart = self._chart
        if chart is None:
            return
        if size != self._size:
            self.arrange(size)
        for panel in self._panels:
            panel.paint(painter, chart.both)
            panel.paint_ends(painter)
        if self._panels:
            first, last = self._panels[0], self._panels[-1]
            plot, head = first.plot.united(last.plot), (0.0, float(self._head()))
            paint_events(painter, self._theme, chart, first.time, plot, head)
            for panel in self._panels:
                panel.paint_title(painter, panel.plot.top() - self._title())
            paint_days(painter, self._theme, first.time, self._axis_top(), size.width())
            if self._has_partial():
                strands = [panel.strand for panel in self._panels]
                paint_partly(painter, self._theme, strands, first.time, size)
        paint_tag(painter, self._theme, self._tag, size, mirrored=self._is_mirrored())

    def draw_cursor(self, painter: QPainter, stop: int) -> None:
        day, x = self._days[stop], round(self._stops[stop]) + 0.5
        top, bottom = self._panels[0].plot.top(), self._panels[-1].plot.bottom()
        painter.setPen(pen(self._theme.colour("ink2"), 1, flat=True))
        painter.drawLine(QLineF(x, top, x, bottom + self._theme.space(6)))
        for panel in self._panels:
            panel.paint_cursor(painter, day)
        time = self._panels[0].time
        paint_cursor_day(painter, self._theme, time, self._axis_top(), self.width(), day)

    def arrange(self, size: QSizeF | None = None) -> None:
        """Lay panels and stops out for a size (the window's), the type and the direction of reading."""
        chart = self._chart
        if chart is None:
            return
        self._size = size if size is not None else QSizeF(self.size())
        drawn = self._drawn()
        time = self._time_axis(chart)
        room = self._size.height() - self._head() - self._foot() - self._between() * (len(drawn) - 1)
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
        wide = self._size.width() - ends - range_words_width(theme)
        mirrored = self._is_mirrored()
        left = range_words_width(theme) if mirrored else ends
        inset = theme.space(6)
        return TimeAxis(chart.window.first, chart.window.last, left + inset, left + wide - inset, mirrored)

    def _axis_top(self) -> float:
        return self._panels[-1].plot.bottom() + self._theme.space(10)

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _head(self) -> int:
        return self._theme.space(8) + (head_room(self._theme, self._chart) if self._chart else 0)

    def _title(self) -> int:
        return self._theme.line("title") + self._theme.space(8)

    def _between(self) -> int:
        return self._theme.space(20)

    def _foot(self) -> int:
        legend = self._theme.line("small") + self._theme.space(6) if self._has_partial() else 0
        return self._theme.space(10) + self._theme.line("small") + legend

    def _has_partial(self) -> bool:
        return any(at.partial for panel in self._drawn() for at in (*panel.days, *panel.others))

    def _drawn(self) -> list[SeriesPicture]:
        return told.pictures(self._chart, self._shown) if self._chart is not None else []
