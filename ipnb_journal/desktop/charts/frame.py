# SPDX-License-Identifier: MIT
"""A chart on its sheet, or its table twin, with what can be done about the day or the week pointed at."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ipnb_journal.desktop.charts.over_time import OverTimeChart
from ipnb_journal.desktop.models.insights_table import FOOT_ROLE, InsightsTable
from ipnb_journal.desktop.widgets.buttons import LinkButton, SecondaryButton
from ipnb_journal.desktop.widgets.choices import Segmented
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.sheet import Sheet
from ipnb_journal.desktop.widgets.table import Table
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import insights as words

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.insights import OverTime

_WEEK, _DAY = "week", "day"


class View(StrEnum):
    """The two ways to look at the same days."""

    CHART = "chart"
    TABLE = "table"


class ChartFrame(QWidget):
    """Shows one OverTime. `day_opened` gives the ordinal of the first day whose pages are wanted.

    `rows` chooses a row a week or a day; whoever shows the frame finds a place for it.
    `copied` gives the table's text; `rows_changed` is told when the table goes by day or by week.
    """

    day_opened = Signal(int)
    copied = Signal(str)
    rows_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[OverTime, words.Shown] | None = None
        self._stale = True
        self.chart = OverTimeChart(theme)
        self.model = InsightsTable(self)
        self.table = Table(theme, self.model, words.TABLE_NAME, FOOT_ROLE)
        self.readout = Text(theme, "small", words.READOUT_HINT, colour="ink2")
        self.open_day = LinkButton(theme, words.OPEN_DAY)
        self.copy = SecondaryButton(theme, words.COPY, icon="copy", small=True)
        self.rows = Segmented(theme, ((_WEEK, words.BY_WEEK), (_DAY, words.BY_DAY)), name=words.ROWS_NAME)
        self.open_row = LinkButton(theme, words.OPEN_WEEK)
        self._sheet, self._stack = Sheet(theme), QStackedWidget()
        self._paper, self._column = QVBoxLayout(self._sheet), QVBoxLayout(self)
        self._build()
        self._connect()
        self._restyle()

    @property
    def by_week(self) -> bool:
        """Whether the table has a row a week rather than a day."""
        return self.rows.value() == _WEEK

    def show_chart(
        self, chart: OverTime, shown: words.Shown, tag: str = "", *, openable: bool = True
    ) -> None:
        """Show other days in both. `openable` False where there are no pages behind the days."""
        for link in (self.open_day, self.open_row):
            link.setVisible(openable)
        self._shown = (chart, shown)
        self.chart.show_chart(chart, shown, tag)
        self.table.setAccessibleDescription(self.chart.accessibleDescription())
        self._stale = True
        if self.current() is self.table:
            self._fill_table()
        self._say_day()

    def show_view(self, view: View) -> None:
        """Show the chart or the table; the row of the day pointed at is chosen."""
        table = view is View.TABLE
        if table and self._stale:
            self._fill_table()
        day = self.chart.day()
        if table and day is not None:
            self.table.selectRow(self.model.row_of(day))
        self._stack.setCurrentIndex(int(table))
        self.rows.setVisible(table)
        self._chart_foot.setVisible(not table)
        self._table_foot.setVisible(table)
        self._paper_margins()

    def current(self) -> QWidget:
        """The chart or the table, whichever is on show."""
        return self._stack.currentWidget() or self.chart

    def _build(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.chart, self.table):
            self._stack.addWidget(part)
        self._paper.addWidget(self._stack)
        note = Text(self._theme, "small", words.SLIDER_ENDS, colour="ink2")
        self._chart_foot = self._foot((self.readout, self.open_day))
        self._table_foot = self._foot((self.copy, self.open_row, note))
        self._table_foot.hide()
        self.rows.hide()
        self._column.addWidget(self._sheet, 1)
        self._column.addWidget(self._chart_foot)
        self._column.addWidget(self._table_foot)
        self.open_day.setEnabled(False)
        self.open_row.setEnabled(False)

    def _foot(self, parts: tuple[QWidget, ...]) -> QWidget:
        foot = QWidget()
        flow = FlowLayout(self._theme, foot, gap=16)
        for part in parts:
            flow.addWidget(part)
        return foot

    def _connect(self) -> None:
        self.chart.pointed.connect(self._say_day)
        self.chart.day_opened.connect(self.day_opened)
        self.open_day.clicked.connect(self._open_day)
        self.copy.clicked.connect(lambda: self.copied.emit(self.model.as_text()))
        self.rows.changed.connect(self._on_rows)
        self.table.row_chosen.connect(
            lambda row: self.open_row.setEnabled(self.model.day_of(row) is not None)
        )
        self.table.row_opened.connect(self._open_row)
        self.open_row.clicked.connect(lambda: self._open_row(self.table.currentIndex().row()))
        self._theme.changed.connect(self._restyle)

    def _fill_table(self) -> None:
        if self._shown is not None:
            self._stale = False
            chart, shown = self._shown
            self.model.show_chart(chart, shown, by_week=self.by_week)
            self.open_row.setText(words.OPEN_WEEK if self.by_week else words.OPEN_DAY)
            self.open_row.setEnabled(False)

    def _on_rows(self) -> None:
        self._fill_table()
        self.rows_changed.emit()

    def _say_day(self) -> None:
        at = self.chart.at
        self.readout.setText(self.chart.words_at(at) if at >= 0 else words.READOUT_HINT)
        self.open_day.setEnabled(at >= 0)

    def _open_day(self) -> None:
        day = self.chart.day()
        if day is not None:
            self.day_opened.emit(day)

    def _open_row(self, row: int) -> None:
        day = self.model.day_of(row)
        if day is not None:
            self.day_opened.emit(day)

    def _paper_margins(self) -> None:
        space = self._theme.space
        if self._stack.currentIndex() == 0:
            self._paper.setContentsMargins(space(24), space(20), space(18), space(16))
        else:
            self._paper.setContentsMargins(space(1), space(4), space(1), space(4))

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.space(10))
        self._paper_margins()
