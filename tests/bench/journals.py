# SPDX-License-Identifier: MIT
"""The journals the bench measures: real vaults with a made-up corpus, and a plain database beside them."""

from __future__ import annotations

import secrets
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as sqlite3

from ipnb_journal.vault import schema
from ipnb_journal.vault.keys import VaultKey, new_header
from ipnb_journal.vault.vault import Vault
from tests.bench.corpus import INSERT, Corpus

if TYPE_CHECKING:
    from pathlib import Path

KEY = VaultKey(new_header(), secrets.token_bytes(32))
TODAY = date(2025, 12, 31)
NOW = datetime(2025, 12, 31, 20, 0, tzinfo=UTC)
HALF_A_YEAR, TEN_YEARS = 200, 3650
_BATCH = 1000

_CHECKIN = (
    "INSERT INTO checkins (place, uid, day, at, zone, method, c1, r1, c2, r2, d1, l1, d2, l2)"
    " VALUES (?, ?, ?, ?, '+00:00', 'sliders', ?, ?, ?, ?, ?, ?, ?, ?)"
)


def make_vault(path: Path, corpus: Corpus) -> None:
    """A closed vault with the corpus and daily check-ins: half as many as pages, half a year to ten years."""
    vault = Vault.create(path, KEY)
    rows = corpus.rows()
    while batch := list(islice(rows, _BATCH)):
        with vault.transaction():
            vault.execute_many(INSERT, batch)
    with vault.transaction():
        vault.execute_many(_CHECKIN, _checkins(max(HALF_A_YEAR, min(TEN_YEARS, corpus.count // 2))))
    while vault.idle_work():
        pass
    vault.close()


def make_plain(path: Path, corpus: Corpus) -> sqlite3.Connection:
    """The same tables, text and index in a plain file (the same SQLite without a key), as durable, open."""
    plain = sqlite3.connect(path, isolation_level=None)
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("PRAGMA synchronous = FULL")
    plain.execute("PRAGMA locking_mode = EXCLUSIVE")
    schema.first_tables(plain)
    rows = corpus.rows()
    while batch := list(islice(rows, _BATCH)):
        plain.execute("BEGIN")
        plain.executemany(INSERT, batch)
        plain.execute("COMMIT")
    while _merged_more(plain):
        pass
    plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return plain


def _merged_more(plain: sqlite3.Connection) -> bool:
    before = plain.total_changes
    plain.execute("INSERT INTO entry_search(entry_search, rank) VALUES ('merge', 64)")
    return plain.total_changes - before >= 2


def _checkins(count: int) -> list[tuple[object, ...]]:
    random = Random(11)
    rows: list[tuple[object, ...]] = []
    for number in range(count):
        day = TODAY - timedelta(days=count - 1 - number)
        at = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=7)
        answers = [min(100.0, max(0.0, random.gauss(50, 15))) for _ in range(8)]
        place = (day.toordinal() << 24) | (7 * 3600 << 7)
        rows.append((place, f"bench-c{number}", day.isoformat(), at.isoformat(), *answers))
    return rows
