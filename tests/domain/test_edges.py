# SPDX-License-Identifier: MIT
"""The odd cases: from check-ins to a sensible picture, without a crash and without a line that isn't so."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from random import Random
from time import process_time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from ipnb_journal.domain.checkin_scores import DayValue, Pair, day_values, pairs_of
from ipnb_journal.domain.checkins import CheckIn, Item, Scale
from ipnb_journal.domain.days import local_day, zone_name
from ipnb_journal.domain.insights import BANDWIDTHS, OverTime, over_time
from ipnb_journal.domain.look_back import look_back
from ipnb_journal.domain.numbers import numbers
from ipnb_journal.domain.readings import Readings
from ipnb_journal.domain.series import Gap, Missing, SeriesPicture, usual_range_of
from ipnb_journal.domain.windows import Span, Window, window_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

TODAY = date(2026, 3, 12)
LAST = TODAY.toordinal()
BERLIN = ZoneInfo("Europe/Berlin")


def at(moment: datetime, **answers: float) -> CheckIn:
    """A check-in as it is kept: on its own local day, with the zone it was given in."""
    given = {Item[name.upper()]: value for name, value in answers.items()}
    return CheckIn(0, "", local_day(moment), moment, zone_name(moment), given)


def pictures(checkins: Sequence[CheckIn], today: date = TODAY) -> list[OverTime]:
    """Every span and smoothing of the general check-ins, each looked at for what has to hold always."""
    return charts({scale: day_values(pairs_of(checkins, scale)) for scale in Scale}, today)


def charts(series: dict[Scale, list[DayValue]], today: date = TODAY) -> list[OverTime]:
    readings = Readings({scale: tuple(values) for scale, values in series.items()})
    first = readings.days[0] if readings.days else None
    last = today.toordinal()
    windows = [window_of(span, first, last) for span in Span]
    found = [over_time(readings, window, h, with_both=True) for window in windows for h in BANDWIDTHS]
    for chart in found:
        for drawn in (chart.being_myself, chart.in_touch, chart.both):
            assert drawn is not None
            _is_sensible(drawn, chart.window, chart.bandwidth)
    looks = look_back(series.get(Scale.DIFFERENTIATION, []), series.get(Scale.LINKAGE, []), today)
    assert all(look.comparison is None or look.missing == 0 for look in looks)
    for scale, values in series.items():
        assert numbers(scale, values, [], today).counts.gate.days <= len(values)
    return found


def _is_sensible(drawn: SeriesPicture, window: Window, h: int) -> None:
    days = [value.day for value in drawn.days]
    assert days == sorted(set(days))
    assert all(window.first <= day <= window.last for day in days)
    assert all(0 <= value.value <= 100 for value in drawn.days)
    points = [point for piece in drawn.line for point in piece]
    assert all(0 <= point.low <= point.value <= point.high <= 100 for point in points)
    assert all(window.first <= point.day <= window.last for point in points)
    for gap in drawn.gaps:
        assert gap.last - gap.first + 1 >= 1
        assert not any(gap.first <= point.day <= gap.last for point in points)
    if drawn.line_needs is not None:
        assert drawn.line == ()
    if drawn.usual is not None:
        assert 0 <= drawn.usual.low <= drawn.usual.high <= 100
    assert h in BANDWIDTHS


def evenings(backs: Iterable[int], value: Callable[[int], float], zone: ZoneInfo = BERLIN) -> list[CheckIn]:
    moments = (datetime(2026, 3, 12, 20, tzinfo=zone) - timedelta(back) for back in backs)
    return [at(moment, d1=value(n), d2=value(n), l1=value(n)) for n, moment in enumerate(moments)]


def test_no_data() -> None:
    for chart in pictures([]):
        assert chart.checkin_days == 0
        assert (
            chart.being_myself.days == chart.being_myself.line == chart.being_myself.gaps == chart.empty == ()
        )
        assert chart.being_myself.line_needs == Missing(8, 14)
        assert chart.window.days == 28


def test_one_day() -> None:
    for chart in pictures(evenings([0], lambda _: 60)):
        assert chart.being_myself.days == ((LAST, 60, False),)
        assert chart.being_myself.line == ()
        assert chart.being_myself.line_needs == Missing(7, 13)
        assert (chart.being_myself.usual, chart.being_myself.level) == (None, None)
        assert chart.in_touch.days == ((LAST, 60, True),)


def test_one_day_long_ago() -> None:
    for chart in pictures(evenings([1500], lambda _: 60)):
        inside = chart.window.first <= LAST - 1500
        assert len(chart.being_myself.days) == inside
        assert chart.being_myself.gaps != ()


@pytest.mark.parametrize("value", [0.0, 50.0, 100.0])
def test_all_equal_values(value: float) -> None:
    checkins = evenings(range(60), lambda _: value)
    for chart in pictures(checkins):
        points = [point for piece in chart.being_myself.line for point in piece]
        assert points
        assert all(point[1:] == pytest.approx((value, value, value), abs=1e-6) for point in points)
        assert chart.being_myself.usual is not None
        assert chart.being_myself.usual[:2] == (max(0, value - 5), min(100, value + 5))
    compared = [
        look.comparison
        for look in look_back(*[[DayValue(LAST - b, value) for b in range(99, -1, -1)]] * 2, TODAY)
    ]
    assert all(each is not None and each.says == "about the same" for each in compared)


def test_a_gap_of_two_years() -> None:
    random = Random(4)
    checkins = evenings([*range(30), *range(760, 800)], lambda _: random.uniform(30, 70))
    for chart in pictures(checkins):
        pieces = [(piece[0].day, piece[-1].day) for piece in chart.being_myself.line]
        assert all(first > LAST - 30 or last <= LAST - 760 for first, last in pieces)
        gap = Gap(LAST - 759, LAST - 30, left_blank=False)
        shown = Gap(max(gap.first, chart.window.first), gap.last, left_blank=False)
        assert chart.empty == ((shown,) if shown.first <= shown.last else ())
    usual = usual_range_of(day_values(pairs_of(checkins, Scale.DIFFERENTIATION)), LAST)
    assert usual is not None
    assert usual.days == 30
    look = look_back(*[day_values(pairs_of(checkins, Scale.DIFFERENTIATION))] * 2, TODAY)[0]
    assert (look.recent_days, look.base_days, look.comparison) == (28, 2, None)


def test_two_check_ins_in_one_minute() -> None:
    moment = datetime(2026, 3, 12, 20, 15, 10, tzinfo=BERLIN)
    twice = [at(moment, d1=40, d2=40), at(moment + timedelta(seconds=30), d1=80, d2=80)]
    for checkins in (twice, twice[::-1]):
        for chart in pictures(checkins):
            assert chart.being_myself.days == ((LAST, 60, False),)
            assert chart.checkin_days == 1


def test_midnight_parts_two_days() -> None:
    late = at(datetime(2026, 3, 11, 23, 59, 59, tzinfo=BERLIN), d1=40, d2=40)
    early = at(datetime(2026, 3, 12, 0, 0, 1, tzinfo=BERLIN), d1=80, d2=80)
    assert pictures([late, early])[0].being_myself.days == ((LAST - 1, 40, False), (LAST, 80, False))


def test_travelling_across_time_zones_goes_by_the_day_where_one_is() -> None:
    """West across the date line a day is lived twice, and is one day; east one is skipped, and is no gap."""
    auckland, honolulu = ZoneInfo("Pacific/Auckland"), ZoneInfo("Pacific/Honolulu")
    west = [
        at(datetime(2026, 3, 10, 8, tzinfo=auckland), d1=20, d2=20),
        at(datetime(2026, 3, 10, 9, tzinfo=honolulu), d1=60, d2=60),
    ]
    assert west[0].at < west[1].at
    assert pictures(west)[0].being_myself.days == ((LAST - 2, 40, False),)
    east = [
        at(datetime(2026, 3, 9, 22, tzinfo=honolulu), d1=20, d2=20),
        at(datetime(2026, 3, 11, 9, tzinfo=auckland), d1=60, d2=60),
    ]
    assert (east[1].at - east[0].at) < timedelta(days=1)
    assert [value.day for value in pictures(east)[0].being_myself.days] == [LAST - 3, LAST - 1]


def test_a_later_check_in_may_lie_on_an_earlier_day() -> None:
    """The day is the one where the person was, not where the moment falls in universal time."""
    samoa = timezone(timedelta(hours=13))
    first = at(datetime(2026, 3, 12, 1, tzinfo=samoa), d1=70, d2=70)
    then = at(datetime(2026, 3, 11, 14, tzinfo=UTC), d1=30, d2=30)
    assert first.at < then.at
    assert [value.value for value in pictures([first, then])[0].being_myself.days] == [30, 70]


@pytest.mark.parametrize("changes", [date(2025, 3, 30), date(2025, 10, 26)])
def test_days_of_23_and_25_hours_are_days_like_others(changes: date) -> None:
    days = [changes + timedelta(by) for by in range(-12, 13)]
    hours = [
        datetime(day.year, day.month, day.day, hour, 30, tzinfo=BERLIN) for day in days for hour in (2, 22)
    ]
    checkins = [at(moment, d1=50 + moment.hour / 2, d2=50) for moment in hours]
    chart = pictures(checkins, days[-1])[0]
    values = chart.being_myself.days
    assert [value.day for value in values] == [day.toordinal() for day in days]
    assert len({value.value for value in values}) == 1
    assert [len(piece) for piece in chart.being_myself.line] == [25]


def test_the_hour_that_comes_twice_is_one_day() -> None:
    twice = [datetime(2025, 10, 26, 2, 30, tzinfo=BERLIN, fold=fold) for fold in (0, 1)]
    assert twice[0].astimezone(UTC) != twice[1].astimezone(UTC)
    checkins = [at(moment, d1=value, d2=value) for moment, value in zip(twice, (40, 80), strict=True)]
    found = pictures(checkins, date(2025, 10, 27))[0].being_myself.days
    assert found == ((date(2025, 10, 26).toordinal(), 60, False),)


def test_the_29th_of_february() -> None:
    today = date(2028, 3, 12)
    days = [date(2028, 2, 15) + timedelta(by) for by in range(27)]
    checkins = [at(datetime(d.year, d.month, d.day, 20, tzinfo=BERLIN), d1=d.day, d2=d.day) for d in days]
    chart = pictures(checkins, today)[0]
    assert date(2028, 2, 29).toordinal() in [value.day for value in chart.being_myself.days]
    (piece,) = chart.being_myself.line
    assert [date.fromordinal(point.day) for point in piece] == days
    assert pictures(checkins, date(2028, 2, 29))[0].being_myself.days[-1].value == 29


def test_partial_answers_only() -> None:
    random = Random(2)
    moments = [datetime(2026, 3, 12, 20, tzinfo=BERLIN) - timedelta(back) for back in range(40)]
    checkins = [at(moment, d1=random.uniform(20, 80)) for moment in moments]
    for chart in pictures(checkins):
        assert all(value.partial for value in chart.being_myself.days)
        assert chart.being_myself.line
        assert chart.being_myself.usual is not None
        assert chart.in_touch.days == ()
    halves = day_values(pairs_of(checkins, Scale.DIFFERENTIATION))
    assert numbers(Scale.DIFFERENTIATION, halves, [], TODAY).counts.value[:3] == (40, 0, 40)


def test_blank_check_ins_only() -> None:
    for chart in pictures([at(datetime(2026, 3, 12, 20, tzinfo=BERLIN) - timedelta(n)) for n in range(30)]):
        assert chart.being_myself.days == ()
        assert chart.checkin_days == 0


def test_fifty_thousand_check_ins() -> None:
    random = Random(6)
    pairs = [
        Pair(
            LAST - random.randrange(3650),
            random.uniform(0, 100),
            random.choice([None, random.uniform(0, 100)]),
        )
        for _ in range(50_000)
    ]
    begun = process_time()
    values = day_values(pairs)
    found = charts({Scale.DIFFERENTIATION: values, Scale.LINKAGE: values})
    took = process_time() - begun
    assert len(values) == 3650
    assert found[-1].being_myself.total_days == 3650
    # all spans and smoothings with their numbers; one of them is a twelfth of it
    assert took < 12


def test_a_clock_set_back() -> None:
    """Days dated ahead of today are kept and not drawn, and nothing rests on them until their day comes."""
    random = Random(9)
    usual = evenings(range(60), lambda _: random.uniform(40, 60))
    ahead = evenings(range(-200, -150), lambda _: 100)
    one, other = pictures(usual), pictures([*usual, *ahead])
    for before, after in zip(one, other, strict=True):
        assert after.being_myself.days == before.being_myself.days
        assert after.being_myself.usual == before.being_myself.usual
        assert after.being_myself.level == before.being_myself.level
        assert after.being_myself.total_days == before.being_myself.total_days
        assert _course(after) == pytest.approx(_course(before), abs=1e-6)


def _course(chart: OverTime) -> dict[int, float]:
    return {point.day: point.value for piece in chart.being_myself.line for point in piece}


def test_a_clock_set_back_by_decades() -> None:
    wrong = [at(datetime(1970, 1, 1, 0, 5, tzinfo=UTC) + timedelta(n), d1=10, d2=10) for n in range(3)]
    usual = evenings(range(60), lambda _: 50)
    for chart in pictures([*wrong, *usual]):
        assert chart.being_myself.usual is not None
        assert chart.being_myself.usual.middle == 50
        assert len([piece for piece in chart.being_myself.line if piece[-1].day > LAST - 80]) == 1


def test_days_at_both_ends_of_the_calendar() -> None:
    ends = [DayValue(date.min.toordinal(), 50), DayValue(date.max.toordinal(), 50)]
    readings = Readings({Scale.DIFFERENTIATION: tuple(ends)})
    chart = over_time(readings, window_of(Span.YEAR, ends[0].day, LAST), 7)
    assert chart.being_myself.days == ()
    assert look_back(ends, ends, date.max)[0].recent_days == 0


def test_ten_years_of_days_are_fitted_and_ranged_in_a_tenth_of_a_second() -> None:
    """Fit, range, level, gaps and stretches of one scale; the limit is wide, since shared machines stall."""
    random = Random(1)
    pairs = [
        Pair(LAST - back, random.uniform(30, 70), random.uniform(30, 70)) for back in range(3649, -1, -1)
    ]
    values = tuple(day_values(pairs))
    readings = Readings({Scale.DIFFERENTIATION: values})
    window = window_of(Span.ALL, values[0].day, LAST)
    took = []
    for _ in range(5):
        begun = process_time()
        over_time(readings, window, 7)
        look_back(values, (), TODAY)
        took.append(process_time() - begun)
    print(f"ten years of days: {1000 * min(took):.0f} ms")  # noqa: T201
    assert min(took) < 0.3
