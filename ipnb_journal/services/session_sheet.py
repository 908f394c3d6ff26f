# SPDX-License-Identifier: MIT
"""The sheet for a session: three things and one question, kept until the person writes others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipnb_journal.vault import preferences as stored
from ipnb_journal.vault import remains

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

_THINGS, _QUESTION = "session_things", "session_question"
HOW_MANY = 3


@dataclass(frozen=True, slots=True)
class SessionSheet:
    """Three things and a question in the person's own words, "" what is left to be written by hand."""

    things: tuple[str, str, str] = ("", "", "")
    question: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The four texts in their order."""
        return (*self.things, self.question)


def read(vault: Vault) -> SessionSheet:
    """What is kept; whatever is missing or of another shape is empty."""
    values = stored.read_all(vault)
    things, question = values.get(_THINGS), values.get(_QUESTION)
    found = [thing if isinstance(thing, str) else "" for thing in things] if isinstance(things, list) else []
    first, second, third = (*found, *[""] * HOW_MANY)[:HOW_MANY]
    return SessionSheet((first, second, third), question if isinstance(question, str) else "")


def write(vault: Vault, sheet: SessionSheet) -> None:
    """Keep a sheet in the place of the one before."""
    with vault.transaction():
        before = read(vault)
        if any(not new.startswith(old) for old, new in zip(before.words, sheet.words, strict=True)):
            remains.note(vault)
        stored.store(vault, {_THINGS: list(sheet.things), _QUESTION: sheet.question})
