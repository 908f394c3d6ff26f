# SPDX-License-Identifier: MIT
"""Writing a page: open it, keep it while it is written, set it down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipnb_journal.domain.days import local_day, zone_name
from ipnb_journal.domain.entries import AskedPrompt, Draft, Entry, EntryKind, Page, Step, seconds_written
from ipnb_journal.services import versions
from ipnb_journal.vault import drafts, entries

if TYPE_CHECKING:
    from datetime import datetime

    from ipnb_journal.vault.vault import Vault


def open_free(vault: Vault, now: datetime) -> Draft:
    """Open an empty page about today."""
    return _open(vault, Page(EntryKind.FREE, local_day(now)), Step.WRITE, now)


def open_guided(vault: Vault, now: datetime, asked: AskedPrompt, theme: str) -> Draft:
    """Open an empty guided page about today, at its first step."""
    page = Page(EntryKind.GUIDED, local_day(now), asked=asked, theme=theme)
    return _open(vault, page, Step.SETTLE, now)


def open_for_change(vault: Vault, entry_id: int, now: datetime) -> Draft:
    """Open a page that was set down; changes already begun go on. Raises NotFound."""
    with vault.transaction():
        begun = drafts.changing(vault, entry_id)
        if begun is not None:
            return begun
        return _open(vault, entries.one(vault, entry_id).page, Step.WRITE, now, entry_id)


def open_again(vault: Vault, draft_id: int) -> Draft:
    """An open page as it was last saved. Raises NotFound."""
    return drafts.one(vault, draft_id)


def autosave(vault: Vault, draft: Draft, now: datetime) -> Draft:
    """Keep what an open page holds now, and count the time it was written at since it was saved or taken up.

    Raises NotFound when it is not open any more.
    """
    with vault.transaction():
        since, seconds = drafts.counted(vault, draft)
        if draft.taken_up_at is not None:
            since = max(since, draft.taken_up_at)
        seconds += seconds_written(since, now)
        return drafts.save(vault, replace(draft, saved_at=now, writing_seconds=seconds))


def set_down(vault: Vault, draft_id: int, now: datetime) -> Entry | None:
    """Close an open page as it was last saved and give the page that stands now. Raises NotFound.

    A new page that is blank leaves nothing and gives None. A changed page keeps its former words as a
    version, also where all of them were taken out.
    """
    with vault.transaction():
        draft = drafts.one(vault, draft_id)
        if draft.entry_id is None:
            entry = None if draft.page.writing.is_blank else _add(vault, draft, now)
        else:
            entry = _change(vault, entries.one(vault, draft.entry_id), draft.page, now)
            entry = entries.add_seconds(vault, entry, draft.writing_seconds)
        page = draft.page
        drafts.remove(vault, draft_id, with_its_words=entry is None and bool(page.location or page.tags))
    return entry


def unfinished(vault: Vault) -> Draft | None:
    """The open page saved last that holds something not set down yet, None where there is none."""
    return next((draft for draft in drafts.each(vault) if _holds_something(vault, draft)), None)


def put_back(vault: Vault, draft_id: int) -> None:
    """Close an open page and forget what was changed since it was opened."""
    drafts.remove(vault, draft_id, with_its_words=True)


def _open(vault: Vault, page: Page, step: Step, now: datetime, entry_id: int | None = None) -> Draft:
    return drafts.add(vault, Draft(0, entry_id, page, step, now, now, zone_name(now)))


def _add(vault: Vault, draft: Draft, now: datetime) -> Entry:
    entry = Entry(0, "", draft.page, draft.started_at, now, draft.zone, writing_seconds=draft.writing_seconds)
    return entries.add(vault, entry)


def _change(vault: Vault, before: Entry, page: Page, now: datetime) -> Entry:
    if page == before.page:
        return before
    after = entries.change(vault, before, page, now)
    if page.writing != before.page.writing:
        versions.keep_former(vault, before, after, now)
    return after


def _holds_something(vault: Vault, draft: Draft) -> bool:
    if draft.circles is not None:
        return True
    if draft.entry_id is None:
        return not draft.page.writing.is_blank
    entry = entries.one(vault, draft.entry_id)
    return entry.drawer_since is None and entry.page != draft.page
