# SPDX-License-Identifier: MIT
"""The smooth line alone, at few days of many: for small pictures of which a page shows a lot."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import exp
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from ipnb_journal.domain.smoothing import (
    LEAST_EFFECTIVE_DAYS,
    LEAST_KERNEL_MASS,
    REACH,
    SEGMENT_NEEDS,
    segments,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipnb_journal.domain.checkin_scores import DayValue
    from ipnb_journal.domain.windows import Window


class CentrePoint(NamedTuple):
    """The line on one day (`day`: ordinal), 0 to 100."""

    day: int
    value: float


Piece = tuple[CentrePoint, ...]


def centre_line(
    values: Sequence[DayValue], bandwidth: int, longest: int, window: Window, step: int = 1
) -> tuple[Piece, ...]:
    """The line of `smoothing.draw_line` without its band, at every `step`th day of a window.

    `values`: oldest first; `bandwidth`: h in days; split where over `longest` days pass. Each segment's last
    day is always among the days asked. The same fit and the same gates, summed value by value: what it costs
    grows with the values there are, not with the days between them.

    Example: days 0 1 3 4 8 9 12 15, values 40 44 41 50 52 49 58 60, h = 7: day 6 gives 48.5900.
    """
    kernel = [exp(-0.5 * (d / bandwidth) ** 2) for d in range(REACH * bandwidth + 1)]
    found: list[Piece] = []
    for part in segments([value.day for value in values], longest):
        if len(part) >= SEGMENT_NEEDS:
            found += _pieces(values[part.start : part.stop], kernel, window, step)
    return tuple(found)


def _pieces(
    values: Sequence[DayValue], kernel: Sequence[float], window: Window, step: int
) -> Iterator[Piece]:
    """The stretches of one segment in which the line may be drawn, as far as the window goes."""
    first, last = max(values[0].day, window.first), min(values[-1].day, window.last)
    days = [value.day for value in values]
    weights = [value.weight for value in values]
    rated = [value.value for value in values]
    run: list[CentrePoint] = []
    for day in [*range(first, last, step), last] if first <= last else ():
        start = bisect_left(days, day - len(kernel) + 1)
        reached = slice(start, bisect_right(days, day + len(kernel) - 1))
        fitted = _fit([at - day for at in days[reached]], weights[reached], rated[reached], kernel)
        if fitted is not None:
            run.append(CentrePoint(day, min(100.0, max(0.0, fitted))))
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _fit(
    away: Sequence[int], weights: Sequence[float], rated: Sequence[float], kernel: Sequence[float]
) -> float | None:
    """The local-linear fit at distance 0, None where too little is near; see `smoothing.smooth`."""
    k = [weight * kernel[abs(d)] for weight, d in zip(weights, away, strict=True)]
    s0 = sum(k)
    if s0 < LEAST_KERNEL_MASS or s0 * s0 < LEAST_EFFECTIVE_DAYS * sum(map(mul, k, k)):
        return None
    kd = [each * d for each, d in zip(k, away, strict=True)]
    s1, s2 = sum(kd), sum(map(mul, kd, away))
    t0, t1 = sum(map(mul, k, rated)), sum(map(mul, kd, rated))
    determinant, h = s0 * s2 - s1 * s1, (len(kernel) - 1) / REACH
    if determinant <= 1e-9 * s0 * s0 * h * h:
        return float(t0 / s0)
    return float((s2 * t0 - s1 * t1) / determinant)
