# SPDX-License-Identifier: MIT
"""Where a person's own ratings usually lie, and where they lie of late."""

from __future__ import annotations

from itertools import pairwise
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SMALLEST_HALF_WIDTH = 5.0
MAD_TO_SD = 1.4826
HALF_LIFE_DAYS = 7.0


class UsualRange(NamedTuple):
    """A band of a person's own past, 0 to 100, that about two days in three lie in; it rests on `days`."""

    low: float
    high: float
    middle: float
    spread: float
    days: int


def median(values: Iterable[float]) -> float:
    """The middle of one or more values, or the mean of the two in the middle.

    As ``statistics.median``, whose module would cost the first page several milliseconds.
    """
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def usual_range(values: Sequence[float]) -> UsualRange:
    """Median ± max(5, 1.4826 · median distance from it), clipped to 0 to 100. `values`: one or more.

    Source: Leys and others 2013, on the median absolute deviation; 5 is the placement noise of a slider.
    Example: 55 60 58 62 40 57 61 59 63 56 60 90 58 57 gives median 58.5, spread 2.9652, band 53.5 to 63.5.
    """
    middle = median(values)
    spread = MAD_TO_SD * median(abs(value - middle) for value in values)
    half = max(SMALLEST_HALF_WIDTH, spread)
    return UsualRange(max(0.0, middle - half), min(100.0, middle + half), middle, spread, len(values))


def recent_levels(days: Sequence[float], values: Sequence[float]) -> list[float]:
    """The level of late after each day, 0 to 100: a mean in which a day counts half as much a week later.

    `days`: rising, in days, any spacing. M ← y + e^(-Δt/τ) M, W ← 1 + e^(-Δt/τ) W, level M/W, τ = 7/ln 2.
    Source: the normalised variable-interval form, Movellan, arXiv 1502.03465.
    Example: 0 on day 0 and 90 on day 7 give 0 and 60.
    """
    if not values:
        return []
    tau = HALF_LIFE_DAYS / log(2)
    total, weight = values[0], 1.0
    levels = [values[0]]
    for (before, day), value in zip(pairwise(days), values[1:], strict=True):
        kept = exp((before - day) / tau)
        total, weight = value + kept * total, 1 + kept * weight
        levels.append(total / weight)
    return levels
