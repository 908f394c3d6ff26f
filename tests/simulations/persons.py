# SPDX-License-Identifier: MIT
"""Invented people whose ratings only scatter around their own level, or around a course that is known."""

from __future__ import annotations

from math import pi, sin, sqrt
from typing import TYPE_CHECKING, NamedTuple

from ipnb_journal.domain.checkin_scores import DayValue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

WEEKS = 26
DAYS = 7 * WEEKS
SPREAD = 14.0
LEVELS = 35.0, 60.0
WAVE, WAVE_DAYS = 10.0, 91.0


class Habit(NamedTuple):
    """How often somebody checks in: on each day with this chance."""

    name: str
    share: float


class Kind(NamedTuple):
    """A kind of person: their habit, and how much a day resembles the one before (lag-1, 0 to 1)."""

    habit: Habit
    lag1: float


HABITS = (Habit("daily", 1.0), Habit("4 days a week", 4 / 7), Habit("2 to 3 days a week", 2.5 / 7))
LAGS = (0.0, 0.3, 0.5)
KINDS = tuple(Kind(habit, lag1) for habit in HABITS for lag1 in LAGS)


def answered_days(random: Random, habit: Habit, days: int = DAYS) -> list[int]:
    """The days from 0 on which somebody checks in."""
    return [day for day in range(days) if random.random() < habit.share]


def level_for(random: Random) -> Callable[[int], float]:
    """Somebody's course that stays where it is."""
    level = random.uniform(*LEVELS)
    return lambda _day: level


def wave_for(random: Random) -> Callable[[int], float]:
    """Somebody's course that swings by 10 points over a quarter of a year."""
    level, begun = random.uniform(*LEVELS), random.uniform(0, WAVE_DAYS)
    return lambda day: level + WAVE * sin(2 * pi * (day + begun) / WAVE_DAYS)


def rated(random: Random, days: Sequence[int], lag1: float, course: Callable[[int], float]) -> list[DayValue]:
    """Ratings on these days: the course and an autoregressive scatter of 14 points, kept on the slider."""
    fresh = SPREAD * sqrt(1 - lag1 * lag1)
    apart = random.gauss(0, SPREAD)
    wanted, values = set(days), []
    for day in range(days[-1] + 1 if days else 0):
        if day in wanted:
            values.append(DayValue(day, min(100.0, max(0.0, course(day) + apart))))
        apart = lag1 * apart + random.gauss(0, fresh)
    return values
