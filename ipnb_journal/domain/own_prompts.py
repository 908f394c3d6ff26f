# SPDX-License-Identifier: MIT
"""Prompts of a person's own: everything typed so far, whether or not it makes a whole prompt yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.prompts import BodyUse, Depth, Domain, HoldBack, Moment, Prompt, Technique, Theme

AUTHOR = "me"
LICENCE = "private"
TEXTS = ("id", "title", "lighter", "note", "lang", "author", "licence")
_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class PromptDraft:
    """The fields of a `Prompt` as typed or picked so far, each possibly blank.

    None for a word not picked yet; a step not typed may be absent. `id` and `version` are ours to give.
    """

    title: str = ""
    theme: Theme | None = None
    domains: tuple[Domain, ...] = ()
    depth: Depth | None = None
    minutes: int | None = None
    draws_on: tuple[Technique, ...] = ()
    hold_back: tuple[HoldBack, ...] = ()
    steps: Mapping[Step, str] = field(default_factory=dict)
    lighter: str = ""
    also: tuple[Theme, ...] = ()
    note: str = ""
    circles: bool = False
    body: BodyUse = BodyUse.OFFERS
    suits: tuple[Moment, ...] = ()
    lang: str = "en"
    version: int = 1
    author: str = AUTHOR
    licence: str = LICENCE
    id: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """Everything it would say to a person."""
        return (self.title, *(self.steps.get(step, "") for step in Step), self.lighter, self.note)


@dataclass(frozen=True, slots=True)
class KeptPrompt:
    """A prompt of one's own as the vault keeps it. `position` counts from 0 within its group, "" for none."""

    id: int
    group: str
    position: int
    draft: PromptDraft
    complete: bool
    made_at: datetime
    changed_at: datetime


def draft_of(prompt: Prompt) -> PromptDraft:
    """A whole prompt as something to write on."""
    return PromptDraft(**{name: getattr(prompt, name) for name in Prompt.__dataclass_fields__})


def fields_of(draft: PromptDraft) -> dict[str, object]:
    """The draft as texts, numbers and lists under the names of a set file; what was not picked is absent."""
    fields: dict[str, object] = {name: getattr(draft, name) for name in TEXTS}
    for name in ("also", "domains", "draws_on", "hold_back", "suits"):
        fields[name] = [word.value for word in getattr(draft, name)]
    for name in ("theme", "depth"):
        if getattr(draft, name) is not None:
            fields[name] = getattr(draft, name).value
    if draft.minutes is not None:
        fields["minutes"] = draft.minutes
    steps = {step.value: draft.steps.get(step, "") for step in Step}
    return {
        **fields,
        "steps": steps,
        "circles": draft.circles,
        "body": draft.body.value,
        "version": draft.version,
    }


def draft_from(fields: Mapping[str, object]) -> PromptDraft:
    """The draft that `fields_of` gave; a value of another type, or a word not known here, counts as blank."""
    kept: dict[str, Any] = {name: value for name in TEXTS if isinstance(value := fields.get(name), str)}
    kept |= {name: value for name in ("minutes", "version") if type(value := fields.get(name)) is int}
    steps = fields.get("steps")
    typed = steps if isinstance(steps, Mapping) else {}
    return PromptDraft(
        **kept,
        theme=_word(Theme, fields.get("theme")),
        also=_words(Theme, fields.get("also")),
        domains=_words(Domain, fields.get("domains")),
        depth=_word(Depth, fields.get("depth")),
        draws_on=_words(Technique, fields.get("draws_on")),
        hold_back=_words(HoldBack, fields.get("hold_back")),
        steps={step: text for step in Step if isinstance(text := typed.get(step.value, ""), str)},
        circles=fields.get("circles") is True,
        body=_word(BodyUse, fields.get("body")) or BodyUse.OFFERS,
        suits=_words(Moment, fields.get("suits")),
    )


def _word(kind: type[_Word], value: object) -> _Word | None:
    return next((member for member in kind if member.value == value), None)


def _words(kind: type[_Word], values: object) -> tuple[_Word, ...]:
    found = (_word(kind, value) for value in values) if isinstance(values, list) else ()
    return tuple(word for word in found if word is not None)
