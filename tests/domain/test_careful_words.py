# SPDX-License-Identifier: MIT
"""Which words a prompt does better without, and which only look like them."""

from __future__ import annotations

import pytest

from ipnb_journal.domain.careful_words import Care, Careful, found_in


@pytest.mark.parametrize(
    ("text", "word", "care"),
    [
        ("This heals old wounds.", "heals", Care.CLAIM),
        ("It is proven to help.", "proven", Care.CLAIM),
        ("Use your right brain.", "right brain", Care.CLAIM),
        ("Was he toxic?", "toxic", Care.LABEL),
        ("What is your attachment style?", "attachment style", Care.LABEL),
        ("Is that normal?", "normal", Care.VERDICT),
        ("You SHOULD try.", "should", Care.PUSH),
        ("You shouldn’t mind.", "shouldn’t", Care.PUSH),
        ("Forgive them today.", "forgive", Care.PUSH),
        ("Well done!", "!", Care.LOUD),
        ("STOP here.", "STOP", Care.LOUD),
    ],
)
def test_a_promise_a_label_a_verdict_a_push(text: str, word: str, care: Care) -> None:
    assert Careful(word, care) in found_in(text)


def test_each_is_told_once() -> None:
    assert found_in("You must, and again must.") == (Careful("must", Care.PUSH),)


@pytest.mark.parametrize(
    "text",
    ["Rest a hand on one shoulder.", "A jar of mustard.", "An II and an AT.", "Cured ham? No: secure.", ""],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert [one for one in found_in(text) if one.word != "cured"] == []
