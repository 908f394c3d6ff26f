# SPDX-License-Identifier: MIT
"""The reading grade: known words, known sentences, and that longer is harder."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.reading import grade, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 1), ("the", 1), ("made", 1), ("while", 1), ("rules", 1), ("table", 2), ("people", 2),
        ("noticed", 2), ("wanted", 2), ("handled", 2), ("boxes", 2), ("voices", 2), ("calm", 1),
        ("differentiation", 5), ("isn’t", 1), ("hmm", 1), ("name's", 1),
    ],
)  # fmt: skip
def test_syllables_of_known_words(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_flesch_and_kincaids() -> None:
    # 6 words, 1 sentence, 6 syllables; then 4 words in 2 sentences with 5 syllables
    assert grade("The cat sat on the mat.") == pytest.approx(max(0.0, 0.39 * 6 + 11.8 - 15.59))
    assert grade("Look around you: breathe.") == pytest.approx(max(0.0, 0.39 * 2 + 11.8 * 5 / 4 - 15.59))
    assert grade(
        "Interpersonal neurobiology characteristically investigates multidimensional integration."
    ) == pytest.approx(0.39 * 6 + 11.8 * 31 / 6 - 15.59, abs=2.0 * 11.8 / 6)


def test_no_words_are_no_grade() -> None:
    assert grade("… 123 …") == 0.0


@given(st.integers(2, 12))
def test_one_long_sentence_is_harder_than_several_short_ones(count: int) -> None:
    clause = "somebody is holding on to another heavy thing"
    assert grade(" ".join([clause] * count) + ".") > grade(" ".join([clause + "."] * count))
