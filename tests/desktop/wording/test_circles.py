# SPDX-License-Identifier: MIT
"""Two circles in words: five for near, five for edges, a line for what passes, no verdict."""

from __future__ import annotations

import re
from datetime import date
from itertools import product

import pytest

from ipnb_journal.desktop.wording import circles as words
from ipnb_journal.domain.checkins import Circles
from ipnb_journal.domain.circles import CirclePart


@pytest.mark.parametrize(
    ("value", "band"), [(0, 0), (19.9, 0), (20, 1), (40, 2), (59.9, 2), (60, 3), (80, 4), (100, 4)]
)
def test_each_fifth_has_its_word(value: float, band: int) -> None:
    assert words.band(value) == band
    assert words.word(CirclePart.CLOSENESS, value) == words.NEAR[band]
    assert words.word(CirclePart.EDGE_OTHER, value) == words.EDGE[band]


@pytest.mark.parametrize(
    ("circles", "name", "told"),
    [
        (Circles(), "Ana", "Blank so far"),
        (Circles(closeness=66), "Ana", "Near"),
        (Circles(66, 75, 70), "Ana", "Near, with clear edges"),
        (Circles(5, 5, 0), "Ana", "Far apart, with edges that are hard to tell"),
        (Circles(66, 75, 30), "Ana", "Near, your edge clear, Ana’s edge soft"),
        (Circles(66, 75, 30), "", "Near, your edge clear, the other’s edge soft"),
        (Circles(66, None, 10), "Ana", "Near, Ana’s edge hard to tell"),
        (Circles(None, 75), "Ana", "Your edge clear"),
        (Circles(None, None, 50), "", "The other’s edge fairly clear"),
        (Circles(None, 90, 90), "Ana", "Very clear edges"),
        (Circles(bridge=3), "Ana", ""),
    ],
)
def test_the_headline(circles: Circles, name: str, told: str) -> None:
    assert words.headline(circles, name) == told


@pytest.mark.parametrize(
    ("circles", "told"),
    [
        (Circles(), ""),
        (Circles(closeness=50), ""),
        (Circles(bridge=0), "In touch: hardly anything passes between you, both ways."),
        (Circles(bridge=70), "In touch: a good deal passes between you, both ways."),
        (Circles(closeness_wish=70), "Where you’d like it: near."),
        (Circles(40, closeness_wish=70), "You’d like it nearer than it is."),
        (Circles(70, closeness_wish=40), "You’d like more room than there is."),
        (Circles(70, closeness_wish=66), "You’d like it about where it is."),
    ],
)
def test_the_line_below(circles: Circles, told: str) -> None:
    assert words.lines(circles) == told


def test_a_handle_is_told_with_its_word() -> None:
    assert words.spoken(CirclePart.CLOSENESS, 70, "left blank") == "How near it feels, near"
    told = words.spoken(CirclePart.EDGE_OTHER, None, "left blank", "Ana")
    assert told == "How clear Ana’s edge seems to you, left blank"


def test_whatever_is_placed_gives_plain_sentences_without_numbers_or_verdicts() -> None:
    some = (None, 0.0, 50.0, 100.0)
    judged = re.compile(r"\d|None|\b(good\b(?! deal)|bad|too|should|healthy|wants|loves|cares)\b")
    for values, name in product(product(some, repeat=5), ("", "Ana")):
        told = words.sentence(Circles(*values), name)
        assert told[0].isupper() and told.endswith("."), told
        assert not judged.search(told), told
        assert ".." not in told and "  " not in told, told


@pytest.mark.parametrize(
    ("day", "told", "short"),
    [
        (date(2026, 3, 12), "Today", "Today"),
        (date(2026, 3, 3), "3 March", "Tue 3"),
        (date(2026, 1, 3), "3 January", "3 Jan"),
        (date(2025, 11, 24), "24 November 2025", "24 Nov"),
        (date(2025, 3, 3), "3 March 2025", "3 Mar 2025"),
    ],
)
def test_a_pictures_day_says_its_year_where_it_could_be_mistaken(day: date, told: str, short: str) -> None:
    today = date(2026, 3, 12)
    assert (words.day(day, today), words.short_day(day, today)) == (told, short)


def test_a_picture_in_few_words_says_what_was_placed_at_all() -> None:
    assert words.in_a_row(Circles(66, 75, 70, 10), "Ana") == "Near, with clear edges"
    assert words.in_a_row(Circles(bridge=50)) == "In touch: something passes between you, both ways."
    assert words.in_a_row(Circles(closeness_wish=90)) == "Where you’d like it: very near."


def test_the_page_is_called_by_who_is_meant() -> None:
    assert (words.stem("Ana"), words.stem()) == ("You and Ana", "You and somebody")
