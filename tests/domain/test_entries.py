# SPDX-License-Identifier: MIT
"""A page: blank until something is typed or picked, and titled by what a person would look for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.entries import (
    TITLE_LENGTH,
    AskedPrompt,
    Writing,
    cut_title,
    own_words,
    seconds_written,
    shown_title,
    word_count,
)
from tests.builders import MOMENT, a_page


@pytest.mark.parametrize("field", ["title", "notice", "body", "connect", "takeaway"])
def test_a_word_anywhere_makes_a_page_more_than_blank(field: str) -> None:
    assert Writing(**{field: " \n\t"}).is_blank
    assert not Writing(**{field: "x"}).is_blank


def test_something_picked_makes_a_page_more_than_blank() -> None:
    assert Writing().is_blank
    assert not Writing(noticed=("warm",)).is_blank


def test_the_title_is_what_was_typed_else_the_first_line_else_the_question() -> None:
    asked = AskedPrompt("saying-no", 1, "A small no", "When did you last say no?")
    page = a_page("\n  The harbour was quiet.  \nThen it was not.", title=" Sunday ", asked=asked)
    assert shown_title(page) == "Sunday"
    assert shown_title(a_page("\n  The harbour was quiet.  \nMore.", asked=asked)) == "The harbour was quiet."
    assert shown_title(a_page(" ", notice="A tight jaw.", asked=asked)) == "A tight jaw."
    assert shown_title(a_page("", asked=asked)) == "A small no"
    assert shown_title(a_page("")) == ""


def test_a_long_line_is_cut_between_words() -> None:
    fits = "x" * TITLE_LENGTH
    assert cut_title(fits) == fits
    assert cut_title("walking " * 20) == " ".join(["walking"] * 10) + "…"
    assert cut_title("walk " + "x" * 200) == "walk…"
    assert cut_title("x" * 200) == fits + "…"


@given(st.text())
def test_a_title_is_never_longer_than_a_line(line: str) -> None:
    assert len(cut_title(line)) <= TITLE_LENGTH + 1


def test_words_are_what_stands_between_spaces() -> None:
    assert word_count("") == 0
    assert word_count("  I don’t know\n\nyet — but  ") == 6


def test_own_words_are_the_short_ones_newest_first_each_once() -> None:
    assert own_words(["like a held door, Fizzy", "fizzy; slow\nbright."]) == (
        "like a held door", "Fizzy", "slow", "bright",
    )  # fmt: skip
    assert own_words(["This is a whole sentence about something else altogether."]) == ()
    assert own_words([f"word {n}" for n in range(20)], most=3) == ("word 0", "word 1", "word 2")


@pytest.mark.parametrize(
    ("passed", "counted"), [(7.9, 7), (0, 0), (-1, 0), (120, 120), (3600, 120), (-3600, 0), (0.4, 0)]
)
def test_a_pause_counts_for_two_minutes_and_a_clock_set_back_for_nothing(passed: float, counted: int) -> None:
    assert seconds_written(MOMENT, MOMENT + timedelta(seconds=passed)) == counted
