# SPDX-License-Identifier: MIT
"""What a thread and a review in a set file hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain.prompts import Technique
from ipnb_journal.domain.reviews import POINTS, Review
from ipnb_journal.domain.threads import Thread
from ipnb_journal.formats.problems import Problem, Reason
from ipnb_journal.formats.prompts import ID, LANGUAGE, VERSION, one_of
from ipnb_journal.formats.toml_tables import Day, Field, Many, Table, Text, Whole, rows

if TYPE_CHECKING:
    from ipnb_journal.formats.toml_places import Document

THREAD = Table(
    (
        Field("id", ID),
        Field("title", Text(60)),
        Field("why", Text(800)),
        Field("draws_on", Many(one_of(Technique), most=6, least=1)),
        Field("prompts", Many(ID, most=9, least=2)),
        Field("lang", LANGUAGE),
        Field("version", VERSION),
        Field("author", Text(120)),
        Field("licence", Text(80)),
    )
)
REVIEW = Table(
    (
        Field("prompt", ID),
        Field("version", VERSION),
        Field("reader", Text(120)),
        Field("day", Day()),
        Field("failed", Many(Whole(1, POINTS), most=POINTS)),
        Field("lang", LANGUAGE, required=False),
        Field("note", Text(300, may_be_blank=True), required=False),
    )
)


def read_threads(document: Document, problems: list[Problem]) -> list[tuple[Thread, int | None]]:
    """The sound threads of a file with their lines; everything that is wrong is added to `problems`."""
    read: list[tuple[Thread, int | None]] = []
    seen: dict[str, int | None] = {}
    for place in rows(document, "thread", problems):
        before = len(problems)
        table = THREAD.read(document.data["thread"][place.path[-1]], place)
        if table is None or any(not problem.is_hint for problem in problems[before:]):
            continue
        line = place.inside("id").line
        if table["id"] in seen:
            place.inside("id").note(Reason.SAME_ID, file=document.file, line=seen[table["id"]])
            continue
        seen[table["id"]] = line
        read.append((Thread(**{**table, "draws_on": tuple(map(Technique, table["draws_on"]))}), line))
    return read


def read_reviews(document: Document, problems: list[Problem]) -> list[tuple[Review, int | None]]:
    """The sound reviews of a file with their lines; the language is English unless said otherwise."""
    read: list[tuple[Review, int | None]] = []
    for place in rows(document, "review", problems, id_field="prompt"):
        before = len(problems)
        table = REVIEW.read(document.data["review"][place.path[-1]], place)
        if table is None or any(not problem.is_hint for problem in problems[before:]):
            continue
        read.append((Review(**{"lang": "en", **table}), place.line))
    return read
