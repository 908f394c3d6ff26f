# SPDX-License-Identifier: MIT
"""The pictures over time: read the check-ins once, hand back what a chart may show."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ipnb_journal.domain import insights
from ipnb_journal.domain.checkin_scores import day_values
from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.insights import FOUR_WEEKS_NEEDS, FourWeeks, OverTime, Span
from ipnb_journal.vault import checkins

if TYPE_CHECKING:
    from ipnb_journal.domain.checkin_scores import DayValue
    from ipnb_journal.vault.vault import Vault

_HALF_A_YEAR = timedelta(days=182)
_SCALES = (Scale.DIFFERENTIATION, Scale.LINKAGE)


def over_time(
    vault: Vault,
    span: Span,
    bandwidth_days: int,
    today: date,
    person_id: int | None = None,
    with_both: bool = False,
) -> OverTime:
    """Being myself and in touch over a span that ends today.

    `bandwidth_days`: smoothing, 7, 14 or 28. `person_id`: None for the general check-ins; the two are
    separate series. `with_both`: also "both present", the lower of the two.
    """
    differentiation, linkage = _series(vault, person_id)
    return insights.over_time(differentiation, linkage, span, bandwidth_days, today, with_both)


def four_weeks(vault: Vault, today: date) -> FourWeeks | None:
    """The last four weeks of the general check-ins in small, from the last half year of them.

    None below five days with a check-in, and where none of them lies in the last four weeks.
    """
    differentiation, linkage = _series(vault, None, since=today - _HALF_A_YEAR)
    found = insights.four_weeks(differentiation, linkage, today)
    enough = max(len(differentiation), len(linkage)) >= FOUR_WEEKS_NEEDS
    return found if enough and (found.being_myself.days or found.in_touch.days) else None


def _series(
    vault: Vault, person_id: int | None, since: date = date.min
) -> tuple[list[DayValue], list[DayValue]]:
    first, second = checkins.pairs(vault, person_id, _SCALES, since=since)
    return day_values(first), day_values(second)
