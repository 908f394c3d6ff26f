# SPDX-License-Identifier: MIT
"""What was answered about each person, read in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain.checkin_scores import circle_days, day_values
from ipnb_journal.domain.readings import SHOWN, Readings
from ipnb_journal.domain.relationships import Everybody, Relationship, newest_picture
from ipnb_journal.vault import checkins, event_notes, people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipnb_journal.domain.checkin_scores import Pair
    from ipnb_journal.domain.checkins import CheckIn
    from ipnb_journal.domain.event_notes import EventNote
    from ipnb_journal.domain.people import Person
    from ipnb_journal.vault.vault import Vault

_NONE: tuple[list[Pair], ...] = tuple([] for _ in SHOWN)


def everybody(vault: Vault) -> Everybody:
    """The people that are not hidden, in their order, with everything that was answered about each.

    Four queries, however many there are.
    """
    pairs = checkins.pairs_by_person(vault, SHOWN)
    pictures, notes = checkins.pictures_by_person(vault), event_notes.each(vault)
    return Everybody(
        tuple(
            _relationship(person, pairs.get(person.id, _NONE), pictures.get(person.id, ()), notes)
            for person in people.each(vault)
            if not person.hidden
        ),
        notes,
    )


def _relationship(
    person: Person, pairs: tuple[list[Pair], ...], pictures: Sequence[CheckIn], notes: tuple[EventNote, ...]
) -> Relationship:
    sliders = {scale: tuple(day_values(each)) for scale, each in zip(SHOWN, pairs, strict=True)}
    circles = {scale: tuple(days) for scale, days in circle_days(pictures).items()}
    placed = ((each.day.toordinal(), each.circles) for each in pictures if each.circles is not None)
    return Relationship(person, Readings(sliders, circles, notes), newest_picture(placed))
