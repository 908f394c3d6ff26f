# SPDX-License-Identifier: MIT
"""The plane of being myself and in touch: newest days, weekly means as a trail, and where most days lie."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from math import atan2, ceil, fsum, sqrt
from typing import TYPE_CHECKING, NamedTuple

from ipnb_journal.domain.checkins import Method
from ipnb_journal.domain.ranges import MAD_TO_SD, SMALLEST_HALF_WIDTH, median
from ipnb_journal.domain.readings import SHOWN
from ipnb_journal.domain.series import SETTLING_IN_DAYS, inside, values_inside
from ipnb_journal.domain.windows import Window, monday_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ipnb_journal.domain.readings import Readings

NEWEST_DAYS = 30
SHAPE_NEEDS = 3
WEEK_NEEDS = 2
WEEK = 7
LONGEST_JOIN = 14
OVAL_NEEDS = 14
OVAL_HOLDS = 2 / 3
_CLOSEST_TO_A_LINE = 0.95


class PlanePoint(NamedTuple):
    """A day with both values, 0 to 100 each. `day`: ordinal; `partial` when either of the two is."""

    day: int
    being_myself: float
    in_touch: float
    partial: bool = False


class Week(NamedTuple):
    """The mean of the days of a week, 0 to 100 each. `monday`: ordinal; `days`: how many it rests on.

    `partial` when all of them are; `joined` when the trail runs to it from the week before it on the trail.
    """

    monday: int
    being_myself: float
    in_touch: float
    days: int
    partial: bool
    joined: bool

    @property
    def span(self) -> Window:
        """Its seven days."""
        return Window(self.monday, self.monday + WEEK - 1)


class Middle(NamedTuple):
    """The median of some days on each scale, 0 to 100."""

    being_myself: float
    in_touch: float


class Oval(NamedTuple):
    """An ellipse around `middle` that holds `holds` of `days`, two in three or more.

    `long` and `short` are half its axes, in points; `turn` is the angle of the long one in radians, from
    "more being myself" towards "more in touch". It may reach beyond 0 to 100, where no day can lie.
    """

    middle: Middle
    long: float
    short: float
    turn: float
    holds: int
    days: int


@dataclass(frozen=True, slots=True)
class Plane:
    """What may be shown of a window's days with both values by the method most days were given by.

    `points`: the newest 30 of `days` such days, oldest first. `weeks`: the trail, oldest first, none below
    three days. `shape_needs`: days still missing for a first shape, 0 when none are. `breaks`: whole weeks
    between two weeks of the trail that are not joined. `thin_weeks`: weeks with a single day. `one_sided`:
    days with one of the two only; `other_days`: days by the other method. Neither is drawn.
    `middle`: None where the trail says enough. `oval`: None unless asked for and open; `oval_needs`: the
    days it still needs, 0 when it needs none or was not asked for.
    """

    window: Window
    method: Method
    points: tuple[PlanePoint, ...]
    days: int
    weeks: tuple[Week, ...]
    shape_needs: int
    breaks: tuple[Window, ...] = ()
    thin_weeks: int = 0
    one_sided: int = 0
    other_days: int = 0
    middle: Middle | None = None
    oval: Oval | None = None
    oval_needs: int = 0


def plane(readings: Readings, window: Window, *, with_oval: bool = False) -> Plane:
    """The plane over a window; nothing before or after it has a say, except which days are settling in."""
    every = points_of(readings)
    found = points_inside(every, window)
    weeks = week_means(found) if len(found) >= SHAPE_NEEDS else ()
    settled = points_inside(every[SETTLING_IN_DAYS:], window)
    oval = oval_of(settled) if with_oval else None
    middle = oval.middle if oval else middle_of(found) if not weeks and len(found) >= SHAPE_NEEDS else None
    return Plane(
        window,
        readings.method,
        found[-NEWEST_DAYS:],
        len(found),
        weeks,
        max(0, SHAPE_NEEDS - len(found)),
        _breaks(weeks),
        _thin_weeks(found),
        _days_inside(readings, window) - len(found),
        _other_days_inside(readings, window),
        middle,
        oval,
        max(0, OVAL_NEEDS - len(settled)) if with_oval else 0,
    )


def points_of(readings: Readings) -> tuple[PlanePoint, ...]:
    """Every day that has both values, oldest first."""
    differentiation, linkage = (readings.series(scale) for scale in SHOWN)
    others = {each.day: each for each in linkage}
    return tuple(
        PlanePoint(one.day, one.value, other.value, one.partial or other.partial)
        for one in differentiation
        if (other := others.get(one.day))
    )


def points_inside(points: Sequence[PlanePoint], window: Window) -> tuple[PlanePoint, ...]:
    """Those of a window."""
    return tuple(point for point in points if window.first <= point.day <= window.last)


def week_means(points: Sequence[PlanePoint]) -> tuple[Week, ...]:
    """The plain mean of each week from Monday with two days or more. `points`: oldest first.

    A week is joined to the one before it on the trail when their Mondays lie two weeks apart at most and
    every week between has a day: a gap of over two weeks is never joined, an empty week neither.
    Example: (60, 40) and (70, 50) on one week's Tuesday and Friday give (65, 45), from 2 days.
    """
    runs = [(monday, list(run)) for monday, run in groupby(points, key=lambda point: monday_of(point.day))]
    seen = {monday for monday, _ in runs}
    made: list[Week] = []
    for monday, run in runs:
        if len(run) < WEEK_NEEDS:
            continue
        joined = bool(made) and _joins(made[-1].monday, monday, seen)
        one, other = _mean(each.being_myself for each in run), _mean(each.in_touch for each in run)
        made.append(Week(monday, one, other, len(run), all(each.partial for each in run), joined))
    return tuple(made)


def middle_of(points: Sequence[PlanePoint]) -> Middle:
    """The median of one or more days on each scale."""
    return Middle(median(p.being_myself for p in points), median(p.in_touch for p in points))


def oval_of(points: Sequence[PlanePoint]) -> Oval | None:
    """The smallest ellipse of the days' own slant that holds two days in three; None below 14 days.

    Centre: the medians m. Spread: s = max(5, 1.4826 · median distance from m) on each scale, as for the
    usual range (Leys and others 2013). Slant: r = (S(u+v)² − S(u−v)²) / (S(u+v)² + S(u−v)²) with
    u = (x − mx)/sx, v = (y − my)/sy and S the same spread without the 5, held within ±0.95 (Gnanadesikan
    and Kettenring 1972). A day lies d = √((u² − 2ruv + v²)/(1 − r²)) from the centre; the oval is drawn at
    the d of the day that completes two thirds, 1 at least. So a few days far out neither move nor widen it,
    and what it holds is counted, not assumed.

    Example: fourteen equal days at (50, 50) give a circle of 5 around them that holds all.
    """
    if len(points) < OVAL_NEEDS:
        return None
    xs, ys = [p.being_myself for p in points], [p.in_touch for p in points]
    middle = middle_of(points)
    across, up = (max(SMALLEST_HALF_WIDTH, _spread(values)) for values in (xs, ys))
    us, vs = [(x - middle.being_myself) / across for x in xs], [(y - middle.in_touch) / up for y in ys]
    slant = _slant(us, vs)
    away = [sqrt((u * u - 2 * slant * u * v + v * v) / (1 - slant**2)) for u, v in zip(us, vs, strict=True)]
    reach = max(1.0, sorted(away)[ceil(len(away) * OVAL_HOLDS) - 1])
    long, short, turn = _axes(across, up, slant)
    return Oval(middle, reach * long, reach * short, turn, sum(d <= reach for d in away), len(points))


def _axes(across: float, up: float, slant: float) -> tuple[float, float, float]:
    """Half axes and angle of the ellipse x'Σ⁻¹x = 1 with these spreads and this slant."""
    a, b, c = across**2, slant * across * up, up**2
    half, root = (a + c) / 2, sqrt(((a - c) / 2) ** 2 + b * b)
    turn = atan2(2 * b, a - c) / 2
    return sqrt(half + root), sqrt(max(0.0, half - root)), turn


