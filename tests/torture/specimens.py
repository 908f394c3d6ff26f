# SPDX-License-Identifier: MIT
"""Journals to be maltreated: made once for each process, handed out as bytes, opened with a raw key."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

from ipnb_journal.domain.entries import Entry, Writing
from ipnb_journal.services import history, people, writing
from ipnb_journal.vault.keys import VaultKey
from ipnb_journal.vault.vault import Vault

KEY = VaultKey(b"J1of_the_torture", bytes(range(32)))
NOW = datetime(2026, 3, 12, 20, 15, tzinfo=UTC)
LOG_HEADER, FRAME = 32, 24 + 4096


@dataclass(frozen=True, slots=True)
class Crashed:
    """A journal as a crash left it: its file, the log beside it, and where in the log each commit ends."""

    main: bytes
    log: bytes
    ends: tuple[int, ...]


@cache
def folder() -> Path:
    """A folder of this process, gone with it."""
    made = Path(tempfile.mkdtemp(prefix="torture-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def set_down(vault: Vault, body: str, now: datetime = NOW, **words: str) -> Entry:
    """A page written and set down, in one commit."""
    with vault.transaction():
        draft = writing.open_free(vault, now)
        page = replace(draft.page, writing=Writing(body=body, **words), tags=("kept",))
        writing.autosave(vault, replace(draft, page=page), now)
        entry = writing.set_down(vault, draft.id, now)
    assert entry is not None
    return entry


@cache
def closed() -> bytes:
    """A closed journal of pages, versions, people, something in the drawer and an open page."""
    chance, path = Random(3), folder() / "closed.vault"
    vault = Vault.create(path, KEY)
    people.add(vault, "Ana")
    for number in range(40):
        now = NOW + timedelta(days=number)
        text = " ".join(f"word{chance.randrange(500)}" for _ in range(200))
        entry = set_down(vault, text, now, title=f"Page {number}")
        if number % 5 == 0:
            changing = writing.open_for_change(vault, entry.id, now)
            changed = replace(changing.page, writing=Writing(body=text[: len(text) // 2]))
            writing.autosave(vault, replace(changing, page=changed), now)
            writing.set_down(vault, changing.id, now)
        if number % 7 == 0:
            history.move_to_drawer(vault, entry.id, now)
    writing.open_free(vault, NOW)
    vault.close()
    return path.read_bytes()


@cache
def crashed() -> Crashed:
    """A journal whose last commits are in the log only; commit n set down the page whose body is "n"."""
    path = folder() / "crashed.vault"
    path.write_bytes(closed())
    vault, ends = Vault.open(path, KEY.raw), []
    log = path.with_name(f"{path.name}-wal")
    vault.checkpoint()
    main = path.read_bytes()
    while True:
        set_down(vault, f"commit {len(ends)}")
        # a longer log would be brought into the file on the way; the search index may add 60 pages at once
        if log.stat().st_size > 190 * FRAME:
            break
        ends.append(log.stat().st_size)
    whole = log.read_bytes()[: ends[-1]]
    assert path.read_bytes() == main
    vault.close()
    return Crashed(main, whole, tuple(ends))


def commits(vault: Vault) -> list[int]:
    """The numbers of the commits of `crashed` that are in the journal, in their order."""
    rows = vault.query("SELECT body FROM entries WHERE body LIKE 'commit %' ORDER BY id")
    return [int(body.removeprefix("commit ")) for (body,) in rows]
