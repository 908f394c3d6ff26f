# SPDX-License-Identifier: MIT
"""The river between two banks."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.event_notes import EventKind, EventNote
from ipnb_journal.domain.insights import by_day
from ipnb_journal.domain.readings import Readings
from ipnb_journal.domain.river import BankRow, River, bank_rows, banks, river, room_on, water_between
from ipnb_journal.domain.smoothing import LinePoint
from ipnb_journal.domain.windows import Window, monday_of

LAST = date(2025, 5, 14).toordinal()
WINDOW = Window(LAST - 90, LAST)


def days(back: list[int], seed: int = 1, middle: float = 50) -> tuple[DayValue, ...]:
    wobble = random.Random(seed)
    return tuple(DayValue(LAST - b, middle + wobble.uniform(-9, 9)) for b in sorted(back, reverse=True))


def found(chaos: tuple[DayValue, ...], rigidity: tuple[DayValue, ...], **others: object) -> River:
    sliders = {Scale.CHAOS: chaos, Scale.RIGIDITY: rigidity}
    return river(Readings(sliders, **others), WINDOW, 7)  # type: ignore[arg-type]


def test_property_12_both_banks_can_press_at_once() -> None:
    assert banks(90, 90).room < banks(90, 10).room < banks(10, 10).room


@given(st.floats(0, 100), st.floats(0, 100))
def test_the_room_is_half_the_way_between_the_edges(chaos: float, rigidity: float) -> None:
    fast, stuck, room = banks(chaos, rigidity)
    assert stuck <= fast
    assert room == pytest.approx((fast - stuck) / 2, abs=1e-9)


@pytest.mark.parametrize(
    ("chaos", "rigidity", "edges"),
    [(20, 30, (80, -70, 75)), (90, 10, (10, -90, 50)), (90, 90, (10, -10, 10)), (0, 0, (100, -100, 100))],
)
def test_banks(chaos: float, rigidity: float, edges: tuple[float, float, float]) -> None:
    assert banks(chaos, rigidity) == edges


@given(st.floats(0, 100), st.floats(0, 99), st.floats(0.5, 1))
def test_pressing_on_one_bank_never_widens_the_river(chaos: float, rigidity: float, more: float) -> None:
    assert banks(chaos, rigidity + more).room < banks(chaos, rigidity).room


def test_both_banks_at_once_leave_less_room_than_one() -> None:
    def narrowest(chaos: float, rigidity: float) -> float:
        back = list(range(60))
        drawn = found(days(back, 1, chaos), days(back, 2, rigidity))
        return min(water.banks.room for run in drawn.water for water in run)

    assert narrowest(88, 88) < narrowest(88, 12)


def test_the_water_is_that_of_the_lines() -> None:
    drawn = found(days(list(range(80))), days(list(range(80)), 2))
    lines = [
        {point.day: point.value for piece in each.line for point in piece}
        for each in (drawn.chaos, drawn.rigidity)
    ]
    water = {each.day: each.banks for run in drawn.water for each in run}
    assert set(water) == set(lines[0]) == set(lines[1])
    assert all(water[day] == banks(lines[0][day], lines[1][day]) for day in water)


def test_water_only_where_both_lines_run() -> None:
    def line(first: int, last: int) -> tuple[LinePoint, ...]:
        return tuple(LinePoint(day, 40, 30, 50) for day in range(first, last + 1))

    runs = water_between([line(1, 4), line(8, 9)], [line(3, 8)])
    assert [[water.day for water in run] for run in runs] == [[3, 4], [8]]
    assert water_between([line(1, 2)], []) == ()


def test_no_water_before_there_are_lines_and_none_across_a_gap() -> None:
    assert found(days([0, 1, 2]), days([0, 1, 2])).water == ()
    back = [*range(20), *range(45, 80)]
    runs = found(days(back), days(list(range(80)), 2)).water
    assert len(runs) == 2
    assert not any(LAST - 44 <= water.day <= LAST - 20 for run in runs for water in run)


def test_the_room_on_a_day_is_that_of_its_own_marks() -> None:
    drawn = found((DayValue(LAST - 1, 50), DayValue(LAST, 72)), (DayValue(LAST, 20),))
    assert room_on(drawn, LAST) == 54
    assert room_on(drawn, LAST - 1) is None
    assert room_on(drawn, LAST - 2) is None


def test_the_room_of_late_needs_both_levels() -> None:
    five = tuple(DayValue(LAST - back, 40) for back in range(4, -1, -1))
    assert found(five, five).recent_room == pytest.approx(60)
    assert found(five, five[:4]).recent_room is None


def test_rows_are_the_drawn_days() -> None:
    monday = date(2025, 5, 12).toordinal()
    drawn = found((DayValue(monday, 40), DayValue(monday + 1, 60)), (DayValue(monday + 1, 20),))
    assert bank_rows(drawn, by_day) == [BankRow(monday, 40, None, 1), BankRow(monday + 1, 60, 20, 1)]
    assert bank_rows(drawn, monday_of) == [BankRow(monday, 50, 20, 2)]


def test_circles_are_counted_and_never_drawn() -> None:
    circles = {Scale.LINKAGE: days([3, 4, 200])}
    drawn = found(days([5]), days([6]), circles=circles)
    assert (drawn.circle_days, drawn.checkin_days) == (2, 2)
    assert not drawn.chaos.others


def test_notes_of_the_window_alone() -> None:
    inside = EventNote(1, "a", date.fromordinal(LAST - 3), "moved house")
    before = EventNote(2, "b", date.fromordinal(LAST - 300), "exams")
    homework = EventNote(3, "c", date.fromordinal(LAST - 2), "Homework began", EventKind.HOMEWORK)
    drawn = found(days([1]), days([1]), notes=(before, inside, homework))
    assert (drawn.notes, drawn.homework) == ((inside,), homework)
