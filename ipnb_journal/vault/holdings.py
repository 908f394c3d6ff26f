# SPDX-License-Identifier: MIT
"""What a closed vault holds, in the numbers a person knows it by."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ipnb_journal.domain.backups import Inside
from ipnb_journal.errors import NotAVault, VaultDamaged, VaultNewer
from ipnb_journal.vault import files, keys, schema
from ipnb_journal.vault.connection import connect_to_read, mapped

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.connection import Connection

_DAYS = (
    "SELECT min(day), max(day) FROM (SELECT about_day AS day FROM entries WHERE drawer_since IS NULL"
    " UNION ALL SELECT day FROM checkins)"
)


def header(path: Path) -> bytes:
    """The 16 bytes that name a vault's key, after a first look that needs no key and only reads.

    Raises VaultMissing, NotAVault (`reason` "folder", "empty", "short", "header"), VaultNewer.
    """
    if path.is_dir():
        raise NotAVault(file=path, reason="folder")
    with mapped(path):
        found, size = files.start_of(path), path.stat().st_size
    if size < files.PAGE:
        raise NotAVault(file=path, reason="short" if size else "empty")
    profile = keys.profile_of(found)
    if profile is None:
        raise NotAVault(file=path, reason="header")
    if profile not in keys.PROFILES:
        raise VaultNewer(file=path, found=profile, known=keys.NEWEST_PROFILE)
    return found


def connected(path: Path, raw: bytes) -> Connection:
    """A closed vault opened to read, its key proved; raises WrongPassphrase, VaultDamaged, VaultMissing."""
    with mapped(path, opening=True):
        connection = connect_to_read(path, raw.hex())
    try:
        with mapped(path, opening=True):
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def inside(path: Path, raw: bytes) -> Inside:
    """What the closed vault at `path` holds; reads only, and only what lies in the one file.

    Raises WrongPassphrase, VaultMissing, VaultDamaged, NotAVault, VaultNewer.
    """
    connection = connected(path, raw)
    try:
        with mapped(path):
            schema.refuse_newer(connection, path)
            return counted(connection, path)
    finally:
        connection.close()


def pages(path: Path, raw: bytes) -> int:
    """How many pages the closed vault at `path` holds, those in the drawer left out; errors as `inside`."""
    connection = connected(path, raw)
    try:
        with mapped(path):
            schema.refuse_newer(connection, path)
            return _pages(connection)
    finally:
        connection.close()


def counted(connection: Connection, path: Path) -> Inside:
    """What the open vault at `path` holds; raises VaultDamaged."""
    days = connection.execute(_DAYS).fetchone() or (None, None)
    try:
        first, last = (None if day is None else date.fromisoformat(day) for day in days)
    except ValueError as error:
        raise VaultDamaged(file=path, detail="a day") from error
    return Inside(
        pages=_pages(connection),
        checkins=_number(connection, "SELECT count(*) FROM checkins"),
        first=first,
        last=last,
        schema=_number(connection, "PRAGMA user_version"),
        size=files.size_of(path),
    )


def _pages(connection: Connection) -> int:
    return _number(connection, "SELECT count(*) FROM entries WHERE drawer_since IS NULL")


def _number(connection: Connection, question: str) -> int:
    row = connection.execute(question).fetchone()
    return int(row[0]) if row else 0
