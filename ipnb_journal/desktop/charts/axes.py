# SPDX-License-Identifier: MIT
"""Where a day and a value lie on a chart, and which days the axis names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY_STEPS = (1, 2, 7, 14, 28)
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
DAYS_A_MONTH = 30.4375
_POINTS_APART = 3.0

T = TypeVar("T")


class Tick(NamedTuple):
    """A named day on the axis; `whole_month` where it stands for the month that begins there."""

    day: int
    whole_month: bool


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days (ordinals) to px between `left` and `right`; `mirrored` runs right to left."""

    first: int
    last: int
    left: float
    right: float
    mirrored: bool = False

    def x(self, day: float) -> float:
        """The px of a day."""
        along = (day - self.first) / max(1, self.last - self.first) * (self.right - self.left)
        return self.right - along if self.mirrored else self.left + along

    def day_at(self, x: float) -> float:
        """The day (a fraction of one too) at a px."""
        along = self.right - x if self.mirrored else x - self.left
        return self.first + along / max(1.0, self.right - self.left) * (self.last - self.first)

    def per_day(self) -> float:
        """How many px a day is wide."""
        return (self.right - self.left) / max(1, self.last - self.first)

    def told_apart(self, piece: Sequence[T]) -> list[T]:
        """Of a line's points on consecutive days those that a screen can tell apart, the last one always."""
        step = max(1, int(_POINTS_APART / self.per_day()))
        return [*piece[:-1:step], piece[-1]]


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """Values 0 to 100, always all of them, to px between `bottom` and `top`."""

    top: float
    bottom: float

    def y(self, value: float) -> float:
        """The px of a value."""
        return self.bottom - value / 100 * (self.bottom - self.top)


def ticks(axis: TimeAxis, apart: float) -> list[Tick]:
    """Named days at least `apart` px from each other, the earliest first.

    Up to 28 days apart they are counted back from the last day; beyond, months, quarters or years.
    """
    for step in DAY_STEPS:
        if step * axis.per_day() >= apart and (axis.last - axis.first) / step < 40:
            count = (axis.last - axis.first) // step
            return [Tick(axis.last - step * back, whole_month=False) for back in range(count, -1, -1)]
    for step in MONTH_STEPS:
        if step * DAYS_A_MONTH * axis.per_day() >= apart:
            return _months(axis, step)
    return _months(axis, MONTH_STEPS[-1])


def _months(axis: TimeAxis, step: int) -> list[Tick]:
    """First days of every `step`th month counted from January (of a year that `step` divides)."""
    start = date.fromordinal(axis.first)
    month = (start.year * 12 + start.month - 1 + step - (start.day == 1)) // step * step
    found = []
    while (day := date(month // 12, month % 12 + 1, 1).toordinal()) <= axis.last:
        found.append(Tick(day, whole_month=True))
        month += step
    return found
