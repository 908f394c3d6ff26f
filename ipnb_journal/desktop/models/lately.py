# SPDX-License-Identifier: MIT
"""What happened lately as lines to show: a day, a title, who it is about, and a few plain facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording import dates
from ipnb_journal.desktop.wording import today as words
from ipnb_journal.desktop.wording.names import reading_names
from ipnb_journal.domain.people import Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipnb_journal.services.history import HistoryRow


@dataclass(frozen=True, slots=True)
class LatelyLine:
    """One line of Lately. `kind` is "entry" or "checkin"; `id` is that entry's or check-in's."""

    kind: str
    id: int
    day: date
    day_words: str
    title: str
    people: tuple[Person, ...]
    facts: str

    @property
    def spoken(self) -> str:
        """The whole line as a screen reader says it."""
        names = reading_names(tuple(person.label for person in self.people))
        return ", ".join(part for part in (dates.long_date(self.day), self.title, names, self.facts) if part)


def lately_lines(
    rows: Iterable[HistoryRow], people: Mapping[int, Person], today: date
) -> tuple[LatelyLine, ...]:
    """The rows as lines; a person who is no longer known or was hidden is left out."""
    return tuple(_line(row, people, today) for row in rows)


def _line(row: HistoryRow, people: Mapping[int, Person], today: date) -> LatelyLine:
    known = tuple(people[number] for number in row.people if number in people and not people[number].hidden)
    checked_in = row.kind == "checkin"
    unnamed = words.CHECKED_IN if checked_in else words.UNNAMED_PAGE
    return LatelyLine(
        kind=str(row.kind),
        id=row.id,
        day=row.day,
        day_words=dates.short_date(row.day, today),
        title=row.title or unnamed,
        people=known,
        facts=_facts(row, checked_in=checked_in),
    )


def _facts(row: HistoryRow, *, checked_in: bool) -> str:
    if checked_in:
        return "" if row.people else words.IN_GENERAL
    told = [words.WRITTEN_LATER if row.written_later else words.WRITTEN]
    theme = words.theme_words(row.theme)
    if theme:
        told.append(words.ABOUT_THEME.format(theme=theme))
    return ", ".join(told)
