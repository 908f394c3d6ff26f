# SPDX-License-Identifier: MIT
"""The numbers of a real vault are those of the series its charts draw."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ipnb_journal.domain.checkin_scores import day_values, pairs_of
from ipnb_journal.domain.checkins import CheckIn, Circles, Item, Method, Scale
from ipnb_journal.domain.numbers import Counts, Gate, numbers
from ipnb_journal.services import checkins as answering
from ipnb_journal.services import looking_back, people, sample
from ipnb_journal.services import numbers as service
from ipnb_journal.vault import checkins

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

TODAY = date(2026, 3, 12)


def test_all_four_scales_of_the_general_check_ins(vault: Vault) -> None:
    sample.fill(vault, 3, TODAY)
    given = checkins.series(vault, None)
    found = service.of_check_ins(vault, None, TODAY)
    for each, scale in zip(found, Scale, strict=True):
        pairs = pairs_of(given, scale)
        assert each == numbers(scale, day_values(pairs), pairs, TODAY)
        assert each.slope.value is not None
        assert each.agreement is not None
        assert each.agreement.value is not None
        assert 0.5 < each.agreement.value.r < 1


def test_nothing_yet(vault: Vault) -> None:
    found = service.of_check_ins(vault, None, TODAY)
    assert [each.scale for each in found] == list(Scale)
    assert all(each.counts.value == Counts(0, 0, 0, 0, None, None) for each in found)


def test_somebody_by_two_circles(vault: Vault) -> None:
    ana = people.add(vault, "Ana").id
    for back, circles, answers in (
        (3, Circles(closeness=30, edge_me=70), {}),
        (2, Circles(edge_me=70, edge_other=40, bridge=55), {}),
        (1, None, {Item.L1: 50.0, Item.C1: 20.0}),
    ):
        day = TODAY - timedelta(back)
        at = datetime(day.year, day.month, day.day, 20, tzinfo=ZoneInfo("Europe/Berlin"))
        method = Method.SLIDERS if circles is None else Method.CIRCLES
        kept = CheckIn(0, "", day, at, "Europe/Berlin", answers, frozenset(), ana, method, circles)
        checkins.add(vault, kept)
    myself, in_touch, chaos, _ = service.of_check_ins(vault, ana, TODAY)
    last = TODAY.toordinal()
    assert (myself.method, in_touch.method, chaos.method) == (Method.CIRCLES, Method.CIRCLES, Method.SLIDERS)
    assert myself.counts.value == Counts(2, 1, 1, 2, last - 3, last - 2)
    assert in_touch.counts.value == Counts(1, 1, 0, 1, last - 2, last - 2)
    assert chaos.counts.value == Counts(1, 0, 1, 1, last - 1, last - 1)
    assert myself.agreement is None
    assert myself.look_back[0] == Gate(0, 8)


def test_the_days_of_a_look_back_are_those_it_would_go_by(vault: Vault, now: datetime) -> None:
    ana = people.add(vault, "Ana").id
    for back in range(60):
        given = {Item.D1: 50.0, Item.D2: 60.0, Item.L1: 40.0, Item.L2: 50.0}
        new = answering.NewCheckIn(given, person_id=ana, day=now.date() - timedelta(days=300 + back))
        answering.save(vault, new, now)
    for back in range(0, 90, 2):
        day = now.date() - timedelta(days=back)
        answering.save_circles(vault, Circles(50, 70, 60, 40 + back % 7), now, ana, day=day)
    first, *_ = service.of_check_ins(vault, ana, now.date())
    (choice,) = (each for each in looking_back.choices(vault, now.date()) if each.person is not None)
    assert (first.method, first.look_back_method) == (Method.SLIDERS, Method.CIRCLES)
    assert [gate.days for gate in first.look_back] == [choice.recent_days, choice.base_days]
    assert choice.open
