# SPDX-License-Identifier: MIT
"""The Look-back: the last 28 days beside the 90 before, opened on purpose and at most every 28 days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from ipnb_journal.domain.change import Comparison, recent_vs_usual
from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.readings import SHOWN
from ipnb_journal.domain.series import (
    LOOK_BACK_BASE_NEEDS,
    LOOK_BACK_RECENT_NEEDS,
    look_back_stretches,
    look_back_windows,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ipnb_journal.domain.checkin_scores import DayValue

EVERY_DAYS = 28
SCALES_LOOKED_AT = len(SHOWN)


@dataclass(frozen=True, slots=True)
class ScaleLook:
    """One scale in a Look-back: days with a value in both stretches, and what they say.

    `comparison` is None where either stretch had too few days (8 and 14, after settling-in).
    """

    scale: Scale
    recent_days: int
    base_days: int
    comparison: Comparison | None

    @property
    def missing(self) -> int:
        """How many more days with a value both stretches need in all, 0 when there are enough."""
        recent = max(0, LOOK_BACK_RECENT_NEEDS - self.recent_days)
        return recent + max(0, LOOK_BACK_BASE_NEEDS - self.base_days)


@dataclass(frozen=True, slots=True)
class LookBack:
    """One Look-back as it was opened; what it said is kept and never worked out anew.

    `day`: the local day it was opened on, with which both stretches end. `person_id`: None for the general
    check-ins. `method`: how those check-ins were given. `scales`: differentiation and linkage.
    `note`: the person's own words beside it. `id` 0 and `uid` "" while it is not kept yet.
    """

    id: int
    uid: str
    day: date
    at: datetime
    person_id: int | None
    method: Method
    scales: tuple[ScaleLook, ...]
    note: str = ""


def look_back(
    differentiation: Sequence[DayValue], linkage: Sequence[DayValue], today: date
) -> tuple[ScaleLook, ...]:
    """What the last 28 days up to `today` say beside the 90 before, for both scales.

    Takes the whole series by one method, oldest first: which days are settling in is told from their
    beginning. Days dated after today are left out. No scale says anything below 8 and 14 days.

    Example: 14 days that lie at 50, then 8 at 70, after settling in: 14 and 8 days, and "higher".
    """
    series = zip(SHOWN, (differentiation, linkage), strict=True)
    return tuple(_scale_look(scale, values, today.toordinal()) for scale, values in series)


def method_with_more_days(
    sliders: Sequence[Sequence[DayValue]], circles: Sequence[Sequence[DayValue]], today: date
) -> Method:
    """How most of the days were given that a Look-back would go by; by sliders where it is even.

    `sliders`, `circles`: the whole series of being myself and in touch by either, which are never pooled.
    A day counts once, in the 118 up to `today` and after settling-in.
    """
    by_sliders, by_circles = (_days_of(series, today.toordinal()) for series in (sliders, circles))
    return Method.CIRCLES if by_circles > by_sliders else Method.SLIDERS


def opens_on(looks: Iterable[LookBack], today: date) -> date:
    """The first day from `today` on that lies 28 days or more from every Look-back there is.

    One clock, whoever a Look-back is about: each further person would be a further chance of a false
    sentence. One that is dated far ahead, by a clock that was wrong, keeps its own 28 days free on both sides
    and holds up none before them: nobody should have to wait years for a slip of a clock.
    Example: one opened 27 days ago gives tomorrow.
    """
    first = today
    for day in sorted(look.day for look in looks):
        if abs((day - first).days) < EVERY_DAYS:
            first = day + timedelta(min(EVERY_DAYS, (date.max - day).days))
    return first


def may_open(looks: Iterable[LookBack], today: date) -> bool:
    """Whether a Look-back may be opened today: none lies less than 28 days before or after it."""
    return all(abs((look.day - today).days) >= EVERY_DAYS for look in looks)


def _scale_look(scale: Scale, values: Sequence[DayValue], today: int) -> ScaleLook:
    recent, base = look_back_stretches(values, today)
    enough = look_back_windows(values, today)
    return ScaleLook(scale, len(recent), len(base), recent_vs_usual(*enough) if enough else None)


def _days_of(series: Iterable[Sequence[DayValue]], today: int) -> int:
    stretches = (stretch for values in series for stretch in look_back_stretches(values, today))
    return len({value.day for stretch in stretches for value in stretch})
