# SPDX-License-Identifier: MIT
"""Insights: a person's own ratings against their own past, as pictures, tables and words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.charts.frame import ChartFrame, View
from ipnb_journal.desktop.charts.lens import Asked, Lens, ReadingsLens
from ipnb_journal.desktop.charts.notes import Notes
from ipnb_journal.desktop.charts.over_time_lens import OverTimeLens
from ipnb_journal.desktop.charts.river_lens import RiverLens
from ipnb_journal.desktop.charts.time_view import TimeView
from ipnb_journal.desktop.pages.page import Command, Page, State
from ipnb_journal.desktop.time_line_notes import TimeLineNotes
from ipnb_journal.desktop.widgets.buttons import QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.empty import EmptyState
from ipnb_journal.desktop.widgets.insights_head import InsightsHead
from ipnb_journal.desktop.widgets.net_paths import FIRST_KNOTS
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.desktop.wording import look_back as look_back_words
from ipnb_journal.desktop.wording import numbers as numbers_words
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.readings import Readings, newest
from ipnb_journal.domain.windows import Span, Window, window_of
from ipnb_journal.services import people

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.runner import Vault

SIDE, SIDE_LEAST, GAP = 256, 240, 44
_NO_LIMIT = 16_777_215
_AROUND_CHART = 96
_SETTLED_MS = 120
_STEPS_A_WINDOW = 2
_FEW_DAYS = 12


@dataclass(frozen=True, slots=True)
class _Found:
    """What a reading brought: what the lens draws from, and whose check-ins could be asked for."""

    drawn_from: Any
    people: tuple[Person, ...]


class InsightsPage(Page):
    """Shows what the days can bear and no more, through one of several lenses at a time."""

    topics: ClassVar[frozenset[str]] = frozenset({"checkins", "people", "entries", "event_notes"})
    help_key: ClassVar[str] = "insights"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._example = False
        self._last: int | None = None
        self._sources: dict[str, Any] = {}
        self.over_time = OverTimeLens(theme, self)
        lenses = (self.over_time, RiverLens(theme, self))
        self.lenses: dict[str, Lens[Any]] = {lens.key: lens for lens in lenses}
        self.frame = ChartFrame(theme, [lens.view for lens in self.lenses.values()])
        tabs = [(lens.key, lens.words) for lens in self.lenses.values()]
        self.head = InsightsHead(theme, tabs, self.frame.rows)
        self.notes = Notes(theme)
        self.to_look_back = self.notes.add_link(look_back_words.LINK)
        self.to_numbers = self.notes.add_link(numbers_words.TITLE)
        self.check_in = SecondaryButton(theme, words.CHECK_IN)
        self.example = QuietButton(theme, words.EXAMPLE)
        buttons = (self.check_in, self.example)
        self.empty = EmptyState(theme, words.EMPTY_TITLE, words.EMPTY, buttons, net=FIRST_KNOTS)
        self.noting = TimeLineNotes(context, self.frame, self)
        self._settled = QTimer(self, interval=_SETTLED_MS, singleShot=True)
        self._build()
        self._connect()
        self._show_lens()
        self.reflow()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        return (
            State("insights", places.Insights()),
            State("insights-table", places.Insights(), lambda page: page.show_view(View.TABLE)),
            State("insights-everything", places.Insights(), lambda page: page.look_back(Span.ALL)),
            State("insights-empty", places.Insights(), lambda page: page.show_empty()),
            State("insights-made-up", places.Insights(), lambda page: page.example.click()),
            State("insights-river", places.Insights(), lambda page: page.show_lens("river")),
            State("insights-river-table", places.Insights(), _show_river_table),
            State("insights-river-year", places.Insights(), _show_river_year),
            State("insights-river-few", places.Insights(), _show_river_few),
        )

    @property
    def lens(self) -> Lens[Any]:
        """The lens looked through."""
        return self.lenses[str(self.head.tabs.value())]

    def refresh(self) -> None:
        self._sources.clear()
        self._read()

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        if self._is_empty:
            return {}
        other = View.TABLE if self.frame.view is View.CHART else View.CHART
        return {Command.CHART_OR_TABLE: lambda: self.show_view(other)}

    def first_focus(self) -> QWidget | None:
        return self.check_in if self._is_empty else self.head.tabs.tab(self.lens.key)

    def show_view(self, view: View) -> None:
        """Show the chart or its table twin."""
        self.head.view.set_value(view)
        self._on_view()

    def show_lens(self, key: str) -> None:
        """Look through another lens."""
        self.head.tabs.set_value(key)

    def look_back(self, span: Span) -> None:
        """Show another stretch of time."""
        self.head.span.choose(span)
        self._on_asked()

    def show_empty(self) -> None:
        """Show what stands here before the first check-in."""
        self._set_parts(empty=True, choices=False)
        self.commands_changed.emit()

    def show_newest(self, days: int) -> None:
        """Show the last `days` days alone of what was read of check-ins, as in somebody's first weeks."""
        found = self._sources[ReadingsLens.source]
        self._sources[ReadingsLens.source] = newest(found, days)
        self._draw()

    def reflow(self) -> None:
        theme, across = self.context.theme, self.columns
        ways = QBoxLayout.Direction
        self._whole.setContentsMargins(self.room_around())
        self._whole.setSpacing(theme.space(12))
        self.head.set_columns(across=across)
        self._row.setDirection(ways.LeftToRight if across else ways.TopToBottom)
        self._row.setSpacing(theme.space(GAP if across else 28))
        self.notes.setMinimumWidth(theme.px(SIDE_LEAST) if across else 0)
        self.notes.setMaximumWidth(theme.px(SIDE) if across else _NO_LIMIT)
        self._foot.changeSize(0, theme.space(24))
        self._cap_frame()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cap_frame()

    def _read(self) -> None:
        """Read what the lens draws from, unless it was read before."""
        lens = self.lens
        if lens.source in self._sources:
            self._draw()
            return
        if self._example:
            today = self.context.clock().date()
            self.context.runner.run_free(
                self, lambda: lens.made_up(today), lambda found: self._keep(lens, found), latest="insights"
            )
            return
        person = self._person()

        def read(vault: Vault) -> _Found:
            everybody = tuple(each.person for each in people.all_people(vault) if not each.person.hidden)
            return _Found(lens.read(vault, person), everybody)

        self.context.runner.run(self, read, lambda found: self._take(lens, found), latest="insights")

    def _take(self, lens: Lens[Any], found: _Found) -> None:
        self.head.show_people(found.people, offered=lens.by_person)
        self._keep(lens, found.drawn_from)

    def _keep(self, lens: Lens[Any], drawn_from: object) -> None:
        self._sources[lens.source] = drawn_from
        if isinstance(drawn_from, Readings):
            self.noting.show_notes(drawn_from.notes)
            self._point()
        if lens.source == self.lens.source:
            self._draw()

    def _draw(self) -> None:
        """Draw what was read, and say the same beside it."""
        lens = self.lens
        days = lens.days(self._sources[lens.source])
        window = self._window(days)
        tag = words.MADE_UP if self._example else ""
        bandwidth = int(self.head.smoothing.currentData())
        lens.draw(self._sources[lens.source], Asked(window, bandwidth, tag))
        self.frame.renew(openable=not self._example)
        self._show_around(lens, days, window)
        self._say()

    def _window(self, days: tuple[int, int] | None) -> Window:
        today = self.context.clock().date().toordinal()
        span = Span(self.head.span.currentData())
        return window_of(span, days[0] if days else None, max(today, days[1] if days else 0), self._last)

    def _show_around(self, lens: Lens[Any], days: tuple[int, int] | None, window: Window) -> None:
        head = self.head
        today = self.context.clock().date().toordinal()
        head.instead.setText(words.OWN if self._example else words.EXAMPLE)
        head.instead.setVisible(self._example or days is None or days[1] - days[0] < window.days // 4)
        head.whom.setEnabled(not self._example)
        head.show_steps(earlier=days is not None and window.first > days[0], later=window.last < today)
        self.empty.say(*lens.empty(head.whom.currentText() if self._person() is not None else ""))
        self._set_parts(empty=days is None, choices=days is not None or head.whom.count() > 1)
        self._cap_frame()
        self.commands_changed.emit()

    def _cap_frame(self) -> None:
        """Keep the sheet within what can be seen at once, however long the words beside it are."""
        if not self.columns:
            self.frame.setMaximumHeight(_NO_LIMIT)
            return
        self._whole.activate()
        room = self.height() - self._pair.y() - self._foot.sizeHint().height() - self._whole.spacing()
        least = self.frame.chart.minimumSizeHint().height() + self.context.theme.space(_AROUND_CHART)
        self.frame.setMaximumHeight(max(least, room))

    def _build(self) -> None:
        body = QWidget()
        self._whole = QVBoxLayout(body)
        self._pair = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._pair)
        self._row.setContentsMargins(0, 0, 0, 0)
        main = QVBoxLayout()
        main.addWidget(self.frame, 1)
        main.addStretch()
        self._row.addLayout(main, 1)
        self._row.addWidget(self.notes)
        self.empty.hide()
        self._whole.addWidget(self.head)
        for part in (self._pair, self.empty):
            self._whole.addWidget(part, 1)
        self._foot = QSpacerItem(0, 0)
        self._whole.addItem(self._foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(self.context.theme, body))
        for lens in self.lenses.values():
            if lens.extras is not None:
                self.head.add_extras(lens.extras)

    def _connect(self) -> None:
        self.head.tabs.changed.connect(self._on_lens)
        self.head.asked.connect(self._on_asked)
        self.head.view.changed.connect(self._on_view)
        self.head.stepped.connect(self._on_stepped)
        self.frame.opened.connect(self._open)
        self.frame.add_to_foot(self.noting.link, self.noting.form)
        self.frame.copied.connect(self._copy)
        self.frame.rows_changed.connect(self._say)
        self.check_in.clicked.connect(lambda: self.open_requested.emit(places.CheckIn(self._person())))
        self.example.clicked.connect(lambda: self._show_example(wanted=True))
        self.to_look_back.clicked.connect(lambda: self.open_requested.emit(places.LookBack()))
        self.to_numbers.clicked.connect(self._go_to_numbers)
        self.head.instead.clicked.connect(lambda: self._show_example(wanted=not self._example))
        self.context.theme.changed.connect(self.reflow)
        self._settled.timeout.connect(self._say)
        for lens in self.lenses.values():
            lens.changed.connect(self._read)
            if isinstance(lens.view, TimeView):
                lens.view.panned.connect(self._pan)
                lens.view.pointed.connect(self._point)

    def _point(self) -> None:
        view = self.lens.view
        self.noting.point_at(view.day() if isinstance(view, TimeView) else None)

    def _person(self) -> int | None:
        found = self.head.whom.currentData()
        return int(found) if found is not None else None

    def _on_lens(self) -> None:
        self._show_lens()
        self._read()

    def _show_lens(self) -> None:
        lens = self.lens
        self.frame.choose(lens.view)
        self.noting.offer(offered=isinstance(lens.view, TimeView) and not self._example)
        self.head.offer(lens.extras, by_person=lens.by_person, smoothed=lens.smoothed)

    def _on_asked(self) -> None:
        self._last = None
        self.refresh()

    def _on_view(self) -> None:
        self.frame.show_view(View(str(self.head.view.value())))
        self._say()
        self.commands_changed.emit()

    def _on_stepped(self, way: int) -> None:
        days = self.lens.days(self._sources.get(self.lens.source))
        self._pan(way * max(1, self._window(days).days // _STEPS_A_WINDOW))

    def _pan(self, by: int) -> None:
        """Move the window by days; the words follow when it rests."""
        lens = self.lens
        if lens.source not in self._sources:
            return
        found = self._sources[lens.source]
        days = lens.days(found)
        before = self._window(days)
        self._last = before.last + by
        window = self._window(days)
        self._last = window.last
        if window == before:
            return
        tag = words.MADE_UP if self._example else ""
        lens.draw(found, Asked(window, int(self.head.smoothing.currentData()), tag))
        self.frame.renew(openable=not self._example)
        today = self.context.clock().date().toordinal()
        self.head.show_steps(earlier=days is not None and window.first > days[0], later=window.last < today)
        self._settled.start()

    def _show_example(self, *, wanted: bool) -> None:
        self._example, self._last = wanted, None
        self.noting.offer(offered=isinstance(self.lens.view, TimeView) and not wanted)
        self.refresh()

    @property
    def _is_empty(self) -> bool:
        return not self.empty.isHidden()

    def _set_parts(self, *, empty: bool, choices: bool) -> None:
        """Show the chart or the empty state; the keyboard is not left in what goes away."""
        focus = QApplication.focusWidget()
        held = focus if focus is not None and self.isAncestorOf(focus) else None
        self.empty.setVisible(empty)
        self.head.show_choices(shown=choices)
        self._pair.setVisible(not empty)
        wanted = self.first_focus()
        if held is not None and not held.isVisible() and wanted is not None:
            wanted.setFocus()

    def _say(self) -> None:
        table = self.frame.view is View.TABLE
        self.notes.say(*self.lens.view.said(table=table, rows=self.frame.row_kind))

    def _open(self, behind: object) -> None:
        if not self._example and isinstance(behind, Window):
            self.open_requested.emit(places.History(day=date.fromordinal(behind.first)))

    def _go_to_numbers(self) -> None:
        person = None if self._example else self._person()
        bandwidth = int(self.head.smoothing.currentData())
        self.open_requested.emit(places.Numbers(person, bandwidth))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.context.notices.say(words.COPIED)


def _show_river_table(page: InsightsPage) -> None:
    page.show_lens(RiverLens.key)
    page.show_view(View.TABLE)


def _show_river_year(page: InsightsPage) -> None:
    page.show_lens(RiverLens.key)
    page.look_back(Span.YEAR)


def _show_river_few(page: InsightsPage) -> None:
    page.show_lens(RiverLens.key)
    page.show_newest(_FEW_DAYS)
