# SPDX-License-Identifier: MIT
"""The shipped words: whole, plain, within what may be said, and agreeing with the rest of the program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ipnb_journal import paths
from ipnb_journal.domain.careful_words import found_in
from ipnb_journal.domain.glossary import Glossary, Reading, TermGroup
from ipnb_journal.domain.reading import grade
from ipnb_journal.errors import FileProblem, FormatError
from ipnb_journal.formats import glossary as files
from ipnb_journal.services import glossary

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = paths.resources() / "words" / "en.toml"
READINGS = (
    "distinct-and-in-touch",
    "stirred-up-and-stuck",
    "nine-places-to-look",
    "room-for-what-you-feel",
    "bonds-and-how-we-tell-them",
)
ALLOWED = {"They are never scores.": "says what the tags are not"}
NOT_OURS = (
    r"wheel of awareness|mindsight|healthy mind platter|\bFACES\b|river of integration|river of well-being"
)


@pytest.fixture(scope="module")
def shipped() -> Glossary:
    return glossary.read()


@pytest.fixture(params=READINGS)
def reading(shipped: Glossary, request: pytest.FixtureRequest) -> Reading:
    found = shipped.reading(request.param)
    assert found is not None
    return found


def test_the_shipped_file_has_nothing_wrong_in_it() -> None:
    assert files.read(SHIPPED.read_bytes(), SHIPPED.name).problems == ()


def test_five_readings_and_about_five_and_twenty_terms(shipped: Glossary) -> None:
    assert tuple(reading.id for reading in shipped.readings) == READINGS
    assert 25 <= len(shipped.terms) <= 32
    assert {term.group for term in shipped.terms} == set(TermGroup)
    words = [term.word for term in shipped.terms]
    assert len(set(words)) == len(words)


def test_a_reading_takes_about_two_minutes_and_is_plain(reading: Reading) -> None:
    assert 280 <= len(reading.text.split()) <= 360
    assert reading.minutes == 2
    assert grade(reading.text) <= 8.0


def test_a_reading_names_more_than_one_voice(reading: Reading) -> None:
    assert len(reading.sources) >= 2
    assert any(source.author.startswith("Siegel") for source in reading.sources)


def test_readings_promise_nothing_and_judge_nobody(reading: Reading) -> None:
    text = reading.text
    for phrase in ALLOWED:
        text = text.replace(phrase, "")
    assert found_in(f"{reading.title}\n{text}") == ()


def test_what_is_allowed_is_still_said(shipped: Glossary) -> None:
    text = "\n".join(reading.text for reading in shipped.readings)
    assert [phrase for phrase in ALLOWED if phrase not in text] == []


def test_terms_promise_nothing_and_take_a_sentence_or_two_or_four(shipped: Glossary) -> None:
    for term in shipped.terms:
        assert found_in(f"{term.word}\n{term.says}") == (), term.id
        assert 1 <= len(re.findall(r"[.?](?:\s|$)", term.says)) <= 4, term.id


def test_a_term_of_the_field_says_what_the_field_calls_it_and_where(shipped: Glossary) -> None:
    for term in shipped.terms:
        assert bool(term.sources) is (term.group is not TermGroup.JOURNAL), term.id
        assert term.technical or term.group is TermGroup.JOURNAL, term.id


def test_names_that_belong_to_others_are_nowhere(shipped: Glossary) -> None:
    said = [reading.text for reading in shipped.readings] + [reading.title for reading in shipped.readings]
    said += [f"{term.word} {term.technical} {term.says}" for term in shipped.terms]
    assert [text for text in said if re.search(NOT_OURS, text, re.IGNORECASE)] == []


def test_integrating_is_never_merging(shipped: Glossary) -> None:
    line = "Here, integrating means staying distinct and in touch. Nothing has to merge."
    term, first = shipped.term("integration"), shipped.reading("distinct-and-in-touch")
    assert term is not None and term.says == line
    assert first is not None and line in first.text


def test_every_source_in_the_file_is_drawn_on(shipped: Glossary) -> None:
    drawn = {source.id for one in (*shipped.terms, *shipped.readings) for source in one.sources}
    named = set(re.findall(r'\[\[source\]\]\nid = "(.+)"', SHIPPED.read_text(encoding="utf-8")))
    assert named == drawn


def test_what_may_be_done_with_the_words_is_said_beside_them(shipped: Glossary) -> None:
    notice = SHIPPED.with_name("LICENSE.txt").read_text(encoding="utf-8")
    assert "Creative Commons Attribution 4.0" in notice
    assert shipped.licence in notice and shipped.author in notice


@pytest.mark.parametrize("lang", ["en", "tlh", "../en", ""])
def test_a_language_there_is_nothing_in_gets_english(lang: str, shipped: Glossary) -> None:
    assert glossary.read(lang) == shipped


def test_another_language_is_read_where_there_is_one(tmp_path: Path, shipped: Glossary) -> None:
    (tmp_path / "en.toml").write_bytes(SHIPPED.read_bytes())
    german = SHIPPED.read_text(encoding="utf-8").replace('lang = "en"', 'lang = "de"')
    (tmp_path / "de.toml").write_text(german, encoding="utf-8")
    assert glossary.read("de", tmp_path).lang == "de"
    assert glossary.read("fr", tmp_path) == shipped


def test_a_missing_or_empty_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        glossary.read(folder=tmp_path / "nowhere")
    with pytest.raises(FileProblem):
        glossary.read(folder=tmp_path)
    (tmp_path / "en.toml").write_text("format = 1\n[[term]]\n")
    with pytest.raises(FormatError) as broken:
        glossary.read(folder=tmp_path)
    assert broken.value.facts["file"] == "en.toml"
    (tmp_path / "en.toml").write_text('format = 1\n[about]\nlang = "en"\nauthor = "A"\nlicence = "B"\n')
    with pytest.raises(FormatError) as empty:
        glossary.read(folder=tmp_path)
    assert empty.value.facts["reason"] == "blank"
