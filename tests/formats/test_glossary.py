# SPDX-License-Identifier: MIT
"""The file of words: every problem with its place, and a broken row never hides a sound one."""

from __future__ import annotations

import pytest

from ipnb_journal.domain.glossary import Reading, Source, Term, TermGroup
from ipnb_journal.formats.glossary import TABLES, read
from ipnb_journal.formats.problems import Reason

ABOUT = """
[about]
lang = "en"
author = "Somebody"
licence = "CC BY 4.0"
"""
SOURCE = """
[[source]]
id = "book"
author = "Writer, A."
year = 2012
title = "A book"
"""
TERM = """
[[term]]
id = "linkage"
group = "ideas"
word = "In touch"
technical = "linkage"
says = "Reaching one another."
sources = ["book"]
"""
READING = """
[[reading]]
id = "first"
title = "The first"
technical = "Linkage"
holds = ["It is so.", "So they say."]
contested = ["Is it so?"]
here = ["We do this."]
sources = ["book"]
"""
ROWS = {"source": SOURCE, "term": TERM, "reading": READING}
BOOK = Source("book", "Writer, A.", 2012, "A book")


def file(*rows: str) -> bytes:
    return "\n".join(("format = 1", ABOUT, *rows)).encode()


def test_terms_and_readings_are_read_whole_with_their_sources() -> None:
    found = read(file(SOURCE, TERM, READING), "en.toml")
    assert found.problems == ()
    glossary = found.glossary
    term = Term("linkage", TermGroup.IDEAS, "In touch", "Reaching one another.", "linkage", (BOOK,))
    assert glossary.terms == (term,)
    parts = (("It is so.", "So they say."), ("Is it so?",), ("We do this.",))
    assert glossary.readings == (Reading("first", "The first", "Linkage", *parts, (BOOK,)),)
    assert (glossary.lang, glossary.author, glossary.licence) == ("en", "Somebody", "CC BY 4.0")


@pytest.mark.parametrize(
    ("row", "name"),
    [(row, field.name) for row, table in TABLES.items() for field in table.fields if field.required],
)
def test_a_row_without_one_of_its_fields_is_told_with_its_place(row: str, name: str) -> None:
    without = "\n".join(line for line in ROWS[row].splitlines() if not line.startswith(f"{name} ="))
    found = read(file(*(ROWS | {row: without}).values()), "en.toml")
    missing = [one for one in found.problems if one.reason is Reason.MISSING]
    assert [(one.file, one.field) for one in missing] == [("en.toml", name)]
    assert missing[0].line is not None


def test_a_broken_row_does_not_hide_the_others() -> None:
    broken = TERM.replace('"ideas"', '"other"')
    found = read(file(SOURCE, broken, TERM.replace("linkage", "next"), READING), "en.toml")
    assert [term.id for term in found.glossary.terms] == ["next"]
    assert [reading.id for reading in found.glossary.readings] == ["first"]
    (problem,) = found.problems
    assert (problem.reason, problem.where, problem.field) == (Reason.WRONG_CHOICE, "linkage", "group")
    assert file(SOURCE, broken).decode().splitlines()[problem.line or 0].startswith("word =")


@pytest.mark.parametrize("row", ["term", "reading"])
def test_a_source_that_is_not_in_the_file_is_told_by_name(row: str) -> None:
    changed = ROWS[row].replace('["book"]', '["book", "dream"]')
    found = read(file(*(ROWS | {row: changed}).values()), "en.toml")
    (problem,) = found.problems
    assert (problem.reason, problem.field) == (Reason.WRONG_CHOICE, "sources")
    assert problem.facts == {"value": "dream", "allowed": ("book",)}
    assert len(found.glossary.terms) + len(found.glossary.readings) == 1


def test_an_id_stands_once_among_terms_and_readings() -> None:
    found = read(file(SOURCE, TERM, READING.replace('"first"', '"linkage"')), "en.toml")
    (problem,) = found.problems
    assert (problem.reason, problem.where) == (Reason.SAME_ID, "linkage")
    assert problem.facts["line"] == file(SOURCE, TERM).decode().splitlines().index('id = "linkage"') + 1
    assert found.glossary.readings == ()


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("We do this.", "See www.example.org", Reason.LINK),
        ("We do this.", "We <b>do</b> this.", Reason.HTML),
        ('["We do this."]', "[]", Reason.BLANK),
        ('["We do this."]', '"We do this."', Reason.WRONG_TYPE),
        ("We do this.", "x" * 901, Reason.TOO_LONG),
        ('"The first"', '"The first"\ncolour = "red"', Reason.UNKNOWN_FIELD),
    ],
)
def test_what_a_reading_may_not_hold(old: str, new: str, reason: Reason) -> None:
    found = read(file(SOURCE, READING.replace(old, new)), "en.toml")
    assert [problem.reason for problem in found.problems] == [reason]
    assert found.glossary.readings == ()


def test_a_reading_that_is_hard_to_read_is_hinted_at_and_kept() -> None:
    hard = (
        "Interpersonal differentiation facilitates neurobiological reorganisation of representational states."
    )
    found = read(file(SOURCE, READING.replace("It is so.", hard)), "en.toml")
    (problem,) = found.problems
    assert problem.reason is Reason.HARD_TO_READ and problem.is_hint
    assert len(found.glossary.readings) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"a = ", Reason.NOT_TOML),
        (b"format = 2\n[[term]]", Reason.NEWER_FORMAT),
        (b"format = 1", Reason.MISSING),
        (b'format = 1\nabout = "us"', Reason.WRONG_TYPE),
    ],
)
def test_a_file_that_is_something_else(content: bytes, reason: Reason) -> None:
    found = read(content, "en.toml")
    assert found.glossary.terms == () and found.glossary.readings == ()
    assert [problem.reason for problem in found.problems] == [reason]
