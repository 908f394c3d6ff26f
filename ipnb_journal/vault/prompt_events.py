# SPDX-License-Identifier: MIT
"""What happened with prompts, and on which day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ipnb_journal.domain.prompts import Happening, PromptEvent

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def add(vault: Vault, event: PromptEvent) -> None:
    """Note what happened with a prompt."""
    with vault.transaction():
        vault.execute(
            "INSERT INTO prompt_events (prompt_id, day, what) VALUES (?, ?, ?)",
            (event.prompt_id, event.day.isoformat(), event.what),
        )
        vault.touch("prompts")


def each(vault: Vault) -> tuple[PromptEvent, ...]:
    """Everything that happened, in the order it was noted."""
    rows = vault.query("SELECT prompt_id, day, what FROM prompt_events ORDER BY id")
    return tuple(PromptEvent(prompt, date.fromisoformat(day), Happening(what)) for prompt, day, what in rows)
