# SPDX-License-Identifier: MIT
"""Day points, weekly means that gaps break, and where most days lie."""

from __future__ import annotations

import math
import random
from datetime import date
from time import process_time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from ipnb_journal.domain.checkin_scores import DayValue, Pair, day_values
from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.plane import (
    Middle,
    Oval,
    PlanePoint,
    Week,
    middle_of,
    oval_of,
    plane,
    points_of,
    week_means,
)
from ipnb_journal.domain.readings import Readings
from ipnb_journal.domain.windows import Window, monday_of

MONDAY = date(2026, 3, 2).toordinal()
D, L = SHOWN = Scale.DIFFERENTIATION, Scale.LINKAGE
ratings = st.floats(0, 100)
pairs = st.lists(st.tuples(ratings, ratings), min_size=14, max_size=60)


def readings(
    days: dict[int, tuple[float | None, float | None]], *, partial: frozenset[int] = frozenset()
) -> Readings:
    """By sliders, on days counted from `MONDAY`; None leaves a scale out."""
    one = [
        DayValue(MONDAY + day, v[0], day in partial) for day, v in sorted(days.items()) if v[0] is not None
    ]
    two = [DayValue(MONDAY + day, v[1]) for day, v in sorted(days.items()) if v[1] is not None]
    return Readings({D: tuple(one), L: tuple(two)})


def around(first: int, last: int) -> Window:
    return Window(MONDAY + first, MONDAY + last)


def points(values: list[tuple[float, float]]) -> list[PlanePoint]:
    return [PlanePoint(MONDAY + day, *each) for day, each in enumerate(values)]


def test_a_point_needs_both_and_is_partial_when_either_is() -> None:
    found = points_of(
        readings({0: (60, 40), 1: (70, None), 2: (None, 20), 3: (10, 90)}, partial=frozenset({3}))
    )
    assert found == (PlanePoint(MONDAY, 60, 40), PlanePoint(MONDAY + 3, 10, 90, partial=True))


def test_week_means_by_hand() -> None:
    days = {1: (60, 40), 4: (70, 50), 7: (20, 20), 14: (0, 100), 15: (50, 60), 20: (100, 80)}
    found = plane(readings(days), around(0, 20))
    assert found.weeks == (
        Week(MONDAY, 65, 45, 2, partial=False, joined=False),
        Week(MONDAY + 14, 50, 80, 3, partial=False, joined=True),
    )
    assert (found.thin_weeks, found.breaks, found.days, found.shape_needs) == (1, (), 6, 0)


def test_a_week_is_partial_when_all_its_days_are() -> None:
    days = {day: (50.0, 50.0) for day in (0, 1, 7, 8)}
    weeks = plane(readings(days, partial=frozenset({0, 1, 7})), around(0, 13)).weeks
    assert [week.partial for week in weeks] == [True, False]


@pytest.mark.parametrize(
    ("days", "joined"),
    [
        ((0, 1, 7, 8), True),
        ((0, 1, 9, 14, 15), True),
        ((0, 1, 14, 15), False),
        ((0, 1, 7, 14, 21, 22), False),
        ((0, 1, 700, 701), False),
    ],
    ids=["next week", "over a thin week", "over an empty week", "two thin weeks", "two years"],
)
def test_gaps_break_the_trail(days: tuple[int, ...], joined: bool) -> None:
    found = plane(readings({day: (50, 50) for day in days}), around(0, days[-1]))
    assert found.weeks[-1].joined is joined
    assert found.breaks == (() if joined else (Window(MONDAY + 7, found.weeks[-1].monday - 1),))


@given(st.integers(1, 3_000_000))
def test_a_week_begins_on_monday(day: int) -> None:
    first = monday_of(day)
    assert first <= day < first + 7
    assert date.fromordinal(first).weekday() == 0


def test_three_days_make_a_first_shape() -> None:
    few = plane(readings({0: (10, 20), 1: (20, 30)}), around(0, 6))
    assert (few.weeks, few.shape_needs, few.middle, len(few.points)) == ((), 1, None, 2)
    three = plane(readings({0: (10, 20), 1: (20, 30), 2: (60, 10)}), around(0, 6))
    assert (three.weeks, three.shape_needs, three.middle) == (
        (Week(MONDAY, 30, 20, 3, partial=False, joined=False),),
        0,
        None,
    )


