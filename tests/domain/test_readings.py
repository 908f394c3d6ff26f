# SPDX-License-Identifier: MIT
"""Readings: two ways of asking side by side, never pooled."""

from __future__ import annotations

from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.readings import Readings, days_of, newest

D, L, C = Scale.DIFFERENTIATION, Scale.LINKAGE, Scale.CHAOS


def days(*found: int) -> tuple[DayValue, ...]:
    return tuple(DayValue(day, 50.0) for day in found)


def test_the_line_is_of_the_way_most_days_were_given() -> None:
    found = Readings({D: days(1, 2), L: days(2, 3), C: days(9)}, {D: days(4, 5, 6, 7), L: days(4)})
    assert found.method is Method.CIRCLES
    assert found.series(D) == days(4, 5, 6, 7)
    assert found.others(D) == days(1, 2)
    assert found.series(C) == days(9)
    assert found.others(C) == ()
    assert found.days == (1, 2, 3, 4, 5, 6, 7, 9)


def test_as_many_of_both_go_by_sliders() -> None:
    assert Readings({D: days(1)}, {L: days(2)}).method is Method.SLIDERS
    assert Readings().method is Method.SLIDERS
    assert Readings().days == ()


def test_a_day_counts_once_whatever_it_answers() -> None:
    assert days_of({D: days(1, 2), L: days(2, 3)}) == {1, 2, 3}
    assert days_of({D: days(1, 2), L: days(2, 3)}, (L,)) == {2, 3}


def test_the_newest_days_alone() -> None:
    found = newest(Readings({D: days(1, 8, 9)}, {L: days(7, 10)}), 3)
    assert (found.sliders[D], found.circles[L]) == (days(8, 9), days(10))
    assert newest(Readings(), 3) == Readings()
