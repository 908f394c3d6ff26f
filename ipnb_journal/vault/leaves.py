# SPDX-License-Identifier: MIT
"""The rows on the pages of a damaged vault, read one page at a time without the branches that led there.

Pages of two files under the same key and salt can be exchanged at the same number. So a scratch file is
made whose first page is our own and describes one table, `leaf`; behind it come the pages of the damaged
file whose seals hold, and zeros in place of the others. Then that table is made to begin at one page after
the other: on a leaf SQLite shows its rows, anything else it refuses. No text lies in the clear, and every
page is decrypted by SQLCipher. Text never holds a NUL, so where zeros come up it was cut there.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from contextlib import suppress
from typing import TYPE_CHECKING

from ipnb_journal.vault import files
from ipnb_journal.vault.connection import cipher, connect, mapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ipnb_journal.vault.connection import Connection, Row
    from ipnb_journal.vault.keys import VaultKey

COLUMNS = 30
"""More than any table has; a record with fewer shows `ABSENT` in those it lacks."""

ABSENT = b"\0absent"

TOLD_EVERY = 64
"""After how many pages progress is told."""

_SEAL = 64
_WAL_HEADER, _FRAME_HEADER = 32, 24
_ROWS_AT_MOST = 1000
_BLOB = 500_000_000


class Seals:
    """Whether a page is what was written, told by its seal (HMAC-SHA512 over text, IV and number) alone."""

    def __init__(self, key: VaultKey) -> None:
        salt = bytes(byte ^ 0x3A for byte in key.header)
        self._key = hashlib.pbkdf2_hmac("sha512", key.raw, salt, 2, 32)

    def hold(self, number: int, page: bytes) -> bool:
        """Whether the 4096 bytes of page `number`, counted from 1, are unchanged."""
        text = page[16 if number == 1 else 0 : -_SEAL] + struct.pack("<I", number)
        made = hmac.digest(self._key, text, "sha512")
        return len(page) == files.PAGE and hmac.compare_digest(made, page[-_SEAL:])


class Leaves:
    """The readable pages of the closed vault at `path`, by way of a scratch file that `close` removes.

    `pages` is how many there are, `damaged` which of them can't be read. Changes in a log beside the file
    are read too. `progress` gets the pages laid into the scratch file so far and their number. The file
    itself is only read. Raises DiskFull, VaultReadOnly, VaultError.
    """

    def __init__(
        self, path: Path, key: VaultKey, scratch: Path, progress: Callable[[int, int], None] | None = None
    ) -> None:
        self._scratch, self._seals = scratch, Seals(key)
        self.damaged: list[int] = []
        self._schema = 0
        with mapped(path):
            logged = self._logged(files.beside(path, "-wal"))
            self.pages = max([-(-path.stat().st_size // files.PAGE), *logged])
        try:
            with mapped(scratch):
                # one that was cut short may have left its own; whoever has the vault is alone here
                self._remove()
                files.new_private_file(scratch)
                _describe(scratch, key, self.pages)
                self._lay_pages(path, logged, progress)
                self._connection = self._connected(key)
        except BaseException:
            self._remove()
            raise

    def rows(self, page: int) -> list[Row]:
        """The rows on one page: the rowid, then every value; none where the page is no leaf of a table.

        A branch shows the first rows below it, so a row may come more than once.
        """
        self._begin_at("leaf", page)
        with suppress(cipher().DatabaseError):
            return self._connection.execute(f"SELECT rowid, * FROM leaf LIMIT {_ROWS_AT_MOST}").fetchall()
        return self._rows_one_by_one()

    def pairs(self, root: int, table: str = "pair") -> tuple[list[Row], bool]:
        """The records of the index, or of the table without rowid, that begins at `root`; whether all.

        `table`: "pair" or "triple", after the number of columns.
        """
        self._begin_at(table, root)
        found: dict[Row, None] = {}
        for order in ("ASC", "DESC"):
            with suppress(cipher().DatabaseError):
                for row in self._connection.execute(f"SELECT * FROM {table} ORDER BY a {order}").fetchall():
                    found[row] = None
                return list(found), True
            found.update(dict.fromkeys(self._until_damage(f"SELECT * FROM {table} ORDER BY a {order}")))
        return list(found), False

    def close(self) -> None:
        """Let the scratch file go; safe to repeat."""
        self._connection.close()
        self._remove()

    def _rows_one_by_one(self) -> list[Row]:
        rows: list[Row] = []
        for (rowid,) in self._until_damage(f"SELECT rowid FROM leaf LIMIT {_ROWS_AT_MOST}"):
            found = list(self._until_damage("SELECT rowid, * FROM leaf WHERE rowid = ?", rowid))
            rows += found or [(rowid, *self._values(rowid))]
        return rows

    def _values(self, rowid: int) -> Iterator[object]:
        """The values of a row that ends beyond the file, the first that can't be read as a NUL."""
        gap: str | None = "\0"
        for number in range(COLUMNS):
            read = list(self._until_damage(f"SELECT c{number} FROM leaf WHERE rowid = ?", rowid))
            yield read[0][0] if read else gap
            gap = gap if read else None

    def _until_damage(self, sql: str, *values: object) -> Iterator[Row]:
        with suppress(cipher().DatabaseError):
            cursor = self._connection.execute(sql, values)
            while row := cursor.fetchone():
                yield row

    def _begin_at(self, table: str, page: int) -> None:
        self._schema += 1
        self._connection.execute("UPDATE sqlite_master SET rootpage = ? WHERE name = ?", (page, table))
        # tells the connection that what it knows of the tables is out of date
        self._connection.execute(f"PRAGMA schema_version = {self._schema}")

    def _logged(self, log: Path) -> dict[int, bytes]:
        """The committed pages in a write-ahead log, by number; none where there is no log."""
        if not log.exists():
            return {}
        data = log.read_bytes()
        done: dict[int, bytes] = {}
        waiting: dict[int, bytes] = {}
        size = _FRAME_HEADER + files.PAGE
        for at in range(_WAL_HEADER, len(data) - size + 1, size):
            number, after = struct.unpack_from(">II", data, at)
            page = data[at + _FRAME_HEADER : at + size]
            if data[at + 8 : at + 16] != data[16:24] or not self._seals.hold(number, page):
                continue
            waiting[number] = page
            if after:
                done |= waiting
                waiting.clear()
        return done

    def _lay_pages(
        self, path: Path, logged: dict[int, bytes], progress: Callable[[int, int], None] | None
    ) -> None:
        """Put every page but the first into the scratch file, if its seal holds."""
        with path.open("rb") as source, self._scratch.open("r+b") as target:
            for number in range(1, self.pages + 1):
                page = logged.get(number) or source.read(files.PAGE)
                source.seek(number * files.PAGE)
                if not self._seals.hold(number, page):
                    self.damaged.append(number)
                elif number > 1:
                    target.seek((number - 1) * files.PAGE)
                    target.write(page)
                if progress is not None and number % TOLD_EVERY == 0:
                    progress(number, self.pages)

    def _connected(self, key: VaultKey) -> Connection:
        connection = connect(self._scratch, key.raw.hex())
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "writable_schema = ON"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        row = connection.execute("PRAGMA schema_version").fetchone()
        self._schema = int(row[0]) if row else 0
        return connection

    def _remove(self) -> None:
        for suffix in ("", "-journal", "-wal"):
            with suppress(OSError):
                files.beside(self._scratch, suffix).unlink()


def _describe(scratch: Path, key: VaultKey, pages: int) -> None:
    """Make the scratch file: `pages` pages of zeros or more, of which the first describes the tables."""
    connection = connect(scratch, key.raw.hex() + key.header.hex())
    try:
        for pragma in ("journal_mode = OFF", "synchronous = OFF"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        absent = f"x'{ABSENT.hex()}'"
        columns = ", ".join(f"c{number} DEFAULT {absent}" for number in range(COLUMNS))
        connection.execute(f"CREATE TABLE leaf ({columns})")
        connection.execute("CREATE TABLE pair (a, b, PRIMARY KEY (a, b)) WITHOUT ROWID")
        connection.execute("CREATE TABLE triple (a, b, c, PRIMARY KEY (a, b, c)) WITHOUT ROWID")
        connection.execute("CREATE TABLE zeros (z)")
        left = pages * files.PAGE
        while left > 0:
            connection.execute("INSERT INTO zeros VALUES (zeroblob(?))", (min(left, _BLOB),))
            left -= _BLOB
    finally:
        connection.close()
