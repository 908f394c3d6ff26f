# SPDX-License-Identifier: MIT
"""The readings of somebody invented, to show what the charts look like before there are any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain.checkin_scores import circle_days, day_values, pairs_of
from ipnb_journal.domain.checkins import CheckIn, Method, Scale
from ipnb_journal.domain.readings import Readings
from ipnb_journal.services import sample

if TYPE_CHECKING:
    from datetime import date

_SEED = 5


def readings(today: date, person_id: int | None = None) -> Readings:
    """A made-up year that ends today, always the same; no vault is read."""
    year = [item for item in sample.year((), _SEED, today) if isinstance(item, CheckIn)]
    about = [item for item in year if item.person_id == person_id]
    by_sliders = [item for item in about if item.method is Method.SLIDERS]
    sliders = {scale: tuple(day_values(pairs_of(by_sliders, scale))) for scale in Scale}
    circles = circle_days(item for item in about if item.method is Method.CIRCLES)
    by_circles = {scale: tuple(days) for scale, days in circles.items()}
    return Readings(sliders, by_circles, sample.notes(_SEED, today))
