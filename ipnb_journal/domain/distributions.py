# SPDX-License-Identifier: MIT
"""The distributions the charts lean on: Student's t with any degrees of freedom, and the normal."""

from __future__ import annotations

from itertools import count
from math import copysign, erfc, exp, isclose, lgamma, log, log1p, pi, sqrt

_TINY = 1e-300
_SETTLED = 1e-14


def normal_cdf(z: float) -> float:
    """The share of a standard normal distribution below z, 0 to 1. Example: 1.644854 gives 0.95."""
    return 0.5 * erfc(-z / sqrt(2))


def t_cdf(t: float, freedom: float) -> float:
    """The share of Student's t with `freedom` > 0 (any real number) below t.

    Source: Abramowitz & Stegun 26.5.27. Example: t 2.015048 with 5 gives 0.95.
    """
    square = t * t
    if square < freedom:
        return 0.5 + copysign(0.5, t) * incomplete_beta(0.5, freedom / 2, square / (freedom + square))
    tail = 0.5 * incomplete_beta(freedom / 2, 0.5, freedom / (freedom + square))
    return 1 - tail if t > 0 else tail


def t_quantile(share: float, freedom: float) -> float:
    """The point below which `share` (between 0 and 1) of Student's t with `freedom` > 0 lies.

    Newton's steps from 0: above it the distribution bends down, so they never overshoot and end where
    rounding lets none forward. Example: 0.95 gives 2.919986 with 2, 1.981549 with 5.4134.
    """
    if share == 0.5:
        return 0.0
    if share < 0.5:
        return -t_quantile(1 - share, freedom)
    peak = lgamma((freedom + 1) / 2) - lgamma(freedom / 2) - log(freedom * pi) / 2
    found = 0.0
    while True:
        density = exp(peak - (freedom + 1) / 2 * log1p(found * found / freedom))
        further = found + (share - t_cdf(found, freedom)) / density
        if further <= found or isclose(further, found, rel_tol=_SETTLED):
            return max(further, found)
        found = further


def incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b), 0 to 1, for a, b > 0 and x from 0 to 1.

    Lentz's continued fraction on the side where it converges fast (Numerical Recipes 6.4; DLMF 8.17.22).
    Example: I_0.5(2, 3) = 0.6875.
    """
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


def _fraction(a: float, b: float, x: float) -> float:
    c = 1.0
    d = 1 / _kept_off_zero(1 - (a + b) * x / (a + 1))
    total = d
    most = 1000 + int(10 * sqrt(a + b))
    for m in count(1):
        step = 1.0
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _kept_off_zero(1 + term * d)
            c = _kept_off_zero(1 + term / c)
            step = d * c
            total *= step
        if abs(step - 1) < 1e-15 or m >= most:
            break
    return total


def _kept_off_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
