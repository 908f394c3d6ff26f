# SPDX-License-Identifier: MIT
"""Checking in: keep one, recall the last one, take one back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from math import isfinite
from typing import TYPE_CHECKING

from ipnb_journal.domain.checkins import MAY_NOT_APPLY, CheckIn, Circles, Item, Method
from ipnb_journal.domain.days import local_day, zone_name
from ipnb_journal.vault import checkins, people

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


def save_circles(
    vault: Vault,
    circles: Circles,
    now: datetime,
    person_id: int | None = None,
    entry_id: int | None = None,
    *,
    day: date | None = None,
) -> CheckIn:
    """Keep a two-circles picture, a check-in of its own series.

    `entry_id`: the page it was placed on; `day`: the one it is about, None for today.

    A page has one picture: placed there anew it takes the earlier one's place, which keeps its moment.
    Raises ValueError for a value outside 0 to 100 and for a picture in which nothing was placed.
    """
    circles = _checked(circles)
    with vault.transaction():
        before = None if entry_id is None else checkins.of_entry(vault, entry_id)
        if before is not None:
            return checkins.redraw(vault, before.id, circles, person_id)
        fresh = CheckIn(
            id=0,
            uid="",
            day=day or local_day(now),
            at=now,
            zone=zone_name(now),
            person_id=person_id,
            method=Method.CIRCLES,
            circles=circles,
            entry_id=entry_id,
        )
        return checkins.add(vault, fresh)


def of_entry(vault: Vault, entry_id: int) -> CheckIn | None:
    """The two-circles picture placed on a page, None where there is none."""
    return checkins.of_entry(vault, entry_id)


def earlier_circles(vault: Vault, person_id: int | None, most: int = 5) -> tuple[CheckIn, ...]:
    """The last `most` two-circles pictures about this person (None: about nobody by name), newest first.

    None about somebody hidden: to look at them takes bringing them back. Raises NotFound.
    """
    if person_id is not None and people.one(vault, person_id).hidden:
        return ()
    return checkins.newest(vault, person_id, Method.CIRCLES, most)


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
        if not _on_scale(value):
            raise ValueError(item, value)
    if not checkin.does_not_apply <= MAY_NOT_APPLY:
        raise ValueError(checkin.does_not_apply - MAY_NOT_APPLY)
    if both := checkin.does_not_apply & checkin.answers.keys():
        raise ValueError(both)


def _checked(circles: Circles) -> Circles:
    """The picture with every value a float."""
    placed = {name: value for name, value in asdict(circles).items() if value is not None}
    if not placed:
        raise ValueError("circles in which nothing was placed")
    for name, value in placed.items():
        if not _on_scale(value):
            raise ValueError(name, value)
    return Circles(**{name: float(value) for name, value in placed.items()})


def _on_scale(value: float) -> bool:
    return isfinite(value) and 0 <= value <= 100
