# SPDX-License-Identifier: MIT
"""The river between two banks: how far each bank reaches in, and the room between them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.event_notes import EventNote
from ipnb_journal.domain.insights import grouped, happened_inside, homework_inside
from ipnb_journal.domain.readings import days_of
from ipnb_journal.domain.series import Gap, SeriesPicture, gaps_in, inside, picture
from ipnb_journal.domain.windows import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ipnb_journal.domain.readings import Readings
    from ipnb_journal.domain.smoothing import LinePoint

BANKS = (Scale.CHAOS, Scale.RIGIDITY)


class Banks(NamedTuple):
    """Where the banks end on a scale from 100 (fast) to -100 (stuck), and the room left, 0 to 100."""

    fast_edge: float
    stuck_edge: float
    room: float


class OpenWater(NamedTuple):
    """The smoothed banks on one day (`day`: its ordinal)."""

    day: int
    banks: Banks


class BankRow(NamedTuple):
    """One line of the table: the mean of each bank's days in it (None without any) and how many days.

    `first`: the ordinal of the Monday, or of the day itself where the table goes by day.
    """

    first: int
    chaos: float | None
    rigidity: float | None
    days: int


@dataclass(frozen=True, slots=True)
class River:
    """Stirred up and stuck over a window, as two banks. Days are ordinals, values 0 to 100.

    Only sliders ask for them. `checkin_days`: days in the window with a value on either bank; `empty`:
    stretches of it without any check-in by sliders; `circle_days`: days in it with two circles, which say
    nothing of the banks. `water`: runs of consecutive days on which both banks have a line. `notes`: the
    person's own, in the window; `homework`: the newest day homework began, where that lies in the window.
    """

    window: Window
    bandwidth: int
    chaos: SeriesPicture
    rigidity: SeriesPicture
    water: tuple[tuple[OpenWater, ...], ...]
    checkin_days: int
    empty: tuple[Gap, ...]
    circle_days: int
    notes: tuple[EventNote, ...] = ()
    homework: EventNote | None = None

    @property
    def recent_room(self) -> float | None:
        """The room between the recent levels of both banks, 0 to 100; None where either has none yet."""
        if self.chaos.level is None or self.rigidity.level is None:
            return None
        return banks(self.chaos.level, self.rigidity.level).room


def banks(chaos: float, rigidity: float) -> Banks:
    """The banks for a chaos and a rigidity of 0 to 100 each; both can press in at once.

    Example: (20, 30) gives edges 80 and -70, room 75; (90, 90) gives 10, -10 and 10.
    """
    return Banks(100 - chaos, rigidity - 100, 100 - (chaos + rigidity) / 2)


def river(readings: Readings, window: Window, bandwidth: int) -> River:
    """Both banks over a window. `bandwidth`: 7, 14 or 28 days."""
    days = sorted(days_of(readings.sliders, tuple(Scale)))
    chaos, rigidity = (
        picture(scale, readings.sliders.get(scale, ()), window, bandwidth, days) for scale in BANKS
    )
    return River(
        window,
        bandwidth,
        chaos,
        rigidity,
        water_between(chaos.line, rigidity.line),
        len({value.day for each in (chaos, rigidity) for value in each.days}),
        gaps_in(days, days, window, 2 * bandwidth),
        len(inside(sorted(days_of(readings.circles)), window)),
        happened_inside(readings.notes, window),
        homework_inside(readings.notes, window),
    )


def water_between(
    chaos: Iterable[Iterable[LinePoint]], rigidity: Iterable[Iterable[LinePoint]]
) -> tuple[tuple[OpenWater, ...], ...]:
    """The banks on the days that both lines have, in runs of consecutive days; nothing is filled in.

    Example: lines over days 1 to 4 and 3 to 6 leave water on days 3 and 4.
    """
    opposite = {point.day: point.value for piece in rigidity for point in piece}
    open_days = [
        OpenWater(point.day, banks(point.value, opposite[point.day]))
        for piece in chaos
        for point in piece
        if point.day in opposite
    ]
    runs = groupby(enumerate(open_days), key=lambda numbered: numbered[1].day - numbered[0])
    return tuple(tuple(water for _, water in run) for _, run in runs)


def room_on(found: River, day: int) -> float | None:
    """The room between the banks by a day's own marks, 0 to 100; None unless it has both.

    Example: 72 and 20 leave 54.
    """
    chaos, rigidity = (
        next((value.value for value in each.days if value.day == day), None)
        for each in (found.chaos, found.rigidity)
    )
    return None if chaos is None or rigidity is None else banks(chaos, rigidity).room


def bank_rows(found: River, group: Callable[[int], int]) -> list[BankRow]:
    """The drawn days averaged by `group` (`by_day` or `monday_of`), oldest first."""
    rows = grouped((found.chaos.days, found.rigidity.days), group)
    return [BankRow(first, chaos, rigidity, days) for first, (chaos, rigidity), days in rows]
