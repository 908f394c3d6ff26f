# SPDX-License-Identifier: MIT
"""The usual range and the level of late."""

from __future__ import annotations

import math
from statistics import median as plain_median

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from ipnb_journal.domain.ranges import median, recent_levels, usual_range

ratings = st.floats(0, 100)
FOURTEEN = [55, 60, 58, 62, 40, 57, 61, 59, 63, 56, 60, 90, 58, 57]


def test_constant_ratings_still_have_a_width() -> None:
    assert usual_range([50] * 20)[:2] == (45, 55)


@given(st.lists(ratings, min_size=1, max_size=60))
def test_equals_scipys_median_distance_and_stays_on_the_slider(values: list[float]) -> None:
    found = usual_range(values)
    spread = 1.4826 * float(stats.median_abs_deviation(values))
    assert found.spread == pytest.approx(spread, abs=1e-9)
    assert 0 <= found.low <= found.middle <= found.high <= 100


@given(st.lists(ratings, min_size=1, max_size=30))
def test_the_median_is_the_plain_one(values: list[float]) -> None:
    assert median(values) == plain_median(values)


def test_the_levels_of_the_worked_examples() -> None:
    assert recent_levels([0, 7], [0, 90]) == pytest.approx([0, 60], abs=1e-6)
    levels = recent_levels([0, 1, 3, 4, 8, 9, 12, 15], [40, 44, 41, 50, 52, 49, 58, 60])
    assert levels == pytest.approx(
        [40, 42.0989, 41.6702, 44.1779, 46.5956, 47.2074, 49.9605, 52.5263], abs=5.1e-5
    )
    assert recent_levels([], []) == []


@given(st.lists(st.tuples(st.integers(1, 40), ratings), min_size=1, max_size=40))
def test_a_level_is_the_weighted_mean_written_out(steps: list[tuple[int, float]]) -> None:
    days, values, day = [], [], 0
    for step, value in steps:
        day += step
        days.append(day)
        values.append(value)
    weights = [math.exp(-(day - then) * math.log(2) / 7) for then in days]
    expected = sum(w * y for w, y in zip(weights, values, strict=True)) / sum(weights)
    assert recent_levels(days, values)[-1] == pytest.approx(expected, abs=1e-9)
