# SPDX-License-Identifier: MIT
"""The formulas of the charts by other means: numpy's least squares, scipy's distributions, integration."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy import integrate, stats


class Fit(NamedTuple):
    """A local line on one day: its value, the weights that make it, n_eff and kernel mass."""

    value: float
    weights: np.ndarray
    effective_days: float
    mass: float


class Drawn(NamedTuple):
    """A line with its band: what lies where on the days asked for, and the noise it rests on."""

    points: dict[int, tuple[float, float, float]]
    freedom: float
    sigma: float
    rho: float


def local_line(days: np.ndarray, values: np.ndarray, weights: np.ndarray, h: int, at: int) -> Fit:
    """Weighted least squares of a straight line about one day, by the pseudo-inverse of its design."""
    apart = (days - at).astype(float)
    kernel = weights * np.exp(-0.5 * (apart / h) ** 2)
    effective, mass = kernel.sum() ** 2 / (kernel**2).sum(), kernel.sum()
    design = np.column_stack([np.ones_like(apart), apart / h]) * np.sqrt(kernel)[:, None]
    spread = mass * (kernel * apart**2).sum() - (kernel * apart).sum() ** 2
    if spread <= 1e-9 * (mass * h) ** 2:
        row = kernel / mass
    else:
        unit = np.eye(len(days))
        solved, *_ = np.linalg.lstsq(design, unit * np.sqrt(kernel)[:, None], rcond=None)
        row = solved[0]
    return Fit(float(row @ values), row, float(effective), float(mass))


def parts(days: np.ndarray, h: int) -> list[np.ndarray]:
    """Places of the days that belong together: no two neighbours over 2h apart, at least 3 of them."""
    cuts = np.flatnonzero(np.diff(days) > 2 * h) + 1
    return [part for part in np.split(np.arange(len(days)), cuts) if len(part) >= 3]


def line(days: np.ndarray, values: np.ndarray, weights: np.ndarray, h: int) -> Drawn | None:
    """Every segment's line, and the band from pooled residuals, with the whole hat matrix of each."""
    found, residuals, freedom = {}, [], 0.0
    segments = parts(days, h)
    for part in segments:
        own = days[part], values[part], weights[part]
        hat = np.array([local_line(*own, h, at).weights for at in own[0]])
        residuals.append(own[1] - hat @ own[1])
        freedom += len(part) - 2 * np.trace(hat) + np.trace(hat @ hat.T)
        for at in range(int(own[0][0]), int(own[0][-1]) + 1):
            found[at] = local_line(*own, h, at)
    if not segments:
        return None
    freedom = max(2.0, float(freedom))
    flat = np.concatenate(residuals)
    sigma = float(np.sqrt((flat**2).sum() / freedom))
    rho = float(np.clip(pooled_lag1(residuals), 0.3, 0.6))
    reach = float(stats.t.ppf(0.95, freedom)) * sigma * np.sqrt((1 + rho) / (1 - rho))
    points = {}
    for at, fit in found.items():
        if fit.effective_days >= 3 and fit.mass >= 1:
            half = reach * np.linalg.norm(fit.weights)
            ends = np.clip([fit.value, fit.value - half, fit.value + half], 0, 100)
            points[at] = tuple(map(float, ends))
    return Drawn(points, freedom, sigma, rho)


def pooled_lag1(series: list[np.ndarray]) -> float:
    """Lag-1 autocorrelation about one mean, never across a gap."""
    mean = np.concatenate(series).mean()
    squares = sum(float(((each - mean) ** 2).sum()) for each in series)
    if squares <= 1e-12 * len(series):
        return 0.0
    return sum(float(((each[:-1] - mean) * (each[1:] - mean)).sum()) for each in series) / squares


class Posterior(NamedTuple):
    """Recent against before: d, its standard error, and the posterior's mean, SD and shares."""

    difference: float
    error: float
    mean: float
    sd: float
    up: float
    same: float
    down: float


def posterior(recent: list[float], base: list[float]) -> Posterior:
    """Prior times likelihood, added up by quadrature; nothing of the closed form is used."""
    one, other = np.array(recent, float), np.array(base, float)
    pooled = np.sqrt(
        (((one - one.mean()) ** 2).sum() + ((other - other.mean()) ** 2).sum()) / (len(one) + len(other) - 2)
    )
    rho = float(np.clip(pooled_lag1([other]), 0.2, 0.6))
    worth = (1 - rho) / (1 + rho)
    error = max(3.3, float(pooled)) * np.sqrt(1 / (worth * len(one)) + 1 / (worth * len(other)))
    d = float(one.mean() - other.mean())

    points, weights = _panels()
    density = weights * stats.norm.pdf(points, 0, 15) * stats.norm.pdf(d, points, error)
    density /= density.sum()
    mean = float(density @ points)
    sd = float(np.sqrt(density @ (points - mean) ** 2))
    up, down = float(density[points > 5].sum()), float(density[points < -5].sum())
    return Posterior(d, float(error), mean, sd, up, 1 - up - down, down)


def _panels() -> tuple[np.ndarray, np.ndarray]:
    """Gauss-Legendre points and weights on panels from -250 to 250 that begin and end at 5 and -5."""
    edges = np.arange(-250, 250.1, 1.25)
    nodes, weights = np.polynomial.legendre.leggauss(20)
    half, middle = np.diff(edges)[:, None] / 2, (edges[1:] + edges[:-1])[:, None] / 2
    return (middle + half * nodes).ravel(), (half * weights).ravel()


def widened_slope(days: list[float], values: list[float], level: float = 0.95) -> tuple[float, float, float]:
    """Sen's slope and interval with Var S times f, from ranks by scipy and all slopes by numpy."""
    t, y = np.array(days, float), np.array(values, float)
    n = len(t)
    one, other = np.triu_indices(n, 1)
    slopes = np.sort((y[other] - y[one]) / (t[other] - t[one]))
    middle = float(np.median(slopes))
    ranks = stats.rankdata(y - middle * t)
    centred = ranks - ranks.mean()
    squares = float(centred @ centred)
    grown = 0.0
    for k in range(1, 4):
        rho = float(centred[:-k] @ centred[k:]) / squares if squares and k < n else 0.0
        if rho > stats.norm.ppf(0.9) / np.sqrt(n):
            grown += (n - k) * (n - k - 1) * (n - k - 2) * rho
    factor = max(1.0, 1 + 2 * grown / (n * (n - 1) * (n - 2))) if n > 2 else 1.0
    _, ties = np.unique(y, return_counts=True)
    variance = (n * (n - 1) * (2 * n + 5) - (ties * (ties - 1) * (2 * ties + 5)).sum()) / 18
    reach = stats.norm.ppf((1 + level) / 2) * np.sqrt(factor * variance)
    low = max(int(np.round((len(slopes) - reach) / 2)) - 1, 0)
    high = min(int(np.round((len(slopes) + reach) / 2)), len(slopes) - 1)
    return middle, float(slopes[low]), float(slopes[high])


def late_level(days: list[int], values: list[float]) -> float:
    """A mean whose weights halve with every seven days that have passed."""
    weights = 0.5 ** ((days[-1] - np.array(days)) / 7)
    return float(np.average(values, weights=weights))


def shared(apart: float) -> float:
    """The share of a unit circle that another covers, by measuring the lens strip by strip."""
    half = apart / 2
    if half >= 1:
        return 0.0
    return float(4 * integrate.quad(lambda x: np.sqrt(1 - x * x), half, 1, epsabs=1e-12)[0] / np.pi)
