# SPDX-License-Identifier: MIT
"""History as lines to show: month headings, pages and check-ins with the people's labels filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording import history as words
from ipnb_journal.domain.people import Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipnb_journal.services.history import HistoryRow

Hits = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The month that the lines below it belong to."""

    words: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One page or check-in. `hits` are (start, length) ranges to highlight; `note` is one muted fact.

    `answered`: how much of a check-in was answered, "" for a page.
    """

    id: int
    is_entry: bool
    day: date
    day_words: str
    title: str
    title_hits: Hits
    snippet: str
    hits: Hits
    people: tuple[Person, ...]
    note: str
    answered: str

    @property
    def key(self) -> tuple[bool, int]:
        """What tells this page or check-in from every other."""
        return self.is_entry, self.id


Line = Heading | HistoryLine


def history_lines(
    rows: Iterable[HistoryRow], people: Mapping[int, Person], today: date, after: date | None = None
) -> list[Line]:
    """The rows as lines, a heading before each new month; `after` is the day of the line above."""
    lines: list[Line] = []
    month = None if after is None else (after.year, after.month)
    for row in rows:
        if (row.day.year, row.day.month) != month:
            month = (row.day.year, row.day.month)
            lines.append(Heading(words.month_heading(row.day, today)))
        lines.append(_line(row, people, today))
    return lines


def spoken(line: Line) -> str:
    """A line as a screen reader says it."""
    if isinstance(line, Heading):
        return line.words
    labels = (person.label for person in line.people)
    return words.spoken_row(line.day, line.title, labels, line.answered or line.snippet)


def _line(row: HistoryRow, people: Mapping[int, Person], today: date) -> HistoryLine:
    known = tuple(people[number] for number in row.people if number in people and not people[number].hidden)
    title, answered = row.title or words.UNNAMED_PAGE, ""
    if row.checkin is not None:
        title, answered = words.CHECK_IN, words.answered(len(row.checkin.answers))
    note = words.WRITTEN_LATER.format(day=words.row_date(row.at.date())) if row.written_later else ""
    return HistoryLine(
        id=row.id,
        is_entry=row.checkin is None,
        day=row.day,
        day_words=words.row_date(row.day),
        title=title,
        title_hits=row.title_hits,
        snippet=row.snippet.text,
        hits=row.snippet.hits,
        people=known,
        note=note,
        answered=answered,
    )
