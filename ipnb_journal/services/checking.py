# SPDX-License-Identifier: MIT
"""Checking an open journal part by part, so that writing can go on between two parts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ipnb_journal.services.access import LAST_CHECKED
from ipnb_journal.vault import integrity, preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipnb_journal.vault.integrity import Check, Report
    from ipnb_journal.vault.vault import Vault

EVERY = timedelta(days=7)


def begin(*, quick: bool = False) -> Check:
    """A check that has not begun; give it to `advance` until that gives a report. Needs no journal yet.

    `quick` reads every table but not the search index, and does not compare indices.
    """
    return integrity.Check(quick=quick)


def advance(vault: Vault, check: Check, is_wanted: Callable[[], bool] | None = None) -> Report | None:
    """Do the next part of a check; the report after the last one, None before.

    A part gives way where `is_wanted` comes to say that other work waits for the journal.
    """
    return check.advance(vault, is_wanted)


def is_due(vault: Vault, today: date) -> bool:
    """Whether a week has gone by since the journal was last found sound; a day to come counts as never."""
    try:
        last = date.fromisoformat(str(preferences.read_all(vault).get(LAST_CHECKED)))
    except ValueError:
        return True
    return not last <= today < last + EVERY


def note_sound(vault: Vault, today: date) -> None:
    """Remember that the journal was found sound today."""
    preferences.store(vault, {LAST_CHECKED: today.isoformat()})
