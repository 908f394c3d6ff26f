# SPDX-License-Identifier: MIT
"""All day values of the check-ins about one person, or of the general ones: what the charts draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.event_notes import EventNote

if TYPE_CHECKING:
    from collections.abc import Sequence

Series = Mapping[Scale, tuple[DayValue, ...]]
"""A whole series for each scale, oldest first; a scale without any day may be absent."""

SHOWN = (Scale.DIFFERENTIATION, Scale.LINKAGE)


@dataclass(frozen=True)
class Readings:
    """Whole series by sliders and by two circles, which are never pooled, and the notes on the time line.

    Every frame of a moving chart asks for `method` and the days, so each is worked out once.
    """

    sliders: Series = field(default_factory=dict)
    circles: Series = field(default_factory=dict)
    notes: tuple[EventNote, ...] = ()

    @cached_property
    def method(self) -> Method:
        """How most days of being myself and in touch were given; the line and the range are of these."""
        by_sliders, by_circles = (len(days_of(series)) for series in (self.sliders, self.circles))
        return Method.CIRCLES if by_circles > by_sliders else Method.SLIDERS

    @cached_property
    def days(self) -> tuple[int, ...]:
        """Every day with a value on any scale by either method, as rising ordinals."""
        return tuple(sorted(days_of(self.sliders, tuple(Scale)) | days_of(self.circles)))

    @cached_property
    def shown_days(self) -> tuple[int, ...]:
        """Every day with a value of being myself or in touch by either method, as rising ordinals."""
        return tuple(sorted(days_of(self.sliders) | days_of(self.circles)))

    def series(self, scale: Scale) -> tuple[DayValue, ...]:
        """A scale by the method most days were given by; chaos and rigidity are asked by sliders only."""
        kept = self.circles if scale in SHOWN and self.method is Method.CIRCLES else self.sliders
        return kept.get(scale, ())

    def others(self, scale: Scale) -> tuple[DayValue, ...]:
        """A scale by the other method: drawn as marks of their own, without line and range."""
        if scale not in SHOWN:
            return ()
        kept = self.sliders if self.method is Method.CIRCLES else self.circles
        return kept.get(scale, ())


def days_of(series: Series, scales: Sequence[Scale] = SHOWN) -> set[int]:
    """The days (ordinals) with a value on any of these scales."""
    return {value.day for scale in scales for value in series.get(scale, ())}


def newest(readings: Readings, days: int) -> Readings:
    """The same without what lies `days` days or more before the newest day; the notes stay."""
    if not readings.days:
        return readings
    first = readings.days[-1] - days + 1
    sliders, circles = (
        {scale: tuple(value for value in values if value.day >= first) for scale, values in kept.items()}
        for kept in (readings.sliders, readings.circles)
    )
    return Readings(sliders, circles, readings.notes)
