# SPDX-License-Identifier: MIT
"""Whether a person's recent days lie apart from their own days before; slow on purpose."""

from __future__ import annotations

from enum import StrEnum
from math import fsum, sqrt
from typing import TYPE_CHECKING, NamedTuple

from ipnb_journal.domain.distributions import normal_cdf
from ipnb_journal.domain.smoothing import lag1

if TYPE_CHECKING:
    from collections.abc import Sequence

PLACEMENT_NOISE = 3.3
PRIOR_SD = 15.0
SAME_WITHIN = 5.0
LEAST_AUTOCORRELATION, MOST_AUTOCORRELATION = 0.2, 0.6
SURE_OF_CHANGE, SURE_OF_SAME = 0.90, 0.80
LIKELY_Z = 1.645


class Change(StrEnum):
    """What may be said about recent days against the days before."""

    HIGHER = "higher"
    LOWER = "lower"
    SAME = "about the same"
    UNCLEAR = "no clear change"


class Comparison(NamedTuple):
    """Recent days against the days before, in points.

    `difference` of the means, its standard `error` and their `ratio`; the posterior `mean` and `sd`
    of the true difference; the shares of it above 5 points, within, and below -5; and what may be said.
    """

    difference: float
    error: float
    ratio: float
    mean: float
    sd: float
    up: float
    same: float
    down: float
    says: Change

    @property
    def likely(self) -> tuple[float, float]:
        """The ends between which the true difference lies nine times in ten."""
        return self.mean - LIKELY_Z * self.sd, self.mean + LIKELY_Z * self.sd


def recent_vs_usual(recent: Sequence[float], base: Sequence[float]) -> Comparison:
    """Compare recent day values with earlier ones, both oldest first, 0 to 100, two or more each.

    s_w = max(3.3, pooled SD); ρ = clip(lag1(base), 0.2, 0.6); n' = n(1-ρ)/(1+ρ); SE = s_w √(1/n₁' + 1/n₂').
    Prior on the true difference N(0, 15²): V = 1/(1/225 + 1/SE²), μ = V·d/SE². Borrows the idea of
    reliable change; the index itself needs a norm that this journal does not have.

    Example: base 52 47 55 50 58 44 51 49 56 53 48 54 50 46, recent 60 66 58 63 67 61: difference 11.5714,
    SE 2.3164, ratio 4.9955, μ 11.3019, shares 0.9970, 0.0030, 0.0000: higher.
    """
    difference = _mean(recent) - _mean(base)
    rho = min(MOST_AUTOCORRELATION, max(LEAST_AUTOCORRELATION, lag1(base)))
    worth = (1 - rho) / (1 + rho)
    spread = max(PLACEMENT_NOISE, _pooled_sd(recent, base))
    error = spread * sqrt(1 / (worth * len(recent)) + 1 / (worth * len(base)))
    width = 1 / (1 / PRIOR_SD**2 + 1 / error**2)
    mean, sd = width * difference / error**2, sqrt(width)
    up = normal_cdf((mean - SAME_WITHIN) / sd)
    down = normal_cdf((-SAME_WITHIN - mean) / sd)
    same = max(0.0, 1 - up - down)
    return Comparison(difference, error, difference / error, mean, sd, up, same, down, _says(up, same, down))


def reliable_change(before: float, after: float, sd: float, reliability: float) -> float:
    """The Jacobson–Truax index (x₂ - x₁)/(SD √2 √(1-r)), `reliability` r below 1; only for reference.

    Source: Jacobson & Truax 1991, the √2 after Christensen & Mendoza 1986; review Blampied 2022.
    Example: 47.5 to 32.5 with SD 10 and r 0.88 gives -3.0619.
    """
    return (after - before) / (sd * sqrt(2) * sqrt(1 - reliability))


def _pooled_sd(one: Sequence[float], other: Sequence[float]) -> float:
    return sqrt((_squares(one) + _squares(other)) / (len(one) + len(other) - 2))


def _squares(values: Sequence[float]) -> float:
    mean = _mean(values)
    return fsum((value - mean) ** 2 for value in values)


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)


def _says(up: float, same: float, down: float) -> Change:
    if up >= SURE_OF_CHANGE:
        return Change.HIGHER
    if down >= SURE_OF_CHANGE:
        return Change.LOWER
    return Change.SAME if same >= SURE_OF_SAME else Change.UNCLEAR
