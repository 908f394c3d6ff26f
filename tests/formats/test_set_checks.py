# SPDX-License-Identifier: MIT
"""Hints that need several prompts: likeness with both places, and reviews of the present wording."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ipnb_journal.domain.reviews import Review
from ipnb_journal.formats.problems import Reason
from ipnb_journal.formats.prompt_sets import SetFile
from ipnb_journal.formats.set_checks import across
from ipnb_journal.services.prompts import shipped_sets

SHIPPED = shipped_sets()
PROMPT, LINE = next((prompt, line) for file in SHIPPED for prompt, line in file.prompts)
FILE = next(file.file for file in SHIPPED if file.prompts)
DAY = date(2026, 3, 12)


def a_review(reader: str, *failed: int, version: int = PROMPT.version) -> tuple[Review, int]:
    return Review(PROMPT.id, version, reader, DAY, "en", failed), 1


def with_reviews(*reviews: tuple[Review, int]) -> SetFile:
    return SetFile("mine.toml", prompts=((PROMPT, 7),), reviews=reviews)


def test_what_is_shipped_gives_no_hint() -> None:
    assert across(SHIPPED) == ()


def test_a_copy_under_another_id_is_told_in_its_own_file_with_the_place_of_the_other() -> None:
    mine = SetFile("mine.toml", prompts=((replace(PROMPT, id="mine"), 7),))
    (problem,) = across([mine], SHIPPED)
    assert (problem.file, problem.line, problem.where, problem.reason) == (
        "mine.toml",
        7,
        "mine",
        Reason.ALIKE,
    )
    assert (problem.facts["other"], problem.facts["file"], problem.facts["line"]) == (PROMPT.id, FILE, LINE)


def test_a_shipped_prompt_changed_at_home_is_not_held_against_itself() -> None:
    assert across([SetFile("mine.toml", prompts=((replace(PROMPT, minutes=3), 7),))], SHIPPED) == ()


def test_without_reviews_none_are_asked_for() -> None:
    assert across([with_reviews()], SHIPPED) == ()


def test_two_readers_of_this_wording_are_enough() -> None:
    assert across([with_reviews(a_review("Ana"), a_review("Tom"))], SHIPPED) == ()
    for reviews in (
        [a_review("Ana")],
        [a_review("Ana"), a_review("Ana")],
        [a_review("Ana"), a_review("Tom", version=PROMPT.version + 1)],
    ):
        (problem,) = across([with_reviews(*reviews)], SHIPPED)
        assert (problem.reason, dict(problem.facts)) == (Reason.NOT_REVIEWED, {"readers": 1, "wanted": 2})


def test_points_that_did_not_hold_are_named() -> None:
    first, second = across([with_reviews(a_review("Ana"), a_review("Tom", 3, 10))], SHIPPED)
    assert (first.reason, dict(first.facts)) == (Reason.REVIEW_FAILED, {"reader": "Tom", "points": (3, 10)})
    assert second.reason is Reason.NOT_REVIEWED
