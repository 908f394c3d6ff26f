# SPDX-License-Identifier: MIT
"""The Look-back speaks of two scales, of enough days only, and at most every 28 days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.change import Change, recent_vs_usual
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.look_back import (
    EVERY_DAYS,
    SCALES_LOOKED_AT,
    LookBack,
    ScaleLook,
    look_back,
    may_open,
    method_with_more_days,
    opens_on,
)

TODAY = date(2026, 3, 12)
LAST = TODAY.toordinal()
SETTLING_IN = [LAST - 300 + day for day in range(5)]
days_back = st.sets(st.integers(-40, 140), max_size=80)


def at(backs: object, value: float = 50.0, settled: bool = True) -> list[DayValue]:
    """Days counted back from today, oldest first, with five settling-in days long before."""
    days = sorted(LAST - back for back in backs)  # type: ignore[attr-defined]
    return [DayValue(day, value) for day in [*(SETTLING_IN if settled else []), *days]]


def look(day: date, person_id: int | None = None) -> LookBack:
    moment = datetime(day.year, day.month, day.day, 20, tzinfo=UTC)
    return LookBack(1, "u", day, moment, person_id, Method.SLIDERS, ())


def test_the_rates_rest_on_two_scales_every_28_days() -> None:
    assert (SCALES_LOOKED_AT, EVERY_DAYS) == (2, 28)


def test_both_scales_are_compared_each_by_its_own_days() -> None:
    d = [*at(range(30, 44), 50), *at(range(8), 70, settled=False)]
    one = [*at(range(40, 55), 60), *at(range(9), 60, settled=False)]
    first, second = look_back(d, one, TODAY)
    assert (first.scale, first.recent_days, first.base_days) == (Scale.DIFFERENTIATION, 8, 14)
    assert (second.scale, second.recent_days, second.base_days) == (Scale.LINKAGE, 9, 15)
    assert first.comparison == recent_vs_usual([70.0] * 8, [50.0] * 14)
    assert (first.comparison.says, first.missing) == (Change.HIGHER, 0)
    assert second.comparison is not None
    assert second.comparison.says is Change.SAME


@pytest.mark.parametrize(
    ("recent", "base", "missing"), [(7, 14, 1), (8, 13, 1), (0, 0, 22), (28, 0, 14), (0, 90, 8)]
)
def test_below_the_gates_nothing_is_said(recent: int, base: int, missing: int) -> None:
    found = look_back(at([*range(recent), *range(28, 28 + base)]), [], TODAY)
    assert (found[0].recent_days, found[0].base_days) == (recent, base)
    assert found[0].comparison is None
    assert found[0].missing == missing
    assert found[1] == ScaleLook(Scale.LINKAGE, 0, 0, None)


def test_the_stretches_are_28_and_90_days_and_end_today() -> None:
    found = look_back(at([-1, 0, 27, 28, 117, 118]), [], TODAY)[0]
    assert (found.recent_days, found.base_days) == (2, 2)


def test_settling_in_days_are_not_counted() -> None:
    found = look_back(at([*range(10), *range(28, 48)], settled=False), [], TODAY)[0]
    assert (found.recent_days, found.base_days) == (10, 15)


@given(days_back, days_back)
def test_property_8_no_sentence_below_the_gates(d: set[int], one: set[int]) -> None:
    for found, backs in zip(look_back(at(d), at(one), TODAY), (d, one), strict=True):
        recent = sum(0 <= back < 28 for back in backs)
        base = sum(28 <= back < 118 for back in backs)
        assert (found.recent_days, found.base_days) == (recent, base)
        assert (found.comparison is not None) == (recent >= 8 and base >= 14)


@given(st.lists(st.tuples(st.integers(-60, 60), st.one_of(st.none(), st.integers(1, 3))), max_size=150))
def test_property_8_never_twice_within_28_days(wishes: list[tuple[int, int | None]]) -> None:
    """A person who asks about anybody, on whatever days, with a clock that jumps to and fro."""
    opened: list[LookBack] = []
    today = TODAY
    for jump, person_id in wishes:
        today += timedelta(jump)
        if may_open(opened, today):
            opened.append(look(today, person_id))
    days = [one.day for one in opened]
    assert all(abs((one - other).days) >= 28 for one in days for other in days if one is not other)


@given(st.lists(st.integers(-90, 90), max_size=6), st.integers(-5, 5))
def test_the_day_that_is_told_is_the_first_that_is_free(backs: list[int], shift: int) -> None:
    looks = [look(TODAY + timedelta(back)) for back in backs]
    today = TODAY + timedelta(shift)
    told = opens_on(looks, today)
    assert may_open(looks, told)
    waiting = (told - today).days
    assert not any(may_open(looks, today + timedelta(days)) for days in range(waiting))


def test_the_next_one_opens_28_days_after_the_newest_whoever_it_is_about() -> None:
    assert opens_on([], TODAY) == TODAY
    assert may_open([], TODAY)
    looks = [look(TODAY - timedelta(40)), look(TODAY - timedelta(27), 7)]
    assert opens_on(looks, TODAY) == TODAY + timedelta(1)
    assert not may_open(looks, TODAY)
    assert may_open(looks, TODAY + timedelta(1))


def test_a_look_dated_ahead_holds_up_none_but_its_own_28_days() -> None:
    ahead = [look(TODAY + timedelta(100))]
    assert may_open(ahead, TODAY)
    assert opens_on(ahead, TODAY + timedelta(72)) == TODAY + timedelta(72)
    assert opens_on(ahead, TODAY + timedelta(73)) == TODAY + timedelta(128)
    assert opens_on([look(date.max)], date.max) == date.max


def test_leap_days_are_days_like_others() -> None:
    assert opens_on([look(date(2028, 2, 29))], date(2028, 3, 1)) == date(2028, 3, 28)
    assert opens_on([look(date(2028, 2, 1))], date(2028, 2, 2)) == date(2028, 2, 29)


def test_the_method_with_more_days_in_the_118() -> None:
    sliders = (at(range(6)), at(range(6)))
    assert method_with_more_days(sliders, (at(range(7)), []), TODAY) is Method.CIRCLES
    assert method_with_more_days(sliders, (at(range(6)), []), TODAY) is Method.SLIDERS
    assert method_with_more_days(sliders, (at(range(118, 200)), at(range(112, 200))), TODAY) is Method.SLIDERS
    assert method_with_more_days(([], []), ([], []), TODAY) is Method.SLIDERS


def test_a_day_counts_once_for_the_method_though_it_has_both_scales() -> None:
    twice = (at(range(4)), at(range(4)))
    assert method_with_more_days(twice, (at(range(5)), []), TODAY) is Method.CIRCLES


def test_a_clock_set_back_leaves_days_ahead_out() -> None:
    ahead = [DayValue(LAST + day, 100.0) for day in range(1, 20)]
    usual = at([*range(10), *range(28, 48)])
    assert look_back([*usual, *ahead], [], TODAY) == look_back(usual, [], TODAY)
