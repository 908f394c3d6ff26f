# SPDX-License-Identifier: MIT
"""The pictures over time from a real vault."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ipnb_journal.domain.checkin_scores import day_values, pairs_of
from ipnb_journal.domain.checkins import Circles, Item, Method, Scale
from ipnb_journal.domain.series import Missing
from ipnb_journal.domain.windows import Span
from ipnb_journal.services import checkins, insights, people, sample
from ipnb_journal.vault import checkins as rows
from tests.charting import charted

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

TODAY = date(2026, 3, 12)
ZONE = ZoneInfo("Europe/Berlin")


def check_in(vault: Vault, back: int, person_id: int | None = None, **answers: float) -> None:
    day = TODAY - timedelta(back)
    moment = datetime(day.year, day.month, day.day, 20, tzinfo=ZONE)
    given = {Item[name.upper()]: value for name, value in answers.items()}
    checkins.save(vault, checkins.NewCheckIn(given, person_id=person_id), moment)


def test_an_empty_journal_has_nothing_to_draw(vault: Vault) -> None:
    chart = charted(insights.readings(vault), Span.QUARTER, 7, TODAY)
    assert chart.checkin_days == 0
    assert chart.being_myself.days == chart.in_touch.days == ()
    assert chart.being_myself.line_needs == Missing(8, 14)
    assert insights.four_weeks(vault, TODAY) is None


def test_the_days_are_those_that_were_given(vault: Vault) -> None:
    check_in(vault, 3, d1=70, d2=50, l1=40)
    check_in(vault, 1, d1=20, d2=40, l1=80, l2=90)
    chart = charted(insights.readings(vault), Span.MONTH, 7, TODAY, with_both=True)
    last = TODAY.toordinal()
    assert chart.being_myself.days == ((last - 3, 60, False), (last - 1, 30, False))
    assert chart.in_touch.days == ((last - 3, 40, True), (last - 1, 85, False))
    assert chart.both is not None
    assert chart.both.days == ((last - 3, 40, True), (last - 1, 30, False))


def test_general_and_about_somebody_are_apart(vault: Vault) -> None:
    ana = people.add(vault, "Ana").id
    check_in(vault, 2, d1=10, d2=10)
    check_in(vault, 1, person_id=ana, d1=90, d2=90)
    general = charted(insights.readings(vault), Span.MONTH, 7, TODAY)
    about_ana = charted(insights.readings(vault, ana), Span.MONTH, 7, TODAY)
    assert [value.value for value in general.being_myself.days] == [10]
    assert [value.value for value in about_ana.being_myself.days] == [90]


def test_the_lean_reading_says_the_same_as_the_full_one(vault: Vault) -> None:
    sample.fill(vault, 3, TODAY)
    scales = list(Scale)
    lean = rows.pairs(vault, None, scales, Method.SLIDERS)
    full = rows.series(vault, None)
    assert [list(pairs) for pairs in lean] == [pairs_of(full, scale) for scale in scales]
    chart = charted(insights.readings(vault), Span.ALL, 7, TODAY)
    assert chart.being_myself.days == tuple(day_values(pairs_of(full, Scale.DIFFERENTIATION)))
    assert chart.in_touch.line
    assert chart.in_touch.usual is not None


def test_four_weeks_need_five_days(vault: Vault) -> None:
    for back in range(4):
        check_in(vault, back, d1=50, d2=50)
    assert insights.four_weeks(vault, TODAY) is None
    check_in(vault, 9, d1=50, d2=50)
    found = insights.four_weeks(vault, TODAY)
    assert found is not None
    assert len(found.being_myself.days) == 5
    assert found.in_touch.days == ()


def test_four_weeks_look_like_the_same_weeks_of_the_whole(vault: Vault) -> None:
    sample.fill(vault, 3, TODAY)
    small, whole = insights.four_weeks(vault, TODAY), charted(insights.readings(vault), Span.ALL, 7, TODAY)
    assert small is not None
    assert small.in_touch.days == whole.in_touch.days[-len(small.in_touch.days) :]
    drawn = {point.day: point.value for piece in whole.in_touch.line for point in piece}
    apart = [abs(drawn[point.day] - point.value) for piece in small.in_touch.line for point in piece]
    assert apart
    assert max(apart) < 0.5


def test_four_weeks_without_a_day_in_them_are_not_shown(vault: Vault) -> None:
    for back in range(40, 50):
        check_in(vault, back, d1=50, d2=50)
    assert insights.four_weeks(vault, TODAY) is None


def test_circles_about_somebody_are_read_apart_and_those_about_nobody_are_not(vault: Vault) -> None:
    ana = people.add(vault, "Ana").id
    moment = datetime(2026, 3, 11, 20, tzinfo=ZONE)
    checkins.save_circles(vault, Circles(50, 70, 40, 55), moment, ana)
    checkins.save_circles(vault, Circles(50, 90, None, None), moment, ana)
    checkins.save_circles(vault, Circles(50, 10, 10, 10), moment)
    found, day = insights.readings(vault, ana), moment.date().toordinal()
    assert found.circles == {Scale.DIFFERENTIATION: ((day, 72.5, False),), Scale.LINKAGE: ((day, 55, False),)}
    assert not any(found.sliders.values())
    assert insights.readings(vault).circles == {}
