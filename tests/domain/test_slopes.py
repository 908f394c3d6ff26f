# SPDX-License-Identifier: MIT
"""Theil–Sen and its interval."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from ipnb_journal.domain.slopes import autocorrelation_factor, slope_interval, theil_sen

series = st.lists(
    st.tuples(st.integers(0, 200), st.integers(0, 100)), min_size=2, max_size=25, unique_by=lambda at: at[0]
)


@given(series, st.sampled_from([0.8, 0.9, 0.95]))
def test_property_6_equals_scipys(points: list[tuple[int, int]], level: float) -> None:
    days, values = [p[0] for p in points], [p[1] for p in points]
    expected = stats.theilslopes(values, days, level)
    assert theil_sen(days, values, level) == pytest.approx(tuple(map(float, expected)), abs=1e-9)


@given(series, st.integers(-50, 50))
def test_property_6_shifting_the_values_shifts_only_the_intercept(
    points: list[tuple[int, int]], by: int
) -> None:
    days, values = [p[0] for p in points], [p[1] for p in points]
    before, after = theil_sen(days, values), theil_sen(days, [v + by for v in values])
    assert (after.slope, after.low, after.high) == (before.slope, before.low, before.high)
    assert after.intercept == pytest.approx(before.intercept + by, abs=1e-9)


def test_neighbours_alike_widen_the_interval() -> None:
    wandering = [1, 2, 3, 4, 5, 5, 4, 3, 2, 1]
    assert autocorrelation_factor(range(10), wandering, 0) == pytest.approx(1.84, abs=1e-9)
    days = list(range(10))
    wide, plain = slope_interval(days, wandering), theil_sen(days, wandering)
    assert wide.low <= plain.low <= plain.high <= wide.high
    assert wide.high - wide.low > plain.high - plain.low


def test_few_or_equal_values_leave_the_variance_alone() -> None:
    assert autocorrelation_factor([0, 1], [3, 9], 0) == 1
    assert autocorrelation_factor(range(6), [50] * 6, 0) == 1
