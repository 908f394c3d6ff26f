# SPDX-License-Identifier: MIT
"""Being myself and in touch over a window, and the same in a table."""

from __future__ import annotations

import random
from datetime import date, timedelta

from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.checkins import Method
from ipnb_journal.domain.event_notes import EventKind, EventNote
from ipnb_journal.domain.insights import four_weeks, over_time, rows_by_day, rows_by_week
from ipnb_journal.domain.series import Gap
from ipnb_journal.domain.windows import Span, Window
from tests.charting import drawn, readings

TODAY = date(2025, 3, 13)
LAST = TODAY.toordinal()


def series(days: list[int], seed: int = 3) -> list[DayValue]:
    """Values on days counted back from today, oldest first."""
    wobble = random.Random(seed)
    return [DayValue(LAST - back, 50 + wobble.uniform(-15, 15)) for back in sorted(days, reverse=True)]


def test_nothing_yet() -> None:
    chart = drawn([], [], Span.QUARTER, 7, TODAY, with_both=True)
    for each in (chart.being_myself, chart.in_touch, chart.both):
        assert each is not None
        assert (each.days, each.line, each.usual, each.level, each.gaps) == ((), (), None, None, ())
        assert each.settling_until is None
        assert each.range_needs == 14
    assert chart.checkin_days == 0
    assert rows_by_day(chart) == rows_by_week(chart) == []


def test_check_ins_after_today_are_not_drawn() -> None:
    ahead = [*series([3, 2]), DayValue(LAST + 4, 70)]
    chart = drawn(ahead, [], Span.MONTH, 7, TODAY)
    assert [value.day for value in chart.being_myself.days] == [LAST - 3, LAST - 2]


def test_the_table_has_the_drawn_days() -> None:
    d, one = series([9, 8, 4, 0]), series([8, 4, 1], seed=5)
    chart = drawn(d, one, Span.MONTH, 7, TODAY, with_both=True)
    rows = rows_by_day(chart)
    assert {row.first: row.being_myself for row in rows if row.being_myself} == {v.day: v.value for v in d}
    assert {row.first: row.in_touch for row in rows if row.in_touch} == {v.day: v.value for v in one}
    assert chart.both is not None
    assert {row.first: row.both for row in rows if row.both} == {v.day: v.value for v in chart.both.days}
    assert sum(row.days for row in rows) == chart.checkin_days == 5


def test_the_table_by_week_begins_on_mondays_and_averages() -> None:
    d = [DayValue(date(2025, 3, day).toordinal(), value) for day, value in ((3, 40.0), (9, 60.0), (10, 80.0))]
    rows = rows_by_week(drawn(d, [], Span.MONTH, 7, TODAY))
    assert [(date.fromordinal(row.first), row.being_myself, row.in_touch, row.days) for row in rows] == [
        (date(2025, 3, 3), 50.0, None, 2),
        (date(2025, 3, 10), 80.0, None, 1),
    ]


def test_four_weeks_end_today() -> None:
    found = four_weeks(series(list(range(40))), series(list(range(0, 40, 2))), TODAY)
    assert found.window == (LAST - 27, LAST)
    assert len(found.being_myself.days) == 28
    assert len(found.in_touch.days) == 14


def test_two_years_apart() -> None:
    values = series([*range(800, 830), *range(30)])
    chart = drawn(values, values, Span.ALL, 7, TODAY)
    assert len(chart.being_myself.line) == 2
    assert chart.empty == (Gap(LAST - 799, LAST - 30, left_blank=False),)
    assert TODAY - timedelta(799) == date.fromordinal(chart.empty[0].first)


def test_circles_and_sliders_are_never_pooled() -> None:
    by_sliders, by_circles = series([9, 8, 4, 0]), series([9, 7, 6, 5, 3, 1], seed=9)
    found = readings(by_sliders, by_sliders[:2], circles=(by_circles, by_circles[:3]))
    chart = over_time(found, Window(LAST - 29, LAST), 7)
    assert chart.being_myself.method is Method.CIRCLES
    assert chart.being_myself.days == tuple(by_circles)
    assert chart.being_myself.others == tuple(by_sliders)
    row = next(row for row in rows_by_day(chart) if row.first == LAST - 9)
    assert (row.being_myself, row.other_being_myself) == (by_circles[0].value, by_sliders[0].value)
    assert sum(row.days for row in rows_by_day(chart)) == chart.checkin_days == 9


def test_notes_lie_in_the_window_and_one_homework_line_at_most() -> None:
    def note(number: int, back: int, kind: EventKind = EventKind.HAPPENED) -> EventNote:
        return EventNote(number, str(number), TODAY - timedelta(back), "moved house", kind)

    notes = [note(1, 3), note(2, 40), note(3, 9, EventKind.HOMEWORK), note(4, 8, EventKind.HOMEWORK)]
    chart = over_time(readings([], [], notes), Window(LAST - 29, LAST), 7)
    assert [each.id for each in chart.notes] == [1]
    assert chart.homework is not None
    assert chart.homework.id == 4
    assert over_time(readings([], [], notes[2:]), Window(LAST - 5, LAST), 7).homework is None
    earlier = over_time(readings([], [], notes[2:]), Window(LAST - 40, LAST - 9), 7).homework
    assert earlier is not None
    assert earlier.id == 3
