# SPDX-License-Identifier: MIT
"""The numbers behind the charts, for those who want them: each with its gate and how it was made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from math import fsum, sqrt
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.ranges import UsualRange
from ipnb_journal.domain.readings import SHOWN
from ipnb_journal.domain.series import (
    LEVEL_NEEDS,
    LINE_NEEDS_DAYS,
    LINE_NEEDS_SPAN,
    LOOK_BACK_BASE_NEEDS,
    LOOK_BACK_RECENT_NEEDS,
    RANGE_NEEDS,
    RANGE_WINDOW,
    SETTLING_IN_DAYS,
    SLOPE_NEEDS_DAYS,
    SLOPE_NEEDS_SPAN,
    line_needs,
    look_back_stretches,
    recent_level_of,
    slope_is_open,
    usual_range_of,
    values_inside,
)
from ipnb_journal.domain.slopes import slope_interval
from ipnb_journal.domain.smoothing import Noise, draw_line
from ipnb_journal.domain.windows import Window

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ipnb_journal.domain.checkin_scores import DayValue, Pair

AGREEMENT_NEEDS = 20
DAYS_A_WEEK = 7
DEFAULT_BANDWIDTH = 7

T = TypeVar("T")


class How(StrEnum):
    """How a number was made; the words, formula and source of each are told where it is shown."""

    COUNTS = "counts"
    USUAL_RANGE = "usual range"
    NOISE = "noise"
    LEVEL = "recent level"
    SLOPE = "slope"
    AGREEMENT = "agreement"
    LOOK_BACK = "look-back"


class Gate(NamedTuple):
    """Days there are, of the days needed; the same for days from the first to the last, where that counts."""

    days: int
    days_needed: int
    span: int = 0
    span_needed: int = 0

    @property
    def open(self) -> bool:
        """Whether there are enough."""
        return self.days >= self.days_needed and self.span >= self.span_needed


@dataclass(frozen=True, slots=True)
class Figure(Generic[T]):
    """A number, how it was made and the gate before it.

    `value` is None while the gate is closed, and where days lie so that it can't be told.
    """

    how: How
    gate: Gate
    value: T | None


class Counts(NamedTuple):
    """How much there is. `full`, `partial`: days with both answers and days with one only; sum: `days`.

    `checkins`: those that answer this scale at all. `first`, `last`: days as ordinals, None without any.
    """

    days: int
    full: int
    partial: int
    checkins: int
    first: int | None
    last: int | None


class WeeklySlope(NamedTuple):
    """Points a week and the ends between which they lie, 95 %; from the days `first` to `last`, ordinals."""

    slope: float
    low: float
    high: float
    first: int
    last: int


class Agreement(NamedTuple):
    """How far the two sliders of a scale move together: Pearson's r, -1 to 1, and what two of them bear.

    `reliability` is 2r/(1+r), 0 to 1, or None where r isn't above 0 and the formula has no meaning.
    """

    r: float
    reliability: float | None


class LookedAt(NamedTuple):
    """The series of a scale that a Look-back would go by, oldest first, and how it was given."""

    method: Method
    values: Sequence[DayValue]


@dataclass(frozen=True, slots=True)
class Numbers:
    """One scale by one method, up to a day.

    `slope` and `usual` rest on the last 118 days after settling-in; `noise` is that of the line through the
    whole series. `agreement` is None by two circles, where no two answers ask for the same.
    `look_back`: the gates of both stretches, the recent one first, as `How.LOOK_BACK` tells; none for chaos
    and rigidity, of which a Look-back doesn't speak; `look_back_method`: the method it would go by.
    """

    scale: Scale
    method: Method
    counts: Figure[Counts]
    usual: Figure[UsualRange]
    noise: Figure[Noise]
    level: Figure[float]
    slope: Figure[WeeklySlope]
    agreement: Figure[Agreement] | None
    look_back: tuple[Gate, ...]
    look_back_method: Method


def numbers(
    scale: Scale,
    values: Sequence[DayValue],
    pairs: Sequence[Pair],
    today: date,
    method: Method = Method.SLIDERS,
    bandwidth: int = DEFAULT_BANDWIDTH,
    looked_at: LookedAt | None = None,
) -> Numbers:
    """The numbers of one scale. `values`: its whole series, oldest first; `pairs`: the answers behind them.

    `bandwidth`: smoothing of the line, 7, 14 or 28 days. `looked_at`: what a Look-back would go by, where
    that is another series. What is dated after `today` is left out.
    """
    last = today.toordinal()
    values = values_inside(values, Window(0, last))
    pairs = [pair for pair in pairs if pair.day <= last]
    settled = values_inside(values[SETTLING_IN_DAYS:], Window(last - RANGE_WINDOW + 1, last))
    return Numbers(
        scale,
        method,
        Figure(How.COUNTS, Gate(len(values), 0), _counts(values, pairs)),
        Figure(How.USUAL_RANGE, Gate(len(settled), RANGE_NEEDS), usual_range_of(values, last)),
        _noise(values, bandwidth),
        Figure(How.LEVEL, Gate(len(values), LEVEL_NEEDS), recent_level_of(values)),
        _slope(settled),
        agreement(pairs) if method is Method.SLIDERS else None,
        _look_back_gates(looked_at.values if looked_at else values, last) if scale in SHOWN else (),
        looked_at.method if looked_at else method,
    )


def agreement(pairs: Sequence[Pair]) -> Figure[Agreement]:
    """Pearson's r of a scale's two answers over the days that have both, and r_SB = 2r/(1+r), from 20 days.

    Several check-ins of a day are averaged first, so that each day counts once. None where one of the
    two answers never moves. Source: Spearman 1910 and Brown 1910; Eisinga and others 2013 on two items.
    Example: r 0.5 gives 0.6667.
    """
    both = _daily(pairs)
    gate = Gate(len(both), AGREEMENT_NEEDS)
    r = pearson([one for one, _ in both], [other for _, other in both]) if gate.open else None
    if r is None:
        return Figure(How.AGREEMENT, gate, None)
    return Figure(How.AGREEMENT, gate, Agreement(r, stepped_up(r)))


def pearson(ones: Sequence[float], others: Sequence[float]) -> float | None:
    """The correlation of two equally long lists, -1 to 1; None where one of them never moves.

    Example: 1 2 3 with 1 2 4 gives 0.981981.
    """
    n = len(ones)
    if n < 2 or min(ones) == max(ones) or min(others) == max(others):
        return None
    one, other = fsum(ones) / n, fsum(others) / n
    left, right = [value - one for value in ones], [value - other for value in others]
    squares = fsum(value * value for value in left), fsum(value * value for value in right)
    together = fsum(a * b for a, b in zip(left, right, strict=True))
    length = sqrt(squares[0]) * sqrt(squares[1])
    return min(1.0, max(-1.0, together / length)) if length else None


def stepped_up(r: float) -> float | None:
    """What two sliders bear together where one and the other bear `r`: 2r/(1+r); None for 0 and below.

    Example: 0.5 gives 0.6667, 1 gives 1.
    """
    return 2 * r / (1 + r) if r > 0 else None


def _counts(values: Sequence[DayValue], pairs: Sequence[Pair]) -> Counts:
    partial = sum(value.partial for value in values)
    answered = sum(pair.first is not None or pair.second is not None for pair in pairs)
    first, last = (values[0].day, values[-1].day) if values else (None, None)
    return Counts(len(values), len(values) - partial, partial, answered, first, last)


def _noise(values: Sequence[DayValue], bandwidth: int) -> Figure[Noise]:
    days = [value.day for value in values]
    gate = Gate(len(days), LINE_NEEDS_DAYS, _span(days), LINE_NEEDS_SPAN)
    noise = draw_line(values, bandwidth).noise if line_needs(days) is None else None
    return Figure(How.NOISE, gate, noise)


def _slope(settled: Sequence[DayValue]) -> Figure[WeeklySlope]:
    days = [value.day for value in settled]
    gate = Gate(len(days), SLOPE_NEEDS_DAYS, _span(days), SLOPE_NEEDS_SPAN)
    if not slope_is_open(days):
        return Figure(How.SLOPE, gate, None)
    daily = slope_interval([day - days[0] for day in days], [value.value for value in settled])
    slope, low, high = (DAYS_A_WEEK * points for points in (daily.slope, daily.low, daily.high))
    return Figure(How.SLOPE, gate, WeeklySlope(slope, low, high, days[0], days[-1]))


def _look_back_gates(values: Sequence[DayValue], today: int) -> tuple[Gate, ...]:
    recent, base = look_back_stretches(values, today)
    return Gate(len(recent), LOOK_BACK_RECENT_NEEDS), Gate(len(base), LOOK_BACK_BASE_NEEDS)


def _daily(pairs: Sequence[Pair]) -> list[tuple[float, float]]:
    """Both answers of each day that has both, a day's averaged, oldest first."""
    whole = sorted((p.day, p.first, p.second) for p in pairs if p.first is not None and p.second is not None)
    found = []
    for _, run in groupby(whole, key=lambda each: each[0]):
        of_day = list(run)
        n = len(of_day)
        found.append((fsum(one for _, one, _ in of_day) / n, fsum(other for _, _, other in of_day) / n))
    return found


def _span(days: Sequence[int]) -> int:
    return days[-1] - days[0] + 1 if days else 0
