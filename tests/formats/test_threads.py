# SPDX-License-Identifier: MIT
"""Threads and reviews in set files: read whole, or named with what is wrong."""

from __future__ import annotations

from datetime import date

from ipnb_journal.domain.prompts import Technique
from ipnb_journal.domain.reviews import Review
from ipnb_journal.domain.threads import Thread
from ipnb_journal.formats.problems import Reason
from ipnb_journal.formats.prompt_sets import SetFile, read, together

THREAD = """
[[thread]]
id = "small-gates"
title = "Small gates"
why = "One thing leads to another."
draws_on = ["AT", "II"]
prompts = {prompts}
lang = "en"
version = 1
author = "Somebody"
licence = "CC BY 4.0"
"""
REVIEW = """
[[review]]
prompt = "a"
version = 1
reader = "Ana"
day = 2026-03-12
failed = {failed}
"""


def a_file(text: str) -> SetFile:
    return read(f"format = 1\n{text}".encode(), "f.toml")


def test_a_sound_thread_is_read_whole() -> None:
    found = a_file(THREAD.format(prompts='["a", "b"]'))
    assert found.problems == ()
    techniques = (Technique.ASSERTIVENESS, Technique.IF_THEN)
    thread = Thread(
        "small-gates", "Small gates", "One thing leads to another.", techniques, ("a", "b"), "en", 1,
        "Somebody", "CC BY 4.0",
    )  # fmt: skip
    assert found.threads == ((thread, 4),)


def test_a_thread_names_each_prompt_once_and_at_least_two() -> None:
    for prompts, reason in (('["a"]', Reason.BLANK), ('["a", "a"]', Reason.REPEATED)):
        found = a_file(THREAD.format(prompts=prompts))
        assert found.threads == ()
        assert [(one.reason, one.field) for one in found.problems] == [(reason, "prompts")]


def test_two_threads_with_one_id_in_one_file() -> None:
    text = THREAD.format(prompts='["a", "b"]')
    found = a_file(text + text)
    assert len(found.threads) == 1
    assert [(one.reason, one.line) for one in found.problems] == [(Reason.SAME_ID, 15)]


def test_a_prompt_of_a_thread_that_is_nowhere_is_told() -> None:
    sets = together([a_file(THREAD.format(prompts='["a", "b"]'))])
    assert len(sets.threads) == 1
    assert [one.facts["value"] for one in sets.problems] == ["a", "b"]
    assert {one.reason for one in sets.problems} == {Reason.PROMPT_UNKNOWN}


def test_reviews_are_read_with_the_points_that_did_not_hold() -> None:
    found = a_file(REVIEW.format(failed="[]") + REVIEW.format(failed="[3, 10]"))
    assert found.problems == ()
    assert [review for review, _ in found.reviews] == [
        Review("a", 1, "Ana", date(2026, 3, 12), "en"),
        Review("a", 1, "Ana", date(2026, 3, 12), "en", (3, 10)),
    ]


def test_there_is_no_eleventh_point() -> None:
    found = a_file(REVIEW.format(failed="[11]"))
    assert found.reviews == ()
    assert [(one.reason, one.where) for one in found.problems] == [(Reason.OUT_OF_RANGE, "a")]
