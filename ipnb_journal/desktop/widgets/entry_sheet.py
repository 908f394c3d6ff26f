# SPDX-License-Identifier: MIT
"""A page set down, on its sheet: what was asked, what was noticed, the words, what was taken along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.reading import Reading
from ipnb_journal.desktop.widgets.sheet import Rule, Sheet
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import history as words

if TYPE_CHECKING:
    from datetime import date

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.entries import Entry, Writing

MEASURE, SIDE_OF_SHEET = 632, 48
A_MINUTE = 60


class EntrySheet(Sheet):
    """Shows one entry; everything personal stands in plain-text parts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._page_theme = theme
        self._column = QVBoxLayout(self)

    def show_entry(self, entry: Entry, today: date) -> None:
        """Show `entry`; dates carry their year when it is not that of `today`."""
        clear(self._column)
        theme, page = self._page_theme, entry.page
        side, top = theme.space(SIDE_OF_SHEET), theme.space(36)
        self._column.setContentsMargins(side, top, side, top)
        self._column.setSpacing(theme.space(22))
        own = page.writing.title.strip() or (page.asked.title if page.asked else "")
        day = words.full_date(page.about_day, today)
        head = QVBoxLayout()
        head.setSpacing(theme.space(6))
        head.addWidget(Text(theme, "h1", own or day, measure=MEASURE))
        head.addWidget(Text(theme, "small", _when(entry, today, with_day=bool(own)), colour="ink2"))
        if page.asked is not None:
            head.addSpacing(theme.space(6))
            head.addWidget(Text(theme, "echo", page.asked.text, colour="ink2", measure=MEASURE))
        head.addSpacing(theme.space(10))
        head.addWidget(Rule(theme))
        self._column.addLayout(head)
        self._show_words(page.writing)
        if page.rest:
            self._column.addWidget(Text(theme, "ui", words.RESTED, colour="ink2"))
        self.setAccessibleName(own or day)

    def _show_words(self, writing: Writing) -> None:
        theme = self._page_theme
        if writing.is_blank:
            self._column.addWidget(Text(theme, "ui", words.NO_WORDS, colour="ink2"))
        noticed = ", ".join(
            (*writing.noticed, *((writing.notice.strip(),) if writing.notice.strip() else ()))
        )
        if noticed:
            self._part(words.NOTICED, noticed, "ui")
        if writing.body.strip():
            body = Reading(theme, words.WRITTEN)
            body.show_words(writing.body)
            self._column.addWidget(body)
        if writing.connect.strip():
            self._part(words.CONNECT, writing.connect, "reading")
        if writing.takeaway.strip():
            self._part(words.TAKEAWAY, writing.takeaway, "reading")

    def _part(self, name: str, text: str, role: str) -> None:
        theme, column = self._page_theme, QVBoxLayout()
        part = Reading(theme, name, role=role)
        part.show_words(text)
        column.setSpacing(theme.space(2))
        column.addWidget(Text(theme, "label", name, colour="ink2"))
        column.addWidget(part)
        self._column.addLayout(column)


def _when(entry: Entry, today: date, *, with_day: bool) -> str:
    written, changed = entry.written_at, entry.changed_at
    day, time = words.full_date(entry.page.about_day, today), words.clock_time(written)
    told = [day] if with_day else []
    if written.date() != entry.page.about_day:
        told.append(words.WRITTEN_AT.format(day=words.full_date(written.date(), today), time=time))
    else:
        told.append(time if with_day else words.WRITTEN_TIME.format(time=time))
    if (changed - written).total_seconds() > A_MINUTE:
        later = words.full_date(changed.date(), today)
        told.append(words.CHANGED_AT.format(day=later, time=words.clock_time(changed)))
    line = ", ".join(told)
    return line[0].upper() + line[1:]
