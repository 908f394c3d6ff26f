# SPDX-License-Identifier: MIT
"""Everything written and checked in: search as you type, by kind, by person, by day."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ipnb_journal.desktop.models.history import HistoryLine, Line, history_lines, spoken
from ipnb_journal.desktop.models.rows import Rows
from ipnb_journal.desktop.pages.page import Command, Page, State
from ipnb_journal.desktop.places import Drawer, History, OpenEntry, Place, Write
from ipnb_journal.desktop.widgets.buttons import LinkButton, PrimaryButton, QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.chips import ChipGroup
from ipnb_journal.desktop.widgets.empty import EmptyState
from ipnb_journal.desktop.widgets.entry_list import EntryList, EntryRow, EntryRowDelegate, Index
from ipnb_journal.desktop.widgets.history_aside import MonthKey, MoreFilters, PeopleFilter
from ipnb_journal.desktop.widgets.month import MonthGrid
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.search_field import SearchField
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import history as words
from ipnb_journal.services import history
from ipnb_journal.services.history import HistoryFilter, HistoryKind
from ipnb_journal.services.history import HistoryPage as Found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.domain.people import Person
    from ipnb_journal.services.history import DayMark, Surroundings
    from ipnb_journal.vault.vault import Vault

SIDE, BESIDE = 250, 560
ROW_INSET = 8
TYPING_MILLISECONDS = 150
PAGE = 50
_NO_LIMIT = 16_777_215
_KINDS = (
    (HistoryKind.EVERYTHING, words.EVERYTHING),
    (HistoryKind.WRITTEN, words.WRITTEN),
    (HistoryKind.CHECKINS, words.CHECK_INS),
)


class HistoryPage(Page):
    """The list with its search field and chips; month, people and more filters beside it."""

    topics: ClassVar[frozenset[str]] = frozenset({"entries", "checkins", "people"})
    help_key: ClassVar[str] = "history"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._people: dict[int, Person] = {}
        self._day: date | None = None
        self._until: date | None = None
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
        self.picked = Text(theme, "ui_strong", "", wrap=False)
        self.all_days = LinkButton(theme, words.ALL_DAYS)
        self._aside_shown = False
        self._shown: HistoryFilter | None = None
        self._row, self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight), QVBoxLayout()
        self._filters = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._stack, self._found = QStackedWidget(), QStackedWidget()
        self._build()
        self._connect()
        self._pick_day(None)
        self.reflow()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        return (
            State("history", History()),
            State("history-search", History(text="tight")),
            State("history-nothing", History(text="zzzz")),
        )

    def arrive(self, place: Place) -> None:
        if isinstance(place, History) and (place.text or place.day or place.theme):
            self.search.set_text(place.text)
            self.more.narrow(place.theme)
            if place.theme:
                self.kinds.choose([HistoryKind.WRITTEN])
            self._pick_day(place.day, place.until)
            self._turn(False)
        self.month.set_today(self.context.clock().date())
        self.refresh()

    def refresh(self) -> None:
        self.context.runner.run(self, history.surroundings, self._show_surroundings, latest="history-around")
        self._read_month(self.month.day.year, self.month.day.month)
        self._ask()

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        return {Command.SEARCH: self.search.take_focus}

    def first_focus(self) -> QWidget | None:
        return self.list if self.list.currentIndex().isValid() else self.search.line

    def reflow(self) -> None:
        theme, across, around = self.context.theme, self.columns, self.room_around()
        ways = QBoxLayout.Direction
        around.setTop(theme.space(14))
        around.setLeft(around.left() - theme.space(ROW_INSET))
        self._row.setContentsMargins(around)
        self._row.setDirection(ways.LeftToRight if across else ways.TopToBottom)
        self._row.setSpacing(theme.space(44 if across else 20))
        self._side.setMinimumWidth(theme.px(SIDE) if across else 0)
        self._side.setMaximumWidth(theme.px(SIDE) if across else _NO_LIMIT)
        inset = theme.space(ROW_INSET)
        self._head.setContentsMargins(inset, 0, inset, 0)
        self._aside_halves.setContentsMargins(0 if across else inset, 0, 0, theme.space(16))
        self._aside_halves.setSpacing(theme.space(20 if across else 40))
        self._turn(self._aside_shown and not across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_aside()

    def _build(self) -> None:
        theme = self.context.theme
        main, side = QWidget(), QWidget()
        self._build_main(QVBoxLayout(main))
        self._build_side(side)
        self._side = Scroll(theme, side)
        self._row.addWidget(main)
        self._row.addWidget(self._side)
        filled = QWidget()
        filled.setLayout(self._row)
        self.begin = PrimaryButton(theme, words.EMPTY_BEGIN, icon="pen-line")
        self.begin.clicked.connect(lambda: self.open_requested.emit(Write()))
        # with every page in the drawer there would be no other way to it
        self.only_drawer = QuietButton(theme, words.THE_DRAWER)
        self.empty = EmptyState(theme, words.EMPTY_TITLE, words.EMPTY_BODY, [self.begin, self.only_drawer])
        self._stack.addWidget(filled)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _build_main(self, column: QVBoxLayout) -> None:
        theme = self.context.theme
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(6))
        self._head.setSpacing(theme.space(12))
        self._head.addWidget(self.search)
        told = QHBoxLayout()
        told.setSpacing(theme.space(12))
        told.addWidget(self.tally, 1, Qt.AlignmentFlag.AlignVCenter)
        told.addWidget(self.aside, 0, Qt.AlignmentFlag.AlignVCenter)
        self._filters.setSpacing(theme.space(10))
        self._filters.addWidget(self.kinds, 1)
        self._filters.addLayout(told)
        self._head.addLayout(self._filters)
        of_day = QHBoxLayout()
        of_day.setSpacing(theme.space(16))
        of_day.addWidget(self.picked)
        of_day.addWidget(self.all_days)
        of_day.addStretch(1)
        self._head.addLayout(of_day)
        column.addLayout(self._head)
        self._found.addWidget(self.list)
        self._found.addWidget(self.nothing)
        column.addWidget(self._found, 1)

    def _build_side(self, side: QWidget) -> None:
        """The month, and what else narrows the list: below each other, or beside where that fits."""
        theme = self.context.theme
        self._aside_halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, side)
        days, others = QVBoxLayout(), QVBoxLayout()
        days.setSpacing(theme.space(6))
        days.addWidget(self.month)
        days.addWidget(MonthKey(theme))
        days.addStretch(1)
        others.setSpacing(theme.space(20))
        others.addWidget(self.people)
        others.addWidget(self.more)
        others.addWidget(self.drawer, 0, Qt.AlignmentFlag.AlignLeft)
        others.addStretch(1)
        self._aside_halves.addLayout(days)
        self._aside_halves.addLayout(others, 1)

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
        self.aside.clicked.connect(lambda: self._turn(not self._aside_shown))
        self.all_days.clicked.connect(lambda: self._on_day_picked(None))
        for drawer in (self.drawer, self.only_drawer):
            drawer.clicked.connect(lambda: self.open_requested.emit(Drawer()))
        self.context.theme.changed.connect(self.reflow)

    def _wanted(self) -> HistoryFilter:
        [kind] = self.kinds.chosen() or (HistoryKind.EVERYTHING,)
        return HistoryFilter(
            text=self.search.text(),
            kind=HistoryKind(str(kind)),
            people=self.people.chosen,
            theme=self.more.theme,
            day=self._day,
            tag=self.more.tag,
            until=self._until,
        )

    def _ask(self) -> None:
        self._typing.stop()
        wanted = self._wanted()
        limit = max(PAGE, len(self.model.rows)) if wanted == self._shown else PAGE

        def read(vault: Vault) -> tuple[Found, int]:
            found = history.page_of(vault, wanted, None, limit)
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
        with self._place_kept(same=wanted == self._shown):
            self.model.set_rows(lines, more=found.next is not None)
        self._shown = wanted
        self.tally.setText(words.found(number, text) if text and lines else "")
        self._fold_aside()
        self.nothing.say("", words.nothing_found(text))
        self._found.setCurrentWidget(self.list if lines else self.nothing)

    @contextmanager
    def _place_kept(self, *, same: bool) -> Iterator[None]:
        """Keep the row and the stretch that were on show, where the `same` was asked for again."""
        index, bar = self.list.currentIndex(), self.list.verticalScrollBar()
        was, at = self.model.row_at(index), bar.value()
        yield
        if not same:
            return
        if isinstance(was, HistoryLine):
            self._stand_at(was.key, index.row())
        self.list.doItemsLayout()
        bar.setValue(at)

    def _stand_at(self, key: tuple[bool, int], row: int) -> None:
        """Back to a row by its key; where it is gone, to the one that took its place."""
        lines = [(n, it.key) for n, it in enumerate(self.model.rows) if isinstance(it, HistoryLine)]
        found = next((n for n, its in lines if its == key), None)
        if found is None and lines:
            found = min((n for n, _ in lines), key=lambda n: (abs(n - row), n < row))
        if found is not None:
            self.list.setCurrentIndex(self.model.index(found))
        elif self.list.hasFocus():
            self.search.line.setFocus()

    def _show_more(self, found: Found) -> None:
        self._next = found.next
        last = next((line for line in reversed(self.model.rows) if isinstance(line, HistoryLine)), None)
        above = last.day if last is not None else None
        lines = history_lines(found.rows, self._people, self.context.clock().date(), above)
        self.model.append_rows(lines, more=found.next is not None)

    def _show_surroundings(self, around: Surroundings) -> None:
        self._people = {count.person.id: count.person for count in around.people}
        self.people.show_people(around.people)
        self.more.show_choices(around.themes, around.tags)
        for drawer in (self.drawer, self.only_drawer):
            drawer.setVisible(around.drawn > 0)
        self._stack.setCurrentIndex(0 if around.anything else 1)

    def _read_month(self, year: int, month: int) -> None:
        def show(marks: Mapping[date, DayMark]) -> None:
            self.month.set_marks(marks)

        self.context.runner.run(self, lambda vault: history.month(vault, year, month), show, latest="month")

    def _on_day_picked(self, day: date | None) -> None:
        again = day == self._day and self._until is None
        self._pick_day(None if again else day)
        self._turn(False)
        self._ask()

    def _pick_day(self, day: date | None, until: date | None = None) -> None:
        self._day, self._until = day, until if until != day else None
        self.month.set_picked(day)
        if self.all_days.hasFocus() and day is None:
            self.search.line.setFocus()
        for part in (self.picked, self.all_days):
            part.setVisible(day is not None)
        if day is not None:
            self.picked.setText(words.days_picked(day, self._until, self.context.clock().date()))
            self.month.show_day(day)

    def _turn(self, aside: bool) -> None:
        """Where there is room for one column only: show the list, or what stands beside it."""
        self._aside_shown = aside
        if not aside and not self.columns and self._side.isAncestorOf(self.focusWidget() or self.aside):
            self.aside.setFocus()
        self._found.setVisible(self.columns or not aside)
        self._side.setVisible(self.columns or aside)
        self._row.setStretch(0, int(self.columns or not aside))
        self._row.setStretch(1, int(aside))
        self.aside.setVisible(not self.columns)
        self.aside.setText(words.BACK_TO_LIST if aside else words.BY_DAY_OR_PERSON)
        self._fold_aside()

    def _fold_aside(self) -> None:
        ways, theme = QBoxLayout.Direction, self.context.theme
        beside = not self.columns and self.width() >= theme.px(BESIDE) + theme.space(96)
        self._aside_halves.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        around = self.room_around()
        room = self.width() - around.left() - around.right()
        told = sum(part.sizeHint().width() + theme.space(12) for part in (self.kinds, self.tally, self.aside))
        self._filters.setDirection(ways.LeftToRight if self.columns or told <= room else ways.TopToBottom)

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
