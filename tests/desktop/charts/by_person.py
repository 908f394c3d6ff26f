# SPDX-License-Identifier: MIT
"""People to draw tiles of."""

from __future__ import annotations

import random
from datetime import date, timedelta

from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.checkins import Circles, Scale
from ipnb_journal.domain.event_notes import EventKind, EventNote
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.readings import Readings
from ipnb_journal.domain.relationships import ByPerson, Everybody, Placed, Relationship, by_person
from ipnb_journal.domain.windows import Window

TODAY = date(2026, 3, 12)
LAST = TODAY.toordinal()
HOMEWORK = EventNote(1, "", TODAY - timedelta(35), "Homework began", EventKind.HOMEWORK)


def series(back: range, middle: float, seed: int) -> tuple[DayValue, ...]:
    """Days so many back from today, with values about a middle."""
    wobble = random.Random(seed)
    return tuple(DayValue(LAST - each, middle + wobble.uniform(-9, 9)) for each in reversed(back))


def readings(back: range, circles: range = range(0)) -> Readings:
    """Being myself about 30, in touch about 75, by either method."""
    kept = [
        {Scale.DIFFERENTIATION: series(each, 30, 1), Scale.LINKAGE: series(each, 75, 2)} if each else {}
        for each in (back, circles)
    ]
    return Readings(*kept)


def somebody(at: int, found: Readings, newest: Placed | None = None) -> Relationship:
    """A person called by a letter, with what was answered about them."""
    return Relationship(Person(at, "", "ABCDEFGH"[at], at + 1, at), found, newest)


def people(count: int = 5) -> Everybody:
    """As many people as wanted: one with a gap, one by circles, one with a day, the others plain."""
    about = [
        somebody(0, readings(range(0, 90, 3)), Placed(LAST - 1, Circles(60, 80, 80, 50, 90))),
        somebody(1, readings(range(1))),
        somebody(2, readings(range(2), range(0, 80, 4))),
        *(somebody(at, readings(range(0, 60, at))) for at in range(3, count)),
    ]
    return Everybody(tuple(about[:count]), (HOMEWORK,))


def tiles(count: int = 5, bandwidth: int = 7) -> ByPerson:
    """The picture of so many people over the last 91 days."""
    return by_person(people(count), Window(LAST - 90, LAST), bandwidth)
