# SPDX-License-Identifier: MIT
"""Terms are found by any word of theirs; readings know how long they take and which comes next."""

from __future__ import annotations

import pytest

from ipnb_journal.domain.glossary import WORDS_A_MINUTE, Glossary, Reading, Term, TermGroup

LINKAGE = Term("linkage", TermGroup.IDEAS, "In touch", "Parts that reach one another.", "linkage")
STORY = Term("story", TermGroup.DOMAINS, "Story", "How it can be told.")


def reading(key: str, words: int = 10) -> Reading:
    return Reading(key, key.title(), "", ("word " * (words - 2),), ("one",), ("two",), ())


GLOSSARY = Glossary((LINKAGE, STORY), (reading("first"), reading("second")))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", (LINKAGE, STORY)),
        ("  ", (LINKAGE, STORY)),
        ("LINK", (LINKAGE,)),
        ("reach touch", (LINKAGE,)),
        ("told", (STORY,)),
        ("told touch", ()),
    ],
)
def test_a_term_is_found_where_every_word_of_the_search_occurs(text: str, found: tuple[Term, ...]) -> None:
    assert GLOSSARY.found(text) == found


def test_terms_and_readings_are_found_by_their_ids() -> None:
    assert GLOSSARY.term("story") is STORY
    assert GLOSSARY.reading("second") is GLOSSARY.readings[1]
    assert GLOSSARY.term("first") is None and GLOSSARY.reading("story") is None


def test_each_reading_leads_on_but_the_last() -> None:
    first, second = GLOSSARY.readings
    assert GLOSSARY.after(first) is second
    assert GLOSSARY.after(second) is None


@pytest.mark.parametrize(
    ("words", "minutes"), [(5, 1), (WORDS_A_MINUTE, 1), (2 * WORDS_A_MINUTE - 20, 2), (3 * WORDS_A_MINUTE, 3)]
)
def test_a_reading_says_how_long_it_takes(words: int, minutes: int) -> None:
    assert reading("any", words).minutes == minutes


def test_the_text_of_a_reading_is_all_its_paragraphs_in_order() -> None:
    made = Reading("r", "R", "", ("a", "b"), ("c",), ("d",), ())
    assert made.text.splitlines() == ["a", "b", "c", "d"]
