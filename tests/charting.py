# SPDX-License-Identifier: MIT
"""Readings and charts from plain series, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.insights import OverTime, over_time
from ipnb_journal.domain.readings import Readings
from ipnb_journal.domain.windows import Span, window_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ipnb_journal.domain.checkin_scores import DayValue
    from ipnb_journal.domain.event_notes import EventNote


def readings(
    differentiation: Sequence[DayValue],
    linkage: Sequence[DayValue],
    notes: Iterable[EventNote] = (),
    *,
    circles: tuple[Sequence[DayValue], Sequence[DayValue]] = ((), ()),
) -> Readings:
    """Both scales by sliders, and by two circles where given."""
    names = (Scale.DIFFERENTIATION, Scale.LINKAGE)
    by_sliders = dict(zip(names, map(tuple, (differentiation, linkage)), strict=True))
    by_circles = dict(zip(names, map(tuple, circles), strict=True))
    return Readings(by_sliders, by_circles, tuple(notes))


def drawn(
    differentiation: Sequence[DayValue],
    linkage: Sequence[DayValue],
    span: Span,
    bandwidth: int,
    today: date,
    with_both: bool = False,
) -> OverTime:
    """The chart over time of two series by sliders, over a span that ends today."""
    return charted(readings(differentiation, linkage), span, bandwidth, today, with_both=with_both)


def charted(found: Readings, span: Span, bandwidth: int, today: date, *, with_both: bool = False) -> OverTime:
    """The chart over time of readings, over a span that ends today."""
    window = window_of(span, min(found.days, default=None), today.toordinal())
    return over_time(found, window, bandwidth, with_both=with_both)
