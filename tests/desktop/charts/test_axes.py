# SPDX-License-Identifier: MIT
"""Where days and values lie, and which days are named."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.desktop.charts.axes import TimeAxis, ValueAxis, ticks

LAST = date(2026, 3, 12).toordinal()


@given(st.integers(0, 4000), st.booleans(), st.floats(-50, 4050))
def test_a_day_and_its_place_undo_each_other(wide: int, mirrored: bool, day: float) -> None:
    axis = TimeAxis(LAST - max(1, wide), LAST, 80, 600, mirrored)
    assert axis.day_at(axis.x(LAST + day)) == pytest.approx(LAST + day, abs=1e-6)


def test_reading_from_right_to_left_turns_the_days_round() -> None:
    axis = TimeAxis(0, 10, 100, 200, mirrored=True)
    assert (axis.x(0), axis.x(10)) == (200, 100)
    assert TimeAxis(0, 10, 100, 200).x(0) == 100


def test_values_always_fill_the_panel_from_0_to_100() -> None:
    axis = ValueAxis(20, 120)
    assert (axis.y(100), axis.y(50), axis.y(0)) == (20, 70, 120)


@given(st.integers(27, 8000), st.floats(30, 160))
def test_named_days_lie_apart_and_inside(wide: int, apart: float) -> None:
    axis = TimeAxis(LAST - wide, LAST, 0, 560)
    found = ticks(axis, apart)
    places = [axis.x(tick.day) for tick in found]
    assert all(axis.first <= tick.day <= axis.last for tick in found)
    assert all(b - a >= apart * 0.9 for a, b in zip(places, places[1:], strict=False))


def test_weeks_are_counted_back_from_the_last_day() -> None:
    found = ticks(TimeAxis(LAST - 29, LAST, 0, 560), 75)
    assert [tick.day for tick in found] == [LAST - 28, LAST - 21, LAST - 14, LAST - 7, LAST]
    assert not any(tick.whole_month for tick in found)


def test_longer_stretches_name_first_days_of_months_and_years() -> None:
    year = ticks(TimeAxis(LAST - 364, LAST, 0, 560), 75)
    assert [date.fromordinal(tick.day) for tick in year] == [
        *[date(2025, month, 1) for month in (5, 7, 9, 11)],
        *[date(2026, month, 1) for month in (1, 3)],
    ]
    ten = ticks(TimeAxis(LAST - 3650, LAST, 0, 560), 75)
    assert {date.fromordinal(tick.day).month for tick in ten} == {1}
    assert len(ten) >= 4


def test_a_first_day_that_begins_a_month_is_named() -> None:
    first = date(2025, 1, 1).toordinal()
    assert ticks(TimeAxis(first, first + 364, 0, 900), 75)[0].day == first
