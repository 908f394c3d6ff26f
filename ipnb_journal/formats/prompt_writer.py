# SPDX-License-Identifier: MIT
"""Writes a prompt set as `prompts/README.md` describes one; `prompt_sets` reads back the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from ipnb_journal.domain.homework import WeekDay
from ipnb_journal.domain.own_prompts import draft_of, fields_of
from ipnb_journal.domain.prompts import BodyUse
from ipnb_journal.formats.homework_weeks import DAY, WEEK
from ipnb_journal.formats.prompt_sets import FORMAT
from ipnb_journal.formats.prompts import PROMPT
from ipnb_journal.formats.threads import THREAD

if TYPE_CHECKING:
    from ipnb_journal.domain.homework import Week
    from ipnb_journal.domain.prompts import Prompt
    from ipnb_journal.domain.threads import Thread
    from ipnb_journal.formats.toml_tables import Table

_UNSAID: Mapping[str, object] = {
    "also": [],
    "suits": [],
    "note": "",
    "circles": False,
    "body": BodyUse.OFFERS.value,
}


def write(prompts: Iterable[Prompt], threads: Iterable[Thread] = (), weeks: Iterable[Week] = ()) -> str:
    """The set as TOML, its fields in the order of their definition; what goes without saying is left away."""
    parts = [f"format = {FORMAT}\n"]
    parts += (_table("prompt", PROMPT, fields_of(draft_of(prompt)), _UNSAID) for prompt in prompts)
    parts += (_table("thread", THREAD, asdict(thread)) for thread in threads)
    parts += map(_week, weeks)
    return "\n".join(parts)


def _week(week: Week) -> str:
    unsaid = asdict(WeekDay())
    fields = {name: value for name, value in asdict(week).items() if name != "days"}
    days = (_table("week.days", DAY, asdict(day), unsaid) for day in week.days)
    return "\n".join((_table("week", WEEK, fields), *days))


def _table(
    name: str, table: Table, fields: Mapping[str, object], unsaid: Mapping[str, object] | None = None
) -> str:
    lines = [f"[[{name}]]"]
    for field in table.fields:
        value = fields.get(field.name)
        if field.name not in fields or (unsaid and field.name in unsaid and unsaid[field.name] == value):
            continue
        if isinstance(value, Mapping):
            lines += (f"{field.name}.{inner} = {_literal(value[inner])}" for inner in value)
        else:
            lines.append(f"{field.name} = {_literal(value)}")
    return "\n".join(lines) + "\n"


def _literal(value: object) -> str:
    import tomli_w  # noqa: PLC0415  not needed to start, only to write a set

    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_literal, value))}]"
    return tomli_w.dumps({"x": value}).removeprefix("x = ").rstrip("\n")
