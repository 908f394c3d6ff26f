# SPDX-License-Identifier: MIT
"""When a pause is offered, and the lines a person can reach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody the person can reach, written down by themselves."""

    id: int
    name: str
    number: str
    hours: str
    position: int


class LineKind(StrEnum):
    """What a line is for."""

    EMERGENCY = "emergency"
    CRISIS = "crisis"
    ABUSE = "abuse"


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """One row of the bundled crisis numbers. `country`: ISO 3166-1 alpha-2 code, or "*" for anywhere.

    `verified_on`: the day somebody last compared the row with its `source`; `note` is for whoever
    checks the rows, not for the screen.
    """

    country: str
    name: str
    number: str
    how: str
    hours: str
    url: str
    source: str
    verified_on: date
    kind: LineKind = LineKind.CRISIS
    note: str = ""


STALE_AFTER_DAYS = 365
RECHECK_AFTER_DAYS = 180
SOMEWHERE = "*"


def is_stale(line: CrisisLine, today: date) -> bool:
    """Whether the row was checked over a year ago, so that the screen says to double-check it."""
    return (today - line.verified_on).days > STALE_AFTER_DAYS


def needs_check_before_release(line: CrisisLine, today: date) -> bool:
    """Whether the row is too old to ship: checked over 180 days ago."""
    return (today - line.verified_on).days > RECHECK_AFTER_DAYS


class Room(StrEnum):
    """Answers to "How much room do you have for this right now?"."""

    PLENTY = "plenty"
    SOME = "some"
    LITTLE = "a little"
    NONE = "none"


class Leaving(StrEnum):
    """Answers to "How are you leaving this?"."""

    LIGHTER = "lighter"
    SAME = "about the same"
    HEAVIER = "heavier"
    TOO_MUCH = "too much"


FAST_BOTH = 85.0
CHAOS_HIGH = 80.0
RIGIDITY_HIGH = 80.0
TOO_MUCH_IN_A_ROW = 3


def offer_pause(
    room: Room | None = None,
    leaving: Leaving | None = None,
    c1: float | None = None,
    c2: float | None = None,
    chaos: float | None = None,
    rigidity: float | None = None,
) -> bool:
    """Whether to offer the pause page, from the answers of this sitting; None where none was given.

    `c1`, `c2` are items, `chaos`, `rigidity` scale scores, all 0 to 100. These are pacing rules of
    this journal, not clinical cut-offs, and are kept nowhere.
    """
    if room is Room.NONE or leaving is Leaving.TOO_MUCH:
        return True
    fast = c1 is not None and c2 is not None and c1 >= FAST_BOTH and c2 >= FAST_BOTH
    both = chaos is not None and rigidity is not None and chaos >= CHAOS_HIGH and rigidity >= RIGIDITY_HIGH
    return fast or both


def too_much_run(run: int, leaving: Leaving | None) -> int:
    """How often in a row pages were left as "too much", after one more; no answer changes nothing."""
    if leaving is None:
        return run
    return run + 1 if leaving is Leaving.TOO_MUCH else 0


def deep_takes_one_more_tap(run: int) -> bool:
    """Whether deep prompts stand behind one more tap: after three times "too much" in a row."""
    return run >= TOO_MUCH_IN_A_ROW
