# SPDX-License-Identifier: MIT
"""Working out a Look-back from a real vault."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ipnb_journal.domain.change import Change
from ipnb_journal.domain.checkins import CheckIn, Circles, Item, Method, Scale
from ipnb_journal.services import looking_back, people
from ipnb_journal.vault import checkins

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

TODAY = date(2026, 3, 12)
ZONE = ZoneInfo("Europe/Berlin")
RECENT, BASE, SETTLING_IN = range(8), range(30, 44), range(200, 205)


def keep(
    vault: Vault,
    backs: range,
    value: float,
    person_id: int | None = None,
    method: Method = Method.SLIDERS,
) -> None:
    with vault.transaction():
        for back in backs:
            day = TODAY - timedelta(back)
            at = datetime(day.year, day.month, day.day, 20, tzinfo=ZONE)
            answers = dict.fromkeys((Item.D1, Item.D2), value) if method is Method.SLIDERS else {}
            circles = Circles(bridge=value) if method is Method.CIRCLES else None
            kept = CheckIn(0, "", day, at, "Europe/Berlin", answers, frozenset(), person_id, method, circles)
            checkins.add(vault, kept)


def at(now: datetime, vault: Vault, person_id: int | None = None) -> looking_back.LookBack:
    return looking_back.work_out(vault, person_id, TODAY, now)


def test_nothing_yet(vault: Vault, now: datetime) -> None:
    assert looking_back.choices(vault, TODAY) == (looking_back.LookChoice(None, 0, 0, open=False),)
    found = at(now, vault)
    assert [(look.scale, look.comparison) for look in found.scales] == [
        (Scale.DIFFERENTIATION, None),
        (Scale.LINKAGE, None),
    ]


def test_the_general_check_ins(vault: Vault, now: datetime) -> None:
    for backs, value in ((SETTLING_IN, 0), (BASE, 50), (RECENT, 70)):
        keep(vault, backs, value)
    found = at(now, vault)
    assert (found.id, found.uid, found.day, found.at, found.person_id, found.note) == (
        *(0, "", TODAY, now, None, ""),
    )
    assert found.method is Method.SLIDERS
    myself, in_touch = found.scales
    assert (myself.recent_days, myself.base_days) == (8, 14)
    assert myself.comparison is not None
    assert myself.comparison.says is Change.HIGHER
    assert in_touch.comparison is None
    assert looking_back.choices(vault, TODAY) == (looking_back.LookChoice(None, 8, 14, open=True),)


def test_somebody_is_looked_at_by_the_method_with_more_days(vault: Vault, now: datetime) -> None:
    ana = people.add(vault, "Ana").id
    for backs in (SETTLING_IN, BASE, RECENT):
        keep(vault, backs, 50, ana, Method.CIRCLES)
    keep(vault, range(210, 240), 90, ana)
    keep(vault, range(3), 90, ana)
    found = at(now, vault, ana)
    assert (found.person_id, found.method) == (ana, Method.CIRCLES)
    assert found.scales[1].comparison is not None
    assert found.scales[1].comparison.says is Change.SAME
    keep(vault, range(1, 27), 90, ana)
    assert at(now, vault, ana).method is Method.SLIDERS


def test_everybody_who_is_not_hidden_in_their_own_order(vault: Vault) -> None:
    zoe, ana, ben = (people.add(vault, name) for name in ("Zoë", "Ana", "Ben"))
    people.hide(vault, ana.id)
    for backs in (SETTLING_IN, BASE, RECENT):
        keep(vault, backs, 50, ben.id)
        keep(vault, backs, 50, ana.id)
    keep(vault, range(40), 50)
    assert [(each.person and each.person.id, each.open) for each in looking_back.choices(vault, TODAY)] == [
        (None, False),
        (zoe.id, False),
        (ben.id, True),
    ]
    assert looking_back.choices(vault, TODAY)[0] == looking_back.LookChoice(None, 28, 7, open=False)
