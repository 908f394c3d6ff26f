# SPDX-License-Identifier: MIT
"""The one definition of what a glossary file holds: its sources, terms and readings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ipnb_journal.domain.glossary import Glossary, Reading, Source, Term, TermGroup
from ipnb_journal.domain.reading import grade
from ipnb_journal.formats.problems import Problem, Reason, in_order
from ipnb_journal.formats.prompts import HIGHEST_GRADE, ID, LANGUAGE, one_of
from ipnb_journal.formats.toml_places import read as read_toml
from ipnb_journal.formats.toml_tables import Field, Many, Place, Table, Text, Whole, check_top, rows

if TYPE_CHECKING:
    from ipnb_journal.formats.toml_places import Document

FORMAT = 1
_SOURCES = Field("sources", Many(ID, most=8))
_PARAGRAPHS = Many(Text(900), most=6, least=1)
ABOUT = Table((Field("lang", LANGUAGE), Field("author", Text(120)), Field("licence", Text(80))))
SOURCE = Table(
    (Field("id", ID), Field("author", Text(120)), Field("year", Whole(1800, 2200)), Field("title", Text(240)))
)
TERM = Table(
    (
        Field("id", ID),
        Field("group", one_of(TermGroup)),
        Field("word", Text(60)),
        Field("technical", Text(80), required=False),
        Field("says", Text(400)),
        _SOURCES,
    )
)
READING = Table(
    (
        Field("id", ID),
        Field("title", Text(60)),
        Field("technical", Text(80)),
        Field("holds", _PARAGRAPHS),
        Field("contested", _PARAGRAPHS),
        Field("here", _PARAGRAPHS),
        _SOURCES,
    )
)
TABLES = {"source": SOURCE, "term": TERM, "reading": READING}

_Sources = dict[str, Source]
_Ids = dict[str, int | None]


@dataclass(frozen=True, slots=True)
class Words:
    """The sound terms and readings of a file, and all that is wrong in it."""

    glossary: Glossary
    problems: tuple[Problem, ...]


def read(content: bytes, file: str) -> Words:
    """Read a file; a broken row never hides a sound one. Terms and readings have their ids in common."""
    document = read_toml(content, file)
    if isinstance(document, Problem):
        return Words(Glossary((), ()), (document,))
    problems = check_top(document, FORMAT, ("about", *TABLES))
    if any(problem.reason is Reason.NEWER_FORMAT for problem in problems):
        return Words(Glossary((), ()), tuple(problems))
    about = _about(document, problems)
    sources: _Sources = {
        table["id"]: Source(**table) for table, _ in _tables(document, "source", {}, problems)
    }
    ids: _Ids = {}
    terms, readings = [], []
    for table, place in _tables(document, "term", ids, problems):
        known = _named(table["sources"], sources, place)
        if known is not None:
            terms.append(Term(**{**table, "group": TermGroup(table["group"]), "sources": known}))
    for table, place in _tables(document, "reading", ids, problems):
        known = _named(table["sources"], sources, place)
        if known is not None:
            reading = Reading(**{**table, "sources": known})
            _hint(reading, about.get("lang", ""), place)
            readings.append(reading)
    return Words(Glossary(tuple(terms), tuple(readings), **about), in_order(problems))


def _about(document: Document, problems: list[Problem]) -> dict[str, Any]:
    place = Place(document, ("about",), None, "about", problems)
    if "about" not in document.data:
        place.note(Reason.MISSING)
        return {}
    return ABOUT.read(document.data["about"], place) or {}


def _tables(
    document: Document, name: str, ids: _Ids, problems: list[Problem]
) -> list[tuple[dict[str, Any], Place]]:
    """The rows of a kind that are sound in themselves; their ids join `ids`, each of which stands once."""
    read = []
    for place in rows(document, name, problems):
        before = len(problems)
        table = TABLES[name].read(document.data[name][place.path[-1]], place)
        if table is None or any(not problem.is_hint for problem in problems[before:]):
            continue
        own = place.inside("id")
        if table["id"] in ids:
            own.note(Reason.SAME_ID, file=document.file, line=ids[table["id"]])
            continue
        ids[table["id"]] = own.line
        read.append((table, place))
    return read


def _named(ids: tuple[str, ...], sources: _Sources, place: Place) -> tuple[Source, ...] | None:
    """The sources with these ids; None, and a problem for each, where one is not in the file."""
    unknown = [number for number, one in enumerate(ids) if one not in sources]
    for number in unknown:
        where = place.inside("sources").item(number)
        where.note(Reason.WRONG_CHOICE, value=ids[number], allowed=tuple(sources))
    return None if unknown else tuple(sources[one] for one in ids)


def _hint(reading: Reading, lang: str, place: Place) -> None:
    if lang.split("-")[0] == "en" and grade(reading.text) > HIGHEST_GRADE:
        place.note(Reason.HARD_TO_READ, grade=round(grade(reading.text), 1), most=HIGHEST_GRADE)
