# SPDX-License-Identifier: MIT
"""The smooth line through day values and the band around it; never across a gap."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import exp, fsum, sqrt
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from ipnb_journal.domain.convolution import convolve
from ipnb_journal.domain.distributions import t_quantile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipnb_journal.domain.checkin_scores import DayValue

REACH = 7
"""How many bandwidths the kernel reaches; beyond, a weight is below three parts in a hundred billion."""

SEGMENT_NEEDS = 3
LEAST_EFFECTIVE_DAYS = 3.0
LEAST_KERNEL_MASS = 1.0
BAND_SHARE = 0.90
LEAST_AUTOCORRELATION, MOST_AUTOCORRELATION = 0.3, 0.6
CONSTANT = 1e-12
"""Squared points below which values only differ by rounding."""

_KERNEL_ONE, _VALUE_ONE = 1 << 40, 1 << 26


class LinePoint(NamedTuple):
    """The line on one day (`day`: ordinal): its value and the ends of its 90 % band, 0 to 100."""

    day: int
    value: float
    low: float
    high: float


class Noise(NamedTuple):
    """What is left when the line is taken away: degrees of freedom, SD in points, lag-1 autocorrelation."""

    freedom: float
    sigma: float
    rho: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line in pieces, oldest first, each over consecutive days; none crosses a gap or a thin stretch."""

    pieces: tuple[tuple[LinePoint, ...], ...] = ()
    noise: Noise | None = None


class Smoothed(NamedTuple):
    """The kernel fit on one day: value, `spread` Σl², `own` weight l_ii, n_eff and kernel mass S₀."""

    value: float
    spread: float
    own: float
    effective_days: float
    mass: float


def segments(days: Sequence[int], longest: int) -> list[range]:
    """Index ranges of `days` (rising) between which more than `longest` days pass.

    Example: days 0 2 5 25 26 50 with 14 give [0, 1, 2], [3, 4], [5].
    """
    cuts = [index + 1 for index, (one, next_) in enumerate(pairwise(days)) if next_ - one > longest]
    edges = [0, *cuts, len(days)]
    return [range(start, stop) for start, stop in pairwise(edges) if stop > start]


def gaps(days: Sequence[int], longest: int) -> list[tuple[int, int]]:
    """First and last empty day of every stretch where neighbouring days lie more than `longest` apart.

    Example: days 99 and 119 with 14 give (100, 118).
    """
    return [(one + 1, next_ - 1) for one, next_ in pairwise(days) if next_ - one > longest]


def smooth(values: Sequence[DayValue], bandwidth: int) -> dict[int, Smoothed]:
    """Local-linear Gaussian fit for every day from the first value to the last. `bandwidth`: h in days.

    k = w·exp(-½((t - t₀)/h)²), S_j = Σ k (t - t₀)^j, l = k (S₂ - (t - t₀) S₁)/(S₀S₂ - S₁²), ŷ = Σ l·y;
    where the determinant is at most 1e-9·S₀²h², l = k/S₀. n_eff = (Σk)²/Σk². A day without weight in
    reach is absent. Source: Cleveland 1979; Fan & Gijbels 1996.

    Example: days 0 1 3 4 8 9 12 15, values 40 44 41 50 52 49 58 60, h = 7: day 6 gives 48.5900,
    √Σl² 0.3616, n_eff 7.6485.
    """
    if not values:
        return {}
    weights = {value.day: value.weight for value in values}
    days = range(values[0].day, values[-1].day + 1)
    rows = zip(*_kernel_sums(values, bandwidth), strict=True)
    return {
        day: _fit(sums, bandwidth, weights.get(day, 0.0))
        for day, sums in zip(days, rows, strict=True)
        if sums[0]
    }


def draw_line(values: Sequence[DayValue], bandwidth: int) -> Line:
    """The line with its 90 % band through day values (oldest first), split where over 2h days pass.

    Each segment of at least 3 days is fitted alone; residuals, degrees of freedom and autocorrelation are
    pooled: df = max(2, Σ(n - 2 tr L + tr LLᵀ)), σ² = e'e/df, ρ = clip(lag-1, 0.3, 0.6) and half the band
    t.95(df)·σ·√Σl²·√((1+ρ)/(1-ρ)). A day is drawn only with n_eff ≥ 3 and S₀ ≥ 1: n_eff alone is blind
    to scale and looks better in the middle of a gap.

    Example: as in `smooth`, day 6 gives 48.5900, band 45.6429 to 51.5372 (df 5.4134, σ 3.0180, ρ 0.3).
    """
    days = [value.day for value in values]
    parts = [
        [values[index] for index in part]
        for part in segments(days, 2 * bandwidth)
        if len(part) >= SEGMENT_NEEDS
    ]
    if not parts:
        return Line()
    fits = [smooth(part, bandwidth) for part in parts]
    noise = _noise(parts, fits)
    half = t_quantile((1 + BAND_SHARE) / 2, noise.freedom) * noise.sigma
    half *= sqrt((1 + noise.rho) / (1 - noise.rho))
    return Line(tuple(piece for fit in fits for piece in _pieces(fit, half)), noise)


