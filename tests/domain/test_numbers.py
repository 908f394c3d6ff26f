# SPDX-License-Identifier: MIT
"""The numbers behind the charts: gates, what they rest on, and how far two sliders agree."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from ipnb_journal.domain.checkin_scores import DayValue, Pair, day_values
from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.numbers import (
    Agreement,
    Counts,
    Gate,
    How,
    Numbers,
    agreement,
    numbers,
    pearson,
    stepped_up,
)
from ipnb_journal.domain.ranges import recent_levels, usual_range
from ipnb_journal.domain.smoothing import draw_line

TODAY = date(2026, 3, 12)
LAST = TODAY.toordinal()
ratings = st.integers(0, 100).map(float)


def answered(backs: list[int], seed: int = 1) -> list[Pair]:
    """Two answers that share most of what moves them, on days counted back from today."""
    random = Random(seed)
    pairs = []
    for back in sorted(backs, reverse=True):
        level = random.uniform(30, 70)
        pairs.append(Pair(LAST - back, level + random.uniform(-9, 9), level + random.uniform(-9, 9)))
    return pairs


def of(pairs: list[Pair], scale: Scale = Scale.LINKAGE, **rest: object) -> Numbers:
    return numbers(scale, day_values(pairs), pairs, TODAY, **rest)  # type: ignore[arg-type]


def test_nothing_yet_says_what_each_number_needs() -> None:
    found = of([])
    assert found.counts.value == Counts(0, 0, 0, 0, None, None)
    assert found.usual.gate == Gate(0, 14)
    assert found.noise.gate == Gate(0, 8, 0, 14)
    assert found.level.gate == Gate(0, 5)
    assert found.slope.gate == Gate(0, 20, 0, 56)
    assert found.agreement is not None
    assert found.agreement.gate == Gate(0, 20)
    assert found.look_back == (Gate(0, 8), Gate(0, 14))
    for figure in (found.usual, found.noise, found.level, found.slope, found.agreement):
        assert not figure.gate.open
        assert figure.value is None


def test_days_and_check_ins_are_counted() -> None:
    pairs = [
        Pair(LAST - 9, 40, 50),
        Pair(LAST - 9, 60, None),
        Pair(LAST - 4, None, 30),
        Pair(LAST, None, None),
    ]
    found = of(pairs).counts
    assert found.value == Counts(2, 1, 1, 3, LAST - 9, LAST - 4)
    assert found.gate.open


def test_each_number_is_the_one_the_charts_show() -> None:
    pairs = answered(list(range(0, 200, 2)))
    values = day_values(pairs)
    found = of(pairs)
    assert found.usual.value == usual_range([value.value for value in values if value.day > LAST - 118])
    assert found.noise.value == draw_line(values, 7).noise
    assert of(pairs, bandwidth=28).noise.value == draw_line(values, 28).noise
    levels = recent_levels([value.day for value in values], [value.value for value in values])
    assert found.level.value == levels[-1]
    assert found.look_back == (Gate(14, 8), Gate(45, 14))


def test_settling_in_days_bear_no_range_and_no_slope() -> None:
    found = of(answered(list(range(60))))
    assert (found.usual.gate.days, found.slope.gate.days, found.slope.gate.span) == (55, 55, 55)
    assert not found.slope.gate.open
    assert of(answered(list(range(61)))).slope.gate.open


def test_the_slope_is_points_a_week_from_the_last_118_days() -> None:
    values = [DayValue(LAST - back, 30 + (400 - back) * 0.05) for back in range(400, -1, -1)]
    before = [value._replace(value=100.0) if value.day <= LAST - 118 else value for value in values]
    found = numbers(Scale.LINKAGE, before, [], TODAY).slope
    assert found.value is not None
    assert (found.value.slope, found.value.low, found.value.high) == pytest.approx((0.35, 0.35, 0.35))
    assert (found.value.first, found.value.last) == (LAST - 117, LAST)
    assert found.gate == Gate(118, 20, 118, 56)


def test_the_slope_equals_scipys_where_neighbours_are_not_alike() -> None:
    pairs = answered(list(range(0, 115, 3)), seed=4)
    values = day_values(pairs)[5:]
    found = of(pairs).slope.value
    assert found is not None
    expected = stats.theilslopes([v.value for v in values], [v.day - LAST for v in values], 0.95)
    assert found.slope == pytest.approx(7 * expected.slope, abs=1e-9)
    assert found.low <= 7 * expected.low_slope + 1e-9
    assert found.high >= 7 * expected.high_slope - 1e-9


def test_days_too_far_apart_for_a_line_leave_an_open_gate_without_a_number() -> None:
    noise = of(answered(list(range(0, 300, 30)))).noise
    assert noise.gate.open
    assert noise.value is None


@given(st.lists(st.tuples(ratings, ratings), min_size=20, max_size=60))
def test_the_agreement_is_pearsons(answers: list[tuple[float, float]]) -> None:
    ones, others = [one for one, _ in answers], [other for _, other in answers]
    assume(len(set(ones)) > 1 and len(set(others)) > 1)
    found = agreement([Pair(day, *both) for day, both in enumerate(answers)])
    assert found.value is not None
    assert found.value.r == pytest.approx(float(stats.pearsonr(ones, others).statistic), abs=1e-9)


def test_two_sliders_bear_more_than_one() -> None:
    assert stepped_up(0.5) == pytest.approx(0.6667, abs=5e-5)
    assert stepped_up(1) == 1
    assert [stepped_up(r) for r in (0, -0.4, -1)] == [None, None, None]


def test_agreement_needs_twenty_whole_days_each_of_which_counts_once() -> None:
    nineteen = answered(list(range(19)))
    blank = [Pair(LAST - 40 - back, 50, None) for back in range(9)]
    again = [pair._replace(first=0.0, second=100.0) for pair in nineteen]
    assert agreement([*nineteen, *blank, *again]).gate == Gate(19, 20)
    whole = answered(list(range(20)))
    split = [Pair(pair.day, pair.first + by, pair.second - by) for pair in whole for by in (-3, 3)]
    assert agreement(split).value == pytest.approx(agreement(whole).value)


def test_a_slider_that_never_moves_agrees_with_nothing() -> None:
    found = agreement([Pair(day, 50, 40 + day) for day in range(25)])
    assert found.gate.open
    assert found.value is None
    assert pearson([1, 2, 3], [1, 2, 4]) == pytest.approx(0.981981, abs=1e-6)
    assert pearson([4], [5]) is None


def test_sliders_that_go_opposite_ways_bear_nothing_together() -> None:
    found = agreement([Pair(day, 20 + day, 80 - day) for day in range(25)]).value
    assert found == Agreement(pytest.approx(-1), None)


def test_two_circles_have_no_two_answers_to_the_same() -> None:
    assert of(answered(list(range(30))), method=Method.CIRCLES).agreement is None


def test_a_look_back_speaks_of_two_scales_only() -> None:
    pairs = answered(list(range(60)))
    assert [bool(of(pairs, scale).look_back) for scale in Scale] == [True, True, False, False]


def test_what_is_dated_ahead_is_left_out() -> None:
    pairs = answered(list(range(90)))
    assert of([*pairs, Pair(LAST + 3, 0, 90)]) == of(pairs)


def test_every_number_carries_how_it_was_made() -> None:
    found = of(answered(list(range(90))))
    figures = (found.counts, found.usual, found.noise, found.level, found.slope, found.agreement)
    assert {figure.how for figure in figures if figure} | {How.LOOK_BACK} == set(How)
