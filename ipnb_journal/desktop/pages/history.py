# SPDX-License-Identifier: MIT
"""Everything written and checked in: search as you type, by kind, by person, by day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ipnb_journal.desktop.models.history import HistoryLine, Line, history_lines, spoken
from ipnb_journal.desktop.models.rows import Rows
from ipnb_journal.desktop.pages.page import Command, Page, State
from ipnb_journal.desktop.places import Drawer, History, OpenEntry, Place, Write
from ipnb_journal.desktop.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from ipnb_journal.desktop.widgets.chips import ChipGroup
from ipnb_journal.desktop.widgets.empty import EmptyState
from ipnb_journal.desktop.widgets.entry_list import EntryList, EntryRow, EntryRowDelegate, Index
from ipnb_journal.desktop.widgets.history_aside import MoreFilters, PeopleFilter
from ipnb_journal.desktop.widgets.month import MonthGrid
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.search_field import SearchField
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import history as words
from ipnb_journal.services import checkins, history, people
from ipnb_journal.services.history import HistoryFilter, HistoryKind
from ipnb_journal.services.history import HistoryPage as Found
from ipnb_journal.services.people import PersonCount

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtCore import QModelIndex

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.domain.people import Person
    from ipnb_journal.services.history import DayMark
    from ipnb_journal.vault.vault import Vault

SIDE = 250
TYPING_MILLISECONDS = 150
_NO_LIMIT = 16_777_215
_KINDS = (
    (HistoryKind.EVERYTHING, words.EVERYTHING),
    (HistoryKind.WRITTEN, words.WRITTEN),
    (HistoryKind.CHECKINS, words.CHECK_INS),
)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What stands around the list: who there is, what can be filtered by, whether there is anything."""

    people: tuple[PersonCount, ...]
    themes: Mapping[str, int]
    tags: Mapping[str, int]
    anything: bool
    drawn: int


