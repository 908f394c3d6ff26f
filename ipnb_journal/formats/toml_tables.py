# SPDX-License-Identifier: MIT
"""Tables of a TOML file checked against a declared list of fields; every problem is found in one go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, Protocol

from ipnb_journal.formats import display_text
from ipnb_journal.formats.problems import Problem, Reason
from ipnb_journal.formats.toml_places import Document, Path

MOST_COMPARED = 64
MOST_ROWS = 200
_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "flag"),
    (str, "text"),
    (int, "whole number"),
    (float, "number"),
    (datetime, "moment"),
    (date, "day"),
    (list, "list"),
    (dict, "table"),
)


class Kind(Protocol):
    """What a field may hold."""

    def read(self, value: object, place: Place) -> object:
        """The value as it will be used; notes problems at the place and returns None when unusable."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a table; an optional one that is missing is simply absent from what is read."""

    name: str
    kind: Kind
    required: bool = True


@dataclass(slots=True)
class Place:
    """Where a value stands, and the list that problems are noted in."""

    document: Document
    path: Path
    where: str | int | None
    field: str
    problems: list[Problem]

    def note(self, reason: Reason, **facts: object) -> None:
        """Note one problem here."""
        self.problems.append(
            Problem(self.document.file, reason, self.line, self.where, facts=facts, field=self.field)
        )

    @property
    def line(self) -> int | None:
        """The line, from 1, or that of the nearest thing around."""
        return self.document.line(self.path)

    def inside(self, key: str) -> Place:
        """The place of a named field."""
        dotted = f"{self.field}.{key}" if self.field else key
        return Place(self.document, (*self.path, key), self.where, dotted, self.problems)

    def item(self, number: int) -> Place:
        """The place of an item of a list, counted from 0; problems name the list."""
        return Place(self.document, (*self.path, number), self.where, self.field, self.problems)


def kind_of(value: object) -> str:
    """What sort of TOML value this is, as a fact."""
    return next((name for type_, name in _KINDS if isinstance(value, type_)), "time")


def _is(value: object, wanted: str, place: Place) -> bool:
    found = kind_of(value)
    if found != wanted:
        place.note(Reason.WRONG_TYPE, wanted=wanted, found=found)
    return found == wanted


@dataclass(frozen=True, slots=True)
class Text:
    """Words for people, at most `longest` characters, cleaned; `may_be_blank` allows "".

    `shape`: a pattern the whole text has to fit, named by `shape_name` in the problem;
    `links`: whether the text may hold a web address.
    """

    longest: int
    may_be_blank: bool = False
    shape: str = ""
    shape_name: str = ""
    links: bool = False

    def read(self, value: object, place: Place) -> str | None:
        """The cleaned text, or None."""
        if not _is(value, "text", place) or not isinstance(value, str):
            return None
        before = len(place.problems)
        dropped = display_text.unseen(value)
        text = display_text.clean(value).strip()
        self._look(text, place)
        if len(place.problems) > before:
            return None
        if dropped:
            place.note(Reason.UNSEEN, found=dropped)
        return text

    def _look(self, text: str, place: Place) -> None:
        if not text:
            if not self.may_be_blank:
                place.note(Reason.BLANK)
            return
        if len(text) > self.longest:
            place.note(Reason.TOO_LONG, size=len(text), most=self.longest)
        # what is beyond has to go anyway, and may be megabytes
        text = text[: self.longest]
        html, link = display_text.markup(text), display_text.link(text)
        if html:
            place.note(Reason.HTML, found=html[:40])
        elif link and not self.links:
            place.note(Reason.LINK, found=link[:40])
        elif self.shape and not re.fullmatch(self.shape, text):
            place.note(Reason.BAD_SHAPE, value=text[:40], shape=self.shape_name)


@dataclass(frozen=True, slots=True)
class Choice:
    """One word out of `allowed`."""

    allowed: tuple[str, ...]

    def read(self, value: object, place: Place) -> str | None:
        """The word, or None."""
        if not _is(value, "text", place):
            return None
        if value not in self.allowed:
            place.note(Reason.WRONG_CHOICE, value=display_text.clean(str(value))[:40], allowed=self.allowed)
            return None
        return str(value)


