# SPDX-License-Identifier: MIT
"""How far along a thread somebody is."""

from __future__ import annotations

from datetime import date, timedelta

from ipnb_journal.domain.prompts import Happening, PromptEvent, Technique
from ipnb_journal.domain.threads import Thread, done_since, next_in

DAY = date(2026, 3, 12)
THREAD = Thread(
    "t", "T", "Because.", (Technique.ASSERTIVENESS,), ("a", "b", "c"), "en", 1, "us", "CC BY 4.0"
)  # fmt: skip


def event(id_: str, days: int, what: Happening = Happening.FINISHED) -> PromptEvent:
    return PromptEvent(id_, DAY + timedelta(days=days), what)


def test_only_what_was_finished_since_it_was_begun_counts() -> None:
    history = [event("a", -1), event("b", 0), event("c", 1, Happening.BEGUN), event("x", 1)]
    assert done_since(THREAD, history, DAY) == {"b"}


def test_the_next_is_the_first_that_is_left_whatever_the_order_it_was_done_in() -> None:
    assert next_in(THREAD, frozenset()) == "a"
    assert next_in(THREAD, frozenset({"a", "c"})) == "b"
    assert next_in(THREAD, frozenset({"a"}), frozenset({"b"})) == "c"
    assert next_in(THREAD, frozenset({"a", "b", "c"})) is None
