# SPDX-License-Identifier: MIT
"""The JSON Schema of a prompt set file, made from the one definition that the reader uses.

Editors that know TOML use it to complete and check while somebody types (JSON Schema 2020-12). What
needs two fields or two prompts together, `prompts check` tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipnb_journal.formats.homework_weeks import WEEK
from ipnb_journal.formats.prompt_sets import FORMAT
from ipnb_journal.formats.prompts import PROMPT
from ipnb_journal.formats.threads import REVIEW, THREAD
from ipnb_journal.formats.toml_tables import MOST_ROWS, Choice, Day, Flag, Many, Table, Text, Whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipnb_journal.formats.toml_tables import Kind

TABLES: Mapping[str, Table] = {"prompt": PROMPT, "thread": THREAD, "week": WEEK, "review": REVIEW}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(title: str, about: Mapping[str, str]) -> dict[str, Any]:
    """The schema; `about` has what each field holds by its dotted name, such as "prompt.steps.settle"."""
    tables = {
        name: {"type": "array", "maxItems": MOST_ROWS, "items": _of(table, name, about)}
        for name, table in TABLES.items()
    }
    return {
        "$schema": DIALECT,
        "title": title,
        "type": "object",
        "additionalProperties": False,
        "required": ["format"],
        "properties": {
            "format": {"type": "integer", "minimum": 1, "maximum": FORMAT, **_told("format", about)},
            **tables,
        },
    }


def field_names() -> tuple[str, ...]:
    """Every field of every table by its dotted name, in the order of the definition."""
    return tuple(name for table, kind in TABLES.items() for name in _names(kind, table))


def _names(table: Table, name: str) -> list[str]:
    found = []
    for field in table.fields:
        dotted = f"{name}.{field.name}"
        inner = field.kind.kind if isinstance(field.kind, Many) else field.kind
        found += [dotted, *(_names(inner, dotted) if isinstance(inner, Table) else ())]
    return found


def _told(name: str, about: Mapping[str, str]) -> dict[str, str]:
    return {"description": about[name]} if name in about else {}


def _of(kind: Kind, name: str, about: Mapping[str, str]) -> dict[str, Any]:
    told = _told(name, about)
    match kind:
        case Text():
            return {**_text(kind), **told}
        case Choice():
            return {"enum": list(kind.allowed), **told}
        case Whole():
            return {"type": "integer", "minimum": kind.least, "maximum": kind.most, **told}
        case Flag():
            return {"type": "boolean", **told}
        case Day():
            return {"type": "string", "format": "date", **told}
        case Many():
            inner = _of(kind.kind, name, {} if not isinstance(kind.kind, Table) else about)
            return {"type": "array", "minItems": kind.least, "maxItems": kind.most, "items": inner, **told}
        case Table():
            return {**_table(kind, name, about), **told}
        case _:
            raise TypeError(kind)


def _text(kind: Text) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "string", "maxLength": kind.longest}
    if not kind.may_be_blank:
        found["minLength"] = 1
    if kind.shape:
        found["pattern"] = f"^(?:{kind.shape})$"
    return found


def _table(kind: Table, name: str, about: Mapping[str, str]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in kind.fields if field.required],
        "properties": {field.name: _of(field.kind, f"{name}.{field.name}", about) for field in kind.fields},
    }
