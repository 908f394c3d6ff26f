# SPDX-License-Identifier: MIT
"""Which prompts are favourites and which are never to be offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain.prompt_marks import PromptMark

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def put(vault: Vault, mark: PromptMark) -> None:
    """Keep a mark in place of the one the prompt had; one that says nothing is let go."""
    with vault.transaction():
        if mark.favourite or mark.never:
            vault.execute(
                "INSERT OR REPLACE INTO prompt_marks (prompt_id, favourite, never) VALUES (?, ?, ?)",
                (mark.prompt_id, int(mark.favourite), int(mark.never)),
            )
        else:
            vault.execute("DELETE FROM prompt_marks WHERE prompt_id = ?", (mark.prompt_id,))
        vault.touch("prompts")


def one(vault: Vault, prompt_id: str) -> PromptMark:
    """The mark of a prompt, one that says nothing where it has none."""
    row = vault.query_one("SELECT favourite, never FROM prompt_marks WHERE prompt_id = ?", (prompt_id,))
    return PromptMark(prompt_id) if row is None else PromptMark(prompt_id, bool(row[0]), bool(row[1]))


def each(vault: Vault) -> tuple[PromptMark, ...]:
    """Every mark, by prompt id."""
    rows = vault.query("SELECT prompt_id, favourite, never FROM prompt_marks ORDER BY prompt_id")
    return tuple(PromptMark(prompt_id, bool(favourite), bool(never)) for prompt_id, favourite, never in rows)
