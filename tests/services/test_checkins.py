# SPDX-License-Identifier: MIT
"""Checking in: kept as answered, refused when we got it wrong, taken back."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.domain.checkins import Item, Method
from ipnb_journal.services import checkins, people
from ipnb_journal.services.checkins import NewCheckIn

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
