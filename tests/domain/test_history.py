# SPDX-License-Identifier: MIT
"""What a row shows: the title a person would expect, the words around the hit, nothing out of bounds."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.entries import EntryKind, Page, Writing, shown_title
from ipnb_journal.domain.history import (
    HIT_CLOSES,
    HIT_OPENS,
    SNIPPET_LENGTH,
    HistoryRow,
    RowKind,
    Snippet,
    read_hits,
    shown,
)

LONG = "I walked along the wall until the wind turned and " * 12


def marked(text: str) -> str:
    """Square brackets as marks of a hit."""
    return text.replace("[", HIT_OPENS).replace("]", HIT_CLOSES)


def hits(snippet: Snippet) -> list[str]:
    return [snippet.text[start : start + length] for start, length in snippet.hits]


def body(text: str, *more: str) -> tuple[str, ...]:
    return (text, *more, *[""] * (3 - len(more)))


def test_marks_become_ranges() -> None:
    assert read_hits(marked("a [tight] drum, [tight]ly")) == ("a tight drum, tightly", ((2, 5), (14, 5)))


def test_marks_that_do_not_pair_leave_no_trace() -> None:
    assert read_hits(marked("]a] [b [c]] []d")) == ("a b c d", ((2, 2), (4, 1)))
    assert read_hits(marked("a]b")) == ("ab", ())


def test_own_title_is_shown_with_its_hits() -> None:
    title, snippet = shown("  Saying yes ", body("No."), hit=re.compile("yes"))
    assert (title.text, hits(title)) == ("Saying yes", ["yes"])
    assert snippet == Snippet("No.")


def test_first_line_stands_as_title_and_is_not_shown_twice() -> None:
    title, snippet = shown("", body("\n The meeting \n\nI held\tmy  ground\non the dates."))
    assert title.text == "The meeting"
    assert snippet.text == "I held my ground on the dates."


def test_a_line_too_long_for_a_title_stays_whole_below() -> None:
    title, snippet = shown("", body(LONG))
    assert title.text.endswith("…")
    assert snippet.text.startswith("I walked along the wall")
    assert len(snippet.text) <= SNIPPET_LENGTH + 1


def test_a_one_line_page_has_only_a_title() -> None:
    assert shown("", body("Slept.")) == (Snippet("Slept."), Snippet(""))


def test_words_left_over_come_from_the_next_text() -> None:
    title, snippet = shown("", body("Slept.", " ", "Ask her."))
    assert (title.text, snippet.text) == ("Slept.", "Ask her.")


def test_nothing_written_shows_nothing() -> None:
    assert shown(" ", ("", " ", "", "")) == (Snippet(), Snippet())


def test_snippet_is_around_the_first_hit_after_the_title() -> None:
    text = f"The harbour\n\n{LONG}Then the harbour lay open."
    title, snippet = shown("", body(text), hit=re.compile("harbour"))
    assert hits(title) == ["harbour"]
    assert snippet.text.startswith("…")
    assert "Then the harbour lay open." in snippet.text
    assert hits(snippet) == ["harbour"]


def test_a_hit_only_in_the_title_leaves_the_usual_words() -> None:
    title, snippet = shown("", body("The harbour\nWe sat down."), hit=re.compile("harbour"))
    assert (hits(title), snippet) == (["harbour"], Snippet("We sat down."))


def test_hits_in_every_text_and_among_what_was_noticed() -> None:
    for place in range(4):
        texts = ["Slept.\nLong.", "", "", ""]
        texts[place] += " At the harbour"
        assert hits(shown("T", texts, "", re.compile("harbour"))[1]) == ["harbour"]
    assert hits(shown("T", body(""), "calm, harbour", re.compile("harbour"))[1]) == ["harbour"]
    assert hits(shown("T", body(""), marked("câlm, [harbour]"))[1]) == ["harbour"]


def test_marked_text_is_read_as_marked() -> None:
    text = marked(f"“{LONG}” and then the [café] by the water, {LONG}")
    title, snippet = shown("", body(text), hit=re.compile("cafe"))
    assert title.text.startswith("“I walked")
    assert hits(snippet) == ["café"]
    assert HIT_OPENS not in snippet.text


def test_marked_title_is_cut_with_its_hits() -> None:
    text = marked("Ünder the [wall] " + "and [over] " * 20)
    title, _ = shown("", body(text))
    assert title.text.endswith("…")
    assert set(hits(title)) == {"wall", "over"}


def test_a_short_marked_line_is_a_whole_title() -> None:
    title, snippet = shown("", body(marked("Ünder the [wall]\nWe sat.")))
    assert (title.text, hits(title), snippet.text) == ("Ünder the wall", ["wall"], "We sat.")


def test_a_word_without_end_is_cut() -> None:
    title, snippet = shown("T", body("x" * 500), hit=re.compile("x+"))
    assert snippet.text == "x" * SNIPPET_LENGTH + "…"
    assert hits(snippet) == ["x" * SNIPPET_LENGTH]


texts = st.text(st.sampled_from("ab é \n\t“" + HIT_OPENS + HIT_CLOSES), max_size=300)


@given(texts, st.lists(texts, min_size=4, max_size=4), texts, st.none() | st.just(re.compile("a")))
def test_hits_lie_inside_the_text_in_order(title, four, noticed, hit) -> None:
    for snippet in shown(title, four, noticed, hit):
        end = 0
        for start, length in snippet.hits:
            assert start >= end
            assert length > 0
            end = start + length
        assert end <= len(snippet.text)


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=200), min_size=5, max_size=5))
def test_title_is_the_one_of_the_page(words: list[str]) -> None:
    title, body_text, takeaway, connect, notice = words
    page = Page(
        EntryKind.FREE,
        date(2026, 3, 12),
        Writing(title, (), notice, body_text, connect, takeaway),
    )
    plain = {ord(mark): None for mark in HIT_OPENS + HIT_CLOSES}
    found, _ = shown(title, (body_text, takeaway, connect, notice))
    assert found.text == shown_title(page).translate(plain)


@pytest.mark.parametrize(("day", "later"), [(11, True), (12, False), (13, False)])
def test_written_later(day: int, later: bool) -> None:
    at = datetime(2026, 3, 12, 0, 5, tzinfo=UTC)
    assert HistoryRow(1, RowKind.ENTRY, 1, date(2026, 3, day), at).written_later is later
