# SPDX-License-Identifier: MIT
"""The pictures over time of somebody invented, to show what a chart looks like before there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain import insights
from ipnb_journal.domain.checkin_scores import day_values, pairs_of
from ipnb_journal.domain.checkins import CheckIn, Scale
from ipnb_journal.services import sample

if TYPE_CHECKING:
    from datetime import date

    from ipnb_journal.domain.insights import OverTime, Span

_SEED = 5


def over_time(span: Span, bandwidth_days: int, today: date, with_both: bool = False) -> OverTime:
    """The chart of a made-up year that ends today, always the same; no vault is read."""
    year = sample.year((), _SEED, today)
    general = [item for item in year if isinstance(item, CheckIn) and item.person_id is None]
    differentiation, linkage = (
        day_values(pairs_of(general, scale)) for scale in (Scale.DIFFERENTIATION, Scale.LINKAGE)
    )
    return insights.over_time(differentiation, linkage, span, bandwidth_days, today, with_both)