class HistoryPage(Page):
    """The list with its search field and chips; month, people and more filters beside it."""

    topics: ClassVar[frozenset[str]] = frozenset({"entries", "checkins", "people"})
    help_key: ClassVar[str] = "history"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._people: dict[int, Person] = {}
        self._day: date | None = None
        self._next: int | None = None
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MILLISECONDS)
        self.search = SearchField(theme, words.SEARCH_NAME, words.SEARCH_PLACEHOLDER)
        self.kinds = ChipGroup(theme, _KINDS, single=True, small=True, name=words.FILTERS_NAME)
        self.kinds.choose([HistoryKind.EVERYTHING])
        self.tally = Text(theme, "small", "", colour="ink2", wrap=False)
        self.model: Rows[Line] = Rows(spoken, self, selectable=lambda line: isinstance(line, HistoryLine))
        self.list = EntryList(theme)
        self.list.setAccessibleName(words.LIST_NAME)
        self.list.setItemDelegate(EntryRowDelegate(theme, self._row_at, self.list))
        self.list.setModel(self.model)
        self.nothing = EmptyState(theme, "", "", net=None)
        self.month = MonthGrid(theme, context.clock().date())
        self.people, self.more = PeopleFilter(theme), MoreFilters(theme)
        self.drawer = LinkButton(theme, words.THE_DRAWER)
        self.aside = SecondaryButton(theme, words.BY_DAY_OR_PERSON, small=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._stack, self._found = QStackedWidget(), QStackedWidget()
        self._build()
        self._connect()
        self.reflow()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        return (
            State("history", History()),
            State("history-search", History(text="tight")),
            State("history-nothing", History(text="zzzz")),
        )

    def arrive(self, place: Place) -> None:
        if isinstance(place, History) and (place.text or place.day):
            self.search.set_text(place.text)
            self._pick_day(place.day)
        self.month.set_today(self.context.clock().date())
        self.refresh()

    def refresh(self) -> None:
        self.context.runner.run(self, _read_surroundings, self._show_surroundings, latest="history-around")
        self._read_month(self.month.day.year, self.month.day.month)
        self._ask()

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        return {Command.SEARCH: self.search.take_focus}

    def first_focus(self) -> QWidget | None:
        return self.search.line

    def reflow(self) -> None:
        theme, across = self.context.theme, self.columns
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        )
        self._row.setSpacing(theme.space(52 if across else 24))
        self._side.setMinimumWidth(theme.px(SIDE) if across else 0)
        self._side.setMaximumWidth(theme.px(SIDE) if across else _NO_LIMIT)
        self.aside.setVisible(not across)
        self._turn(False)

    def _build(self) -> None:
        theme = self.context.theme
        main, side = QWidget(), QWidget()
        self._build_main(QVBoxLayout(main))
        self._build_side(QVBoxLayout(side))
        self._side = Scroll(theme, side)
        self._row.addWidget(main, 1)
        self._row.addWidget(self._side)
        filled = QWidget()
        filled.setLayout(self._row)
        self._row.setContentsMargins(theme.space(40), theme.space(14), theme.space(40), 0)
        self.begin = PrimaryButton(theme, words.EMPTY_BEGIN, icon="pen-line")
        self.begin.clicked.connect(lambda: self.open_requested.emit(Write()))
        self.empty = EmptyState(theme, words.EMPTY_TITLE, words.EMPTY_BODY, [self.begin])
        self._stack.addWidget(filled)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _build_main(self, column: QVBoxLayout) -> None:
        theme = self.context.theme
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(12))
        column.addWidget(self.search)
        filters = QHBoxLayout()
        filters.addWidget(self.kinds, 1, Qt.AlignmentFlag.AlignVCenter)
        filters.addWidget(self.tally, 0, Qt.AlignmentFlag.AlignVCenter)
        filters.addWidget(self.aside, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(filters)
        self._found.addWidget(self.list)
        self._found.addWidget(self.nothing)
        column.addWidget(self._found, 1)

    def _build_side(self, column: QVBoxLayout) -> None:
        theme = self.context.theme
        column.setContentsMargins(0, 0, 0, theme.space(16))
        column.setSpacing(theme.space(20))
        for part in (self.month, self.people, self.more):
            column.addWidget(part)
        column.addWidget(self.drawer, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _connect(self) -> None:
        self._typing.timeout.connect(self._ask)
        self.search.edited.connect(lambda _: self._typing.start())
        self.search.cleared.connect(self._ask)
        self.search.submitted.connect(self._enter_list)
        self.kinds.changed.connect(self._ask)
        self.people.changed.connect(self._ask)
        self.more.changed.connect(self._ask)
        self.month.day_picked.connect(self._on_day_picked)
        self.month.month_changed.connect(self._read_month)
        self.model.more_wanted.connect(self._ask_for_more)
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        self.aside.clicked.connect(lambda: self._turn(self._side.isHidden()))
        self.drawer.clicked.connect(lambda: self.open_requested.emit(Drawer()))

    def _wanted(self) -> HistoryFilter:
        [kind] = self.kinds.chosen() or (HistoryKind.EVERYTHING,)
        return HistoryFilter(
            text=self.search.text(),
            kind=HistoryKind(str(kind)),
            people=self.people.chosen,
            theme=self.more.theme,
            day=self._day,
            tag=self.more.tag,
        )

    def _ask(self) -> None:
        self._typing.stop()
        wanted = self._wanted()

        def read(vault: Vault) -> tuple[Found, int]:
            found = history.page_of(vault, wanted)
            return found, history.count(vault, wanted) if wanted.text.strip() else 0

        self.context.runner.run(self, read, partial(self._show_found, wanted), latest="history")

    def _ask_for_more(self) -> None:
        wanted, after = self._wanted(), self._next
        self.context.runner.run(
            self, lambda vault: history.page_of(vault, wanted, after), self._show_more, latest="history"
        )

    def _show_found(self, wanted: HistoryFilter, read: tuple[Found, int]) -> None:
        found, number = read
        text = wanted.text.strip()
        self._next = found.next
        lines = history_lines(found.rows, self._people, self.context.clock().date())
        self.model.set_rows(lines, more=found.next is not None)
        self.tally.setText(words.found(number, text) if text and lines else "")
        self.nothing.say("", words.nothing_found(text))
        self._found.setCurrentWidget(self.list if lines else self.nothing)

    def _show_more(self, found: Found) -> None:
        self._next = found.next
        last = next((line for line in reversed(self.model.rows) if isinstance(line, HistoryLine)), None)
        above = last.day if last is not None else None
        lines = history_lines(found.rows, self._people, self.context.clock().date(), above)
        self.model.append_rows(lines, more=found.next is not None)

    def _show_surroundings(self, around: _Surroundings) -> None:
        self._people = {count.person.id: count.person for count in around.people}
        self.people.show_people(around.people)
        self.more.show_choices(around.themes, around.tags)
        self.drawer.setVisible(around.drawn > 0)
        self._stack.setCurrentIndex(0 if around.anything else 1)

    def _read_month(self, year: int, month: int) -> None:
        def show(marks: Mapping[date, DayMark]) -> None:
            self.month.set_marks(marks)

        self.context.runner.run(self, lambda vault: history.month(vault, year, month), show, latest="month")

    def _on_day_picked(self, day: date) -> None:
        self._pick_day(None if day == self._day else day)
        self._ask()

    def _pick_day(self, day: date | None) -> None:
        self._day = day
        self.month.set_picked(day)
        if day is not None:
            self.month.show_day(day)

    def _turn(self, aside: bool) -> None:
        """Where there is room for one column only: show the list, or what stands beside it."""
        self._found.setVisible(self.columns or not aside)
        self._side.setVisible(self.columns or aside)
        self.aside.setText(words.BACK_TO_LIST if aside else words.BY_DAY_OR_PERSON)

    def _row_at(self, index: Index) -> EntryRow:
        line = self.model.row_at(index)
        if isinstance(line, HistoryLine):
            people = tuple((person.mark, person.label) for person in line.people)
            return EntryRow(
                line.day_words,
                line.title,
                line.snippet,
                line.title_hits,
                line.hits,
                people,
                line.note,
                beside=line.answered,
            )
        return EntryRow(heading=line.words if line is not None else "")

    def _enter_list(self) -> None:
        first = next((at for at, line in enumerate(self.model.rows) if isinstance(line, HistoryLine)), None)
        if first is not None:
            self.list.setCurrentIndex(self.model.index(first))
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, index: QModelIndex) -> None:
        line = self.model.row_at(index)
        if isinstance(line, HistoryLine) and line.is_entry:
            self.open_requested.emit(OpenEntry(line.id))


def _read_surroundings(vault: Vault) -> _Surroundings:
    anything = bool(history.lately(vault, 1)) or checkins.count(vault) > 0
    return _Surroundings(
        people.all_people(vault),
        history.themes(vault),
        history.tags(vault),
        anything,
        len(history.drawer(vault)),
    )
