# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.rehearsal import KeyQuestion, Rehearsals, groups_to_ask, months_later, to_ask

MADE = date(2026, 3, 12)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("so_far", "today", "due"),
    [
        (Rehearsals(MADE), date(2026, 6, 11), False),
        (Rehearsals(MADE), date(2026, 6, 12), True),
        (Rehearsals(MADE, rehearsed=date(2026, 6, 20)), date(2027, 6, 19), False),
        (Rehearsals(MADE, rehearsed=date(2026, 6, 20)), date(2027, 6, 20), True),
        (Rehearsals(MADE, put_off=date(2026, 6, 12)), date(2026, 7, 11), False),
        (Rehearsals(MADE, put_off=date(2026, 6, 12)), date(2026, 7, 12), True),
        (Rehearsals(None), date(2030, 1, 1), False),
    ],
)
def test_it_is_due_after_three_months_and_then_each_year(so_far: Rehearsals, today: date, due: bool) -> None:
    assert (to_ask(so_far, today) is KeyQuestion.STILL_THERE) is due


def test_a_new_key_starts_anew_whatever_was_rehearsed_before() -> None:
    so_far = Rehearsals(date(2027, 1, 1), rehearsed=date(2026, 12, 31))
    assert to_ask(so_far, date(2027, 3, 31)) is None
    assert to_ask(so_far, date(2027, 4, 1)) is KeyQuestion.STILL_THERE


def test_a_sheet_nobody_kept_is_asked_after_at_once_but_rests_too() -> None:
    assert to_ask(Rehearsals(MADE, kept=False), MADE) is KeyQuestion.NOT_KEPT
    put_off = Rehearsals(MADE, kept=False, put_off=MADE)
    assert to_ask(put_off, date(2026, 4, 10)) is None
    assert to_ask(put_off, date(2026, 4, 11)) is KeyQuestion.NOT_KEPT


@given(DAYS, st.none() | DAYS, st.none() | DAYS, DAYS, st.integers(0, 5000))
def test_a_clock_set_back_makes_nothing_due(
    made: date, rehearsed: date | None, put_off: date | None, today: date, back: int
) -> None:
    so_far = Rehearsals(made, True, rehearsed, put_off)
    earlier = today - timedelta(days=min(back, (today - date.min).days))
    assert to_ask(so_far, today) or not to_ask(so_far, earlier)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(9999, 10, 1), 3, date.max),
    ],
)
def test_months_end_where_the_month_does(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


def test_two_groups_are_asked_others_each_time() -> None:
    random, seen = Random(1), set()
    for _ in range(200):
        asked = groups_to_ask(random)
        assert len(set(asked)) == 2
        assert list(asked) == sorted(asked)
        seen |= set(asked)
    assert seen == set(range(1, 15))
