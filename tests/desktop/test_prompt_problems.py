# SPDX-License-Identifier: MIT
"""Every reason has its words, they name what is there and what would be right, and stay kind."""

from __future__ import annotations

from typing import Any

import pytest

from ipnb_journal.desktop.wording.prompt_problems import either, place, sentence
from ipnb_journal.formats.problems import Problem, Reason

TOLD: dict[Reason, tuple[str, dict[str, Any], str]] = {
    Reason.UNREADABLE: ("", {"detail": "No such file"}, "It can’t be opened (No such file)."),
    Reason.TOO_BIG: ("", {"size": 70000, "most": 65536}, "65,536 bytes"),
    Reason.LONG_LINE: ("", {"size": 9000, "most": 8192}, "9,000 bytes; 8,192 is the most"),
    Reason.MANY_DOTS: ("", {"most": 8}, "over 8 dots"),
    Reason.DEEP_NESTING: ("", {"most": 8}, "over 8 deep"),
    Reason.NOT_TEXT: ("", {}, "save the file as UTF-8"),
    Reason.UNCLOSED: ("", {}, "opens here and never closes"),
    Reason.NOT_TOML: ("", {"detail": "Expected '='."}, "Here the file stops being TOML (Expected '=')."),
    Reason.NEWER_FORMAT: ("format", {"found": 2, "known": 1}, "format is 2, and this version reads up to 1"),
    Reason.UNKNOWN_FIELD: ("titel", {"near": "title", "allowed": ("title",)}, "did you mean title?"),
    Reason.MISSING: ("depth", {}, 'depth is missing; add depth = "gentle".'),
    Reason.WRONG_TYPE: (
        "minutes",
        {"wanted": "whole number", "found": "text"},
        "minutes is text; use a whole number without quotes.",
    ),
    Reason.WRONG_CHOICE: (
        "depth",
        {"value": "depe", "allowed": ("gentle", "steady", "deep")},
        "depth is “depe”; use gentle, steady or deep.",
    ),
    Reason.OUT_OF_RANGE: ("minutes", {"value": 99, "least": 1, "most": 15}, "from 1 to 15"),
    Reason.BLANK: ("title", {}, "title is empty"),
    Reason.TOO_LONG: ("title", {"size": 1200, "most": 60}, "title has 1,200 characters; 60 is the most."),
    Reason.TOO_MANY: ("also", {"size": 5, "most": 3}, "also has 5 parts; 3 is the most."),
    Reason.REPEATED: ("also", {"value": "empathy"}, "“empathy” again"),
    Reason.BAD_SHAPE: ("id", {"value": "Emp 1", "shape": "id"}, "small letters, digits and single dashes"),
    Reason.HTML: ("lighter", {"found": "<b>"}, "“<b>”, which looks like HTML"),
    Reason.LINK: ("lighter", {"found": "www."}, "“www.”, which looks like a link"),
    Reason.UNSEEN: ("title", {"found": ("U+200B", "U+202E")}, "U+200B and U+202E"),
    Reason.SAME_ID: ("id", {"file": "a.toml", "line": 4}, "taken already, in a.toml, line 4"),
    Reason.VALUES_WITH_PLANS: ("draws_on", {}, "VA and II don’t go together"),
    Reason.EMPTY_DAY: ("days", {}, "give it check_in, circles, prompt, task or rest"),
    Reason.HOLD_BACK_EXPECTED: (
        "hold_back",
        {"because": "EW", "expected": ("recent_loss", "recent_separation")},
        "A prompt with EW holds back at recent_loss and recent_separation too",
    ),
    Reason.BREATH_ONLY: ("steps.settle", {}, "only about the breath"),
    Reason.EYES_CLOSED_ONLY: ("steps.settle", {}, "closed eyes only"),
    Reason.HARD_TO_READ: ("", {"grade": 9.4, "most": 8.0}, "school grade 9.4; 8 or lower"),
    Reason.CAREFUL: ("lighter", {"word": "should", "care": "push"}, "lighter says “should”. It pushes;"),
    Reason.ALIKE: (
        "steps.settle",
        {"other": "emp-02", "file": "a.toml", "line": 4, "step": "settle", "words": ("kettle", "steam")},
        "The settle step is much like emp-02 (a.toml, line 4): both have kettle and steam.",
    ),
    Reason.NOT_REVIEWED: ("", {"readers": 1, "wanted": 2}, "One reader so far found"),
    Reason.REVIEW_FAILED: (
        "",
        {"reader": "Ana", "points": (3, 10)},
        "For Ana points 3 and 10 of the ten didn’t hold",
    ),
    Reason.MINUTES_DIFFER: ("total_minutes", {"said": 45, "counted": 30}, "is 45, and the days add up to 30"),
    Reason.PROMPT_UNKNOWN: ("days.prompt", {"value": "emp-77"}, "No prompt “emp-77”"),
    Reason.DEEP_IN_WEEK: ("days.prompt", {"value": "emp-04"}, "“emp-04” is deep"),
}
UNKIND = ("invalid", "fail", "error", "wrong", "please", "sorry", "oops", "must", "!", "illegal")


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_is_told(reason: Reason) -> None:
    field, facts, part = TOLD[reason]
    told = sentence(Problem("f.toml", reason, 1, "a", facts, field))
    assert part in told
    assert told.endswith((".", "?"))
    assert not [word for word in UNKIND if word in told.lower()]


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (Problem("f.toml", Reason.UNREADABLE, facts={"detail": ""}), "no reason given"),
        (Problem("f.toml", Reason.NOT_TOML, facts={"detail": ""}), "Here the file stops being TOML."),
        (Problem("f.toml", Reason.MISSING, field="steps.settle"), 'add steps.settle = "…".'),
        (Problem("f.toml", Reason.SAME_ID, facts={"file": "a.toml", "line": None}), "in a.toml; choose"),
        (
            Problem("f.toml", Reason.UNKNOWN_FIELD, facts={"near": None, "allowed": ("a", "b")}, field="x"),
            "the fields are a and b.",
        ),
    ],
)
def test_when_less_is_known(problem: Problem, told: str) -> None:
    assert told in sentence(problem)


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (Problem("f.toml", Reason.BLANK, 3, "emp-01", {}, "title"), "f.toml, line 3, emp-01, title"),
        (Problem("f.toml", Reason.BLANK, 3, 2, {}, "id"), "f.toml, line 3, number 2, id"),
        (Problem("f.toml", Reason.TOO_BIG), "f.toml"),
    ],
)
def test_the_place_leaves_away_what_does_not_apply(problem: Problem, told: str) -> None:
    assert place(problem) == told


def test_words_in_a_row() -> None:
    assert [either(()), either(("a",)), either(("a", "b"), "and")] == ["", "a", "a and b"]
