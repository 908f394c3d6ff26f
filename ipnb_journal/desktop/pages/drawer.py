# SPDX-License-Identifier: MIT
"""The drawer: pages laid aside, each with the day it is gone for good and a way back until then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.notices import Choice, Question
from ipnb_journal.desktop.pages.page import Page, State
from ipnb_journal.desktop.places import Back, Drawer, OpenEntry
from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.columns import Columns
from ipnb_journal.desktop.widgets.drawer_row import DrawerRow
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.widgets.working import Working
from ipnb_journal.desktop.wording import history as words
from ipnb_journal.desktop.wording.errors import Words
from ipnb_journal.domain.entries import shown_title
from ipnb_journal.services import history

if TYPE_CHECKING:
    from datetime import datetime

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.domain.entries import Entry
    from ipnb_journal.errors import AppError
    from ipnb_journal.vault.vault import Vault

WIDTH = 674


class DrawerPage(Page):
    """Lists what lies in the drawer; what has lain there for 30 days is let go of on the way in."""

    topics: ClassVar[frozenset[str]] = frozenset({"entries"})
    help_key: ClassVar[str] = "history"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self.rows: list[DrawerRow] = []
        self._entries: tuple[Entry, ...] | None = None
        self.back = LinkButton(theme, words.BACK_TO_HISTORY, icon="arrow-left", ink="ink2")
        self.line = Text(theme, "hint", words.DRAWER_LINE, colour="ink2")
        self.working = Working(theme)
        self._list, self._column = QVBoxLayout(), QVBoxLayout()
        self._build()
        self.back.clicked.connect(lambda: self.open_requested.emit(Back()))
        theme.changed.connect(self._restyle)
        self._restyle()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        return (State("drawer", Drawer()),)

    def refresh(self) -> None:
        now = self.context.clock()

        def read(vault: Vault) -> tuple[Entry, ...]:
            history.empty_drawer(vault, now)
            return history.drawer(vault)

        self.context.runner.run(self, read, self._show, latest="drawer")

    def first_focus(self) -> QWidget | None:
        return self.rows[0].button if self.rows else self.back

    def reflow(self) -> None:
        self._restyle()

    def _build(self) -> None:
        theme, rows, body = self.context.theme, QWidget(), QWidget()
        inside = QVBoxLayout(rows)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.space(4))
        inside.addWidget(Text(theme, "h1", words.DRAWER_TITLE))
        inside.addWidget(self.line)
        inside.addWidget(self.working)
        inside.addSpacing(theme.space(12))
        self._list.setSpacing(0)
        inside.addLayout(self._list)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(Columns(theme, rows, width=WIDTH))
        self._column.addStretch(1)
        body.setLayout(self._column)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(theme, body))

    def _show(self, entries: tuple[Entry, ...]) -> None:
        if entries == self._entries:
            return
        self._entries = entries
        here = (at for at, row in enumerate(self.rows) if row.has_keyboard)
        focused = next(here, None)
        clear(self._list)
        self.rows = [self._row(entry, first=not at) for at, entry in enumerate(entries)]
        for row in self.rows:
            self._list.addWidget(row)
            row.show()
        self.line.setText(words.DRAWER_LINE if entries else words.DRAWER_EMPTY)
        if focused is not None:
            beside = self.rows[min(focused, len(self.rows) - 1)].button if self.rows else self.back
            beside.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, entry: Entry, *, first: bool) -> DrawerRow:
        now = self.context.clock()
        title = shown_title(entry.page) or words.UNNAMED_PAGE
        day = words.full_date(entry.page.about_day, now.date())
        since = entry.drawer_since or now
        last = history.last_day_in_drawer(since, now)
        gone = words.GONE_ON.format(day=words.full_date(last, now.date()))
        row = DrawerRow(self.context.theme, title, day, gone, first=first)
        row.opened.connect(lambda: self.open_requested.emit(OpenEntry(entry.id)))
        row.wanted_back.connect(partial(self._put_back, entry.id, since))
        row.let_go.connect(partial(self._ask_to_let_go, entry.id, title))
        return row

    def _put_back(self, entry_id: int, since: datetime) -> None:
        runner, notices = self.context.runner, self.context.notices

        def undo() -> None:
            runner.run(notices, lambda vault: history.move_to_drawer(vault, entry_id, since))

        runner.run(
            self,
            lambda vault: history.take_from_drawer(vault, entry_id),
            lambda _: notices.say(words.TAKEN_OUT, undo),
        )

    def _ask_to_let_go(self, entry_id: int, title: str) -> None:
        body = words.LET_GO_BODY.format(title=title)
        question = Question(
            Words(words.LET_GO_TITLE, body),
            (Choice("keep", words.KEEP_IN_DRAWER), Choice("let_go", words.LET_GO_FOR_GOOD)),
            danger="let_go",
        )

        def answered(key: str) -> None:
            if key == "let_go":
                self._let_go(entry_id)

        self.context.notices.ask(question, answered)

    def _let_go(self, entry_id: int) -> None:
        runner, notices = self.context.runner, self.context.notices

        def gone(swept: bool) -> None:
            self.working.end()
            notices.say(words.GONE if swept else words.GONE_SOON)

        def failed(error: AppError) -> None:
            self.working.end()
            notices.show_problem(error)

        # a journal of decades takes seconds to write anew
        self.working.begin(words.LETTING_GO)
        runner.run(self, lambda vault: history.let_go(vault, entry_id), gone, failed)

    def _restyle(self) -> None:
        space, around = self.context.theme.space, self.room_around()
        around.setTop(space(6))
        around.setBottom(space(32))
        self._column.setContentsMargins(around)
        self._column.setSpacing(space(10))
