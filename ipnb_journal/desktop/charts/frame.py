# SPDX-License-Identifier: MIT
"""One of several charts on its sheet, or its table twin, with what can be done about the mark pointed at."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ipnb_journal.desktop.models.chart_table import FOOT_ROLE, ChartTableModel
from ipnb_journal.desktop.widgets.buttons import LinkButton, SecondaryButton
from ipnb_journal.desktop.widgets.choices import Segmented
from ipnb_journal.desktop.widgets.combo import Combo
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.sheet import Sheet
from ipnb_journal.desktop.widgets.table import Table
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import insights as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipnb_journal.desktop.charts.view import ChartView
    from ipnb_journal.desktop.theme.theme import Theme

_RISING, _FALLING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


class View(StrEnum):
    """The two ways to look at the same days."""

    CHART = "chart"
    TABLE = "table"


class OnShow(QStackedWidget):
    """As large as the part on show wants to be, whatever the others would."""

    def sizeHint(self) -> QSize:
        part = self.currentWidget()
        return part.sizeHint() if part is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        part = self.currentWidget()
        return part.minimumSizeHint() if part is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        part = self.currentWidget()
        return part is not None and part.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        part = self.currentWidget()
        return part.heightForWidth(width) if part is not None else -1

    def put_on_show(self, part: QWidget) -> None:
        """Show one of the parts."""
        self.setCurrentWidget(part)
        self.updateGeometry()


class ChartFrame(QWidget):
    """Shows the chosen one of `charts`. `opened` gives what stands behind a mark or a row.

    `rows` holds the kinds of rows of the chosen chart's table, one `Segmented` at a time; whoever shows the
    frame finds a place for it. `copied` gives the table's text; `rows_changed` is told when the table goes
    by another kind of rows.
    """

    opened = Signal(object)
    copied = Signal(str)
    rows_changed = Signal()

    def __init__(self, theme: Theme, charts: Sequence[ChartView], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._charts, self._chart = theme, tuple(charts), charts[0]
        self._stale, self._openable, self._view = True, True, View.CHART
        self.model = ChartTableModel(self)
        self.table = Table(theme, self.model, self._chart.accessibleName(), FOOT_ROLE)
        self.readout = Text(theme, "small", self._chart.hint, colour="ink2")
        self.open_mark = LinkButton(theme, self._chart.open_words)
        self.copy = SecondaryButton(theme, words.COPY, icon="copy", small=True)
        self.open_row = LinkButton(theme, words.OPEN_WEEK)
        self.sorting = Combo(theme, words.SORTED_NAME, height=34)
        self.rows = OnShow()
        self._kinds: dict[ChartView, Segmented] = {}
        self._sorted_by: tuple[str, ...] = ()
        self._note = Text(theme, "small", self._chart.table_note, colour="ink2")
        self._sheet, self._on_sheet, self._stack = Sheet(theme), OnShow(), OnShow()
        self._paper, self._column = QVBoxLayout(self._sheet), QVBoxLayout(self)
        self._build()
        self._connect()
        self._restyle()

    @property
    def chart(self) -> ChartView:
        """The chart chosen."""
        return self._chart

    @property
    def grows(self) -> bool:
        """Whether what is on show is as high as its width asks for; otherwise it takes what room there is."""
        return self._view is View.CHART and self._chart.grows

    @property
    def row_kind(self) -> str:
        """The kind of rows the chosen chart's table has, "" for the only one."""
        chooser = self._kinds.get(self._chart)
        return str(chooser.value()) if chooser is not None else ""

    @property
    def view(self) -> View:
        """Whether the chart or the table is on show."""
        return self._view

    def choose(self, chart: ChartView) -> None:
        """Show another of the charts, in the view that is on show."""
        self._chart = chart
        self.readout.setText(chart.hint)
        self.open_mark.setText(chart.open_words)
        self._note.setText(chart.table_note)
        self._note.setVisible(bool(chart.table_note))
        if chart in self._kinds:
            self.rows.put_on_show(self._kinds[chart])
        self.table.setAccessibleName(words.AS_A_TABLE.format(name=chart.accessibleName()))
        self.sorting.clear()
        self.renew(openable=self._openable)
        self.show_view(self._view)

    def renew(self, *, openable: bool = True) -> None:
        """Show that the chart took another picture. `openable`: whether anything stands behind its marks."""
        self._openable = openable
        for link in (self.open_mark, self.open_row):
            link.setVisible(openable)
        self.table.setAccessibleDescription(self._chart.accessibleDescription())
        self._stale = True
        if self._view is View.TABLE:
            self._fill_table()
        self._say_stop()

    def show_view(self, view: View) -> None:
        """Show the chart or the table; the row of the mark pointed at is chosen."""
        self._view = view
        table = view is View.TABLE
        if table and self._stale:
            self._fill_table()
        if table and self._chart.at >= 0:
            row = self.model.row_of(self._chart.row_behind(self._chart.at, self.row_kind))
            self.table.selectRow(row)
        focus = QApplication.focusWidget()
        going = (self._chart_foot,) if table else (self._table_foot, self.rows)
        self._put_on_show(self.table if table else self._chart)
        # before it goes, or Qt hands the keyboard to whatever comes next in the window
        if focus is not None and any(part.isAncestorOf(focus) for part in going):
            self.current().setFocus(Qt.FocusReason.OtherFocusReason)
        self.rows.setVisible(table and self._chart in self._kinds)
        self._chart_foot.setVisible(not table)
        self._table_foot.setVisible(table)
        self._paper_margins()

    def add_to_foot(self, link: QWidget, below: QWidget) -> None:
        """Put a link behind the readout, and what it opens below the foot."""
        self._chart_flow.addWidget(link)
        self._column.addWidget(below)

    def current(self) -> QWidget:
        """The chart or the table, whichever is on show."""
        return self.table if self._view is View.TABLE else self._chart

    def _build(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self.rows.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._stack.addWidget(self._sheet)
        for chart in self._charts:
            (self._on_sheet if chart.on_sheet else self._stack).addWidget(chart)
            if chart.row_kinds:
                self._kinds[chart] = Segmented(self._theme, chart.row_kinds, name=words.ROWS_NAME)
                self.rows.addWidget(self._kinds[chart])
        self._on_sheet.addWidget(self.table)
        self._paper.addWidget(self._on_sheet)
        self._chart_foot, self._chart_flow = self._foot((self.readout, self.open_mark))
        self._table_foot, _ = self._foot((self.copy, self.open_row, self.sorting, self._note))
        self._table_foot.hide()
        self.rows.hide()
        for part, stretch in ((self._stack, 1), (self._chart_foot, 0), (self._table_foot, 0)):
            self._column.addWidget(part, stretch)
        self._column.addStretch()
        self.open_mark.setEnabled(False)
        self.open_row.setEnabled(False)

    def _foot(self, parts: tuple[QWidget, ...]) -> tuple[QWidget, FlowLayout]:
        foot = QWidget()
        flow = FlowLayout(self._theme, foot, gap=16)
        for part in parts:
            flow.addWidget(part)
        return foot, flow

    def _connect(self) -> None:
        for chart in self._charts:
            chart.pointed.connect(self._say_stop)
            chart.opened.connect(self.opened)
        for chooser in self._kinds.values():
            chooser.changed.connect(self._on_rows)
        self.open_mark.clicked.connect(self._open_mark)
        self.copy.clicked.connect(lambda: self.copied.emit(self.model.as_text()))
        self.sorting.activated.connect(self._on_sorting)
        self.table.head_pressed.connect(self._sort_by)
        self.table.row_chosen.connect(
            lambda row: self.open_row.setEnabled(self.model.behind(row) is not None)
        )
        self.table.row_opened.connect(self._open_row)
        self.open_row.clicked.connect(lambda: self._open_row(self.table.currentIndex().row()))
        self._theme.changed.connect(self._restyle)

    def _put_on_show(self, wanted: QWidget) -> None:
        if wanted is self.table or self._chart.on_sheet:
            self._on_sheet.put_on_show(wanted)
            self._stack.put_on_show(self._sheet)
        else:
            self._stack.put_on_show(wanted)
        self._column.setStretchFactor(self._stack, 0 if self.grows else 1)

    def _fill_table(self) -> None:
        self._stale = False
        chosen = self.model.behind(self.table.currentIndex().row())
        self.model.show_table(self._chart.table(self.row_kind))
        self.open_row.setText(self._chart.open_row_words(self.row_kind))
        self.open_row.setEnabled(False)
        if chosen is not None:
            self.table.selectRow(self.model.row_of(chosen))
        if self._sorted_by != self.model.heads or not self.sorting.count():
            self._fill_sorting()

    def _fill_sorting(self) -> None:
        self._sorted_by = self.model.heads
        self.sorting.clear()
        self.sorting.add(words.SORTED_AS_READ)
        for head in self.model.heads:
            self.sorting.add(words.SORTED_RISING.format(head=head))
            self.sorting.add(words.SORTED_FALLING.format(head=head))
        self._on_sorting()

    def _sort_by(self, column: int) -> None:
        """Sort by the head pressed: rising, then falling, then as it is read."""
        rising = 1 + 2 * column
        following = {rising: rising + 1, rising + 1: 0}
        self.sorting.setCurrentIndex(following.get(self.sorting.currentIndex(), rising))
        self._on_sorting()

    def _on_sorting(self) -> None:
        """The choices are: as read, then rising and falling for each column."""
        chosen = self.sorting.currentIndex()
        column, falling = (-1, 0) if chosen <= 0 else divmod(chosen - 1, 2)
        order = _FALLING if falling else _RISING
        self.table.show_sorting(column, order)
        self.model.sort(column, order)

    def _on_rows(self) -> None:
        self._fill_table()
        self.rows_changed.emit()

    def _say_stop(self) -> None:
        at = self._chart.at
        self.readout.setText(self._chart.words_at(at) if at >= 0 else self._chart.hint)
        self.open_mark.setText(self._chart.open_words_at(at) if at >= 0 else self._chart.open_words)
        self.open_mark.setEnabled(at >= 0 and self._chart.behind(at) is not None)

    def _open_mark(self) -> None:
        behind = self._chart.behind(self._chart.at) if self._chart.at >= 0 else None
        if behind is not None:
            self.opened.emit(behind)

    def _open_row(self, row: int) -> None:
        behind = self.model.behind(row)
        if behind is not None and self._openable:
            self.opened.emit(behind)

    def _paper_margins(self) -> None:
        space = self._theme.space
        if self._view is View.CHART:
            self._paper.setContentsMargins(space(24), space(20), space(18), space(16))
        else:
            self._paper.setContentsMargins(space(1), space(4), space(1), space(4))

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.space(10))
        self._paper_margins()