def lag1(values: Sequence[float]) -> float:
    """How alike neighbours are, -1 to 1: the lag-1 autocorrelation about the mean, 0 for constant values.

    Example: 1 2 3 4 gives 0.25.
    """
    return _lag1([values])


def _kernel_sums(values: Sequence[DayValue], bandwidth: int) -> list[list[float]]:
    """S₀, S₁, S₂ of weights; Σk², Σk²d, Σk²d² of squared weights; T₀, T₁ of weight times value."""
    first = values[0].day
    weights = [0] * (values[-1].day - first + 1)
    ratings = weights.copy()
    for day, value, partial in values:
        weights[day - first] = 1 if partial else 2
        ratings[day - first] = round(value * _VALUE_ONE) * (1 if partial else 2)
    doubled = [weight * weight for weight in weights]
    plain, squared = _kernels(bandwidth, 1.0), _kernels(bandwidth, 2.0)
    plan = ((plain, weights, 2), (squared, doubled, 4), (plain[:2], ratings, 2 * _VALUE_ONE))
    # units are powers of two, so that a product is as exact as a quotient and takes a third of the time
    return [
        [total * scale for total in totals]
        for kernels, over, unit in plan
        for scale in [1 / (unit * _KERNEL_ONE)]
        for totals in convolve(kernels, over)
    ]


@lru_cache(maxsize=8)
def _kernels(bandwidth: int, power: float) -> list[list[int]]:
    """The kernel to a power, times each distance to the power 0, 1 and 2."""
    distances = range(REACH * bandwidth, -REACH * bandwidth - 1, -1)
    plain = [round(_KERNEL_ONE * exp(-0.5 * power * (d / bandwidth) ** 2)) for d in distances]
    once = list(map(mul, plain, distances))
    return [plain, once, list(map(mul, once, distances))]


def _fit(sums: tuple[float, ...], bandwidth: int, weight: float) -> Smoothed:
    s0, s1, s2, q0, q1, q2, t0, t1 = sums
    determinant = s0 * s2 - s1 * s1
    effective = s0 * s0 / q0
    if determinant <= 1e-9 * s0 * s0 * bandwidth * bandwidth:
        return Smoothed(t0 / s0, q0 / (s0 * s0), weight / s0, effective, s0)
    value = (s2 * t0 - s1 * t1) / determinant
    spread = (s2 * s2 * q0 - 2 * s1 * s2 * q1 + s1 * s1 * q2) / (determinant * determinant)
    return Smoothed(value, spread, weight * s2 / determinant, effective, s0)


def _noise(parts: Sequence[Sequence[DayValue]], fits: Sequence[dict[int, Smoothed]]) -> Noise:
    residuals = [
        [value.value - fit[value.day].value for value in part] for part, fit in zip(parts, fits, strict=True)
    ]
    freedom = fsum(
        1 - 2 * fit[value.day].own + fit[value.day].spread
        for part, fit in zip(parts, fits, strict=True)
        for value in part
    )
    freedom = max(2.0, freedom)
    squares = fsum(left * left for part in residuals for left in part)
    rho = min(MOST_AUTOCORRELATION, max(LEAST_AUTOCORRELATION, _lag1(residuals)))
    return Noise(freedom, sqrt(squares / freedom), rho)


def _lag1(parts: Sequence[Sequence[float]]) -> float:
    mean = fsum(value for part in parts for value in part) / sum(map(len, parts))
    centred = [[value - mean for value in part] for part in parts]
    squares = fsum(value * value for part in centred for value in part)
    if squares <= CONSTANT * len(parts):
        return 0.0
    return fsum(one * next_ for part in centred for one, next_ in pairwise(part)) / squares


def _pieces(fit: dict[int, Smoothed], half: float) -> list[tuple[LinePoint, ...]]:
    points = [
        LinePoint(day, _within(value), _within(value - reach), _within(value + reach))
        for day, (value, spread, _, effective, mass) in fit.items()
        if effective >= LEAST_EFFECTIVE_DAYS and mass >= LEAST_KERNEL_MASS
        for reach in [half * sqrt(spread) if spread > 0 else 0.0]
    ]
    cuts = [at for at, (one, next_) in enumerate(pairwise(points), start=1) if next_[0] - one[0] > 1]
    return [tuple(points[start:stop]) for start, stop in pairwise([0, *cuts, len(points)]) if stop > start]


def _within(value: float) -> float:
    return 0.0 if value < 0.0 else 100.0 if value > 100.0 else value
