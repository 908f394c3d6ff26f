# SPDX-License-Identifier: MIT
"""The one definition of what a prompt in a set file holds, and the rules its wording has to keep."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ipnb_journal.domain.careful_words import found_in
from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.prompts import BodyUse, Depth, Domain, HoldBack, Moment, Prompt, Technique, Theme
from ipnb_journal.domain.reading import grade
from ipnb_journal.formats.problems import Problem, Reason
from ipnb_journal.formats.toml_tables import Choice, Field, Flag, Many, Place, Table, Text, Whole, rows

if TYPE_CHECKING:
    from enum import StrEnum

    from ipnb_journal.formats.toml_places import Document

HIGHEST_GRADE = 8.0
ID = Text(40, shape=r"[a-z0-9]+(?:-[a-z0-9]+)*", shape_name="id")
LANGUAGE = Text(20, shape=r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", shape_name="language")
VERSION = Whole(1, 9999)


def one_of(words: type[StrEnum]) -> Choice:
    """A field that holds one of these words."""
    return Choice(tuple(word.value for word in words))


PROMPT = Table(
    (
        Field("id", ID),
        Field("title", Text(60)),
        Field("theme", one_of(Theme)),
        Field("also", Many(one_of(Theme), most=3), required=False),
        Field("domains", Many(one_of(Domain), most=4, least=1)),
        Field("depth", one_of(Depth)),
        Field("minutes", Whole(1, 15)),
        Field("draws_on", Many(one_of(Technique), most=4, least=1)),
        Field("hold_back", Many(one_of(HoldBack), most=len(HoldBack))),
        Field("circles", Flag(), required=False),
        Field("body", one_of(BodyUse), required=False),
        Field("suits", Many(one_of(Moment), most=len(Moment)), required=False),
        Field("note", Text(300), required=False),
        Field("steps", Table(tuple(Field(step.value, Text(600)) for step in Step))),
        Field("lighter", Text(300)),
        Field("lang", LANGUAGE),
        Field("version", VERSION),
        Field("author", Text(120)),
        Field("licence", Text(80)),
    )
)

_BREATH = re.compile(r"\b(?:breath\w*|inhal\w+|exhal\w+|lungs?)\b", re.IGNORECASE)
_EYES_CLOSED = re.compile(
    r"\b(?:clos\w+|shut\w*)\b[^.!?]{0,20}\beyes?\b|\beyes?\s+(?:closed|shut)\b", re.IGNORECASE
)
_OTHER_WAY = re.compile(
    r"\b(?:or|instead|otherwise|feet|foot|floor|seat|chair|hands?|palms?|fingers?|shoulders?|jaw|sit|stand|look"
    r"|listen|sounds?|see|rest your eyes|name|hold|press|touch|move|room|window|door)\b",
    re.IGNORECASE,
)
_EXPECTED = {
    Technique.SELF_COMPASSION: (HoldBack.KINDNESS_HARD,),
    Technique.EXPRESSIVE_WRITING: (HoldBack.RECENT_LOSS, HoldBack.RECENT_SEPARATION),
}


def read_prompts(document: Document, problems: list[Problem]) -> list[tuple[Prompt, int | None]]:
    """The sound prompts of a file with their lines; everything that is wrong is added to `problems`."""
    read: list[tuple[Prompt, int | None]] = []
    seen: dict[str, int | None] = {}
    for place in rows(document, "prompt", problems):
        prompt = _prompt(document, place)
        if prompt is None:
            continue
        if prompt.id in seen:
            place.inside("id").note(Reason.SAME_ID, file=document.file, line=seen[prompt.id])
            continue
        seen[prompt.id] = place.inside("id").line
        read.append((prompt, seen[prompt.id]))
    return read


def all_words(prompt: Prompt) -> str:
    """Everything a prompt says to a person, a line each."""
    return "\n".join((*prompt.steps.values(), prompt.lighter, prompt.note))


def _prompt(document: Document, place: Place) -> Prompt | None:
    before = len(place.problems)
    table = PROMPT.read(document.data["prompt"][place.path[-1]], place)
    if table is None:
        return None
    _check_techniques(table, place)
    if any(not problem.is_hint for problem in place.problems[before:]):
        return None
    prompt = _made(table)
    _hint(prompt, place)
    return prompt


def _made(table: dict[str, Any]) -> Prompt:
    return Prompt(
        id=table["id"],
        title=table["title"],
        theme=Theme(table["theme"]),
        also=tuple(map(Theme, table.get("also", ()))),
        domains=tuple(map(Domain, table["domains"])),
        depth=Depth(table["depth"]),
        minutes=table["minutes"],
        draws_on=tuple(map(Technique, table["draws_on"])),
        hold_back=tuple(map(HoldBack, table["hold_back"])),
        steps={step: table["steps"][step.value] for step in Step},
        lighter=table["lighter"],
        note=table.get("note", ""),
        circles=table.get("circles", False),
        body=BodyUse(table.get("body", BodyUse.OFFERS)),
        suits=tuple(map(Moment, table.get("suits", ()))),
        lang=table["lang"],
        version=table["version"],
        author=table["author"],
        licence=table["licence"],
    )


def _check_techniques(table: dict[str, Any], place: Place) -> None:
    if {Technique.VALUES_AFFIRMATION, Technique.IF_THEN} <= set(table.get("draws_on", ())):
        place.inside("draws_on").note(Reason.VALUES_WITH_PLANS)
    if "theme" in table and table["theme"] in table.get("also", ()):
        place.inside("also").note(Reason.REPEATED, value=table["theme"])


def _hint(prompt: Prompt, place: Place) -> None:
    held = place.inside("hold_back")
    for technique in prompt.draws_on:
        missing = [code.value for code in _EXPECTED.get(technique, ()) if code not in prompt.hold_back]
        if missing:
            held.note(Reason.HOLD_BACK_EXPECTED, because=technique.value, expected=tuple(missing))
    if prompt.depth is Depth.DEEP and HoldBack.FLOODED not in prompt.hold_back:
        held.note(Reason.HOLD_BACK_EXPECTED, because=Depth.DEEP.value, expected=(HoldBack.FLOODED.value,))
    if prompt.body is BodyUse.USES and HoldBack.BODY_FOCUS_HARD not in prompt.hold_back:
        expected = (HoldBack.BODY_FOCUS_HARD.value,)
        held.note(Reason.HOLD_BACK_EXPECTED, because="body = uses", expected=expected)
    settle = prompt.steps[Step.SETTLE]
    arriving = place.inside("steps").inside("settle")
    if _BREATH.search(settle) and not _OTHER_WAY.search(settle):
        arriving.note(Reason.BREATH_ONLY)
    if _EYES_CLOSED.search(settle) and not _OTHER_WAY.search(_EYES_CLOSED.sub("", settle)):
        arriving.note(Reason.EYES_CLOSED_ONLY)
    if prompt.lang.split("-")[0] == "en":
        _hint_words(prompt, place)


def _hint_words(prompt: Prompt, place: Place) -> None:
    found = grade(all_words(prompt))
    if found > HIGHEST_GRADE:
        place.note(Reason.HARD_TO_READ, grade=round(found, 1), most=HIGHEST_GRADE)
    steps = place.inside("steps")
    said = (
        (place.inside("title"), prompt.title),
        *((steps.inside(step.value), text) for step, text in prompt.steps.items()),
        (place.inside("lighter"), prompt.lighter),
        (place.inside("note"), prompt.note),
    )
    for where, text in said:
        for careful in found_in(text):
            where.note(Reason.CAREFUL, word=careful.word, care=careful.care.value)
