# SPDX-License-Identifier: MIT
"""Threads and ready weeks on sheets of their own: why, what is in them, and how far one is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import LinkButton, SecondaryButton
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.columns import Columns
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.sheet import Sheet
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import prompts
from ipnb_journal.desktop.wording import shelf as words
from ipnb_journal.desktop.wording.set_page import page_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.homework import Week
    from ipnb_journal.domain.prompts import Prompt
    from ipnb_journal.domain.threads import Thread
    from ipnb_journal.services.prompts import Following

MEASURE, SIDE, TOP = 620, 32, 26


class Sheets(QWidget):
    """A line of introduction, and one sheet below the other."""

    def __init__(self, theme: Theme, line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, theme.space(12), theme.space(40))
        self._column.setSpacing(theme.space(16))
        self._column.addWidget(Text(theme, "ui", line, colour="ink2", measure=MEASURE))
        self._host = QVBoxLayout()
        self._host.setSpacing(theme.space(16))
        self._column.addLayout(self._host)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(theme, body))

    def _sheet(self, title: str) -> tuple[Sheet, QVBoxLayout]:
        theme = self._theme
        sheet = Sheet(theme)
        sheet.setAccessibleName(title)
        column = QVBoxLayout(sheet)
        side, top = theme.space(SIDE), theme.space(TOP)
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(theme.space(6))
        column.addWidget(Text(theme, "list_title", title))
        self._host.addWidget(Columns(theme, sheet, width=MEASURE + 2 * SIDE))
        return sheet, column


class ThreadSheets(Sheets):
    """All threads. `followed`: follow the one with this id; `wanted`: see the prompt with this id."""

    followed = Signal(str)
    left = Signal()
    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.THREADS_LINE, parent)
        self.doing: dict[str, SecondaryButton] = {}

    def show_threads(
        self, threads: Sequence[Thread], known: Mapping[str, Prompt], following: Following | None
    ) -> None:
        """Show the threads; `known`: the prompts by id."""
        clear(self._host)
        self.doing = {}
        for thread in threads:
            own = following if following is not None and following.thread.id == thread.id else None
            self._add(thread, known, own)

    def _add(self, thread: Thread, known: Mapping[str, Prompt], own: Following | None) -> None:
        theme = self._theme
        _, column = self._sheet(thread.title)
        in_it = [known[id_] for id_ in thread.prompts if id_ in known]
        size = words.THREAD_COUNT.format(
            count=len(in_it), minutes=prompts.minutes(sum(prompt.minutes for prompt in in_it))
        )
        column.addWidget(Text(theme, "small", size, colour="ink2"))
        column.addWidget(Text(theme, "ui", thread.why, measure=MEASURE))
        for number, prompt in enumerate(in_it, 1):
            done = own is not None and prompt.id in own.done
            link = LinkButton(theme, f"{number}. {prompt.title}", icon="check" if done else "", ink="ink")
            link.setAccessibleDescription(words.about(prompt))
            link.clicked.connect(partial(self.wanted.emit, prompt.id))
            column.addWidget(link)
        if own is not None:
            told = words.THREAD_AT.format(done=len(own.done), count=len(in_it))
            column.addWidget(Text(theme, "small", told if own.next else words.THREAD_ENDED, colour="ink2"))
        column.addWidget(self._doing(thread, own))

    def _doing(self, thread: Thread, own: Following | None) -> QWidget:
        host = QWidget()
        row = FlowLayout(self._theme, host)
        going = own is not None and own.next is not None
        label = words.THREAD_LEAVE if going else words.THREAD_ANEW if own else words.THREAD_BEGIN
        button = SecondaryButton(self._theme, label, small=True)
        button.setAccessibleDescription(thread.title)
        button.clicked.connect(self.left if going else partial(self.followed.emit, thread.id))
        row.addWidget(button)
        self.doing[thread.id] = button
        return host


class WeekSheets(Sheets):
    """All ready weeks, to read."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.WEEKS_LINE, parent)

    def show_weeks(self, weeks: Sequence[Week], known: Mapping[str, Prompt]) -> None:
        """Show the weeks; `known`: the prompts by id."""
        clear(self._host)
        titles, told = {id_: prompt.title for id_, prompt in known.items()}, page_words()
        for week in weeks:
            theme = self._theme
            _, column = self._sheet(week.title)
            column.addWidget(Text(theme, "small", told.week_about(week), colour="ink2"))
            column.addWidget(Text(theme, "ui", week.why, measure=MEASURE))
            for number in range(1, len(week.days) + 1):
                line = f"{told.day(number)}. {told.day_line(week, number, titles)}"
                column.addWidget(Text(theme, "ui", line, measure=MEASURE))
            column.addSpacing(theme.space(6))
            column.addWidget(Text(theme, "label", words.WEEK_REVIEW, colour="ink2"))
            for question in week.review_questions:
                column.addWidget(Text(theme, "ui", question, measure=MEASURE))
            column.addWidget(Text(theme, "small", words.WEEK_AGREED, colour="ink2", measure=MEASURE))
