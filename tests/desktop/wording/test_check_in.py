# SPDX-License-Identifier: MIT
"""The eight items read as they were settled, in general and about a person."""

from __future__ import annotations

from ipnb_journal.desktop.wording import check_in as words
from ipnb_journal.domain.checkins import Item

SETTLED = {
    Item.C1: (
        "My thoughts or feelings moved too fast, or too strongly, for me to steer.",
        "Between us, things moved too fast, or too strongly, to steer.",
    ),
    Item.R1: (
        "I felt shut down, flat, or as if I were running on autopilot.",
        "Between us it felt flat, stuck, or like going through the motions.",
    ),
    Item.C2: (
        "Things around me felt up in the air, as if anything could happen.",
        "I could not tell what to expect from us.",
    ),
    Item.R2: (
        "I was holding on tightly, needing things to go one particular way.",
        "One or both of us needed it to go one particular way.",
    ),
    Item.D1: (
        "I could tell my own feelings and needs apart from other people's.",
        "I could tell my own feelings and needs apart from Ana's.",
    ),
    Item.L1: (
        "I felt that someone really took in what it is like to be me.",
        "I felt that Ana really took in what it is like to be me.",
    ),
    Item.D2: (
        "There was room for me to be different, or to say no.",
        "There was room for each of us to be different, or to say no.",
    ),
    Item.L2: (
        "I was curious about another person's inner world, and it mattered to me.",
        "I was curious about Ana's inner world, and it mattered to me.",
    ),
}


def test_the_items_are_worded_as_settled() -> None:
    for item in Item:
        general, about = SETTLED[item]
        assert words.wording(item, None).replace("’", "'") == general
        assert words.wording(item, "Ana").replace("’", "'") == about


def test_the_stem_and_the_ends() -> None:
    assert words.stem(None) == "Thinking of the last 24 hours…"
    assert words.stem("{Ana}") == "Thinking of you and {Ana}, most recently…"
    assert (words.LEAST, words.MOST) == ("Not at all", "Very much")
