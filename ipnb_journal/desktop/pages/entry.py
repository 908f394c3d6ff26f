# SPDX-License-Identifier: MIT
"""One page that was set down: read it, change it, see its earlier versions, lay it in the drawer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.pages.page import Command, Page, State
from ipnb_journal.desktop.places import Back, OpenEntry, Place, Versions, Write
from ipnb_journal.desktop.widgets.buttons import LinkButton, QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.entry_aside import EarlierVersions, EntryFacts, PlacedCircles, Sealing
from ipnb_journal.desktop.widgets.entry_sheet import MEASURE, SIDE_OF_SHEET, EntrySheet
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import history as words
from ipnb_journal.services import checkins, history, on_this_day, people

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.domain.checkins import CheckIn
    from ipnb_journal.domain.entries import Entry, Version
    from ipnb_journal.domain.people import Person
    from ipnb_journal.errors import AppError
    from ipnb_journal.vault.vault import Vault

SIDE = 252
_NO_LIMIT = 16_777_215

_Read = tuple["Entry", tuple["Version", ...], dict[int, "Person"], "CheckIn | None"]


class EntryPage(Page):
    """Reads one page; changing it opens the writing page, and every change keeps the earlier words."""

    topics: ClassVar[frozenset[str]] = frozenset({"entries", "people", "checkins"})
    help_key: ClassVar[str] = "history"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._entry_id = 0
        self._since: datetime | None = None
        theme = context.theme
        self.back = LinkButton(theme, words.BACK, icon="arrow-left", ink="ink2")
        self.sheet = EntrySheet(theme)
        self.change = SecondaryButton(theme, words.CHANGE, icon="pen-line")
        self.drawer = QuietButton(theme, words.TO_DRAWER)
        self.take_out = SecondaryButton(theme, words.TAKE_OUT)
        self.lies_in_drawer = Text(theme, "small", "", colour="ink2")
        self.facts, self.sealing, self.earlier = EntryFacts(theme), Sealing(theme), EarlierVersions(theme)
        self.circles = PlacedCircles(theme)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.back.clicked.connect(lambda: self.open_requested.emit(Back()))
        self.change.clicked.connect(lambda: self.open_requested.emit(Write(entry_id=self._entry_id)))
        self.drawer.clicked.connect(self._move_to_drawer)
        self.take_out.clicked.connect(self._take_out)
        self.sealing.wanted.connect(self._seal)
        self.earlier.wanted.connect(self._open_version)
        theme.changed.connect(self.reflow)
        theme.changed.connect(self.refresh)
        self.reflow()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        circles = State("entry-circles", OpenEntry(7))
        return (State("entry", OpenEntry(1)), State("entry-changed", OpenEntry(16)), circles)

    def arrive(self, place: Place) -> None:
        if isinstance(place, OpenEntry):
            if place.entry_id != self._entry_id:
                self._scroll.verticalScrollBar().setValue(0)
            self._entry_id = place.entry_id
        self.refresh()

    def refresh(self) -> None:
        wanted = self._entry_id
        if not wanted:
            return

        def read(vault: Vault) -> _Read:
            known = {
                count.person.id: count.person for count in people.all_people(vault) if not count.person.hidden
            }
            placed = checkins.of_entry(vault, wanted)
            if placed is not None and placed.person_id not in {None, *known}:
                # about somebody hidden
                placed = None
            return history.entry(vault, wanted), history.versions(vault, wanted), known, placed

        self.context.runner.run(self, read, self._show, latest="entry")

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        return {} if self._since is not None else {Command.TO_DRAWER: self._move_to_drawer}

    def reflow(self) -> None:
        theme, across = self.context.theme, self.columns
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        )
        self._row.setSpacing(theme.space(40))
        # as wide as its words, so that title and words begin at one line
        self._main.setMaximumWidth(theme.px(MEASURE) + 2 * theme.space(SIDE_OF_SHEET) + 2)
        around = self.room_around()
        around.setTop(theme.space(6))
        around.setBottom(theme.space(96))
        self._whole.setContentsMargins(around)
        self._whole.setSpacing(theme.space(10))
        for aside in (self.facts, self.circles, self.sealing, self.earlier):
            aside.setMinimumWidth(theme.px(SIDE) if across else 0)
            aside.setMaximumWidth(theme.px(SIDE) if across else _NO_LIMIT)

    def _build(self) -> None:
        theme = self.context.theme
        buttons = FlowLayout(theme, gap=10)
        for part in (self.change, self.drawer, self.take_out, self.lies_in_drawer):
            buttons.addWidget(part)
        self._main, side, body = QWidget(), QVBoxLayout(), QWidget()
        main = QVBoxLayout(self._main)
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(theme.space(20))
        main.addWidget(self.sheet)
        main.addLayout(buttons)
        main.addStretch(1)
        side.setSpacing(theme.space(24))
        side.addWidget(self.facts)
        side.addWidget(self.circles)
        side.addWidget(self.sealing)
        side.addWidget(self.earlier)
        side.addStretch(1)
        self._row.addWidget(self._main, 1)
        self._row.addLayout(side)
        self._row.addStretch(0)
        self._whole = whole = QVBoxLayout(body)
        whole.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addLayout(self._row)
        whole.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(theme, body)
        outer.addWidget(self._scroll)

    def _show(self, read: _Read) -> None:
        entry, versions, known, placed = read
        today = self.context.clock().date()
        self._since = entry.drawer_since
        drawn, held = self._since is not None, self.take_out.hasFocus()
        self.sheet.show_entry(entry, today)
        self.setAccessibleName(self.sheet.accessibleName())
        self.facts.show_facts(entry, [known[number] for number in entry.page.people if number in known])
        other = known.get(placed.person_id or 0) if placed is not None else None
        self.circles.show_circles(placed.circles if placed else None, other.label if other else "")
        self.sealing.show_entry(entry)
        self.earlier.show_versions(() if drawn else versions, today)
        self.change.setVisible(not drawn)
        self.drawer.setVisible(not drawn)
        self.take_out.setVisible(drawn)
        self.lies_in_drawer.setVisible(drawn)
        if self._since is not None:
            last = history.last_day_in_drawer(self._since, self.context.clock())
            self.lies_in_drawer.setText(words.IN_THE_DRAWER.format(day=words.full_date(last, today)))
        if held and not drawn:
            self.change.setFocus()
        self.commands_changed.emit()

    def _take_out(self) -> None:
        wanted, since = self._entry_id, self._since
        runner, notices = self.context.runner, self.context.notices

        def undo() -> None:
            if since is not None:
                runner.run(notices, lambda vault: history.move_to_drawer(vault, wanted, since))

        def taken(_: object) -> None:
            notices.say(words.TAKEN_OUT, undo)

        runner.run(self, lambda vault: history.take_from_drawer(vault, wanted), taken)

    def _seal(self, sealed: bool) -> None:
        wanted, runner, notices = self._entry_id, self.context.runner, self.context.notices

        def undo() -> None:
            runner.run(notices, partial(on_this_day.seal, entry_id=wanted, sealed=not sealed))

        def done(_: object) -> None:
            notices.say(words.SEALED if sealed else words.UNSEALED, undo)

        runner.run(self, partial(on_this_day.seal, entry_id=wanted, sealed=sealed), done, self._not_sealed)

    def _not_sealed(self, error: AppError) -> None:
        self.context.notices.show_problem(error)
        self.refresh()

    def _open_version(self, version_id: int | None) -> None:
        self.open_requested.emit(Versions(self._entry_id, version_id))

    def _move_to_drawer(self) -> None:
        wanted, now = self._entry_id, self.context.clock()
        runner, notices = self.context.runner, self.context.notices

        def undo() -> None:
            runner.run(notices, lambda vault: history.take_from_drawer(vault, wanted))

        def moved(_: object) -> None:
            notices.say(words.IN_DRAWER, undo)
            self.open_requested.emit(Back())

        runner.run(self, lambda vault: history.move_to_drawer(vault, wanted, now), moved)
