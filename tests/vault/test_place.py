# SPDX-License-Identifier: MIT
"""The line of time: days in order, seconds in order, never two things on one place."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.vault import checkins, entries
from ipnb_journal.vault.place import END, day_range, free_place
from tests.builders import DAY, MOMENT, a_checkin, an_entry

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def test_place_is_day_then_second_of_the_local_day(vault: Vault) -> None:
    moment = datetime(2026, 3, 14, 0, 0, 3, tzinfo=timezone(timedelta(hours=9)))
    assert free_place(vault, DAY, moment) == DAY.toordinal() << 24 | 3 << 7


def test_pages_and_checkins_share_one_line(vault: Vault) -> None:
    first = free_place(vault, DAY, MOMENT)
    entries.add(vault, an_entry())
    assert free_place(vault, DAY, MOMENT) == first + 1
    checkins.add(vault, a_checkin())
    assert free_place(vault, DAY, MOMENT) == first + 2


def test_a_second_that_is_full_runs_over_into_the_next(vault: Vault) -> None:
    with vault.transaction():
        places = []
        for _ in range(130):
            places.append(free_place(vault, DAY, MOMENT))
            checkins.add(vault, a_checkin())
    assert places == list(range(places[0], places[0] + 130))


@given(st.lists(st.dates(), min_size=2, max_size=5))
def test_days_never_overlap(days: list[date]) -> None:
    ranges = sorted({day_range(day) for day in days})
    assert all(first[1] < second[0] for first, second in pairwise(ranges))
    assert ranges[-1][1] < END < 1 << 63


def test_the_last_moment_of_a_day_lies_inside_it(vault: Vault) -> None:
    place = free_place(vault, date.max, datetime(2026, 1, 1, 23, 59, 59, 999999, tzinfo=UTC))
    first, last = day_range(date.max)
    assert first < place <= last
