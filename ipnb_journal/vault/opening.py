# SPDX-License-Identifier: MIT
"""A vault's file being made, and a connection to one that is proved, up to date and durable."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ipnb_journal.errors import VaultError
from ipnb_journal.vault import files, schema
from ipnb_journal.vault.connection import connect, make_durable, mapped

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.connection import Connection
    from ipnb_journal.vault.keys import VaultKey


def make(path: Path, key: VaultKey) -> None:
    """Build a complete vault beside `path`, then give it that name. Raises as `Vault.create` does."""
    new = files.beside(path, ".new")
    with mapped(path):
        files.new_private_file(new)
        connection = connect(new, key.raw.hex() + key.header.hex())
    try:
        # inside the closing: why a write failed is found by the size of what was written so far
        with mapped(path):
            make_durable(connection)
            schema.bring_up_to_date(connection, path)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        connection.close()
    with mapped(path):
        files.set_old_logs_aside(path)
        files.publish(new, path)


def first_connected(path: Path, key: VaultKey) -> Connection:
    """As `connected`, to a vault that was just made; where that is refused, the file goes again."""
    try:
        return connected(path, key)
    except VaultError:
        # nothing is in it yet; left there, it would stand in the way of the next attempt
        for suffix in ("", "-wal", "-journal"):
            with suppress(OSError):
                files.beside(path, suffix).unlink()
        raise


def connected(path: Path, key: VaultKey) -> Connection:
    """Connect, in the order that security needs: key, lock, proof of the key, then everything else.

    Raises as `Vault.open_with` does.
    """
    with mapped(path, opening=True):
        connection = connect(path, key.raw.hex())
    try:
        with mapped(path, opening=True):
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        with mapped(path):
            schema.refuse_newer(connection, path)
            make_durable(connection)
            files.beside(path, "-journal").unlink(missing_ok=True)
            _upgrade(connection, path, key)
            connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _upgrade(connection: Connection, path: Path, key: VaultKey) -> None:
    if schema.number(connection) < len(schema.MIGRATIONS):
        from ipnb_journal.vault import upgrading  # noqa: PLC0415 - needed once for each new version

        upgrading.upgrade(connection, path, key)