def _slant(us: Sequence[float], vs: Sequence[float]) -> float:
    pairs = list(zip(us, vs, strict=True))
    along, against = _spread([u + v for u, v in pairs]) ** 2, _spread([u - v for u, v in pairs]) ** 2
    if not along + against:
        return 0.0
    return max(-_CLOSEST_TO_A_LINE, min(_CLOSEST_TO_A_LINE, (along - against) / (along + against)))


def _spread(values: Sequence[float]) -> float:
    middle = median(values)
    return MAD_TO_SD * median(abs(value - middle) for value in values)


def _joins(before: int, monday: int, seen: set[int]) -> bool:
    return monday - before <= LONGEST_JOIN and seen.issuperset(range(before, monday, WEEK))


def _breaks(weeks: Sequence[Week]) -> tuple[Window, ...]:
    return tuple(
        Window(before.monday + WEEK, after.monday - 1)
        for before, after in pairwise(weeks)
        if not after.joined
    )


def _thin_weeks(points: Sequence[PlanePoint]) -> int:
    runs = groupby(points, key=lambda point: monday_of(point.day))
    return sum(len(list(run)) < WEEK_NEEDS for _, run in runs)


def _days_inside(readings: Readings, window: Window) -> int:
    days = {value.day for scale in SHOWN for value in values_inside(readings.series(scale), window)}
    return len(days)


def _other_days_inside(readings: Readings, window: Window) -> int:
    days = {value.day for scale in SHOWN for value in readings.others(scale)}
    return len(inside(sorted(days), window))


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return fsum(found) / len(found)
