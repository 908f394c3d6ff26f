# SPDX-License-Identifier: MIT
"""Insights: being myself and in touch over time, as a picture, a table and words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.charts.frame import ChartFrame, View
from ipnb_journal.desktop.charts.notes import Notes
from ipnb_journal.desktop.pages.page import Command, Page, State
from ipnb_journal.desktop.widgets.buttons import LinkButton, QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.chips import ChipGroup
from ipnb_journal.desktop.widgets.choices import Segmented
from ipnb_journal.desktop.widgets.combo import Combo
from ipnb_journal.desktop.widgets.empty import EmptyState
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.net_paths import FIRST_KNOTS
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.insights import BANDWIDTHS, OverTime, Span
from ipnb_journal.domain.people import Person
from ipnb_journal.services import insights, made_up, people

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.runner import Vault

SIDE, SIDE_LEAST, GAP = 256, 240, 44
_NO_LIMIT = 16_777_215
_AROUND_CHART = 96
_BOTH = "both"
_SHOWN = (
    (Scale.DIFFERENTIATION, words.title(Scale.DIFFERENTIATION)),
    (Scale.LINKAGE, words.title(Scale.LINKAGE)),
    (_BOTH, words.BOTH_HEAD),
)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a reading brought: the chart asked for, and whose check-ins could be asked for."""

    chart: OverTime
    people: tuple[Person, ...]


