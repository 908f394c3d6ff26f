# SPDX-License-Identifier: MIT
"""A vault copied whole into another file, and the proof that the copy holds the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipnb_journal.errors import DiskFull, VaultDamaged, VaultError
from ipnb_journal.vault import files
from ipnb_journal.vault.connection import connect, connect_to_read, mapped

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.connection import Connection
    from ipnb_journal.vault.keys import VaultKey

Progress = Callable[[int, int], None]
"""Called with the parts of the file done so far and their number in all."""

_AT_ONCE = 256
_SIDECARS = ("-wal", "-journal", "-shm")


@dataclass(frozen=True, slots=True)
class TableContents:
    """One table counted: its rows, its highest rowid (0 where it has none), the bytes of all its values."""

    name: str
    rows: int
    highest: int
    size: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What a vault holds, counted: enough to tell a whole copy from one that lost something."""

    schema: int
    tables: tuple[TableContents, ...]

    def rows(self, table: str) -> int:
        """How many rows a table has; 0 where there is no such table."""
        return next((one.rows for one in self.tables if one.name == table), 0)


def contents(connection: Connection) -> Contents:
    """Count what an open vault holds; reads every row, the search index too."""
    schema = connection.execute("PRAGMA user_version").fetchone()
    listed = connection.execute(
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')"
        " AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name"
    ).fetchall()
    tables = tuple(_counted(connection, name, bool(keyed)) for name, keyed in listed)
    return Contents(int(schema[0]) if schema else 0, tables)


def copied(source: Connection, target: Path, key: VaultKey, progress: Progress | None = None) -> None:
    """Write everything an open vault holds into a new file `target` that `key` opens, and sync it.

    The key and the header may differ from the source's: every part is encrypted anew. `source` stays
    as it is, what lies in its log is copied too. Where anything is raised, no file is left.
    Raises DiskFull, VaultReadOnly, VaultError.
    """
    with mapped(target):
        files.new_private_file(target)
    try:
        with mapped(target):
            _copy(source, target, key, progress)
            files.sync(target)
    except BaseException as error:
        for suffix in ("", *_SIDECARS):
            files.beside(target, suffix).unlink(missing_ok=True)
        if type(error) is VaultError:
            # what was written is taken back before it is told, so the reason is sought at the full size
            raise files.why_not_written(target, _size(source)) from error
        raise


def verified(path: Path, raw: bytes, expected: Contents | None = None) -> Contents:
    """Open a closed vault with nothing but its key, check every part of it, and count what it holds.

    Reads only, and leaves nothing beside the file. Raises WrongPassphrase, VaultDamaged (`detail`) for
    whatever does not hold: a seal, a table, a link between rows, or other contents than `expected`.
    """
    if any(files.beside(path, suffix).exists() for suffix in files.LOGS):
        raise VaultDamaged(file=path, detail="not closed")
    with mapped(path, opening=True):
        connection = connect_to_read(path, raw.hex())
    try:
        with mapped(path, opening=True):
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        with mapped(path):
            problem = _problem(connection)
            found = contents(connection)
    finally:
        connection.close()
    if problem is not None:
        raise VaultDamaged(file=path, detail=problem)
    if expected is not None and found != expected:
        raise VaultDamaged(file=path, detail="contents differ")
    return found


def need_room(folder: Path, size: int, file: Path) -> None:
    """Make sure that `size` bytes are free where `folder` is, or raise DiskFull about `file` (`needed`)."""
    with mapped(file):
        free = shutil.disk_usage(folder).free
    if free < size:
        raise DiskFull(file=file, needed=size - free)


def _size(source: Connection) -> int:
    pages = source.execute("PRAGMA page_count").fetchone()
    return int(pages[0]) * files.PAGE if pages else 0


def _counted(connection: Connection, name: str, keyed: bool) -> TableContents:
    columns = [
        row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (name,)).fetchall()
    ]
    size = " + ".join(f'coalesce(length(CAST("{column}" AS BLOB)), 0)' for column in columns)
    highest = "0" if keyed else "coalesce(max(rowid), 0)"
    row = connection.execute(
        f'SELECT count(*), {highest}, coalesce(sum({size}), 0) FROM main."{name}"'
    ).fetchone()
    rows, top, total = row if row else (0, 0, 0)
    return TableContents(name, int(rows), int(top), int(total))


def _copy(source: Connection, target: Path, key: VaultKey, progress: Progress | None) -> None:
    new = connect(target, key.raw.hex() + key.header.hex())
    try:
        new.execute("PRAGMA journal_mode = DELETE").fetchall()

        def told(_: int, left: int, total: int) -> None:
            if progress is not None:
                progress(total - left, total)

        source.backup(new, pages=_AT_ONCE, progress=told)
        # the copy took over that its source keeps a log; a file that is closed stands by itself
        new.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        new.close()


def _problem(connection: Connection) -> str | None:
    """The first thing that is wrong, None where nothing is."""
    for pragma in ("cipher_integrity_check", "integrity_check", "foreign_key_check"):
        for row in connection.execute(f"PRAGMA {pragma}").fetchall():
            told = " ".join(str(value) for value in row)
            if told != "ok":
                return f"{pragma}: {told}"
    return None
