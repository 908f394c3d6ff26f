# SPDX-License-Identifier: MIT
"""A prompt of a person's own held against the one definition of a prompt, as if it stood in a set file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.own_prompts import AUTHOR, LICENCE, PromptDraft, fields_of
from ipnb_journal.domain.prompts import BodyUse, Depth, Domain, Technique, Theme
from ipnb_journal.formats.prompts import read_prompts
from ipnb_journal.formats.toml_places import Document

if TYPE_CHECKING:
    from ipnb_journal.domain.prompts import Prompt
    from ipnb_journal.formats.problems import Problem

NOT_KEPT_YET = "own"
_MAY_BE_LEFT_AWAY = ("note", "also", "suits")
_FILLING = PromptDraft(
    title="Look.",
    theme=Theme.EMPATHY,
    domains=(Domain.AWARENESS,),
    depth=Depth.GENTLE,
    minutes=5,
    draws_on=(Technique.GRATITUDE,),
    steps=dict.fromkeys(Step, "Look."),
    lighter="Look.",
    body=BodyUse.NONE,
    lang="en",
    author=AUTHOR,
    licence=LICENCE,
    id=NOT_KEPT_YET,
)
"""Says nothing that anything could be said of."""


def check(draft: PromptDraft) -> tuple[Prompt | None, tuple[Problem, ...]]:
    """The prompt it makes, None while something is missing or wrong, and everything there is to say of it.

    Problems have no file and no line; `field` names where. A draft without an id has `NOT_KEPT_YET` for one.
    """
    fields = fields_of(draft)
    fields["id"] = fields["id"] or NOT_KEPT_YET
    table = {name: value for name, value in fields.items() if value or name not in _MAY_BE_LEFT_AWAY}
    problems: list[Problem] = []
    found = read_prompts(Document("", {"prompt": [table]}, {}), problems)
    return (found[0][0] if found else None), tuple(problems)


def look_over(draft: PromptDraft) -> tuple[Prompt | None, tuple[Problem, ...]]:
    """As `check`, and where something is missing or wrong, also the hints on all the rest."""
    prompt, problems = check(draft)
    if prompt is not None:
        return prompt, problems
    wrong = {problem.field for problem in problems if not problem.is_hint}
    hints = check(_filled(draft, wrong))[1]
    told = {(problem.field, problem.reason) for problem in problems}
    new = (hint for hint in hints if hint.is_hint and (hint.field, hint.reason) not in told)
    return None, (*problems, *new)


def _filled(draft: PromptDraft, wrong: set[str]) -> PromptDraft:
    steps = {
        step: _FILLING.steps[step] if f"steps.{step.value}" in wrong else draft.steps.get(step, "")
        for step in Step
    }
    others = {name: getattr(_FILLING, name) for name in wrong if not name.startswith("steps")}
    return replace(draft, **{**others, "steps": steps})
