# SPDX-License-Identifier: MIT
"""Looking back: rows of the history, one page with its earlier words, the calendar, the drawer."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from ipnb_journal.domain.history import (
    DayMark,
    HistoryFilter,
    HistoryKind,
    HistoryPage,
    HistoryRow,
    RowKind,
    Snippet,
)
from ipnb_journal.errors import DiskFull, NotFound
from ipnb_journal.services.people import PersonCount, all_people
from ipnb_journal.vault import checkins, drafts, entries, remains, search
from ipnb_journal.vault import versions as kept

if TYPE_CHECKING:
    from ipnb_journal.domain.entries import Entry, Version
    from ipnb_journal.vault.vault import Vault

__all__ = [
    "DRAWER_DAYS",
    "DayMark",
    "HistoryFilter",
    "HistoryKind",
    "HistoryPage",
    "HistoryRow",
    "RowKind",
    "Snippet",
    "Surroundings",
    "change_day",
    "count",
    "drawer",
    "empty_drawer",
    "entry",
    "last_day_in_drawer",
    "lately",
    "let_go",
    "month",
    "move_to_drawer",
    "page_of",
    "surroundings",
    "tags",
    "take_from_drawer",
    "themes",
    "versions",
]

DRAWER_DAYS = 30


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the list: who there is, what it can be narrowed by, and whether there is anything.

    `themes`, `tags`: pages by each; `drawn`: how many pages are in the drawer.
    """

    people: tuple[PersonCount, ...]
    themes: Mapping[str, int]
    tags: Mapping[str, int]
    anything: bool
    drawn: int


def page_of(vault: Vault, wanted: HistoryFilter, after: int | None = None, limit: int = 50) -> HistoryPage:
    """At most `limit` rows, newest first; `after` is the `next` of the rows before them.

    Fewer than two letters of text are no text yet.
    """
    rows = search.newest(vault, wanted, after, limit + 1)
    more = len(rows) > limit
    return HistoryPage(tuple(rows[:limit]), rows[limit - 1].place if more else None)


def count(vault: Vault, wanted: HistoryFilter) -> int:
    """How many rows there are in all."""
    return search.count(vault, wanted)


def lately(vault: Vault, limit: int = 3) -> tuple[HistoryRow, ...]:
    """The newest pages and check-ins, but for pages that are sealed: nobody asked for these."""
    return tuple(search.unasked(vault, limit))


def month(vault: Vault, year: int, month: int) -> dict[date, DayMark]:
    """The days of a month that hold something; a page counts before a check-in."""
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    marks = dict.fromkeys(checkins.days(vault, first, last), DayMark.CHECKIN_ONLY)
    marks |= dict.fromkeys(entries.days(vault, first, last), DayMark.WRITTEN)
    return marks


def surroundings(vault: Vault) -> Surroundings:
    """What History shows around its list."""
    anything = bool(page_of(vault, HistoryFilter(), limit=1).rows) or checkins.count(vault) > 0
    return Surroundings(all_people(vault), themes(vault), tags(vault), anything, len(drawer(vault)))


def themes(vault: Vault) -> dict[str, int]:
    """The themes written about and how many pages have each."""
    return entries.themes(vault)


def tags(vault: Vault) -> dict[str, int]:
    """The tags used and how many pages have each."""
    return entries.tags(vault)


def entry(vault: Vault, entry_id: int) -> Entry:
    """The page with this id, in the drawer or not; raises NotFound."""
    return entries.one(vault, entry_id)


def versions(vault: Vault, entry_id: int) -> tuple[Version, ...]:
    """A page's earlier words, the last ones kept first."""
    return kept.of_entry(vault, entry_id)


def change_day(vault: Vault, entry_id: int, day: date, now: datetime) -> Entry:
    """Say which day a page is about; it moves there, open or not. Raises NotFound."""
    with vault.transaction():
        present = entries.one(vault, entry_id)
        if present.page.about_day == day:
            return present
        begun = drafts.changing(vault, entry_id)
        if begun is not None:
            drafts.save(vault, replace(begun, page=replace(begun.page, about_day=day)))
        return entries.change(vault, present, replace(present.page, about_day=day), now)


def move_to_drawer(vault: Vault, entry_id: int, now: datetime) -> None:
    """Lay a page in the drawer; there it is seen only by `drawer`, for 30 days. Raises NotFound."""
    entries.put_in_drawer(vault, entry_id, now)


def take_from_drawer(vault: Vault, entry_id: int) -> None:
    """Put a page back where it was. Raises NotFound."""
    entries.put_in_drawer(vault, entry_id, None)


def let_go(vault: Vault, entry_id: int) -> bool:
    """Delete a page in the drawer now. Raises NotFound, also for a page outside the drawer.

    Whether nothing is left of it in the file; with too little room to see to that it is done later.
    """
    with vault.transaction():
        if entries.one(vault, entry_id).drawer_since is None:
            raise NotFound(what="entry")
        entries.remove(vault, entry_id)
    with suppress(DiskFull):
        remains.sweep(vault)
    return not remains.are_due(vault)


def drawer(vault: Vault) -> tuple[Entry, ...]:
    """The pages in the drawer, the last one laid there first."""
    return entries.in_drawer(vault)


def last_day_in_drawer(since: datetime, now: datetime) -> date:
    """The day on which a page laid in the drawer at `since` is gone for good, in the time zone of `now`."""
    return (since.astimezone(now.tzinfo) + timedelta(days=DRAWER_DAYS)).date()


def empty_drawer(vault: Vault, now: datetime) -> int:
    """Delete what has been in the drawer for more than 30 days; says how many pages."""
    with vault.transaction():
        for draft in drafts.each(vault):
            # opened and left as it was: nothing that would be a reason to keep the page
            if draft.entry_id is not None and entries.one(vault, draft.entry_id).page == draft.page:
                drafts.remove(vault, draft.id)
        return entries.remove_drawn_before(vault, now - timedelta(days=DRAWER_DAYS))
