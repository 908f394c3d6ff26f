# SPDX-License-Identifier: MIT
"""Pages about this day in earlier years, and the pages that are never to be brought up again."""

from __future__ import annotations

from calendar import isleap
from datetime import date
from typing import TYPE_CHECKING

from ipnb_journal.services import preferences
from ipnb_journal.vault import entries, search

if TYPE_CHECKING:
    from ipnb_journal.domain.entries import Entry
    from ipnb_journal.domain.history import HistoryRow
    from ipnb_journal.vault.vault import Vault

MOST = 12


def pages(vault: Vault, today: date, years: int | None = None) -> tuple[HistoryRow, ...]:
    """At most 12 pages about this calendar day in earlier years, newest first.

    `years`: how many years back, None for all of them.
    Never one that is sealed, lies in the drawer, names somebody hidden, or has a theme that is left out. In
    a common year the 28th of February stands for the 29th too.
    """
    first = entries.first_day(vault)
    if first is None:
        return ()
    oldest = first.year if years is None else max(first.year, today.year - years)
    days = [day for year in range(oldest, today.year) for day in _days_like(today, year)]
    return tuple(search.pages_on(vault, days, preferences.read(vault).left_out_themes, MOST))


def seal(vault: Vault, entry_id: int, *, sealed: bool = True) -> Entry:
    """Never show a page unasked again, or do; it stays in the history either way. Raises NotFound."""
    return entries.seal(vault, entry_id, sealed=sealed)


def _days_like(today: date, year: int) -> list[date]:
    is_last_of_two = (today.month, today.day) == (2, 28) and not isleap(today.year)
    if isleap(year):
        return [today.replace(year=year), *([date(year, 2, 29)] if is_last_of_two else [])]
    return [] if (today.month, today.day) == (2, 29) else [today.replace(year=year)]
