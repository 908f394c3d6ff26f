# SPDX-License-Identifier: MIT
"""Gates, and what may be drawn of one scale in a window."""

from __future__ import annotations

import math
import random
from datetime import date
from time import process_time
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.series import (
    Gap,
    Missing,
    line_needs,
    look_back_windows,
    picture,
    recent_level_of,
    slope_is_open,
    usual_range_of,
)
from ipnb_journal.domain.windows import Span, Window, window_of

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2025, 3, 13)
LAST = TODAY.toordinal()


def series(days: list[int], seed: int = 3) -> list[DayValue]:
    """Values on days counted back from today, oldest first."""
    wobble = random.Random(seed)
    return [DayValue(LAST - back, 50 + wobble.uniform(-15, 15)) for back in sorted(days, reverse=True)]


@pytest.mark.parametrize(
    ("days", "missing"),
    [
        ([], Missing(8, 14)),
        ([1, 2], Missing(6, 12)),
        (list(range(8)), Missing(0, 6)),
        ([0, 20], Missing(6, 0)),
        ([0, 2, 4, 6, 8, 10, 12, 13], None),
    ],
)
def test_what_a_line_still_needs(days: list[int], missing: Missing | None) -> None:
    assert line_needs(days) == missing


def test_a_level_from_five_days_a_range_from_fourteen_after_settling_in() -> None:
    assert recent_level_of(series(list(range(4)))) is None
    assert recent_level_of(series(list(range(5)))) is not None
    assert usual_range_of(series(list(range(18))), LAST) is None
    usual = usual_range_of(series(list(range(19))), LAST)
    assert usual is not None
    assert usual.days == 14


def test_the_range_looks_back_118_days_only() -> None:
    values = series(list(range(300)))
    usual = usual_range_of(values, LAST)
    assert usual is not None
    assert usual.days == 118


def test_settling_in_days_are_drawn_and_never_counted_in_the_range() -> None:
    values = [DayValue(LAST - 30 + day, 0.0 if day < 5 else 60.0) for day in range(25)]
    found = picture(Scale.LINKAGE, values, Window(LAST - 40, LAST), 7, [value.day for value in values])
    assert found.days == tuple(values)
    assert found.settling_until == values[4].day
    assert found.usual is not None
    assert (found.usual.low, found.usual.high) == (55, 65)
    assert found.provisional


def test_the_range_settles_at_42_days() -> None:
    def provisional(days: int) -> bool:
        values = series(list(range(days)))
        window = Window(LAST - 90, LAST)
        return picture(Scale.LINKAGE, values, window, 7, []).provisional

    assert provisional(46)
    assert not provisional(47)


def test_the_line_is_the_same_in_every_window() -> None:
    values = series([day for day in range(400) if day % 3 != 1])
    days = [value.day for value in values]

    def drawn(span: Span) -> dict[int, float]:
        window = window_of(span, values[0].day, LAST)
        found = picture(Scale.DIFFERENTIATION, values, window, 7, days)
        return {point.day: point.value for piece in found.line for point in piece}

    month, year = drawn(Span.MONTH), drawn(Span.YEAR)
    assert set(month) <= set(year)
    assert [year[day] for day in month] == pytest.approx(list(month.values()), abs=1e-5)


def test_a_gap_is_named_whether_or_not_the_scale_was_left_blank() -> None:
    values = series([60, 58, 55, 53, 20, 18, 17])
    other = [*[value.day for value in values], LAST - 40]
    found = picture(Scale.LINKAGE, values, Window(LAST - 70, LAST), 7, sorted(other))
    assert found.gaps == (
        Gap(LAST - 52, LAST - 21, left_blank=True),
        Gap(LAST - 16, LAST, left_blank=False),
    )


def test_a_gap_is_cut_to_the_window() -> None:
    values = series([60, 2, 0])
    window = Window(LAST - 29, LAST)
    found = picture(Scale.LINKAGE, values, window, 7, [value.day for value in values])
    assert found.gaps == (Gap(LAST - 29, LAST - 3, left_blank=False),)


def test_a_slope_needs_twenty_days_over_eight_weeks() -> None:
    assert not slope_is_open(list(range(0, 76, 4))[:19])
    assert not slope_is_open(list(range(20)))
    assert slope_is_open([*range(19), 55])


def test_the_look_back_needs_eight_and_fourteen_days() -> None:
    enough = series([*range(8), *range(30, 44), *range(100, 105)])
    found = look_back_windows(enough, LAST)
    assert found is not None
    assert (len(found[0]), len(found[1])) == (8, 14)
    assert look_back_windows(enough[:-1], LAST) is None
    assert look_back_windows(enough[1:], LAST) is None


def test_ten_years_of_days_cost_less_than_the_plain_sums_for_a_season_of_them() -> None:
    values = series(list(range(3650)))
    window = window_of(Span.ALL, values[0].day, LAST)
    days = [value.day for value in values]

    def plain(day: int) -> float:
        kernel = [math.exp(-0.5 * ((value.day - day) / 7) ** 2) for value in values]
        return sum(k * (value.day - day) ** 2 * value.value for k, value in zip(kernel, values, strict=True))

    drawn = _shortest(lambda: picture(Scale.LINKAGE, values, window, 7, days))
    written_out = _shortest(lambda: [plain(day) for day in days[:120]])
    assert drawn < written_out


def _shortest(work: Callable[[], object]) -> float:
    took = []
    for _ in range(5):
        started = process_time()
        work()
        took.append(process_time() - started)
    return min(took)


def test_a_window_moved_back_draws_the_same_line_and_knows_nothing_later() -> None:
    values = series([day for day in range(300) if day % 3 != 1])
    days = [value.day for value in values]
    whole = picture(Scale.LINKAGE, values, Window(LAST - 299, LAST), 7, days)
    back = picture(Scale.LINKAGE, values, Window(LAST - 200, LAST - 110), 7, days)
    drawn = {point.day: point.value for piece in whole.line for point in piece}
    moved = {point.day: point.value for piece in back.line for point in piece}
    assert min(moved) == LAST - 200
    assert max(moved) == LAST - 110
    assert [drawn[day] for day in moved] == pytest.approx(list(moved.values()), abs=1e-5)
    until = [value for value in values if value.day <= LAST - 110]
    assert back.usual == usual_range_of(until, LAST - 110)
    assert back.level == recent_level_of(until)
    assert back.total_days == len(until)


def test_a_window_that_moves_a_little_has_the_same_line_and_band() -> None:
    values = series([day for day in range(400) if day % 3 != 1])
    days = [value.day for value in values]
    first = LAST - LAST % 64 - 200
    here, moved = (
        picture(Scale.CHAOS, values, Window(first + by, first + by + 90), 7, days) for by in (60, 63)
    )
    assert here.noise == moved.noise
    drawn = {point.day: point for piece in here.line for point in piece}
    assert [drawn[point.day] for piece in moved.line for point in piece if point.day in drawn] == [
        point for piece in moved.line for point in piece if point.day in drawn
    ]
