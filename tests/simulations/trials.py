# SPDX-License-Identifier: MIT
"""What happens to invented people: which sentences they see, whether band and range hold what they say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ipnb_journal.domain.change import Change, recent_vs_usual
from ipnb_journal.domain.look_back import EVERY_DAYS, SCALES_LOOKED_AT, look_back
from ipnb_journal.domain.ranges import usual_range
from ipnb_journal.domain.series import (
    LOOK_BACK_BASE_WINDOW,
    LOOK_BACK_RECENT_WINDOW,
    RANGE_NEEDS,
    RANGE_SETTLED,
    SETTLING_IN_DAYS,
    look_back_windows,
)
from ipnb_journal.domain.smoothing import draw_line
from tests.simulations.persons import DAYS, Kind, answered_days, level_for, rated, wave_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from ipnb_journal.domain.checkin_scores import DayValue

BANDWIDTH = 7
ALL_SCALES, WEEKLY = 4, 7
FIRST_DAY = date(2025, 1, 1).toordinal()
CHANGED = (Change.HIGHER, Change.LOWER)
RISES = (10.0, 15.0)
RANGE_LATER = 30


@dataclass(slots=True)
class Tally:
    """So many of so many."""

    hits: int = 0
    of: int = 0

    def add(self, hit: bool) -> None:
        """Count one more, and whether it was a hit."""
        self.hits += hit
        self.of += 1

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hits + other.hits, self.of + other.of)

    @property
    def share(self) -> float:
        """0 to 1; NaN of none."""
        return self.hits / self.of if self.of else float("nan")


class Noticed(NamedTuple):
    """Of true rises by so many points over the last 28 days: those told as higher, and those as lower."""

    higher: Tally
    lower: Tally


@dataclass(frozen=True, slots=True)
class Findings:
    """What came of one kind of people.

    `told`: people without any change who saw a change sentence within 26 weeks, a Look-back every 28 days;
    `per_look`: comparisons of one scale that said so; `reference`: people, had all four scales been looked
    at every week. `flat`, `waved`: days drawn whose band holds the true course. `outside`: later days outside
    a usual range from 14 and from 42 days.
    """

    told: Tally
    per_look: Tally
    reference: Tally
    noticed: dict[float, Noticed]
    flat: Tally
    waved: Tally
    outside: dict[int, Tally]


def try_out(random: Random, kind: Kind, people: int) -> Findings:
    """Let `people` of a kind go through everything."""
    found = Findings(
        *(Tally(), Tally(), Tally(), {rise: Noticed(Tally(), Tally()) for rise in RISES}),
        *(Tally(), Tally(), {days: Tally() for days in (RANGE_NEEDS, RANGE_SETTLED)}),
    )
    for _ in range(people):
        _without_change(random, kind, found)
        for rise, noticed in found.noticed.items():
            _with_a_rise(random, kind, rise, noticed)
        _band(random, kind, level_for(random), found.flat)
        _band(random, kind, wave_for(random), found.waved)
        _range(random, kind, found.outside)
    return found


def _without_change(random: Random, kind: Kind, found: Findings) -> None:
    days = answered_days(random, kind.habit)
    scales = [rated(random, days, kind.lag1, level_for(random)) for _ in range(ALL_SCALES)]
    seen = False
    for today in range(EVERY_DAYS - 1, DAYS, EVERY_DAYS):
        for look in _look_back(scales[:SCALES_LOOKED_AT], today):
            found.per_look.add(look in CHANGED)
            seen = seen or look in CHANGED
    found.told.add(seen)
    weekly = range(WEEKLY - 1, DAYS, WEEKLY)
    found.reference.add(any(_says(values, today) in CHANGED for values in scales for today in weekly))


def _look_back(scales: list[list[DayValue]], today: int) -> list[Change]:
    """What the journal itself would say, on a real date."""
    dated = [[value._replace(day=FIRST_DAY + value.day) for value in values] for values in scales]
    looks = look_back(*dated, date.fromordinal(FIRST_DAY + today))
    return [look.comparison.says for look in looks if look.comparison is not None]


def _says(values: list[DayValue], today: int) -> Change | None:
    windows = look_back_windows(values, today)
    return recent_vs_usual(*windows).says if windows else None


def _with_a_rise(random: Random, kind: Kind, rise: float, noticed: Noticed) -> None:
    days = answered_days(random, kind.habit)
    level, last = level_for(random), DAYS - 1
    since = last - LOOK_BACK_RECENT_WINDOW
    values = rated(random, days, kind.lag1, lambda day: level(day) + (rise if day > since else 0))
    said = _says(values, last)
    if said is not None:
        noticed.higher.add(said is Change.HIGHER)
        noticed.lower.add(said is Change.LOWER)


def _band(random: Random, kind: Kind, course: Callable[[int], float], held: Tally) -> None:
    values = rated(random, answered_days(random, kind.habit), kind.lag1, course)
    for piece in draw_line(values, BANDWIDTH).pieces:
        for point in piece:
            held.add(point.low <= course(point.day) <= point.high)


def _range(random: Random, kind: Kind, outside: dict[int, Tally]) -> None:
    days = answered_days(random, kind.habit, 10 * LOOK_BACK_BASE_WINDOW)
    values = [value.value for value in rated(random, days, kind.lag1, level_for(random))][SETTLING_IN_DAYS:]
    for count, tally in outside.items():
        usual = usual_range(values[:count])
        for value in values[count : count + RANGE_LATER]:
            tally.add(not usual.low <= value <= usual.high)
