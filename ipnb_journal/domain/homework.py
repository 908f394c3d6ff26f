# SPDX-License-Identifier: MIT
"""A ready week of homework: seven days at most, what is agreed beside it, and questions to look back with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

CHECK_IN_MINUTES = 1


class Route(StrEnum):
    """Which version of a prompt a day means."""

    WHOLE = "whole"
    LIGHTER = "lighter"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day of a week; any part may be swapped or dropped by whoever does it.

    `task`: something to do or write that is no prompt; `rest`: leaving it all is the first offer;
    `if_safe`: the prompt counts only once it was ticked as safe; `minutes` without the check-in.
    """

    check_in: bool = False
    circles: bool = False
    prompt: str = ""
    route: Route = Route.WHOLE
    task: str = ""
    rest: bool = False
    if_safe: bool = False
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Agreed:
    """What two people settle beside a week; shipped open, filled in together."""

    if_hard: str = ""
    contact: str = ""
    share: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """A week with its reason. `total_minutes` is what is said to expect, check-ins included."""

    id: str
    title: str
    why: str
    days: tuple[WeekDay, ...]
    total_minutes: int
    agreed: Agreed
    review_questions: tuple[str, ...]
    lang: str
    version: int
    author: str
    licence: str


def counted_minutes(week: Week) -> int:
    """The minutes its days add up to, a check-in counted as one."""
    return sum(day.minutes + CHECK_IN_MINUTES * day.check_in for day in week.days)


def prompt_ids(week: Week) -> tuple[str, ...]:
    """The prompts a week uses, each once, in order."""
    return tuple(dict.fromkeys(day.prompt for day in week.days if day.prompt))


def prompt_of_day(day: WeekDay, ticked_safe: Collection[str] = ()) -> str:
    """The id of the prompt to offer that day, "" for none or while it has not been ticked as safe."""
    if day.if_safe and day.prompt not in ticked_safe:
        return ""
    return day.prompt
