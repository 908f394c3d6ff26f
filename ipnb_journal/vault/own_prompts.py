# SPDX-License-Identifier: MIT
"""Prompts of a person's own: their rows, their groups and their order within a group."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.own_prompts import TEXTS, KeptPrompt, draft_from, fields_of
from ipnb_journal.errors import NotFound
from ipnb_journal.vault import remains
from ipnb_journal.vault.entries import storable

if TYPE_CHECKING:
    from ipnb_journal.domain.own_prompts import PromptDraft
    from ipnb_journal.vault.connection import Row
    from ipnb_journal.vault.vault import Vault

_COLUMNS = ("prompt_id", "grouped", "position", "fields", "complete", "made_at", "changed_at")
LAST = 1_000_000
"""A place beyond the end of any group."""

_SELECT = f"SELECT id, {', '.join(_COLUMNS)} FROM own_prompts"


def add(vault: Vault, kept: KeptPrompt) -> KeptPrompt:
    """Keep a new prompt at its place, the ones from there on move down.

    Its `id` is kept where it is not 0 and free; its draft has to have an id that no other has.
    """
    with vault.transaction():
        taken = vault.query_one("SELECT 1 FROM own_prompts WHERE id = ?", (kept.id,))
        kept = _tidy(kept)
        done = vault.execute(
            f"INSERT INTO own_prompts (id, {', '.join(_COLUMNS)}) VALUES (?{', ?' * len(_COLUMNS)})",
            (kept.id if kept.id and not taken else None, *_values(kept)),
        )
        kept = replace(kept, id=done.lastrowid)
        _place(vault, kept, kept.position)
        vault.touch("prompts")
        return one(vault, kept.id)


def save(vault: Vault, kept: KeptPrompt) -> KeptPrompt:
    """Keep what a prompt holds now; in another group than before it comes last. Raises NotFound."""
    with vault.transaction():
        before = one(vault, kept.id)
        kept = replace(_tidy(kept), position=before.position)
        settings = ", ".join(f"{name} = ?" for name in _COLUMNS)
        vault.execute(f"UPDATE own_prompts SET {settings} WHERE id = ?", (*_values(kept), kept.id))
        if kept.group != before.group:
            _place(vault, kept, len(_ids(vault, kept.group)))
            _number(vault, _ids(vault, before.group))
        if kept.draft.words != before.draft.words or kept.group != before.group:
            remains.note(vault)
        vault.touch("prompts")
        return one(vault, kept.id)


def move(vault: Vault, own_id: int, position: int) -> None:
    """Put a prompt at a place within its group, counted from 0; beyond the end is last. Raises NotFound."""
    with vault.transaction():
        _place(vault, one(vault, own_id), position)
        vault.touch("prompts")


def remove(vault: Vault, own_id: int) -> KeptPrompt:
    """Delete a prompt and say what it was. Raises NotFound."""
    with vault.transaction():
        removed = one(vault, own_id)
        vault.execute("DELETE FROM own_prompts WHERE id = ?", (own_id,))
        _number(vault, _ids(vault, removed.group))
        remains.note(vault)
        vault.touch("prompts")
    return removed


def one(vault: Vault, own_id: int) -> KeptPrompt:
    """The prompt with this number; raises NotFound."""
    row = vault.query_one(f"{_SELECT} WHERE id = ?", (own_id,))
    if row is None:
        raise NotFound(what="prompt")
    return _kept(row)


def each(vault: Vault, *, complete_only: bool = False) -> tuple[KeptPrompt, ...]:
    """Every prompt by group and place, those in no group first."""
    chosen = " WHERE complete" if complete_only else ""
    return tuple(map(_kept, vault.query(f"{_SELECT}{chosen} ORDER BY grouped, position, id")))


def groups(vault: Vault) -> tuple[str, ...]:
    """The names of the groups that hold a prompt, in their order."""
    return tuple(
        name
        for (name,) in vault.query(
            "SELECT DISTINCT grouped FROM own_prompts WHERE grouped != '' ORDER BY grouped"
        )
    )


def is_answered(vault: Vault, draft: PromptDraft) -> bool:
    """Whether a page, open or set down, answers this version of the prompt."""
    asked = " UNION ALL ".join(
        f"SELECT 1 FROM {table} WHERE prompt_id = ?1 AND prompt_version = ?2"
        for table in ("drafts", "entries")
    )
    return vault.query_one(f"SELECT 1 FROM ({asked}) LIMIT 1", (draft.id, draft.version)) is not None


def tidy_group(name: str) -> str:
    """The name of a group as the vault keeps it: one line, no character SQLite refuses."""
    return " ".join(storable(name).split())


def _tidy(kept: KeptPrompt) -> KeptPrompt:
    draft = kept.draft
    texts: dict[str, Any] = {name: storable(getattr(draft, name)) for name in TEXTS}
    steps = {step: storable(draft.steps.get(step, "")) for step in Step}
    return replace(kept, group=tidy_group(kept.group), draft=replace(draft, **texts, steps=steps))


def _place(vault: Vault, kept: KeptPrompt, position: int) -> None:
    ids = [own_id for own_id in _ids(vault, kept.group) if own_id != kept.id]
    ids.insert(max(0, position), kept.id)
    _number(vault, ids)


def _ids(vault: Vault, group: str) -> list[int]:
    rows = vault.query("SELECT id FROM own_prompts WHERE grouped = ? ORDER BY position, id", (group,))
    return [own_id for (own_id,) in rows]


def _number(vault: Vault, ids: list[int]) -> None:
    vault.execute_many("UPDATE own_prompts SET position = ? WHERE id = ?", list(enumerate(ids)))


def _values(kept: KeptPrompt) -> tuple[object, ...]:
    return (
        *(kept.draft.id, kept.group, kept.position, json.dumps(fields_of(kept.draft)), int(kept.complete)),
        *(kept.made_at.isoformat(), kept.changed_at.isoformat()),
    )


def _kept(row: Row) -> KeptPrompt:
    own_id, prompt_id, group, position, fields, complete, made_at, changed_at = row
    return KeptPrompt(
        id=own_id,
        group=group,
        position=position,
        draft=replace(draft_from(_fields(fields)), id=prompt_id),
        complete=bool(complete),
        made_at=datetime.fromisoformat(made_at),
        changed_at=datetime.fromisoformat(changed_at),
    )


def _fields(text: str) -> dict[str, object]:
    """What a cell holds; where it was cut when it was salvaged, what is left of it as words to write."""
    try:
        fields = json.loads(text)
    except ValueError:
        return {"steps": {Step.WRITE.value: text}}
    return fields if isinstance(fields, dict) else {}
