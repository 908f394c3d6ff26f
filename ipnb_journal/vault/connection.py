# SPDX-License-Identifier: MIT
"""One SQLCipher connection: keyed, set up in the order that matters, its errors made actionable."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote

from ipnb_journal.errors import (
    DiskFull,
    VaultBusy,
    VaultDamaged,
    VaultError,
    VaultMissing,
    VaultReadOnly,
    WrongPassphrase,
)
from ipnb_journal.vault.files import io_error, why_not_written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Row = tuple[Any, ...]

_PERM, _BUSY, _LOCKED, _READONLY, _IOERR = 3, 5, 6, 8, 10
_CORRUPT, _FULL, _CANTOPEN, _NOTADB = 11, 13, 14, 26
_CODES = {
    "attempt to write a readonly database": _READONLY,
    "disk I/O error": _IOERR,
    "database disk image is malformed": _CORRUPT,
    "database or disk is full": _FULL,
    "unable to open database file": _CANTOPEN,
    "file is not a database": _NOTADB,
}


class Cursor(Protocol):
    """The part of a database cursor that the vault's modules use."""

    @property
    def lastrowid(self) -> int:
        """The rowid of the last row inserted."""

    @property
    def rowcount(self) -> int:
        """How many rows the statement changed."""

    def fetchone(self) -> Row | None:
        """The next row, None after the last."""

    def fetchall(self) -> list[Row]:
        """Every row that is left."""

    def fetchmany(self, size: int, /) -> list[Row]:
        """At most `size` rows that are left."""


class Connection(Protocol):
    """The part of a database connection that the vault uses."""

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""

    def execute(self, sql: str, parameters: Any = ..., /) -> Cursor:  # noqa: ANN401 - what SQLite binds
        """Run one statement."""

    def executemany(self, sql: str, parameters: Any, /) -> Cursor:  # noqa: ANN401 - what SQLite binds
        """Run one statement for each set of values."""

    def backup(self, target: Any, /, *, pages: int, progress: Any) -> None:  # noqa: ANN401 - a connection
        """Copy everything into another connection, `pages` at a time; `progress(status, left, total)`."""

    def set_progress_handler(self, handler: Callable[[], bool] | None, instructions: int, /) -> None:
        """Ask `handler` after so many instructions whether to stop; None asks nobody."""

    def close(self) -> None:
        """Close the connection."""


def cipher() -> Any:  # noqa: ANN401 - a module without types
    """The SQLCipher driver; the first call imports it."""
    import sqlcipher3  # noqa: PLC0415 - 18 ms that the first painted page does not need

    return sqlcipher3


def connect(path: Path, key_text: str) -> Connection:
    """A keyed connection that has not read anything yet; `key_text` is what goes inside `x'...'`."""
    return _keyed(path, key_text, "mode=rw")


def connect_to_read(path: Path, key_text: str) -> Connection:
    """As `connect`, for a closed file that nobody changes meanwhile; writes nothing, there or beside it."""
    return _keyed(path, key_text, "mode=ro&immutable=1")


def _keyed(path: Path, key_text: str, mode: str) -> Connection:
    connection: Connection = cipher().connect(_uri(path, mode), uri=True, timeout=0, isolation_level=None)
    # SQLCipher would tell stderr, and so the system's journal, of every page that fails its check
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key_text}'\"")
    for pragma in ("locking_mode = EXCLUSIVE", "temp_store = MEMORY", "trusted_schema = OFF"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def make_durable(connection: Connection) -> None:
    """Settings that need a readable file: a commit is on the disk, deleted text leaves no trace."""
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "fullfsync = ON",
        "checkpoint_fullfsync = ON",
        "secure_delete = ON",
        "wal_autocheckpoint = 256",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()


def _uri(path: Path, mode: str) -> str:
    posix = path.as_posix()
    return f"file://{'' if posix.startswith('/') else '/'}{quote(posix)}?{mode}"


@contextmanager
def mapped(path: Path, *, opening: bool = False) -> Iterator[None]:
    """Turn what SQLite and the system report into an error a person can act on; anything else passes.

    `opening`: nothing has been read with this key yet, so an unreadable page means a wrong key.
    """
    try:
        yield
    except OSError as error:
        raise io_error(error, path) from error
    except Exception as error:
        code = _code_of(error)
        told = None if code is None else _error_for(code, path, opening)
        if told is None:
            raise
        raise told from error


def _code_of(error: Exception) -> int | None:
    """SQLite's number for what happened; a copy of a whole database tells it in words only."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and isinstance(error, cipher().Error):
        return _CODES.get(str(error))
    return code


def _error_for(code: int, path: Path, opening: bool) -> VaultError | None:
    primary = code & 0xFF
    if primary in (_BUSY, _LOCKED):
        # whoever it is came past the lock file, so the note beside it names us and not them
        return VaultBusy(file=path, pid=None, host=None)
    if primary == _NOTADB and opening:
        return WrongPassphrase(file=path)
    if primary in (_NOTADB, _CORRUPT):
        return VaultDamaged(file=path, detail=str(code))
    if primary in (_READONLY, _CANTOPEN, _IOERR, _PERM) and not path.parent.exists():
        return VaultMissing(file=path)
    if primary == _FULL:
        return DiskFull(file=path)
    if primary == _CANTOPEN and isinstance(why := why_not_written(path), DiskFull):
        # no room for the name of the log is no room, though SQLite tells it like a closed folder
        return why
    if primary in (_READONLY, _CANTOPEN, _PERM):
        return VaultReadOnly(file=path)
    return why_not_written(path) if primary == _IOERR else None
