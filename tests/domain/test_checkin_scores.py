# SPDX-License-Identifier: MIT
"""Scores, stand-ins for missing answers, day values."""

from __future__ import annotations

from datetime import UTC, date, datetime
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.checkin_scores import (
    DayValue,
    Pair,
    Score,
    both_present,
    circle_scores,
    day_values,
    offset_of_first,
    pairs_of,
    score,
)
from ipnb_journal.domain.checkins import CheckIn, Circles, Item, Scale

ratings = st.floats(0, 100)
answers = st.one_of(st.none(), ratings)
PAST = [(60, 40), (70, 60), (65, 45), (80, 60), (75, 65)]


def test_both_answers_are_averaged() -> None:
    assert score(70, 50) == Score(60, partial=False)


def test_one_answer_is_moved_by_the_persons_own_habit() -> None:
    assert offset_of_first(PAST) == -10
    assert score(82, None, -10) == Score(72, partial=True)
    assert score(None, 72, -10) == Score(82, partial=True)


def test_no_answer_is_no_score() -> None:
    assert score(None, None, -10) is None


def test_a_habit_needs_five_complete_checkins() -> None:
    assert offset_of_first(PAST[:4]) == 0


@given(st.lists(st.tuples(ratings, ratings), min_size=5, max_size=20))
def test_the_second_items_habit_is_the_negative_of_the_firsts(past: list[tuple[float, float]]) -> None:
    swapped = [(second, first) for first, second in past]
    assert offset_of_first(past) == pytest.approx(-offset_of_first(swapped), abs=1e-12)


@given(answers, answers, st.floats(-100, 100))
def test_scores_stay_on_the_slider(first: float | None, second: float | None, offset: float) -> None:
    found = score(first, second, offset)
    assert (found is None) == (first is None and second is None)
    assert found is None or 0 <= found.value <= 100


def test_property_2_an_untouched_slider_is_not_its_middle() -> None:
    assert day_values([Pair(1, None, None)]) == []
    assert day_values([Pair(1, 50, 50)]) == [DayValue(1, 50, partial=False)]
    assert day_values([Pair(1, 80, None)]) == [DayValue(1, 80, partial=True)]


def test_property_2_does_not_apply_is_not_zero() -> None:
    moment = datetime(2025, 3, 3, 20, tzinfo=UTC)
    given_ = {Item.D1: 64.0, Item.D2: 56.0}
    checkin = CheckIn(
        1, "u", date(2025, 3, 3), moment, "UTC", given_, does_not_apply=frozenset({Item.L1, Item.L2})
    )
    assert day_values(pairs_of([checkin], Scale.LINKAGE)) == []
    assert day_values(pairs_of([checkin], Scale.DIFFERENTIATION)) == [
        DayValue(date(2025, 3, 3).toordinal(), 60)
    ]


def test_the_stand_in_uses_earlier_days_only() -> None:
    past = [Pair(day, first, second) for day, (first, second) in enumerate(PAST)]
    alone = Pair(5, 82, None)
    assert day_values([*past, alone])[-1] == DayValue(5, 72, partial=True)
    same_day = [Pair(4, *PAST[4]), Pair(4, 82, None)]
    assert day_values([*past[:4], *same_day])[-1] == DayValue(4, (70 + 82) / 2, partial=False)


def test_a_day_is_partial_only_if_all_its_scores_are() -> None:
    assert day_values([Pair(1, 40, None), Pair(1, 60, 60)]) == [DayValue(1, 50, partial=False)]
    assert day_values([Pair(1, 40, None), Pair(1, None, 60)]) == [DayValue(1, 50, partial=True)]
    assert DayValue(1, 50, partial=True).weight == 0.5
    assert DayValue(1, 50, partial=False).weight == 1


@given(st.lists(st.tuples(st.integers(1, 4), answers, answers), max_size=25), st.randoms())
def test_property_3_the_order_within_a_day_makes_no_difference(rows: list[tuple], random) -> None:
    pairs = [Pair(*row) for row in rows]
    shuffled = pairs.copy()
    random.shuffle(shuffled)
    assert day_values(shuffled) == day_values(pairs)


def test_both_present_is_the_lower_of_the_two() -> None:
    assert [
        both_present([DayValue(1, d)], [DayValue(1, one)])[0].value
        for d, one in ((100, 0), (50, 50), (90, 40), (60, 65))
    ] == [0, 50, 40, 60]
    assert (60 + 65) / 2 == 62.5
    assert sqrt(60 * 65) == pytest.approx(62.45, abs=0.005)


def test_both_present_needs_both() -> None:
    d = [DayValue(1, 60), DayValue(2, 70)]
    one = [DayValue(2, 65, partial=True), DayValue(3, 10)]
    assert both_present(d, one) == [DayValue(2, 65, partial=True)]


def test_circles_speak_of_two_scales_only() -> None:
    assert circle_scores(Circles(closeness=60, edge_me=70, edge_other=40, bridge=55)) == {
        Scale.DIFFERENTIATION: Score(55, partial=False),
        Scale.LINKAGE: Score(55, partial=False),
    }
    assert circle_scores(Circles(edge_me=70)) == {Scale.DIFFERENTIATION: Score(70, partial=True)}
    assert circle_scores(Circles(closeness=60)) == {}
