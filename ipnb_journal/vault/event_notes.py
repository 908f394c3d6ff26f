# SPDX-License-Identifier: MIT
"""Notes on the time line: their rows."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from ipnb_journal.domain.event_notes import EventKind, EventNote
from ipnb_journal.errors import NotFound
from ipnb_journal.vault import remains
from ipnb_journal.vault.entries import storable

if TYPE_CHECKING:
    from ipnb_journal.vault.connection import Row
    from ipnb_journal.vault.vault import Vault

_COLUMNS = ("uid", "day", "kind", "text", "made_at")
_SELECT = f"SELECT id, {', '.join(_COLUMNS)} FROM event_notes"


def add(vault: Vault, note: EventNote) -> EventNote:
    """Keep a new note. Its `id` is kept where it is not 0 and free; an empty `uid` is filled in."""
    note = replace(note, text=_tidy(note.text), uid=note.uid or secrets.token_hex(16))
    with vault.transaction():
        taken = vault.query_one("SELECT 1 FROM event_notes WHERE id = ?", (note.id,))
        done = vault.execute(
            f"INSERT INTO event_notes (id, {', '.join(_COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?)",
            (note.id if note.id and not taken else None, *_values(note)),
        )
        vault.touch("event_notes")
    return replace(note, id=done.lastrowid)


def change(vault: Vault, note: EventNote) -> EventNote:
    """Keep a note's new day, kind and words. Raises NotFound."""
    with vault.transaction():
        before, note = one(vault, note.id), replace(note, text=_tidy(note.text))
        vault.execute(
            "UPDATE event_notes SET day = ?, kind = ?, text = ? WHERE id = ?",
            (note.day.isoformat(), note.kind, note.text, note.id),
        )
        if note.text != before.text:
            remains.note(vault)
        vault.touch("event_notes")
        return one(vault, note.id)


def remove(vault: Vault, note_id: int) -> EventNote:
    """Delete a note and say what it was. Raises NotFound."""
    with vault.transaction():
        removed = one(vault, note_id)
        vault.execute("DELETE FROM event_notes WHERE id = ?", (note_id,))
        remains.note(vault)
        vault.touch("event_notes")
    return removed


def one(vault: Vault, note_id: int) -> EventNote:
    """The note with this id; raises NotFound."""
    row = vault.query_one(f"{_SELECT} WHERE id = ?", (note_id,))
    if row is None:
        raise NotFound(what="event_note")
    return _note(row)


def with_uid(vault: Vault, uid: str) -> EventNote | None:
    """The note with this uid, None where there is none."""
    row = vault.query_one(f"{_SELECT} WHERE uid = ?", (uid,))
    return None if row is None else _note(row)


def each(vault: Vault) -> tuple[EventNote, ...]:
    """Every note, the oldest day first."""
    return tuple(map(_note, vault.query(f"{_SELECT} ORDER BY day, id")))


def _tidy(text: str) -> str:
    return " ".join(storable(text).split())


def _values(note: EventNote) -> tuple[object, ...]:
    made_at = note.made_at.isoformat() if note.made_at else ""
    return (note.uid, note.day.isoformat(), note.kind, note.text, made_at)


def _note(row: Row) -> EventNote:
    note_id, uid, day, kind, text, made_at = row
    moment = datetime.fromisoformat(made_at) if made_at else None
    return EventNote(note_id, uid, date.fromisoformat(day), text, EventKind(kind), moment)
