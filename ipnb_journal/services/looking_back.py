# SPDX-License-Identifier: MIT
"""Working out a Look-back: what it could be about, and what it says; keeping it is `services.look_back`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipnb_journal.domain.checkins import Method
from ipnb_journal.domain.look_back import LookBack, look_back, method_with_more_days
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.readings import SHOWN
from ipnb_journal.services import insights
from ipnb_journal.vault import people

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from ipnb_journal.domain.checkin_scores import DayValue
    from ipnb_journal.domain.look_back import ScaleLook
    from ipnb_journal.domain.readings import Series
    from ipnb_journal.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class LookChoice:
    """What a Look-back could be about. `person`: None for the general check-ins.

    `recent_days`, `base_days`: days with a value in the last 28 and in the 90 before, on the scale that
    has enough or lacks least. `open`: whether that is enough; the 28 days between two are another question.
    """

    person: Person | None
    recent_days: int
    base_days: int
    open: bool


def choices(vault: Vault, today: date) -> tuple[LookChoice, ...]:
    """The general check-ins first, then everybody who isn't hidden, in their own order; never ranked."""
    shown = (person for person in people.each(vault) if not person.hidden)
    return tuple(_choice(vault, person, today) for person in (None, *shown))


def work_out(vault: Vault, person_id: int | None, today: date, now: datetime) -> LookBack:
    """The Look-back that ends today, not kept yet (`id` 0); `person_id`: None for the general check-ins.

    For somebody it goes by sliders or by two circles, whichever has more days in it.
    """
    method, scales = _looked_at(vault, person_id, today)
    return LookBack(0, "", today, now, person_id, method, scales)


def _choice(vault: Vault, person: Person | None, today: date) -> LookChoice:
    _, scales = _looked_at(vault, person.id if person else None, today)
    nearest = min(scales, key=lambda look: look.missing)
    return LookChoice(person, nearest.recent_days, nearest.base_days, nearest.comparison is not None)


def _looked_at(vault: Vault, person_id: int | None, today: date) -> tuple[Method, tuple[ScaleLook, ...]]:
    found = insights.readings(vault, person_id, SHOWN)
    given = {Method.SLIDERS: _shown(found.sliders), Method.CIRCLES: _shown(found.circles)}
    method = method_with_more_days(given[Method.SLIDERS], given[Method.CIRCLES], today)
    return method, look_back(*given[method], today)


def _shown(series: Series) -> tuple[Sequence[DayValue], Sequence[DayValue]]:
    differentiation, linkage = (series.get(scale, ()) for scale in SHOWN)
    return differentiation, linkage
