# SPDX-License-Identifier: MIT
"""Stretches of days: what a chart looks at, and how far back."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

NARROWEST_WINDOW = 28


class Span(StrEnum):
    """How far back a chart looks."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"


SPAN_DAYS = {Span.MONTH: 30, Span.QUARTER: 91, Span.YEAR: 365}


class Window(NamedTuple):
    """Days, both ends included, as ordinals (``date.toordinal()``)."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many days it holds."""
        return self.last - self.first + 1


def window_of(span: Span, first_day: int | None, today: int, last: int | None = None) -> Window:
    """The days a span shows, all ordinals: at least 28 of them, and none before the first check-in then.

    `first_day`: of the first check-in, None without any. `last`: the day it ends with, None for `today`;
    it is held between the day on which the span would begin with the first check-in, and today.
    """
    if first_day is None or span is Span.ALL:
        first = today if first_day is None else first_day
        return Window(min(first, today - NARROWEST_WINDOW + 1), today)
    wide = max(NARROWEST_WINDOW, min(SPAN_DAYS[span], today - first_day + 1))
    earliest = min(today, first_day + wide - 1)
    end = today if last is None else min(today, max(earliest, last))
    return Window(end - wide + 1, end)


def monday_of(day: int) -> int:
    """The Monday of the week that a day (an ordinal) lies in."""
    return day - (day - 1) % 7


def week_of(day: int) -> Window:
    """The week from Monday that a day (an ordinal) lies in.

    Example: 12 March 2026, a Thursday, gives 9 to 15 March.
    """
    return Window(monday_of(day), monday_of(day) + 6)
