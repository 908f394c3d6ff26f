# SPDX-License-Identifier: MIT
"""On random irregular series the charts' arithmetic agrees with numpy's and scipy's."""

from __future__ import annotations

from itertools import accumulate

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from ipnb_journal.domain.change import recent_vs_usual
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.circles import overlap
from ipnb_journal.domain.distributions import normal_cdf, t_cdf, t_quantile
from ipnb_journal.domain.ranges import recent_levels, usual_range
from ipnb_journal.domain.slopes import slope_interval
from ipnb_journal.domain.smoothing import draw_line
from tests.domain import independent

ratings = st.floats(0, 100)
windows = st.lists(ratings, min_size=2, max_size=40)


@st.composite
def irregular(draw, longest: int = 12, least: int = 1, most: int = 40) -> list[DayValue]:
    """Day values at steps of up to `longest` days, some of them partial, now and then a long gap."""
    steps = draw(st.lists(st.integers(1, longest) | st.just(100), min_size=least, max_size=most))
    return [DayValue(730_000 + day, draw(ratings), draw(st.booleans())) for day in accumulate(steps)]


@given(irregular(least=3) | irregular(least=15), st.sampled_from([7, 14, 28]))
@settings(max_examples=60)
def test_line_and_band_are_weighted_least_squares_with_its_hat_matrix(values: list[DayValue], h: int) -> None:
    line = draw_line(values, h)
    other = independent.line(
        np.array([v.day for v in values]),
        np.array([v.value for v in values]),
        np.array([v.weight for v in values]),
        h,
    )
    points = {point.day: point[1:] for piece in line.pieces for point in piece}
    if other is None:
        assert points == {}
        return
    assert line.noise is not None
    assert line.noise.freedom == pytest.approx(other.freedom, abs=1e-6)
    assert line.noise.sigma == pytest.approx(other.sigma, abs=1e-5)
    assert [points[day][0] for day in points] == pytest.approx(
        [other.points[day][0] for day in points], abs=1e-6
    )
    at_a_gate = points.keys() ^ other.points.keys()
    assert all(_is_at_a_gate(values, h, day) for day in at_a_gate)
    # where nothing is left over, how alike neighbours are is a quotient of rounding errors
    if other.sigma > 1e-3:
        assert line.noise.rho == pytest.approx(other.rho, abs=1e-6)
        for day in points:
            assert points[day] == pytest.approx(other.points[day], abs=1e-4)


def _is_at_a_gate(values: list[DayValue], h: int, day: int) -> bool:
    """Whether rounding decides if a day is drawn."""
    days = np.array([v.day for v in values])
    part = next(part for part in independent.parts(days, h) if days[part[0]] <= day <= days[part[-1]])
    own = [values[at] for at in part]
    fit = independent.local_line(
        days[part], np.array([v.value for v in own]), np.array([v.weight for v in own]), h, day
    )
    return abs(fit.effective_days - 3) < 1e-6 or abs(fit.mass - 1) < 1e-6


@given(st.lists(ratings, min_size=1, max_size=120))
def test_usual_range_is_scipys_median_distance(values: list[float]) -> None:
    found = usual_range(values)
    half = max(5.0, float(stats.median_abs_deviation(values, scale=1 / 1.4826)))
    middle = float(np.median(values))
    assert (found.low, found.high) == pytest.approx(
        (max(0, middle - half), min(100, middle + half)), abs=1e-9
    )


@given(irregular(longest=40))
def test_recent_level_is_a_mean_whose_weights_halve_every_week(values: list[DayValue]) -> None:
    days, rated = [v.day for v in values], [v.value for v in values]
    assert recent_levels(days, rated)[-1] == pytest.approx(independent.late_level(days, rated), abs=1e-6)


@given(irregular(longest=9, least=4, most=60), st.sampled_from([0.8, 0.9, 0.95]))
def test_slope_and_its_widened_interval(values: list[DayValue], level: float) -> None:
    days = [float(v.day - values[0].day) for v in values]
    # whole points, so that ties and ranks do not hang on the last bit
    rated = [float(round(v.value)) for v in values]
    found = slope_interval(days, rated, level)
    middle, low, high = independent.widened_slope(days, rated, level)
    assert found.slope == pytest.approx(middle, abs=1e-9)
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-9)
    assert found.slope == pytest.approx(float(stats.theilslopes(rated, days, level).slope), abs=1e-9)


@given(windows, windows)
@settings(max_examples=60)
def test_the_posterior_is_prior_times_likelihood_added_up(recent: list[float], base: list[float]) -> None:
    found, other = recent_vs_usual(recent, base), independent.posterior(recent, base)
    assert (found.difference, found.error) == pytest.approx((other.difference, other.error), abs=1e-6)
    assert (found.mean, found.sd) == pytest.approx((other.mean, other.sd), abs=1e-6)
    assert (found.up, found.same, found.down) == pytest.approx((other.up, other.same, other.down), abs=1e-6)


@given(st.floats(1e-6, 1 - 1e-6), st.floats(1, 5000))
def test_students_t_is_scipys(share: float, freedom: float) -> None:
    expected = float(stats.t.ppf(share, freedom))
    assert t_quantile(share, freedom) == pytest.approx(expected, rel=1e-6, abs=1e-6)
    assert t_cdf(expected, freedom) == pytest.approx(share, abs=1e-9)


@given(st.floats(-40, 40))
def test_the_normal_is_scipys(z: float) -> None:
    assert normal_cdf(z) == pytest.approx(float(stats.norm.cdf(z)), abs=1e-12)


@given(st.floats(0, 3))
def test_overlap_is_the_area_of_the_lens(apart: float) -> None:
    assert overlap(apart) == pytest.approx(independent.shared(apart), abs=1e-6)
