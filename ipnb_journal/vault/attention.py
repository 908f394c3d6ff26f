# SPDX-License-Identifier: MIT
"""Counts of pages by theme and by prompt, each read off one index, so that no page is deciphered for them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ipnb_journal.domain.attention import Themed

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

# the plus keeps SQLite from looking up the days first and sorting what it found
_PAGES = "FROM entries WHERE drawer_since IS NULL AND +about_day BETWEEN ? AND ?"


def first_day(vault: Vault) -> date | None:
    """The earliest day that a page outside the drawer is about, None without any page."""
    ((found,),) = vault.query("SELECT min(+about_day) FROM entries WHERE drawer_since IS NULL")
    return date.fromisoformat(found) if found is not None else None


def by_theme(vault: Vault, first: date, last: date) -> tuple[Themed, ...]:
    """The pages outside the drawer about days from `first` to `last`, by theme, None among them."""
    rows = vault.query(
        f"SELECT theme, count(*), sum(writing_seconds) {_PAGES} GROUP BY theme",
        (first.isoformat(), last.isoformat()),
    )
    return tuple(Themed(*row) for row in rows)


def by_prompt(vault: Vault, first: date, last: date) -> dict[str, int]:
    """How many of those pages answered each prompt, by its id; pages that answered none are left out."""
    rows = vault.query(
        f"SELECT prompt_id, count(*) {_PAGES} AND prompt_id IS NOT NULL GROUP BY prompt_id",
        (first.isoformat(), last.isoformat()),
    )
    return dict(rows)
