# SPDX-License-Identifier: MIT
"""What a person notes on the time line in their own words ("moved house"), and when homework began."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_NOTE = 60


class EventKind(StrEnum):
    """What a note marks: something that happened, or the day homework began."""

    HAPPENED = "happened"
    HOMEWORK = "homework"


@dataclass(frozen=True, slots=True)
class EventNote:
    """A day and the person's own words for it, 1 to 60 characters on one line; nothing is read out of them.

    `id` 0 and `uid` "" while it is not kept yet. `made_at`: when it was written, None where that is not
    known.
    """

    id: int
    uid: str
    day: date
    text: str
    kind: EventKind = EventKind.HAPPENED
    made_at: datetime | None = None


class Noted(Protocol):
    """A picture with a time line: what the person noted on its days, and when homework began, if it did."""

    @property
    def notes(self) -> tuple[EventNote, ...]:
        """The person's own, oldest first."""
        ...

    @property
    def homework(self) -> EventNote | None:
        """The newest day homework began, where that lies among the days."""
        ...


def homework_began(notes: Iterable[EventNote]) -> EventNote | None:
    """The newest day homework began; a chart has one such line at most."""
    return max((note for note in notes if note.kind is EventKind.HOMEWORK), key=_when, default=None)


def _when(note: EventNote) -> tuple[date, int]:
    return note.day, note.id