def test_three_days_in_three_weeks_have_a_middle_only() -> None:
    found = plane(readings({0: (10, 20), 8: (20, 30), 16: (60, 10)}), around(0, 20))
    assert (found.weeks, found.middle) == ((), Middle(20, 20))


def test_nothing_at_all() -> None:
    found = plane(Readings(), around(0, 27), with_oval=True)
    assert (found.points, found.weeks, found.shape_needs, found.oval_needs) == ((), (), 3, 14)


def test_only_the_window_counts_and_of_it_the_newest_thirty() -> None:
    found = plane(readings({day: (day % 100, 50) for day in range(200)}), around(100, 150))
    assert (found.days, len(found.points)) == (51, 30)
    assert found.points[0].day == MONDAY + 121
    assert (found.weeks[0].monday, found.weeks[0].days) == (MONDAY + 98, 5)
    assert (found.weeks[-1].monday, found.weeks[-1].days) == (MONDAY + 147, 4)


def test_what_is_not_drawn_is_counted() -> None:
    sliders = {D: (DayValue(MONDAY, 10), DayValue(MONDAY + 1, 10)), L: (DayValue(MONDAY + 5, 10),)}
    circles = {scale: tuple(DayValue(MONDAY + day, 60) for day in range(4)) for scale in SHOWN}
    circles[D] += (DayValue(MONDAY + 6, 10),)
    found = plane(Readings(sliders, circles), around(0, 6))
    assert (found.method, found.days, found.one_sided, found.other_days) == (Method.CIRCLES, 4, 1, 3)


@given(st.lists(st.tuples(st.integers(0, 20), ratings, ratings, ratings, ratings), max_size=30), st.randoms())
def test_order_within_a_day_changes_nothing(
    checkins: list[tuple[int, float, float, float, float]], order: random.Random
) -> None:
    def shape(given_order: list[tuple[int, float, float, float, float]]) -> Readings:
        one = day_values(Pair(MONDAY + day, a, b) for day, a, b, _, _ in given_order)
        two = day_values(Pair(MONDAY + day, a, b) for day, _, _, a, b in given_order)
        return Readings({D: tuple(one), L: tuple(two)})

    shuffled = list(checkins)
    order.shuffle(shuffled)
    window = around(0, 20)
    found, other = (plane(shape(each), window, with_oval=True) for each in (checkins, shuffled))
    assert found.breaks == other.breaks
    for week, same in zip(found.weeks, other.weeks, strict=True):
        assert week == pytest.approx(same)
    assert [point.day for point in found.points] == [point.day for point in other.points]


@given(st.dictionaries(st.integers(0, 400), st.tuples(ratings, ratings), max_size=80))
def test_weeks_stay_within_their_days(days: dict[int, tuple[float, float]]) -> None:
    found = week_means(points_of(readings(days)))
    for week in found:
        inside = [v for day, v in days.items() if monday_of(MONDAY + day) == week.monday]
        assert len(inside) == week.days >= 2
        for value, column in ((week.being_myself, 0), (week.in_touch, 1)):
            of_week = [each[column] for each in inside]
            assert min(of_week) - 1e-9 <= value <= max(of_week) + 1e-9
            assert value == pytest.approx(float(np.mean(of_week)))
    assert [week.monday for week in found] == sorted({week.monday for week in found})


def test_an_oval_needs_fourteen_days_after_settling_in() -> None:
    days = {day: (50.0 + day, 50.0) for day in range(18)}
    early = plane(readings(days), around(0, 30), with_oval=True)
    assert (early.oval, early.oval_needs) == (None, 1)
    found = plane(readings(days | {18: (40, 40)}), around(0, 30), with_oval=True)
    assert found.oval is not None
    assert (found.oval.days, found.oval_needs) == (14, 0)
    assert found.middle == found.oval.middle
    assert plane(readings(days | {18: (40, 40)}), around(0, 30)).oval is None


