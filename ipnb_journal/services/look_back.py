# SPDX-License-Identifier: MIT
"""Keeping Look-backs: each as it was opened, at most one in 28 days, and a note beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain.look_back import LookBack, may_open
from ipnb_journal.vault import look_backs

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def all_looks(vault: Vault) -> tuple[LookBack, ...]:
    """Every Look-back that was opened, newest first."""
    return look_backs.each(vault)


def keep(vault: Vault, look: LookBack) -> LookBack:
    """Keep a Look-back as it was opened.

    Raises ValueError where it may not be opened on its day (`domain.look_back.may_open`): another one,
    whoever it is about, lies less than 28 days before or after it.
    """
    with vault.transaction():
        if not may_open(look_backs.each(vault), look.day):
            raise ValueError(look.day)
        return look_backs.add(vault, look)


def write_note(vault: Vault, look_id: int, note: str) -> LookBack:
    """Put a person's own words beside a Look-back; empty ones take them away. Raises NotFound."""
    return look_backs.write_note(vault, look_id, note)
