# SPDX-License-Identifier: MIT
"""Checking in: keep one, recall the last one, take one back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from math import isfinite
from typing import TYPE_CHECKING

from ipnb_journal.domain.checkins import MAY_NOT_APPLY, CheckIn, Item
from ipnb_journal.domain.days import local_day, zone_name
from ipnb_journal.vault import checkins

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class NewCheckIn:
    """What was answered. `answers`: 0 to 100, a blank item is absent; `day`: None for today."""

    answers: Mapping[Item, float] = field(default_factory=dict)
    does_not_apply: frozenset[Item] = frozenset()
    person_id: int | None = None
    day: date | None = None
    entry_id: int | None = None


def save(vault: Vault, checkin: NewCheckIn, now: datetime) -> CheckIn:
    """Keep a check-in.

    Raises ValueError for an answer outside 0 to 100, for an item that always applies in
    `does_not_apply`, and for one that is both there and answered.
    """
    _check(checkin)
    return checkins.add(
        vault,
        CheckIn(
            id=0,
            uid="",
            day=checkin.day or local_day(now),
            at=now,
            zone=zone_name(now),
            answers={item: float(checkin.answers[item]) for item in Item if item in checkin.answers},
            does_not_apply=checkin.does_not_apply,
            person_id=checkin.person_id,
            entry_id=checkin.entry_id,
        ),
    )


def last(vault: Vault, person_id: int | None) -> CheckIn | None:
    """The newest check-in by sliders about this person, or with None the newest general one."""
    return checkins.last(vault, person_id)


def count(vault: Vault) -> int:
    """How many check-ins there are."""
    return checkins.count(vault)


def remove(vault: Vault, checkin_id: int) -> CheckIn:
    """Take a check-in away; what is returned brings it back by `restore`. Raises NotFound."""
    return checkins.remove(vault, checkin_id)


def restore(vault: Vault, checkin: CheckIn) -> CheckIn:
    """Bring back a check-in that was taken away, where it stood."""
    return checkins.add(vault, checkin)


def _check(checkin: NewCheckIn) -> None:
    for item, value in checkin.answers.items():
        if not (isfinite(value) and 0 <= value <= 100):
            raise ValueError(item, value)
    if not checkin.does_not_apply <= MAY_NOT_APPLY:
        raise ValueError(checkin.does_not_apply - MAY_NOT_APPLY)
    if both := checkin.does_not_apply & checkin.answers.keys():
        raise ValueError(both)
