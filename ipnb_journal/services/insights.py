# SPDX-License-Identifier: MIT
"""The pictures over time: read the check-ins once, hand back what a chart may show."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ipnb_journal.domain import insights
from ipnb_journal.domain.checkin_scores import circle_days, day_values
from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.insights import FOUR_WEEKS_NEEDS, FourWeeks
from ipnb_journal.domain.readings import SHOWN, Readings
from ipnb_journal.vault import checkins, event_notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipnb_journal.domain.checkin_scores import DayValue
    from ipnb_journal.domain.readings import Series
    from ipnb_journal.vault.vault import Vault

_HALF_A_YEAR = timedelta(days=182)


def readings(vault: Vault, person_id: int | None = None, scales: Sequence[Scale] = tuple(Scale)) -> Readings:
    """Everything the charts draw of the check-ins about a person, or with None of the general ones.

    `scales`: those that are wanted; the others stay empty. Two circles are about somebody; a picture that
    names nobody belongs to no chart.
    """
    circles = {} if person_id is None else _circles(vault, person_id)
    return Readings(_sliders(vault, person_id, scales), circles, event_notes.each(vault))


def four_weeks(vault: Vault, today: date) -> FourWeeks | None:
    """The last four weeks of the general check-ins in small, from the last half year of them.

    None below five days with a check-in, and where none of them lies in the last four weeks.
    """
    series = _sliders(vault, None, SHOWN, since=today - _HALF_A_YEAR)
    differentiation, linkage = (series[scale] for scale in SHOWN)
    found = insights.four_weeks(differentiation, linkage, today)
    enough = max(len(differentiation), len(linkage)) >= FOUR_WEEKS_NEEDS
    return found if enough and (found.being_myself.days or found.in_touch.days) else None


def _sliders(
    vault: Vault, person_id: int | None, scales: Sequence[Scale], since: date = date.min
) -> dict[Scale, tuple[DayValue, ...]]:
    found = checkins.pairs(vault, person_id, scales, since=since)
    return {scale: tuple(day_values(each)) for scale, each in zip(scales, found, strict=True)}


def _circles(vault: Vault, person_id: int) -> Series:
    pictures = checkins.series(vault, person_id, Method.CIRCLES)
    return {scale: tuple(days) for scale, days in circle_days(pictures).items()}
