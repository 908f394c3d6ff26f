# SPDX-License-Identifier: MIT
"""Earlier words of pages that were changed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ipnb_journal.domain.entries import Version, Writing
from ipnb_journal.errors import NotFound
from ipnb_journal.vault import remains
from ipnb_journal.vault.entries import WRITING_COLUMNS, tidy_writing, writing_from, writing_values

if TYPE_CHECKING:
    from collections.abc import Collection

    from ipnb_journal.vault.connection import Row
    from ipnb_journal.vault.vault import Vault

_COLUMNS = ("entry_id", "kept_at", *WRITING_COLUMNS)
_SELECT = f"SELECT id, {', '.join(_COLUMNS)} FROM versions"


def keep(vault: Vault, entry_id: int, writing: Writing, kept_at: datetime) -> Version:
    """Keep words that a page no longer has."""
    writing = tidy_writing(writing)
    with vault.transaction():
        done = vault.execute(
            f"INSERT INTO versions ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})",
            (entry_id, kept_at.isoformat(), *writing_values(writing)),
        )
        vault.touch("entries")
    return Version(done.lastrowid, entry_id, writing, kept_at)


def of_entry(vault: Vault, entry_id: int) -> tuple[Version, ...]:
    """A page's earlier words, the last ones kept first."""
    rows = vault.query(f"{_SELECT} WHERE entry_id = ? ORDER BY id DESC", (entry_id,))
    return tuple(_version(row) for row in rows)


def last_kept_at(vault: Vault, entry_id: int) -> datetime | None:
    """When words of a page were last kept, None when never."""
    row = vault.query_one("SELECT kept_at FROM versions WHERE entry_id = ? ORDER BY id DESC", (entry_id,))
    return None if row is None else datetime.fromisoformat(row[0])


def one(vault: Vault, version_id: int) -> Version:
    """The earlier words with this id; raises NotFound."""
    row = vault.query_one(f"{_SELECT} WHERE id = ?", (version_id,))
    if row is None:
        raise NotFound(what="version")
    return _version(row)


def remove(vault: Vault, version_ids: Collection[int]) -> None:
    """Delete earlier words for good; ids that are gone already don't matter."""
    if not version_ids:
        return
    with vault.transaction():
        vault.execute_many("DELETE FROM versions WHERE id = ?", [(version_id,) for version_id in version_ids])
        remains.note(vault)
        vault.touch("entries")


def _version(row: Row) -> Version:
    version_id, entry_id, kept_at, *writing = row
    return Version(version_id, entry_id, writing_from(writing), datetime.fromisoformat(kept_at))
