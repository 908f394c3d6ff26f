# SPDX-License-Identifier: MIT
"""What can be wrong in a file written by hand: where it is and a code with facts, never prose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Reason(StrEnum):
    """What is wrong. The facts of each are named beside it; the words are in `desktop.wording`."""

    UNREADABLE = "unreadable"  # detail
    TOO_BIG = "too_big"  # size, most (bytes)
    LONG_LINE = "long_line"  # size, most (bytes)
    MANY_DOTS = "many_dots"  # most
    DEEP_NESTING = "deep_nesting"  # most
    NOT_TEXT = "not_text"
    UNCLOSED = "unclosed"
    NOT_TOML = "not_toml"  # detail
    NEWER_FORMAT = "newer_format"  # found, known
    UNKNOWN_FIELD = "unknown_field"  # allowed, near
    MISSING = "missing"
    WRONG_TYPE = "wrong_type"  # wanted, found
    WRONG_CHOICE = "wrong_choice"  # value, allowed
    OUT_OF_RANGE = "out_of_range"  # value, least, most
    BLANK = "blank"
    TOO_LONG = "too_long"  # size, most (characters)
    TOO_MANY = "too_many"  # size, most
    REPEATED = "repeated"  # value
    BAD_SHAPE = "bad_shape"  # value, shape
    HTML = "html"  # found
    LINK = "link"  # found
    UNSEEN = "unseen"  # found
    SAME_ID = "same_id"  # file, line of the first one
    VALUES_WITH_PLANS = "values_with_plans"
    EMPTY_DAY = "empty_day"
    HOLD_BACK_EXPECTED = "hold_back_expected"  # because, expected
    BREATH_ONLY = "breath_only"
    EYES_CLOSED_ONLY = "eyes_closed_only"
    HARD_TO_READ = "hard_to_read"  # grade, most
    CAREFUL = "careful"  # word, care (a value of Care)
    ALIKE = "alike"  # other, file, line of the other, step (None for the whole), words
    NOT_REVIEWED = "not_reviewed"  # readers, wanted
    REVIEW_FAILED = "review_failed"  # reader, points
    MINUTES_DIFFER = "minutes_differ"  # said, counted
    PROMPT_UNKNOWN = "prompt_unknown"  # value
    DEEP_IN_WEEK = "deep_in_week"  # value


HINTS = frozenset(
    {
        Reason.UNSEEN,
        Reason.HOLD_BACK_EXPECTED,
        Reason.BREATH_ONLY,
        Reason.EYES_CLOSED_ONLY,
        Reason.HARD_TO_READ,
        Reason.CAREFUL,
        Reason.ALIKE,
        Reason.NOT_REVIEWED,
        Reason.REVIEW_FAILED,
        Reason.MINUTES_DIFFER,
        Reason.PROMPT_UNKNOWN,
        Reason.DEEP_IN_WEEK,
    }
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `where`: the id of a prompt, week or row, or its number from 1 without one.

    `line` counts from 1, None where the whole file is meant; `field` is dotted, "" for none.
    """

    file: str
    reason: Reason
    line: int | None = None
    where: str | int | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    field: str = ""

    @property
    def is_hint(self) -> bool:
        """Whether the prompt can be used all the same."""
        return self.reason in HINTS


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file and line, those of a whole file first."""
    return tuple(sorted(problems, key=lambda problem: (problem.file, problem.line or 0)))