def test_equal_days_still_have_an_oval() -> None:
    found = oval_of(points([(50, 50)] * 14))
    assert found is not None
    assert (found.middle, found.long, found.short, found.holds) == ((50, 50), 5, 5, 14)


def inside(found: Oval, values: list[tuple[float, float]]) -> int:
    """How many days lie in the ellipse, by its axes."""
    middle, long, short, turn = found.middle, found.long, found.short, found.turn
    count = 0
    for x, y in values:
        dx, dy = x - middle.being_myself, y - middle.in_touch
        along = (dx * math.cos(turn) + dy * math.sin(turn)) / long
        aside = (-dx * math.sin(turn) + dy * math.cos(turn)) / short
        count += along**2 + aside**2 <= 1 + 1e-9
    return count


@given(pairs)
def test_the_oval_holds_two_days_in_three_and_says_how_many(values: list[tuple[float, float]]) -> None:
    found = oval_of(points(values))
    assert found is not None
    assert found.holds >= math.ceil(len(values) * 2 / 3)
    assert inside(found, values) == pytest.approx(found.holds, abs=1)
    assert found.long >= found.short > 0


@given(pairs)
def test_the_ovals_shape_agrees_with_other_implementations(values: list[tuple[float, float]]) -> None:
    found = oval_of(points(values))
    assert found is not None
    xs, ys = np.array(values).T
    assert found.middle == pytest.approx((np.median(xs), np.median(ys)))

    def mad(given_values: np.ndarray) -> float:
        return 1.4826 * float(stats.median_abs_deviation(given_values))

    sx, sy = max(5.0, mad(xs)), max(5.0, mad(ys))
    us, vs = (xs - np.median(xs)) / sx, (ys - np.median(ys)) / sy
    plus, minus = mad(us + vs) ** 2, mad(us - vs) ** 2
    slant = float(np.clip((plus - minus) / (plus + minus), -0.95, 0.95)) if plus + minus else 0.0
    shape = np.array([[sx**2, slant * sx * sy], [slant * sx * sy, sy**2]])
    away = distances(values, np.array(found.middle), shape)
    reach = max(1.0, sorted(away)[math.ceil(len(values) * 2 / 3) - 1])
    short, long = np.sqrt(np.linalg.eigvalsh(shape)) * reach
    assert (found.long, found.short) == pytest.approx((long, short), rel=1e-6, abs=1e-6)


def distances(values: list[tuple[float, float]], middle: np.ndarray, shape: np.ndarray) -> list[float]:
    inverse = np.linalg.inv(shape)
    return [
        float(np.sqrt((np.array(each) - middle) @ inverse @ (np.array(each) - middle))) for each in values
    ]


@given(pairs)
def test_swapping_the_scales_mirrors_the_oval(values: list[tuple[float, float]]) -> None:
    one, other = oval_of(points(values)), oval_of(points([(y, x) for x, y in values]))
    assert one is not None
    assert other is not None
    assert other.middle == one.middle[::-1]
    assert (other.long, other.short) == pytest.approx((one.long, one.short))


def test_a_few_days_far_out_hardly_move_it() -> None:
    wobble = random.Random(4)
    near = [(50 + wobble.gauss(0, 6), 50 + wobble.gauss(0, 6)) for _ in range(30)]
    calm, far = oval_of(points(near)), oval_of(points([*near, (0, 100), (0, 100), (100, 0)]))
    assert calm is not None
    assert far is not None
    assert far.middle == pytest.approx(calm.middle, abs=1.5)
    assert far.long < 1.3 * calm.long


def test_the_middle_is_the_median() -> None:
    assert middle_of(points([(0, 100), (10, 20), (90, 30)])) == Middle(10, 30)


def test_ten_years_of_days_take_little() -> None:
    wobble = random.Random(2)
    found = readings({day: (wobble.uniform(20, 90), wobble.uniform(20, 90)) for day in range(3650)})
    begun = process_time()
    plane(found, around(0, 3650), with_oval=True)
    assert process_time() - begun < 0.1
