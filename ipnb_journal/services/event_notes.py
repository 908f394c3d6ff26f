# SPDX-License-Identifier: MIT
"""Notes on the time line in a person's own words: written down, changed, taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipnb_journal.domain.event_notes import LONGEST_NOTE, EventKind, EventNote
from ipnb_journal.vault import event_notes

if TYPE_CHECKING:
    from datetime import date, datetime

    from ipnb_journal.vault.vault import Vault


def all_notes(vault: Vault) -> tuple[EventNote, ...]:
    """Every note, the oldest day first."""
    return event_notes.each(vault)


def add(vault: Vault, day: date, text: str, now: datetime, kind: EventKind = EventKind.HAPPENED) -> EventNote:
    """Write a note down, its text as one line. Raises ValueError where that has not 1 to 60 characters."""
    return event_notes.add(vault, EventNote(0, "", day, _fit(text), kind, now))


def change(vault: Vault, note: EventNote) -> EventNote:
    """Keep a note's new day, kind and text. Raises NotFound, and ValueError as `add`."""
    return event_notes.change(vault, replace(note, text=_fit(note.text)))


def remove(vault: Vault, note_id: int) -> EventNote:
    """Take a note away; what is returned brings it back by `restore`. Raises NotFound."""
    return event_notes.remove(vault, note_id)


def restore(vault: Vault, note: EventNote) -> EventNote:
    """Bring back a note that was taken away; one that is still there stays as it is."""
    with vault.transaction():
        return event_notes.with_uid(vault, note.uid) or event_notes.add(vault, note)


def _fit(text: str) -> str:
    line = " ".join(text.replace("\0", "").encode("utf-8", "ignore").decode().split())
    if not 1 <= len(line) <= LONGEST_NOTE:
        raise ValueError(len(line))
    return line
