# SPDX-License-Identifier: MIT
"""Small pictures side by side, one for each person: same days, same scale, never ranked or averaged."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from ipnb_journal.domain.centre_line import Piece, centre_line
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.checkins import Circles, Method, Scale
from ipnb_journal.domain.event_notes import EventNote
from ipnb_journal.domain.insights import homework_inside
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.ranges import UsualRange
from ipnb_journal.domain.readings import SHOWN, Readings, days_of
from ipnb_journal.domain.series import inside, line_needs, recent_level_of, usual_range_of, values_inside
from ipnb_journal.domain.smoothing import REACH
from ipnb_journal.domain.windows import Window

if TYPE_CHECKING:
    from collections.abc import Iterable

TILE_NEEDS = 3
LONGEST_GAP = 28


class AboutPerson(NamedTuple):
    """What stands behind a tile: everything about one person."""

    person_id: int


class Placed(NamedTuple):
    """A two-circles picture and the day (an ordinal) it was placed on."""

    day: int
    circles: Circles


@dataclass(frozen=True, slots=True)
class Relationship:
    """What was answered about one person: whole series, and the newest two-circles picture, None without."""

    person: Person
    readings: Readings
    newest: Placed | None = None

    @property
    def days(self) -> tuple[int, int] | None:
        """The first and the last day (ordinals) with something to draw, None without any."""
        kept = (self.readings.sliders.values(), self.readings.circles.values())
        ends = [value.day for each in chain(*kept) if each for value in (each[0], each[-1])]
        if self.newest is not None:
            ends.append(self.newest.day)
        return (min(ends), max(ends)) if ends else None


@dataclass(frozen=True, slots=True)
class Everybody:
    """What was answered about each person that is not hidden, in the person's own order, and their notes."""

    about: tuple[Relationship, ...] = ()
    notes: tuple[EventNote, ...] = ()

    @property
    def days(self) -> tuple[int, int] | None:
        """The first and the last day (ordinals) with something to draw, None without any."""
        ends = [days for each in self.about if (days := each.days)]
        return (min(first for first, _ in ends), max(last for _, last in ends)) if ends else None


@dataclass(frozen=True, slots=True)
class TileSeries:
    """One scale of a tile. `days`, `others` (by the other method): in the window, values 0 to 100.

    `level`: of late, None below five days or without a day in the window; `usual` as over time.
    `reached`: the days a line may be drawn from, () below its gate.
    """

    scale: Scale
    days: tuple[DayValue, ...]
    others: tuple[DayValue, ...]
    level: float | None
    usual: UsualRange | None
    reached: tuple[DayValue, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """One person's picture over a window.

    `method`: how most days were given; its days have the line, those by the other one are marks only.
    `days`, `other_days`: how many of each lie in the window. `needs`: days by `method` still missing for a
    first picture, 0 once there is one. `newest`: the newest two-circles picture.
    """

    person: Person
    series: tuple[TileSeries, TileSeries]
    method: Method
    days: int
    other_days: int
    needs: int
    newest: Placed | None = None


@dataclass(frozen=True, slots=True)
class ByPerson:
    """A tile for each person, all over the same window; `homework`: where it began in that window."""

    window: Window
    bandwidth: int
    tiles: tuple[Tile, ...]
    homework: EventNote | None = None


def by_person(everybody: Everybody, window: Window, bandwidth: int) -> ByPerson:
    """A tile for each person in their order. `bandwidth`: 7, 14 or 28 days; see `line` for the lines.

    Example: somebody with check-ins on two days has `needs` 1.
    """
    return ByPerson(
        window,
        bandwidth,
        tuple(_tile(each, window, bandwidth) for each in everybody.about),
        homework_inside(everybody.notes, window),
    )


def newest_picture(pictures: Iterable[tuple[int, Circles]]) -> Placed | None:
    """The last of (day, circles), oldest first, in which anything was placed; None without any."""
    placed = [Placed(day, circles) for day, circles in pictures if circles != Circles()]
    return placed[-1] if placed else None


def line(series: TileSeries, chart: ByPerson, step: int = 1) -> tuple[Piece, ...]:
    """A tile's line at every `step`th day: as over time, and never across more than 28 days."""
    longest = min(LONGEST_GAP, 2 * chart.bandwidth)
    return centre_line(series.reached, chart.bandwidth, longest, chart.window, step)


def _tile(about: Relationship, window: Window, bandwidth: int) -> Tile:
    readings = about.readings
    by_circles = readings.method is Method.CIRCLES
    main, other = (readings.circles, readings.sliders) if by_circles else (readings.sliders, readings.circles)
    known = sorted(days_of(main))
    one, two = (_series(readings, scale, window, bandwidth) for scale in SHOWN)
    return Tile(
        about.person,
        (one, two),
        readings.method,
        len(inside(known, window)),
        len(inside(sorted(days_of(other)), window)),
        max(0, TILE_NEEDS - len(known)),
        about.newest,
    )


def _series(readings: Readings, scale: Scale, window: Window, bandwidth: int) -> TileSeries:
    values, reach = readings.series(scale), REACH * bandwidth
    reached = values_inside(values, Window(window.first - reach, window.last + reach))
    days = values_inside(values, window)
    until = values_inside(values, Window(0, window.last))
    return TileSeries(
        scale,
        days,
        values_inside(readings.others(scale), window),
        recent_level_of(until) if days else None,
        usual_range_of(until, window.last),
        reached if line_needs([value.day for value in reached]) is None else (),
    )
