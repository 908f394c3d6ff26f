# SPDX-License-Identifier: MIT
"""Insights: a person's own ratings against their own past, as pictures, tables and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.behind import place_behind
from ipnb_journal.desktop.charts.attention_lens import AttentionLens
from ipnb_journal.desktop.charts.frame import ChartFrame, View
from ipnb_journal.desktop.charts.lens import Asked, Lens
from ipnb_journal.desktop.charts.notes import Notes
from ipnb_journal.desktop.charts.over_time_lens import OverTimeLens
from ipnb_journal.desktop.charts.plane_lens import PlaneLens
from ipnb_journal.desktop.charts.relationships_lens import RelationshipsLens
from ipnb_journal.desktop.charts.river_lens import RiverLens
from ipnb_journal.desktop.charts.time_view import TimeView
from ipnb_journal.desktop.hidden_people import HiddenPeople
from ipnb_journal.desktop.insights_looks import LOOKS
from ipnb_journal.desktop.lens_reader import Found, LensReader
from ipnb_journal.desktop.pages.page import Command, Page, State
from ipnb_journal.desktop.theme.theme import Theme
from ipnb_journal.desktop.time_line_notes import TimeLineNotes
from ipnb_journal.desktop.widgets.insights_empty import InsightsEmpty
from ipnb_journal.desktop.widgets.insights_head import InsightsHead
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.domain.readings import Readings, newest
from ipnb_journal.domain.relationships import AboutPerson
from ipnb_journal.domain.windows import Span, Window, window_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent

    from ipnb_journal.desktop.context import Context

SIDE, SIDE_LEAST, GAP = 256, 240, 44
_NO_LIMIT = 16_777_215
_AROUND_CHART = 96
_SETTLED_MS = 120
_STEPS_A_WINDOW = 2


class InsightsPage(Page):
    """Shows what the days can bear and no more, through one of several lenses at a time."""

    topics: ClassVar[frozenset[str]] = frozenset(
        {"checkins", "people", "entries", "event_notes", "preferences", "prompts"}
    )
    help_key: ClassVar[str] = "insights"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._example = False
        self._last: int | None = None
        self._asked_from: QWidget | None = None
        self._came_from: QWidget | None = None
        self._reader = LensReader(context, self)
        self.over_time = OverTimeLens(theme, self)
        self.plane, self.river = PlaneLens(theme, self), RiverLens(theme, self)
        self.by_person = RelationshipsLens(theme, self)
        self.attention: AttentionLens = AttentionLens(theme, context.shelf, context.clock, self)
        lenses = (self.over_time, self.plane, self.river, self.by_person, self.attention)
        self.lenses: dict[str, Lens[Any]] = {lens.key: lens for lens in lenses}
        self.frame = ChartFrame(theme, [lens.view for lens in self.lenses.values()])
        tabs = [(lens.key, lens.words) for lens in self.lenses.values()]
        extras = [lens.extras for lens in lenses if lens.extras is not None]
        self.head = InsightsHead(theme, tabs, self.frame.rows, extras)
        self.notes = Notes(theme)
        self.empty = InsightsEmpty(theme)
        self.check_in, self.example, self.unhide = self.empty.check_in, self.empty.example, self.empty.unhide
        self.noting = TimeLineNotes(context, self.frame, self)
        self._settled = QTimer(self, interval=_SETTLED_MS, singleShot=True)
        self._build()
        self._connect()
        self._show_lens()
        self.reflow()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        return tuple(State(name, places.Insights(), show) for name, show in LOOKS.items())

    @property
    def lens(self) -> Lens[Any]:
        """The lens looked through."""
        return self.lenses[str(self.head.tabs.value())]

    def refresh(self) -> None:
        self._reader.forget()
        self._read()

    def leave(self) -> None:
        self.noting.keep_open()
        self.hidden_people.put_away()
        self._came_from, self._asked_from = self._asked_from, None

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        if self._is_empty or self.hidden_people.is_asking:
            return {}
        other = View.TABLE if self.frame.view is View.CHART else View.CHART
        return {Command.CHART_OR_TABLE: lambda: self.show_view(other)}

    def first_focus(self) -> QWidget | None:
        if self.hidden_people.is_asking:
            return self.hidden_people.first_focus()
        came_from = self._came_from
        if came_from is not None and came_from.isVisible() and came_from.isEnabled():
            return came_from
        return self.check_in if self._is_empty else self.head.tabs.tab(self.lens.key)

    def show_view(self, view: View) -> None:
        """Show the chart or its table twin."""
        self.head.view.set_value(view)
        self._on_view()

    def show_lens(self, key: str, *, table: bool = False) -> None:
        """Look through another lens, at its chart or its table."""
        self.head.tabs.set_value(key)
        self.show_view(View.TABLE if table else View.CHART)

    def look_back(self, span: Span) -> None:
        """Show another stretch of time."""
        self.head.span.choose(span)
        self._on_asked()

    def show_about(self, person_id: int) -> None:
        """Show being myself and in touch over time about one person."""
        self.head.whom.choose(person_id)
        self._last = None
        self._reader.forget()
        self.head.tabs.set_value(self.over_time.key)
        self.frame.current().setFocus()

    def show_empty(self, key: str = "") -> None:
        """Show what stands here before the first check-in, through the lens on show or another."""
        if key:
            self.show_lens(key)
        self.empty.say(*self.lens.empty_at_first())
        self._set_parts(empty=True, choices=False)
        self.commands_changed.emit()

    def show_newest(self, days: int) -> None:
        """Show the last `days` days alone of what was read of check-ins, as in somebody's first weeks."""
        self._reader.put(self.lens, newest(self._reader.known(self.lens), days))
        self._draw()

    def reflow(self) -> None:
        theme, across = self.context.theme, self.columns
        ways = QBoxLayout.Direction
        self._whole.setContentsMargins(self.room_around())
        self.hidden_people.set_room(self.room_around())
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
        self._reader.read(lens, self._person(), lambda found: self._take(lens, found), example=self._example)

    def _take(self, lens: Lens[Any], found: Found) -> None:
        if found.people is not None:
            self.head.show_people(found.people, offered=lens.by_person)
        if isinstance(found.drawn_from, Readings):
            self.noting.show_notes(found.drawn_from.notes)
            self._point()
        if lens.source == self.lens.source:
            self._draw()

    def _draw(self) -> None:
        """Draw what was read, and say the same beside it."""
        lens = self.lens
        days = lens.days(self._reader.known(lens))
        window = self._window(days)
        self._draw_window(lens, window)
        self._show_around(lens, days, window)
        self._say()

    def _draw_window(self, lens: Lens[Any], window: Window) -> None:
        tag = words.MADE_UP if self._example else ""
        bandwidth = int(self.head.smoothing.currentData())
        span = Span(self.head.span.currentData())
        lens.draw(self._reader.known(lens), Asked(window, bandwidth, tag, span))
        self.frame.renew(openable=not self._example)

    def _window(self, days: tuple[int, int] | None) -> Window:
        today = self.context.clock().date().toordinal()
        span = Span(self.head.span.currentData())
        return window_of(span, days[0] if days else None, max(today, days[1] if days else 0), self._last)

    def _show_around(self, lens: Lens[Any], days: tuple[int, int] | None, window: Window) -> None:
        head = self.head
        head.instead.setText(words.OWN if self._example else words.EXAMPLE)
        few = days is not None and days[1] - days[0] < window.days // 4
        head.instead.setVisible(self._example or few)
        head.whom.setEnabled(not self._example)
        lens.let_change(able=not self._example and not self.context.runner.read_only)
        self._show_steps(days, window)
        self.empty.say(*lens.empty(head.whom.currentText() if self._person() is not None else ""))
        self._set_parts(empty=days is None, choices=days is not None or head.whom.count() > 1)
        self._cap_frame()
        self.commands_changed.emit()

    def _cap_frame(self) -> None:
        """Keep the sheet within what can be seen at once, however long the words beside it are."""
        if not self.columns or self.frame.grows:
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
        self.hidden_people: HiddenPeople = HiddenPeople(self.context, Scroll(self.context.theme, body))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.hidden_people)

    def _connect(self) -> None:
        self.open_requested.connect(self._remember_asked_from)
        self.head.tabs.changed.connect(self._on_lens)
        self.notes.take_along.clicked.connect(self._take_along)
        for part in (self.notes, self.empty):
            part.look_back.clicked.connect(lambda: self.open_requested.emit(places.LookBack()))
            part.session_sheet.clicked.connect(lambda: self.open_requested.emit(places.SessionSheet()))
        self.notes.numbers.clicked.connect(self._go_to_numbers)
        self.head.asked.connect(self._on_asked)
        self.head.view.changed.connect(self._on_view)
        self.head.stepped.connect(self._on_stepped)
        self.frame.opened.connect(self._open)
        self.frame.add_to_foot(self.noting.link, self.noting.form)
        self.frame.copied.connect(self._copy)
        self.frame.rows_changed.connect(self._say)
        self.check_in.clicked.connect(lambda: self.open_requested.emit(places.CheckIn(self._person())))
        self.example.clicked.connect(lambda: self.show_example(wanted=True))
        self.head.instead.clicked.connect(lambda: self.show_example(wanted=not self._example))
        self.attention.wanted.connect(self.open_requested)
        self.hidden_people.serve(self.by_person, self.unhide)
        self.hidden_people.turned.connect(self.commands_changed)
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
        self.notes.tell_about(lens.view.about)
        self.notes.take_along.setVisible(lens.view.paper_shape is not None)
        self.head.offer(lens.extras, by_person=lens.by_person, smoothed=lens.smoothed)
        self.unhide.setVisible(lens is self.by_person)

    def _on_asked(self) -> None:
        self._last = None
        self.refresh()

    def _on_view(self) -> None:
        self.frame.show_view(View(str(self.head.view.value())))
        self._cap_frame()
        self._say()
        self.commands_changed.emit()

    def _on_stepped(self, way: int) -> None:
        found = self._reader.known(self.lens)
        if found is not None:
            days = self.lens.days(found)
            self._pan(way * max(1, self._window(days).days // _STEPS_A_WINDOW))

    def _pan(self, by: int) -> None:
        """Move the window by days; the words follow when it rests."""
        lens, found = self.lens, self._reader.known(self.lens)
        if found is None:
            return
        days = lens.days(found)
        before = self._window(days)
        self._last = before.last + by
        window = self._window(days)
        self._last = window.last
        if window == before:
            return
        self._draw_window(lens, window)
        self._show_steps(days, window)
        self._settled.start()

    def _show_steps(self, days: tuple[int, int] | None, window: Window) -> None:
        today = self.context.clock().date().toordinal()
        earlier = days is not None and window.first > days[0]
        panned = self.lens.panned
        self.head.show_steps(earlier=panned and earlier, later=panned and window.last < today)

    def show_example(self, *, wanted: bool) -> None:
        """Show the same of somebody invented, or go back to one's own."""
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
        if self._example:
            return
        if isinstance(behind, AboutPerson):
            self.show_about(behind.person_id)
        elif (place := place_behind(behind)) is not None:
            self.open_requested.emit(place)

    def _take_along(self) -> None:
        """Go and print or save what is on show; a copy is kept, as the page may show other days by then."""
        theme, head = Theme.on_paper(self.context.theme.root), self.head
        picture = self.lens.view.on_paper(theme, named=True)
        one = self.lens.by_person and not self._example and self._person() is not None
        about = head.whom.currentText() if one else ""
        self.open_requested.emit(places.TakeAlong(lambda: picture, about))

    def _remember_asked_from(self) -> None:
        """Whoever comes back from where this leads finds the keyboard where it was."""
        focus = QApplication.focusWidget()
        self._asked_from = focus if focus is not None and self.isAncestorOf(focus) else None

    def _go_to_numbers(self) -> None:
        person = None if self._example else self._person()
        bandwidth = int(self.head.smoothing.currentData())
        self.open_requested.emit(places.Numbers(person, bandwidth))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.context.notices.say(words.COPIED)
