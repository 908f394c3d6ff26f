# SPDX-License-Identifier: MIT
"""Earlier versions of a page: kept when it changes, thinned as time passes, compared, brought back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ipnb_journal.domain.versions import thinned, worth_keeping
from ipnb_journal.vault import drafts, entries, remains
from ipnb_journal.vault import versions as kept

if TYPE_CHECKING:
    from datetime import datetime

    from ipnb_journal.domain.entries import Entry, Version, Writing
    from ipnb_journal.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What `undo` needs. `former_id`: the version with the words the page had; `is_new`: kept for this."""

    entry_id: int
    version_id: int
    former_id: int
    is_new: bool


def all_of(vault: Vault, entry_id: int) -> tuple[Entry, tuple[Version, ...]]:
    """A page and its earlier words, the last ones kept first. Raises NotFound."""
    return entries.one(vault, entry_id), kept.of_entry(vault, entry_id)


def keep_former(vault: Vault, before: Entry, after: Entry, now: datetime) -> None:
    """Keep the words a changed page had, if they are worth it, and let go of versions grown too many."""
    former, new = before.page.writing, after.page.writing
    with vault.transaction():
        if not worth_keeping(kept.last_kept_at(vault, before.id), former, new, now):
            # what was taken out of them stands nowhere any more
            remains.note(vault)
            return
        kept.keep(vault, before.id, former, now)
        versions = kept.of_entry(vault, before.id)
        stay = thinned(versions, new, now)
        kept.remove(vault, [version.id for version in versions if version.id not in stay])


def bring_back(vault: Vault, version_id: int, now: datetime) -> BroughtBack | None:
    """Give a page its earlier words again; the ones it has are kept as a version. Raises NotFound.

    None where it has those words already. Where the page is open and unchanged, it is open with the words
    it has now; changes begun stay.
    """
    version = kept.one(vault, version_id)
    with vault.transaction():
        present = entries.one(vault, version.entry_id).page.writing
        if present == version.writing:
            return None
        same = (one.id for one in kept.of_entry(vault, version.entry_id) if one.writing == present)
        known = next(same, None)
        former_id = kept.keep(vault, version.entry_id, present, now).id if known is None else known
        _give(vault, version.entry_id, version.writing, now)
    return BroughtBack(version.entry_id, version_id, former_id, known is None)


def undo(vault: Vault, done: BroughtBack, now: datetime) -> None:
    """Give a page the words it had before `bring_back`, as if that had not been. Raises NotFound.

    Words it was given since are kept as a version.
    """
    former = kept.one(vault, done.former_id)
    with vault.transaction():
        present = entries.one(vault, done.entry_id).page.writing
        if present not in (former.writing, kept.one(vault, done.version_id).writing):
            kept.keep(vault, done.entry_id, present, now)
        _give(vault, done.entry_id, former.writing, now)
        if done.is_new:
            kept.remove(vault, [done.former_id])


def _give(vault: Vault, entry_id: int, writing: Writing, now: datetime) -> None:
    present = entries.one(vault, entry_id)
    begun = drafts.changing(vault, entry_id)
    if begun is not None and begun.page.writing == present.page.writing:
        drafts.save(vault, replace(begun, page=replace(begun.page, writing=writing)))
    entries.change(vault, present, replace(present.page, writing=writing), now)