@dataclass(frozen=True, slots=True)
class Many:
    """A list of `least` to `most` values of one kind, none of them twice."""

    kind: Kind
    most: int
    least: int = 0

    def read(self, value: object, place: Place) -> tuple[object, ...] | None:
        """The sound values in order; None only when it is no list."""
        if not _is(value, "list", place) or not isinstance(value, list):
            return None
        if len(value) > self.most:
            place.note(Reason.TOO_MANY, size=len(value), most=self.most)
        if len(value) < self.least:
            place.note(Reason.BLANK)
        read: list[object] = []
        for number, one in enumerate(value[: self.most]):
            item = place.item(number)
            got = self.kind.read(one, item)
            if got is not None and not isinstance(got, Mapping) and got in read:
                item.note(Reason.REPEATED, value=got)
            read.append(got)
        return tuple(read)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `least` to `most`."""

    least: int
    most: int

    def read(self, value: object, place: Place) -> int | None:
        """The number, or None."""
        if not _is(value, "whole number", place) or not isinstance(value, int):
            return None
        if not self.least <= value <= self.most:
            place.note(Reason.OUT_OF_RANGE, value=value, least=self.least, most=self.most)
            return None
        return value


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""

    def read(self, value: object, place: Place) -> bool | None:
        """The flag, or None."""
        return bool(value) if _is(value, "flag", place) else None


@dataclass(frozen=True, slots=True)
class Day:
    """A date such as 2026-05-31, without quotes."""

    def read(self, value: object, place: Place) -> date | None:
        """The date, or None."""
        return value if _is(value, "day", place) and isinstance(value, date) else None


@dataclass(frozen=True, slots=True)
class Anything:
    """Whatever stands there; something else reads it."""

    def read(self, value: object, place: Place) -> object:
        """The value as it is."""
        return value


@dataclass(frozen=True, slots=True)
class Table:
    """A table of its own fields; a field it doesn't know is a problem."""

    fields: tuple[Field, ...]

    def read(self, value: object, place: Place) -> dict[str, Any] | None:
        """What the fields hold; a missing or unusable one is absent. None only when it is no table."""
        if not _is(value, "table", place) or not isinstance(value, dict):
            return None
        names = tuple(field.name for field in self.fields)
        for key in value:
            if key not in names:
                unknown = place.inside(key)
                unknown.field = display_text.clean(unknown.field)[:80]
                near = get_close_matches(key[:40], names, n=1) if len(value) <= MOST_COMPARED else []
                unknown.note(Reason.UNKNOWN_FIELD, near=near[0] if near else None, allowed=names)
        read: dict[str, Any] = {}
        for field in self.fields:
            if field.name in value:
                got = field.kind.read(value[field.name], place.inside(field.name))
                if got is not None:
                    read[field.name] = got
            elif field.required:
                place.inside(field.name).note(Reason.MISSING)
        return read


def rows(document: Document, name: str, problems: list[Problem], id_field: str = "id") -> list[Place]:
    """The places of the first 200 tables under `[[name]]`; more of them are a problem.

    `where` is a row's id, or its number when it has none.
    """
    found = document.data.get(name, [])
    if not isinstance(found, list):
        place = Place(document, (name,), None, name, problems)
        place.note(Reason.WRONG_TYPE, wanted="list", found=kind_of(found))
        return []
    if len(found) > MOST_ROWS:
        Place(document, (name,), None, name, problems).note(Reason.TOO_MANY, size=len(found), most=MOST_ROWS)
    places = []
    for number, row in enumerate(found[:MOST_ROWS]):
        own = row.get(id_field) if isinstance(row, dict) else None
        shown = display_text.clean(own).strip()[:40] if isinstance(own, str) else ""
        places.append(Place(document, (name, number), shown or number + 1, "", problems))
    return places


def check_top(document: Document, known_format: int, names: tuple[str, ...]) -> list[Problem]:
    """Problems of the file's top: `format` missing, wrong or newer than ours, and names not in `names`."""
    problems: list[Problem] = []
    top = Place(document, (), None, "", problems)
    found = document.data.get("format")
    if isinstance(found, int) and not isinstance(found, bool) and found > known_format:
        top.inside("format").note(Reason.NEWER_FORMAT, found=found, known=known_format)
        return problems
    others = tuple(Field(name, Anything(), required=False) for name in names)
    Table((Field("format", Whole(1, known_format)), *others)).read(document.data, top)
    return problems
