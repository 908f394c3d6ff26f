# SPDX-License-Identifier: MIT
"""A week of homework: what it adds up to, what it uses, and what waits until it is ticked as safe."""

from __future__ import annotations

from ipnb_journal.domain.homework import Agreed, Week, WeekDay, counted_minutes, prompt_ids, prompt_of_day

WEEK = Week(
    "w", "A week", "Because.",
    (
        WeekDay(check_in=True, prompt="a", minutes=6),
        WeekDay(check_in=True),
        WeekDay(prompt="b", if_safe=True, minutes=9),
        WeekDay(prompt="a", minutes=2),
        WeekDay(task="Look.", minutes=1),
    ),
    20, Agreed(), ("What?",), "en", 1, "us", "CC BY 4.0",
)  # fmt: skip


def test_a_check_in_counts_as_one_minute() -> None:
    assert counted_minutes(WEEK) == 6 + 1 + 1 + 9 + 2 + 1


def test_each_prompt_is_named_once_in_order() -> None:
    assert prompt_ids(WEEK) == ("a", "b")


def test_a_prompt_that_needs_safety_waits_for_the_tick() -> None:
    assert prompt_of_day(WEEK.days[0]) == "a"
    assert prompt_of_day(WEEK.days[2]) == ""
    assert prompt_of_day(WEEK.days[2], {"b"}) == "b"
    assert prompt_of_day(WEEK.days[4]) == ""
