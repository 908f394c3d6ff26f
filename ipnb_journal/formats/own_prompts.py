# SPDX-License-Identifier: MIT
"""A prompt of a person's own held against the one definition of a prompt, as if it stood in a set file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain.own_prompts import fields_of
from ipnb_journal.formats.prompts import read_prompts
from ipnb_journal.formats.toml_places import Document

if TYPE_CHECKING:
    from ipnb_journal.domain.own_prompts import PromptDraft
    from ipnb_journal.domain.prompts import Prompt
    from ipnb_journal.formats.problems import Problem

NOT_KEPT_YET = "own"
_MAY_BE_LEFT_AWAY = ("note", "also", "suits")


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
