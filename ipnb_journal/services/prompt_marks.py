# SPDX-License-Identifier: MIT
"""Marking a prompt as a favourite, or as one never to be offered again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain.prompt_marks import Marks, PromptMark
from ipnb_journal.vault import prompt_marks

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def read(vault: Vault) -> Marks:
    """All that is marked."""
    marks = prompt_marks.each(vault)
    return Marks(
        frozenset(mark.prompt_id for mark in marks if mark.favourite),
        frozenset(mark.prompt_id for mark in marks if mark.never),
    )


def set_favourite(vault: Vault, prompt_id: str, on: bool) -> None:
    """Make a prompt a favourite, which it can't be together with "never", or not one any more."""
    with vault.transaction():
        never = prompt_marks.one(vault, prompt_id).never and not on
        prompt_marks.put(vault, PromptMark(prompt_id, favourite=on, never=never))


def set_never(vault: Vault, prompt_id: str, on: bool) -> None:
    """Never offer a prompt again, which makes it no favourite, or offer it again."""
    with vault.transaction():
        favourite = prompt_marks.one(vault, prompt_id).favourite and not on
        prompt_marks.put(vault, PromptMark(prompt_id, favourite=favourite, never=on))
