# SPDX-License-Identifier: MIT
"""Reads the invented person of the demo: labels, leanings and pages, from the shipped TOML files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.entries import Writing
from ipnb_journal.domain.own_prompts import PromptDraft, draft_from
from ipnb_journal.errors import FormatError
from ipnb_journal.formats.problems import Problem
from ipnb_journal.formats.toml_places import MOST_BYTES
from ipnb_journal.formats.toml_places import read as read_toml

if TYPE_CHECKING:
    from pathlib import Path

_UNFIT = (KeyError, ValueError, TypeError, AttributeError, OverflowError)


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """Somebody in the invented person's life. `leans`: points by which answers about them differ."""

    label: str
    weight: float
    leans: Mapping[Scale, float]


@dataclass(frozen=True, slots=True)
class SamplePage:
    """One page. `day_of_year`: 0 to 363; `prompt`: id or None for a free page; `later`: days it was
    written after the day it is about; `earlier`: an earlier body or None.
    """

    day_of_year: int
    prompt: str | None
    people: tuple[str, ...]
    tags: tuple[str, ...]
    writing: Writing
    later: int
    earlier: str | None
    in_drawer: bool


@dataclass(frozen=True, slots=True)
class SamplePrompt:
    """A prompt of the invented person's own, whole or not; `days_ago`: when it was begun, 0 or more."""

    group: str
    days_ago: int
    draft: PromptDraft


@dataclass(frozen=True, slots=True)
class Sample:
    """The invented person whole. `tag` marks every page as made up."""

    journal_name: str
    tag: str
    people: tuple[SamplePerson, ...]
    pages: tuple[SamplePage, ...]
    own_prompts: tuple[SamplePrompt, ...]


def read(folder: Path) -> Sample:
    """Everything in `person.toml`, `guided.toml`, `free.toml` and `own_prompts.toml`; pages oldest first.

    Raises FormatError with the file and the key that is missing or wrong.
    """
    person = _toml(folder / "person.toml")
    pages = [page for name in ("guided.toml", "free.toml") for page in _pages(folder / name)]
    try:
        people = tuple(
            SamplePerson(
                row["label"],
                float(row["weight"]),
                {Scale(scale): float(points) for scale, points in row["leans"].items()},
            )
            for row in person["person"]
        )
        name, tag = str(person["journal_name"]), str(person["tag"])
    except _UNFIT as problem:
        raise FormatError(file="person.toml", place="person", reason=str(problem)) from problem
    own_prompts = _own_prompts(folder / "own_prompts.toml")
    return Sample(name, tag, people, tuple(sorted(pages, key=lambda page: page.day_of_year)), own_prompts)


def _own_prompts(path: Path) -> tuple[SamplePrompt, ...]:
    try:
        return tuple(
            SamplePrompt(str(row["group"]), int(row["days_ago"]), draft_from(row))
            for row in _toml(path)["own"]
        )
    except _UNFIT as problem:
        raise FormatError(file=path.name, place="own", reason=str(problem)) from problem


def _pages(path: Path) -> list[SamplePage]:
    rows = _toml(path).get("page")
    if not isinstance(rows, list):
        raise FormatError(file=path.name, place="page", reason="no pages")
    return [_page(row, path.name) for row in rows]


def _page(row: Mapping[str, Any], file: str) -> SamplePage:
    try:
        writing = Writing(
            title=row.get("title", ""),
            noticed=tuple(row.get("noticed", ())),
            notice=row.get("notice", ""),
            body=row["body"].strip(),
            connect=row.get("connect", ""),
            takeaway=row.get("takeaway", ""),
        )
        return SamplePage(
            day_of_year=int(row["week"]) * 7 + int(row["day"]),
            prompt=row.get("prompt"),
            people=tuple(row.get("people", ())),
            tags=tuple(row.get("tags", ())),
            writing=writing,
            later=row.get("later", 0),
            earlier=row["earlier"].strip() if "earlier" in row else None,
            in_drawer=row.get("drawer", False),
        )
    except _UNFIT as problem:
        raise FormatError(file=file, place="page", reason=str(problem)) from problem


def _toml(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            document = read_toml(file.read(MOST_BYTES + 1), path.name)
    except OSError as problem:
        raise FormatError(file=path.name, place="the file", reason=str(problem)) from problem
    if isinstance(document, Problem):
        raise FormatError(file=path.name, place=f"line {document.line}", reason=document.reason)
    return document.data
