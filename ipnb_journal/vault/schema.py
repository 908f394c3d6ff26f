# SPDX-License-Identifier: MIT
"""The tables of a vault and the ordered migrations that make them.

`place` orders entries and check-ins in one line of time: about-day ordinal << 24 | local second
of the day << 7 | a counter. The full-text index uses it as its rowid, so the newest matches come
first without sorting. Moments are ISO 8601 text with an offset; days are ISO dates.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from ipnb_journal import __version__
from ipnb_journal.errors import NotAVault, VaultDamaged, VaultNewer
from ipnb_journal.vault.connection import Connection, cipher

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x4A524E31

OLDEST_READER = 1
"""The lowest schema number whose programs read what this one writes without a mistake.

Raise it together with a migration after which they would misread something. It is left in the vault, and a
program that finds a schema newer than its own looks at it, without changing it, only where it stands high
enough itself; where nothing is left it does not read at all.

It is 1 still, for schemas 2 and 3 only add: a program of an earlier one names every column it asks for, so
that those at the end of `entries` and `drafts` and the new tables are nothing to it, and the new settings are
values it passes on. It brings no page up unasked, so that it can't bring up a sealed one. An archive it makes
of such a vault lacks what it does not know, and nothing stands in it that was not so. Only a salvage by it
finds no page that was set down since, for it tells rows by how many values they have: it calls it lost, or
takes it for an open one where a piece of it is missing, and leaves the vault as it was.
"""

WORDS_LEFT = OLDEST_READER_KEY, SAVED_WITH_KEY = "oldest_reader", "saved_with"

Migration = Callable[[Connection], None]
MIGRATIONS: list[Migration] = []


def migration(step: Migration) -> Migration:
    """Register the next migration; the schema number is its position, counted from one."""
    MIGRATIONS.append(step)
    return step


_SEARCHED = "title, noticed, notice, body, connect, takeaway"
_FIRST = (
    """CREATE TABLE entries (
        id INTEGER PRIMARY KEY, place INTEGER NOT NULL UNIQUE, uid TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL, about_day TEXT NOT NULL, written_at TEXT NOT NULL,
        changed_at TEXT NOT NULL, zone TEXT NOT NULL, theme TEXT,
        prompt_id TEXT, prompt_version INTEGER, prompt_title TEXT, prompt_text TEXT,
        prompt_lighter INTEGER NOT NULL DEFAULT 0,
        title TEXT NOT NULL DEFAULT '', noticed TEXT NOT NULL DEFAULT '',
        notice TEXT NOT NULL DEFAULT '', body TEXT NOT NULL DEFAULT '',
        connect TEXT NOT NULL DEFAULT '', takeaway TEXT NOT NULL DEFAULT '',
        drawer_since TEXT) STRICT""",
    "CREATE INDEX entries_by_day ON entries (about_day)",
    "CREATE INDEX entries_by_theme ON entries (theme, place) WHERE drawer_since IS NULL",
    "CREATE INDEX entries_in_drawer ON entries (drawer_since) WHERE drawer_since IS NOT NULL",
    """CREATE TABLE versions (
        id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
        kept_at TEXT NOT NULL, title TEXT NOT NULL, noticed TEXT NOT NULL, notice TEXT NOT NULL,
        body TEXT NOT NULL, connect TEXT NOT NULL, takeaway TEXT NOT NULL) STRICT""",
    "CREATE INDEX versions_of_entry ON versions (entry_id, kept_at)",
    """CREATE TABLE drafts (
        id INTEGER PRIMARY KEY, entry_id INTEGER REFERENCES entries ON DELETE CASCADE,
        step TEXT NOT NULL, started_at TEXT NOT NULL, saved_at TEXT NOT NULL, zone TEXT NOT NULL,
        kind TEXT NOT NULL, about_day TEXT NOT NULL, theme TEXT,
        prompt_id TEXT, prompt_version INTEGER, prompt_title TEXT, prompt_text TEXT,
        prompt_lighter INTEGER NOT NULL DEFAULT 0, people TEXT NOT NULL DEFAULT '',
        tags TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL DEFAULT '', noticed TEXT NOT NULL DEFAULT '',
        notice TEXT NOT NULL DEFAULT '', body TEXT NOT NULL DEFAULT '',
        connect TEXT NOT NULL DEFAULT '', takeaway TEXT NOT NULL DEFAULT '') STRICT""",
    """CREATE TABLE people (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, label TEXT NOT NULL,
        mark INTEGER NOT NULL, position INTEGER NOT NULL, hidden INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE entry_people (
        entry_id INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
        person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
        PRIMARY KEY (entry_id, person_id)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX entries_of_person ON entry_people (person_id, entry_id)",
    """CREATE TABLE entry_tags (
        entry_id INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
        tag TEXT NOT NULL, PRIMARY KEY (entry_id, tag)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX entries_of_tag ON entry_tags (tag, entry_id)",
    """CREATE TABLE checkins (
        id INTEGER PRIMARY KEY, place INTEGER NOT NULL UNIQUE, uid TEXT NOT NULL UNIQUE,
        day TEXT NOT NULL, at TEXT NOT NULL, zone TEXT NOT NULL,
        person_id INTEGER REFERENCES people ON DELETE RESTRICT,
        entry_id INTEGER REFERENCES entries ON DELETE SET NULL, method TEXT NOT NULL,
        c1 REAL, r1 REAL, c2 REAL, r2 REAL, d1 REAL, l1 REAL, d2 REAL, l2 REAL,
        does_not_apply TEXT NOT NULL DEFAULT '',
        closeness REAL, edge_me REAL, edge_other REAL, bridge REAL, closeness_wish REAL) STRICT""",
    "CREATE INDEX checkins_by_person ON checkins (person_id, day)",
    "CREATE INDEX checkins_by_day ON checkins (day)",
    "CREATE INDEX checkins_of_entry ON checkins (entry_id) WHERE entry_id IS NOT NULL",
    """CREATE TABLE prompt_events (
        id INTEGER PRIMARY KEY, prompt_id TEXT NOT NULL, day TEXT NOT NULL,
        what TEXT NOT NULL) STRICT""",
    "CREATE INDEX prompt_events_by_prompt ON prompt_events (prompt_id, day)",
    """CREATE TABLE contacts (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL, number TEXT NOT NULL,
        hours TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL) STRICT""",
    "CREATE TABLE preferences (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    f"""CREATE VIRTUAL TABLE entry_search USING fts5(
        {_SEARCHED}, content='entries', content_rowid='place',
        tokenize='unicode61 remove_diacritics 2', prefix='2 3')""",
    "INSERT INTO entry_search(entry_search, rank) VALUES ('secure-delete', 1)",
    f"""CREATE TRIGGER entries_indexed AFTER INSERT ON entries BEGIN
        INSERT INTO entry_search(rowid, {_SEARCHED}) VALUES (new.place, new.title, new.noticed,
            new.notice, new.body, new.connect, new.takeaway); END""",
    f"""CREATE TRIGGER entries_unindexed AFTER DELETE ON entries BEGIN
        INSERT INTO entry_search(entry_search, rowid, {_SEARCHED}) VALUES ('delete', old.place,
            old.title, old.noticed, old.notice, old.body, old.connect, old.takeaway); END""",
    f"""CREATE TRIGGER entries_reindexed AFTER UPDATE OF place, {_SEARCHED} ON entries BEGIN
        INSERT INTO entry_search(entry_search, rowid, {_SEARCHED}) VALUES ('delete', old.place,
            old.title, old.noticed, old.notice, old.body, old.connect, old.takeaway);
        INSERT INTO entry_search(rowid, {_SEARCHED}) VALUES (new.place, new.title, new.noticed,
            new.notice, new.body, new.connect, new.takeaway); END""",
)


COLUMNS_ADDED: dict[str, tuple[dict[str, str], ...]] = {
    "entries": (
        {"location": "TEXT NOT NULL DEFAULT ''", "rest": "INTEGER NOT NULL DEFAULT 0"},
        {"sealed": "INTEGER NOT NULL DEFAULT 0", "writing_seconds": "INTEGER NOT NULL DEFAULT 0"},
    ),
    "drafts": (
        {
            "location": "TEXT NOT NULL DEFAULT ''",
            "rest": "INTEGER NOT NULL DEFAULT 0",
            "circles": "TEXT NOT NULL DEFAULT ''",
        },
        {"writing_seconds": "INTEGER NOT NULL DEFAULT 0"},
    ),
}
"""What tables gained at their end with schema 2, then 3; rows kept before are shorter by it."""


def _gained(step: int) -> tuple[str, ...]:
    return tuple(
        f"ALTER TABLE {table} ADD COLUMN {name} {kind}"
        for table, steps in COLUMNS_ADDED.items()
        for name, kind in steps[step].items()
    )


_SECOND = (
    *_gained(0),
    """CREATE TABLE prompt_marks (
        prompt_id TEXT PRIMARY KEY, favourite INTEGER NOT NULL,
        never INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
    """CREATE TABLE own_prompts (
        id INTEGER PRIMARY KEY, prompt_id TEXT NOT NULL UNIQUE, grouped TEXT NOT NULL DEFAULT '',
        position INTEGER NOT NULL, fields TEXT NOT NULL, complete INTEGER NOT NULL,
        made_at TEXT NOT NULL, changed_at TEXT NOT NULL) STRICT""",
)

_THIRD = (
    *_gained(1),
    """CREATE TABLE event_notes (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, day TEXT NOT NULL, kind TEXT NOT NULL,
        text TEXT NOT NULL, made_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE look_backs (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, day TEXT NOT NULL, at TEXT NOT NULL,
        person_id INTEGER REFERENCES people ON DELETE RESTRICT, method TEXT NOT NULL,
        found TEXT NOT NULL, note TEXT NOT NULL DEFAULT '') STRICT""",
    # so that no page is deciphered to leave it out
    "CREATE INDEX entries_sealed ON entries (sealed, place) WHERE sealed = 1",
    # all that is asked about where attention went, in the order it is grouped by, for the same reason
    """CREATE INDEX entries_by_theme_and_day ON entries (theme, about_day, writing_seconds, drawer_since)
        WHERE drawer_since IS NULL""",
    """CREATE INDEX entries_by_prompt_and_day ON entries (prompt_id, about_day, drawer_since)
        WHERE drawer_since IS NULL""",
)


@migration
def first_tables(connection: Connection) -> None:
    """Entries, drafts, versions, people, check-ins, prompt events, contacts, preferences, search."""
    for statement in _FIRST:
        connection.execute(statement)


@migration
def own_library(connection: Connection) -> None:
    """Where a page belongs and how it closed, circles of open pages, marks on prompts, own prompts."""
    for statement in _SECOND:
        connection.execute(statement)


@migration
def time_line(connection: Connection) -> None:
    """Notes on the time line, Look-backs, sealed pages, and how long pages were written at."""
    for statement in _THIRD:
        connection.execute(statement)


def refuse_newer(connection: Connection, path: Path, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Make sure the file is a journal that this version knows; reads only.

    Raises NotAVault (`reason` "application") or VaultNewer with the schema numbers.
    """
    if _number(connection, "application_id") != APPLICATION_ID:
        raise NotAVault(file=path, reason="application")
    found = _number(connection, "user_version")
    if found > len(steps):
        raise _newer(connection, path, found, len(steps))


def bring_up_to_date(connection: Connection, path: Path, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Run every migration that is still to come, all in one transaction with the schema number.

    Foreign keys are not enforced meanwhile, so that a step may rebuild a table; they are checked
    before anything is kept. Raises VaultDamaged when they do not hold.
    """
    found = _number(connection, "user_version")
    if found >= len(steps):
        return
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[found:]:
            step(connection)
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise VaultDamaged(file=path, detail="foreign keys")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        if len(steps) > 1:
            _leave_word(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def number(connection: Connection) -> int:
    """The schema number of a vault."""
    return _number(connection, "user_version")


def _leave_word(connection: Connection) -> None:
    """Say in the vault who can still read it, for versions that know nothing of this one."""
    for key, value in ((OLDEST_READER_KEY, OLDEST_READER), (SAVED_WITH_KEY, __version__)):
        connection.execute(
            "INSERT OR REPLACE INTO preferences (key, value) VALUES (?, ?)", (key, json.dumps(value))
        )


def _newer(connection: Connection, path: Path, found: int, known: int) -> VaultNewer:
    words = {}
    # the newer version may have done away with the table
    with suppress(cipher().OperationalError, ValueError):
        asked = "SELECT key, value FROM preferences WHERE key IN (?, ?)"
        rows = connection.execute(asked, WORDS_LEFT).fetchall()
        words = {key: json.loads(value) for key, value in rows}
    facts: dict[str, object] = {}
    oldest, saved_with = words.get(OLDEST_READER_KEY), words.get(SAVED_WITH_KEY)
    if type(oldest) is int and oldest <= known:
        facts["readable"] = True
    if isinstance(saved_with, str):
        facts["saved_with"] = saved_with
    return VaultNewer(file=path, found=found, known=known, **facts)


def _number(connection: Connection, pragma: str) -> int:
    row = connection.execute(f"PRAGMA {pragma}").fetchone()
    return int(row[0]) if row else 0
