# SPDX-License-Identifier: MIT
"""Checking in: kept as answered, refused when we got it wrong, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.domain.checkins import Circles, Item, Method
from ipnb_journal.services import checkins, people
from ipnb_journal.services.checkins import NewCheckIn
from ipnb_journal.vault import entries
from tests.builders import an_entry

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def test_a_checkin_is_about_today_unless_said(vault: Vault, now: datetime) -> None:
    kept = checkins.save(vault, NewCheckIn({Item.R1: 50, Item.C1: 100}), now)
    assert (kept.day, kept.at, kept.zone, kept.method) == (now.date(), now, "Europe/Berlin", Method.SLIDERS)
    assert kept.answers == {Item.C1: 100.0, Item.R1: 50.0}
    assert checkins.last(vault, None) == kept
    about = checkins.save(vault, NewCheckIn(day=date(2026, 1, 2)), now)
    assert (about.day, about.answers) == (date(2026, 1, 2), {})


def test_last_and_count_by_person(vault: Vault, now: datetime) -> None:
    ana = people.add(vault, "Ana").id
    kept = checkins.save(vault, NewCheckIn(does_not_apply=frozenset({Item.L1}), person_id=ana), now)
    assert checkins.last(vault, ana) == kept
    assert checkins.last(vault, None) is None
    assert checkins.count(vault) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        NewCheckIn({Item.C1: 100.1}),
        NewCheckIn({Item.C1: -0.1}),
        NewCheckIn({Item.C1: float("nan")}),
        NewCheckIn({Item.C1: float("inf")}),
        NewCheckIn(does_not_apply=frozenset({Item.C1})),
        NewCheckIn({Item.L1: 1}, frozenset({Item.L1})),
    ],
)
def test_what_cannot_be_answered_is_our_mistake(vault: Vault, now: datetime, wrong: NewCheckIn) -> None:
    with pytest.raises(ValueError, match="C1|L1"):
        checkins.save(vault, wrong, now)
    assert checkins.count(vault) == 0


def test_taken_back_and_brought_back(vault: Vault, now: datetime) -> None:
    kept = checkins.save(vault, NewCheckIn({Item.D1: 12.5}), now)
    removed = checkins.remove(vault, kept.id)
    assert checkins.count(vault) == 0
    assert checkins.restore(vault, removed) == kept


def test_circles_are_a_series_of_their_own(vault: Vault, now: datetime) -> None:
    ana = people.add(vault, "Ana").id
    kept = checkins.save_circles(vault, Circles(closeness=40, edge_me=0), now, ana)
    assert (kept.day, kept.at, kept.zone, kept.method) == (now.date(), now, "Europe/Berlin", Method.CIRCLES)
    assert (kept.circles, kept.answers) == (Circles(closeness=40.0, edge_me=0.0), {})
    assert kept.circles is not None and isinstance(kept.circles.closeness, float)
    assert (kept.person_id, kept.entry_id) == (ana, None)
    assert checkins.last(vault, ana) is None
    again = checkins.save_circles(vault, Circles(closeness=40), now, ana)
    assert (again.id != kept.id, checkins.count(vault)) == (True, 2)


def test_a_page_has_one_picture(vault: Vault, now: datetime) -> None:
    page = entries.add(vault, an_entry()).id
    assert checkins.of_entry(vault, page) is None
    first = checkins.save_circles(vault, Circles(bridge=10), now, entry_id=page)
    ana = people.add(vault, "Ana").id
    later = now + timedelta(days=2)
    second = checkins.save_circles(vault, Circles(bridge=20, closeness_wish=5), later, ana, page)
    assert second == replace(first, circles=Circles(bridge=20.0, closeness_wish=5.0), person_id=ana)
    assert (checkins.of_entry(vault, page), checkins.count(vault)) == (second, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        Circles(),
        Circles(closeness=-1),
        Circles(edge_me=100.5),
        Circles(bridge=float("nan")),
        Circles(closeness_wish=float("inf")),
    ],
)
def test_what_cannot_be_placed_is_our_mistake(vault: Vault, now: datetime, wrong: Circles) -> None:
    with pytest.raises(ValueError, match="placed|closeness|edge_me|bridge"):
        checkins.save_circles(vault, wrong, now)
    assert checkins.count(vault) == 0


def test_earlier_pictures_are_the_newest_about_that_person_newest_first(vault: Vault, now: datetime) -> None:
    ana, ben = people.add(vault, "Ana").id, people.add(vault, "Ben").id
    for days in (3, 9, 1, 6, 12, 2):
        checkins.save_circles(vault, Circles(closeness=days), now, ana, day=now.date() - timedelta(days=days))
    checkins.save_circles(vault, Circles(bridge=1), now, ben)
    nobody = checkins.save_circles(vault, Circles(bridge=2), now)
    checkins.save(vault, NewCheckIn({Item.C1: 5}, person_id=ana), now)
    near = [one.circles.closeness for one in checkins.earlier_circles(vault, ana) if one.circles]
    assert near == [1, 2, 3, 6, 9]
    assert len(checkins.earlier_circles(vault, ana, most=2)) == 2
    assert checkins.earlier_circles(vault, None) == (nobody,)


def test_of_two_pictures_of_a_day_the_later_one_comes_first(vault: Vault, now: datetime) -> None:
    first, second = (checkins.save_circles(vault, Circles(bridge=each), now) for each in (10, 20))
    assert checkins.earlier_circles(vault, None) == (second, first)


def test_earlier_circles_about_somebody_hidden_stay_hidden(vault: Vault, now: datetime) -> None:
    ana = people.add(vault, "Ana")
    kept = checkins.save_circles(vault, Circles(closeness=60), now, ana.id)
    assert checkins.earlier_circles(vault, ana.id) == (kept,)
    people.hide(vault, ana.id)
    assert checkins.earlier_circles(vault, ana.id) == ()
