# SPDX-License-Identifier: MIT
"""The Look-back: the last 28 days beside the 90 before, opened on purpose and at most every 28 days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ipnb_journal.domain.change import Comparison
from ipnb_journal.domain.checkins import Method, Scale

EVERY_DAYS = 28
SCALES_LOOKED_AT = 2


@dataclass(frozen=True, slots=True)
class ScaleLook:
    """One scale in a Look-back: days with a value in both stretches, and what they say.

    `comparison` is None where either stretch had too few days (8 and 14, after settling-in).
    """

    scale: Scale
    recent_days: int
    base_days: int
    comparison: Comparison | None


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
