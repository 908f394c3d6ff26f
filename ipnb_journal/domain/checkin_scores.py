# SPDX-License-Identifier: MIT
"""What a check-in says on each scale: scores, what stands in for a missing answer, and day values."""

from __future__ import annotations

from bisect import insort
from itertools import groupby
from math import fsum
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from ipnb_journal.domain.checkins import Item, Scale
from ipnb_journal.domain.ranges import median

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ipnb_journal.domain.checkins import CheckIn, Circles

PARTIAL_WEIGHT = 0.5
OFFSET_NEEDS = 5


class Score(NamedTuple):
    """A scale's value from one check-in, 0 to 100; `partial` when one of its two answers was missing."""

    value: float
    partial: bool


class Pair(NamedTuple):
    """One check-in's two answers on one scale, 0 to 100 each, None where left blank.

    `day`: the local day as its ordinal (``date.toordinal()``).
    """

    day: int
    first: float | None
    second: float | None


class DayValue(NamedTuple):
    """A scale's value on one day, 0 to 100. `day`: ordinal; `partial` when all its scores are partial."""

    day: int
    value: float
    partial: bool = False

    @property
    def weight(self) -> float:
        """How much the day counts where a line is drawn: 1, or 0.5 when partial."""
        return PARTIAL_WEIGHT if self.partial else 1.0


def score(first: float | None, second: float | None, offset: float = 0.0) -> Score | None:
    """The scale's value from two answers (0 to 100), or None when neither was given.

    A single answer is moved by the person's own habit: `offset` is the first item's (see
    `offset_of_first`); the second item's is its negative. The result is clipped to 0 to 100.

    Example: (70, 50) gives 60, full. (82, blank) with offset -10 gives 72, partial.
    """
    if first is not None and second is not None:
        return Score((first + second) / 2, partial=False)
    if first is not None:
        return Score(_clipped(first + offset), partial=True)
    if second is not None:
        return Score(_clipped(second - offset), partial=True)
    return None


def offset_of_first(complete: Sequence[tuple[float, float]]) -> float:
    """How far the scale's mean usually lies from its first item: the median of (mean - item), in points.

    `complete`: (first, second) of past check-ins with both answers; fewer than five give 0. The second
    item's offset is the negative of this one, as the mean lies half way between the two.

    Example: items 60, 70, 65, 80, 75 beside 40, 60, 45, 60, 65 give -10.
    """
    if len(complete) < OFFSET_NEEDS:
        return 0.0
    return median((second - first) / 2 for first, second in complete)


def day_values(pairs: Iterable[Pair]) -> list[DayValue]:
    """One value a day, oldest first: the mean of that day's scores; days without any are absent.

    A missing answer is stood in for by what the person's complete check-ins of earlier days say, so
    the order of check-ins within a day makes no difference.
    """
    differences: list[float] = []
    values: list[DayValue] = []
    for day, of_day in groupby(sorted(pairs, key=itemgetter(0)), key=itemgetter(0)):
        # plain numbers, as ten years of days are scored on the way to a chart
        scores, fresh, partial = [], [], True
        for _, a, b in of_day:
            if a is not None and b is not None:
                scores.append((a + b) / 2)
                fresh.append((b - a) / 2)
                partial = False
            elif found := score(a, b, _middle(differences)):
                scores.append(found.value)
        if scores:
            mean = scores[0] if len(scores) == 1 else fsum(scores) / len(scores)
            values.append(DayValue(day, mean, partial))
        for difference in fresh:
            insort(differences, difference)
    return values


def pairs_of(checkins: Iterable[CheckIn], scale: Scale) -> list[Pair]:
    """The two answers on a scale from each check-in; "doesn't apply" and blank are None, never 0."""
    first, second = Item(f"{scale}1"), Item(f"{scale}2")
    return [
        Pair(each.day.toordinal(), each.answers.get(first), each.answers.get(second)) for each in checkins
    ]


def circle_scores(circles: Circles) -> dict[Scale, Score]:
    """The scales a two-circles picture speaks about: being myself from the edges, in touch from the bridge.

    One edge alone is partial; nothing is said about chaos and rigidity.
    Example: edges 70 and 40, bridge 55 give 55 and 55, both full.
    """
    edges = score(circles.edge_me, circles.edge_other)
    found = {} if edges is None else {Scale.DIFFERENTIATION: edges}
    if circles.bridge is not None:
        found[Scale.LINKAGE] = Score(circles.bridge, partial=False)
    return found


def circle_days(pictures: Iterable[CheckIn]) -> dict[Scale, list[DayValue]]:
    """One value a day on each scale that two-circles pictures speak about, oldest first.

    A day's is the mean of its pictures, partial when all of them are.
    """
    found: dict[Scale, dict[int, list[Score]]] = {}
    for each in pictures:
        for scale, given in circle_scores(each.circles).items() if each.circles is not None else ():
            found.setdefault(scale, {}).setdefault(each.day.toordinal(), []).append(given)
    return {scale: [_day_of(day, days[day]) for day in sorted(days)] for scale, days in found.items()}


def both_present(differentiation: Sequence[DayValue], linkage: Sequence[DayValue]) -> list[DayValue]:
    """The lower of the two on each day that has both; partial when either is. Never a mark, never a goal.

    Example: 60 and 65 give 60; 100 and 0 give 0.
    """
    others = {each.day: each for each in linkage}
    return [
        DayValue(one.day, min(one.value, other.value), one.partial or other.partial)
        for one in differentiation
        if (other := others.get(one.day))
    ]


def _day_of(day: int, scores: Sequence[Score]) -> DayValue:
    mean = fsum(given.value for given in scores) / len(scores)
    return DayValue(day, mean, all(given.partial for given in scores))


def _middle(ordered: Sequence[float]) -> float:
    if len(ordered) < OFFSET_NEEDS:
        return 0.0
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _clipped(value: float) -> float:
    return min(100.0, max(0.0, value))
