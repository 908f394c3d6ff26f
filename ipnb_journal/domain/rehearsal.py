# SPDX-License-Identifier: MIT
"""When it is time to see whether the recovery key is still there, and what is asked of it then."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

FIRST_MONTHS = 3
AGAIN_MONTHS = 12
REST_DAYS = 30
"""How long the question rests after "not now"."""

GROUPS = 14
ASKED = 2
"""How many of the 14 groups are asked for.

Two, others each time, show that the sheet can be found and read, which is what gets lost. All 14 would
take minutes that nobody spends twice, and put the whole key on the screen.
"""


class KeyQuestion(StrEnum):
    """What there is to ask about the recovery key."""

    STILL_THERE = "still_there"
    NOT_KEPT = "not_kept"


@dataclass(frozen=True, slots=True)
class Rehearsals:
    """What happened with the key so far; each day None where it never did, or nobody knows.

    `made`: the day the key was made; `kept`: whether its sheet was typed back; `rehearsed`: the day it was
    last found; `put_off`: the day of the last "not now".
    """

    made: date | None
    kept: bool = True
    rehearsed: date | None = None
    put_off: date | None = None


def to_ask(so_far: Rehearsals, today: date) -> KeyQuestion | None:
    """What to ask today. A sheet nobody kept is asked after until it is; a kept one when it is due."""
    if so_far.put_off is not None and today < so_far.put_off + timedelta(days=REST_DAYS):
        return None
    if not so_far.kept:
        return KeyQuestion.NOT_KEPT
    return KeyQuestion.STILL_THERE if _is_due(so_far, today) else None


def _is_due(so_far: Rehearsals, today: date) -> bool:
    """Three months after the key was made, then a year after it was last found.

    A rehearsal of an earlier key counts for nothing. A clock set back makes nothing due that wasn't.
    """
    if so_far.made is None:
        return False
    if so_far.rehearsed is None or so_far.rehearsed < so_far.made:
        return today >= months_later(so_far.made, FIRST_MONTHS)
    return today >= months_later(so_far.rehearsed, AGAIN_MONTHS)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day; the last day there is after year 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def groups_to_ask(random: Random) -> tuple[int, ...]:
    """Which groups to ask for, from 1 to 14, in the order of the sheet."""
    return tuple(sorted(random.sample(range(1, GROUPS + 1), ASKED)))
