# SPDX-License-Identifier: MIT
"""A tile for each person: their own days alone, in the order given."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.checkins import Circles, Method, Scale
from ipnb_journal.domain.event_notes import EventKind, EventNote
from ipnb_journal.domain.insights import over_time
from ipnb_journal.domain.readings import Readings
from ipnb_journal.domain.relationships import (
    Everybody,
    Placed,
    Relationship,
    Tile,
    by_person,
    line,
    newest_picture,
)
from ipnb_journal.domain.windows import Window
from tests.builders import a_person

TODAY = date(2026, 3, 12)
LAST = TODAY.toordinal()
QUARTER = Window(LAST - 90, LAST)
BOTH = (Scale.DIFFERENTIATION, Scale.LINKAGE)


def series(back: range | list[int], value: float = 60) -> tuple[DayValue, ...]:
    return tuple(DayValue(LAST - each, value + each % 7) for each in sorted(back, reverse=True))


def readings(sliders: range | list[int], circles: range | list[int] = ()) -> Readings:
    kept = (dict.fromkeys(BOTH, series(back)) if back else {} for back in (sliders, list(circles)))
    return Readings(*kept)


def tile(found: Readings, window: Window = QUARTER, bandwidth: int = 7) -> Tile:
    (only,) = by_person(Everybody((Relationship(a_person(), found),)), window, bandwidth).tiles
    return only


def test_people_keep_the_order_they_are_given_in() -> None:
    about = tuple(Relationship(a_person(name, id=at), readings([at])) for at, name in enumerate("CAB"))
    assert [each.person.label for each in by_person(Everybody(about), QUARTER, 7).tiles] == ["C", "A", "B"]


@pytest.mark.parametrize(("days", "needs"), [(0, 3), (1, 2), (2, 1), (3, 0), (9, 0)])
def test_a_picture_begins_with_three_days(days: int, needs: int) -> None:
    assert tile(readings(list(range(days)))).needs == needs


def test_days_of_two_ways_don_t_add_up_to_a_picture() -> None:
    found = tile(readings([1, 2], [5]))
    assert (found.needs, found.days, found.other_days) == (1, 2, 1)


def test_the_way_with_more_days_has_the_line_and_the_other_is_marks_only() -> None:
    by_circles = tile(readings([1, 2], range(0, 40, 2)))
    assert by_circles.method is Method.CIRCLES
    assert (by_circles.days, by_circles.other_days) == (20, 2)
    for each in by_circles.series:
        assert each.reached == each.days == series(range(0, 40, 2))
        assert each.others == series([1, 2])
    assert tile(readings(range(20), [1])).method is Method.SLIDERS


def test_counts_are_of_the_window_and_gates_of_all_that_is_known() -> None:
    found = tile(readings([100, 120, 140, 160, 180]))
    assert (found.days, found.needs) == (0, 0)
    assert [each.level for each in found.series] == [None, None]
    assert [each.days for each in found.series] == [(), ()]


def test_levels_and_ranges_are_those_of_the_chart_over_time() -> None:
    known = readings(range(0, 88, 2))
    found, large = tile(known), over_time(known, QUARTER, 7)
    for small, each in zip(found.series, (large.being_myself, large.in_touch), strict=True):
        assert (small.days, small.level, small.usual) == (each.days, each.level, each.usual)
    assert tile(readings(range(4))).series[0].level is None


def test_the_line_is_that_of_the_chart_over_time() -> None:
    known = readings([*range(0, 20, 2), *range(50, 88, 3)])
    chart = by_person(Everybody((Relationship(a_person(), known),)), QUARTER, 7)
    (small,) = (line(each, chart) for each in chart.tiles[0].series[:1])
    large = over_time(known, QUARTER, 7).being_myself.line
    assert [(piece[0].day, piece[-1].day) for piece in small] == [(p[0].day, p[-1].day) for p in large]
    for one, other in zip(small, large, strict=True):
        assert [point.value for point in one] == pytest.approx([point.value for point in other], abs=1e-5)


def test_no_line_below_eight_days_over_two_weeks_nor_across_more_than_28() -> None:
    assert tile(readings(range(8))).series[0].reached == ()
    assert tile(readings(range(0, 21, 3))).series[0].reached == ()
    apart = readings([*range(0, 20, 2), *range(48, 68, 2)])
    chart = by_person(Everybody((Relationship(a_person(), apart),)), QUARTER, 28)
    pieces = line(chart.tiles[0].series[0], chart)
    assert [(LAST - piece[0].day, LAST - piece[-1].day) for piece in pieces] == [(66, 48), (18, 0)]


def test_homework_is_told_where_it_began_in_the_window() -> None:
    begun = EventNote(1, "", TODAY - timedelta(40), "Homework began", EventKind.HOMEWORK)
    moved = EventNote(2, "", TODAY - timedelta(3), "Moved house")
    everybody = Everybody((), (begun, moved))
    assert by_person(everybody, QUARTER, 7).homework == begun
    assert by_person(everybody, Window(LAST - 30, LAST), 7).homework is None
    assert by_person(Everybody(), QUARTER, 7).homework is None


def test_the_days_of_everybody_reach_from_the_first_to_the_last() -> None:
    assert Everybody().days is None
    assert Everybody((Relationship(a_person(), Readings()),)).days is None
    one = Relationship(a_person(), readings([9, 30], [40]))
    other = Relationship(a_person(), Readings(), Placed(LAST - 2, Circles(closeness=50)))
    assert Everybody((one, other)).days == (LAST - 40, LAST - 2)


def test_the_newest_picture_is_the_last_in_which_anything_was_placed() -> None:
    first, blank = (3, Circles(closeness=40)), (9, Circles())
    assert newest_picture([first, blank]) == Placed(3, Circles(closeness=40))
    assert newest_picture([blank]) is None
    assert newest_picture([]) is None
