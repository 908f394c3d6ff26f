# SPDX-License-Identifier: MIT
"""The bundled file of numbers a person can reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ipnb_journal.domain.safety import CrisisLine, LineKind
from ipnb_journal.formats.problems import Problem, Reason, in_order
from ipnb_journal.formats.toml_places import read as read_toml
from ipnb_journal.formats.toml_tables import Choice, Day, Field, Place, Table, Text, check_top, rows

if TYPE_CHECKING:
    from ipnb_journal.formats.toml_places import Document

FORMAT = 1
LINE = Table(
    (
        Field("country", Text(2, shape=r"[A-Z]{2}|\*", shape_name="country")),
        Field("kind", Choice(tuple(kind.value for kind in LineKind))),
        Field("name", Text(80)),
        Field("number", Text(40, may_be_blank=True)),
        Field("how", Text(120)),
        Field("hours", Text(80, may_be_blank=True)),
        Field(
            "url", Text(200, may_be_blank=True, shape=r"https://\S+", shape_name="web address", links=True)
        ),
        Field("source", Text(300, shape=r"https?://\S+", shape_name="web address", links=True)),
        Field("verified_on", Day()),
        Field("note", Text(200), required=False),
    )
)


@dataclass(frozen=True, slots=True)
class Lines:
    """The sound rows in the order of the file, and all that is wrong in it."""

    lines: tuple[CrisisLine, ...]
    problems: tuple[Problem, ...]


def read(content: bytes, file: str) -> Lines:
    """Read the file; a broken row never hides a sound one."""
    document = read_toml(content, file)
    if isinstance(document, Problem):
        return Lines((), (document,))
    problems = check_top(document, FORMAT, ("line",))
    if any(problem.reason is Reason.NEWER_FORMAT for problem in problems):
        return Lines((), tuple(problems))
    found = (_line(document, place) for place in rows(document, "line", problems, id_field="name"))
    lines = tuple(line for line in found if line is not None)
    return Lines(lines, in_order(problems))


def _line(document: Document, place: Place) -> CrisisLine | None:
    before = len(place.problems)
    table: dict[str, Any] | None = LINE.read(document.data["line"][place.path[-1]], place)
    if table is None:
        return None
    if not table.get("number", "?") and not table.get("url", "?"):
        place.inside("number").note(Reason.BLANK)
    if any(not problem.is_hint for problem in place.problems[before:]):
        return None
    return CrisisLine(**{**table, "kind": LineKind(table["kind"])})