class InsightsPage(Page):
    """Shows a person's own ratings against their own past, and no more than the days can bear."""

    topics: ClassVar[frozenset[str]] = frozenset({"checkins", "people"})
    help_key: ClassVar[str] = "insights"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._example = False
        self._chart: OverTime | None = None
        self.whom = Combo(theme, words.WHOM_NAME)
        self.span = Combo(theme, words.SPAN_NAME)
        self.smoothing = Combo(theme, words.SMOOTHING_NAME)
        self.view = Segmented(
            theme, ((View.CHART, words.CHART), (View.TABLE, words.TABLE)), name=words.CHART_OR_TABLE
        )
        self.shown = ChipGroup(theme, _SHOWN, small=True, name=words.SHOWN_NAME)
        self.instead = LinkButton(theme, words.EXAMPLE)
        self.frame = ChartFrame(theme)
        self.notes = Notes(theme)
        self.check_in = SecondaryButton(theme, words.CHECK_IN)
        self.example = QuietButton(theme, words.EXAMPLE)
        self.empty = EmptyState(
            theme, words.EMPTY_TITLE, words.EMPTY, (self.check_in, self.example), net=FIRST_KNOTS
        )
        self._fill_choices()
        self._build()
        self._connect()
        self.reflow()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        return (
            State("insights", places.Insights()),
            State("insights-table", places.Insights(), lambda page: page.show_view(View.TABLE)),
            State("insights-everything", places.Insights(), lambda page: page.look_back(Span.ALL)),
            State("insights-empty", places.Insights(), lambda page: page.show_empty()),
            State("insights-made-up", places.Insights(), lambda page: page.example.click()),
        )

    def refresh(self) -> None:
        asked = self._asked()
        today = self.context.clock().date()
        if self._example:
            self.context.runner.run_free(
                self,
                lambda: made_up.over_time(*asked, today, self._wants_both()),
                self._show,
                latest="insights",
            )
            return
        person, both = self.whom.currentData(), self._wants_both()

        def read(vault: Vault) -> _Found:
            everybody = tuple(each.person for each in people.all_people(vault) if not each.person.hidden)
            return _Found(insights.over_time(vault, *asked, today, person, both), everybody)

        self.context.runner.run(self, read, self._take, latest="insights")

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        if self._is_empty:
            return {}
        other = View.TABLE if self.view.value() is View.CHART else View.CHART
        return {Command.CHART_OR_TABLE: lambda: self.show_view(other)}

    def first_focus(self) -> QWidget | None:
        return self.check_in if self._is_empty else self.span

    def show_view(self, view: View) -> None:
        """Show the chart or its table twin."""
        self.view.set_value(view)
        self._on_view()

    def look_back(self, span: Span) -> None:
        """Show another stretch of time."""
        self.span.choose(span)
        self._on_asked()

    def show_empty(self) -> None:
        """Show what stands here before the first check-in."""
        self._set_parts(empty=True, choices=False)
        self.commands_changed.emit()

    def reflow(self) -> None:
        theme, across = self.context.theme, self.columns
        ways = QBoxLayout.Direction
        self._whole.setContentsMargins(self.room_around())
        self._whole.setSpacing(theme.space(10))
        self._head.setDirection(ways.LeftToRight if across else ways.TopToBottom)
        self._head.setSpacing(theme.space(12))
        self._row.setDirection(ways.LeftToRight if across else ways.TopToBottom)
        self._row.setSpacing(theme.space(GAP if across else 28))
        self.notes.setMinimumWidth(theme.px(SIDE_LEAST) if across else 0)
        self.notes.setMaximumWidth(theme.px(SIDE) if across else _NO_LIMIT)
        self._foot.changeSize(0, theme.space(24))
        self._switches.setMinimumHeight(theme.px(36))
        self._cap_frame()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cap_frame()

    def _cap_frame(self) -> None:
        """Keep the sheet within what can be seen at once, however long the words beside it are."""
        if not self.columns:
            self.frame.setMaximumHeight(_NO_LIMIT)
            return
        self._whole.activate()
        room = self.height() - self._pair.y() - self._foot.sizeHint().height() - self._whole.spacing()
        least = self.frame.chart.minimumSizeHint().height() + self.context.theme.space(_AROUND_CHART)
        self.frame.setMaximumHeight(max(least, room))

    def _fill_choices(self) -> None:
        self.whom.add(words.IN_GENERAL, None)
        self.whom.hide()
        for span in Span:
            self.span.add(words.SPANS[span], span)
        for bandwidth in BANDWIDTHS:
            self.smoothing.add(words.SMOOTHING[bandwidth], bandwidth)
        self.span.choose(Span.QUARTER)
        self.shown.choose([Scale.DIFFERENTIATION, Scale.LINKAGE])

    def _build(self) -> None:
        theme = self.context.theme
        body = QWidget()
        self._whole = QVBoxLayout(body)
        self._controls = QWidget()
        controls = FlowLayout(theme, self._controls, gap=10)
        for combo in (self.whom, self.span, self.smoothing):
            controls.addWidget(combo)
        controls.addWidget(self.view)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._heading = Text(theme, "title", words.OVER_TIME)
        self._head.addWidget(self._heading, 1)
        self._head.addWidget(self._controls)
        self._rule = Rule(theme)
        self._switches = QWidget()
        switches = QHBoxLayout(self._switches)
        switches.setContentsMargins(0, 0, 0, 0)
        switches.addWidget(self.shown, 1, Qt.AlignmentFlag.AlignVCenter)
        switches.addWidget(self.instead, 0, Qt.AlignmentFlag.AlignVCenter)
        switches.addWidget(self.frame.rows, 0, Qt.AlignmentFlag.AlignVCenter)
        self._pair = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._pair)
        self._row.setContentsMargins(0, 0, 0, 0)
        main = QVBoxLayout()
        main.addWidget(self.frame, 1)
        main.addStretch()
        self._row.addLayout(main, 1)
        self._row.addWidget(self.notes)
        self.empty.hide()
        self._whole.addLayout(self._head)
        for part in (self._rule, self._switches):
            self._whole.addWidget(part)
        for part in (self._pair, self.empty):
            self._whole.addWidget(part, 1)
        self._foot = QSpacerItem(0, 0)
        self._whole.addItem(self._foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(theme, body))

    def _connect(self) -> None:
        for combo in (self.whom, self.span, self.smoothing):
            combo.activated.connect(self._on_asked)
        self.view.changed.connect(self._on_view)
        self.shown.changed.connect(self._on_shown)
        self.frame.day_opened.connect(self._open_day)
        self.frame.copied.connect(self._copy)
        self.frame.rows_changed.connect(self._say)
        self.check_in.clicked.connect(lambda: self.open_requested.emit(places.CheckIn()))
        self.example.clicked.connect(lambda: self._show_example(wanted=True))
        self.instead.clicked.connect(lambda: self._show_example(wanted=not self._example))
        self.context.theme.changed.connect(self.reflow)

    def _asked(self) -> tuple[Span, int]:
        return Span(self.span.currentData()), int(self.smoothing.currentData())

    def _wants_both(self) -> bool:
        return _BOTH in self.shown.chosen()

    def _panels(self) -> words.Shown:
        chosen = self.shown.chosen()
        return words.Shown(Scale.DIFFERENTIATION in chosen, Scale.LINKAGE in chosen)

    def _tag(self) -> str:
        return words.MADE_UP if self._example else ""

    def _on_asked(self) -> None:
        self.refresh()

    def _on_view(self) -> None:
        self.frame.show_view(View(str(self.view.value())))
        self._say()
        self.commands_changed.emit()

    def _on_shown(self) -> None:
        """Draw what is chosen; the last panel left can't be taken away."""
        panels = self._panels()
        self.shown.chip(Scale.DIFFERENTIATION).setEnabled(panels.in_touch or not panels.being_myself)
        self.shown.chip(Scale.LINKAGE).setEnabled(panels.being_myself or not panels.in_touch)
        has_both = self._chart is not None and self._chart.both is not None
        if self._wants_both() != has_both:
            self.refresh()
        elif self._chart is not None:
            self._show(self._chart)

    def _show_example(self, *, wanted: bool) -> None:
        self._example = wanted
        self.refresh()

    def _take(self, found: _Found) -> None:
        self._fill_people(found.people)
        self._show(found.chart)

    def _fill_people(self, known: tuple[Person, ...]) -> None:
        chosen = self.whom.currentData()
        self.whom.clear()
        self.whom.add(words.IN_GENERAL, None)
        for person in known:
            self.whom.add(person.label, person.id, mark=person.mark)
        self.whom.choose(chosen)
        self.whom.setVisible(bool(known))

    def _show(self, chart: OverTime) -> None:
        self._chart = chart
        total = max(chart.being_myself.total_days, chart.in_touch.total_days)
        has_line = chart.being_myself.line or chart.in_touch.line
        self.instead.setText(words.OWN if self._example else words.EXAMPLE)
        self.instead.setVisible(self._example or not has_line)
        self.whom.setEnabled(not self._example)
        self._say_empty()
        self._set_parts(empty=not total, choices=bool(total) or self.whom.count() > 1)
        self.frame.show_chart(chart, self._panels(), self._tag(), openable=not self._example)
        self._say()
        self._cap_frame()
        self.commands_changed.emit()

    @property
    def _is_empty(self) -> bool:
        return not self.empty.isHidden()

    def _set_parts(self, *, empty: bool, choices: bool) -> None:
        """Show the chart or the empty state; the keyboard is not left in what goes away."""
        focus = QApplication.focusWidget()
        held = focus if focus is not None and self.isAncestorOf(focus) else None
        self.empty.setVisible(empty)
        for part in (self._heading, self._controls, self._rule):
            part.setVisible(choices)
        for part in (self._switches, self._pair):
            part.setVisible(not empty)
        wanted = self.first_focus()
        if held is not None and not held.isVisible() and wanted is not None:
            wanted.setFocus()

    def _say_empty(self) -> None:
        about = self.whom.currentData() is not None
        named = words.EMPTY_ABOUT.format(name=self.whom.currentText())
        self.empty.say(words.EMPTY_TITLE, named if about else words.EMPTY)

    def _say(self) -> None:
        if self._chart is None:
            return
        table = self.view.value() == View.TABLE
        self.notes.say(
            words.in_words(self._chart, self._panels(), self._tag()),
            words.what_this_shows(self._chart, table=table, by_week=self.frame.by_week),
            words.what_it_does_not_show(table=table),
        )

    def _open_day(self, day: int) -> None:
        if not self._example:
            self.open_requested.emit(places.History(day=date.fromordinal(day)))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.context.notices.say(words.COPIED)
