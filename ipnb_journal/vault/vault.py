# SPDX-License-Identifier: MIT
"""The vault: one encrypted file, open for one writer, whose changes are whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, ClassVar, cast

from ipnb_journal.errors import (
    ChangedButClosed,
    DiskFull,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultLocked,
    VaultMissing,
)
from ipnb_journal.vault import files, opening, remains
from ipnb_journal.vault.connection import Connection, Cursor, Row, mapped
from ipnb_journal.vault.keys import VaultKey
from ipnb_journal.vault.lock import NoLock, WriterLock

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.copying import Progress

TOPICS = frozenset(
    (
        *("entries", "drafts", "checkins", "people", "prompts", "contacts", "preferences"),
        *("event_notes", "look_backs"),
    )
)

Values = Sequence[Any] | Mapping[str, Any]

_BATCH = 200
_MERGE_PAGES = 16
_MERGE_STEPS = 4
_SWEPT_QUICKLY = 8 * 1024 * 1024
"""Bytes that are written anew in about half a second."""


class Vault:
    """An open journal. Use it only on the thread that opened it; SQL belongs to this package only.

    Make one with `Vault.create` or `Vault.open`. After `close` everything raises VaultLocked.
    """

    read_only: ClassVar[bool] = False

    def __init__(self, path: Path, key: VaultKey, lock: WriterLock | NoLock, connection: Connection) -> None:
        self.path = path
        self.key = key
        self._lock = lock
        self._connection: Connection | None = connection
        self._depth = 0
        self._met_damage = False
        self._touched: set[str] = set()
        self._changed: set[str] = set()

    @classmethod
    def create(cls, path: Path, key: VaultKey) -> Vault:
        """Make a journal at `path` and open it; the file appears whole or not at all.

        Raises VaultExists (nothing is ever overwritten), VaultReadOnly, DiskFull, VaultBusy.
        """
        path = _settled(path)
        with mapped(path):
            if path.exists():
                raise VaultExists(file=path)
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = WriterLock(path)
        try:
            files.sweep_leftovers(path)
            opening.make(path, key)
            return cls(path, key, lock, opening.first_connected(path, key))
        except BaseException:
            files.sweep_leftovers(path)
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path, raw: bytes) -> Vault:
        """Open the journal at `path` with its 32 raw key bytes. Errors as `open_with`."""
        return cls.open_with(path, lambda header: VaultKey(header, raw))

    @classmethod
    def open_with(cls, path: Path, key_for: Callable[[bytes], VaultKey]) -> Vault:
        """Open the journal at `path` with the key that `key_for` derives from its 16 header bytes.

        Raises VaultMissing, VaultBusy (before the derivation), VaultReadOnly, NotAVault, VaultNewer,
        VaultDamaged, WrongPassphrase. Whatever is raised, the file is as it was.
        """
        path = _settled(path)
        with mapped(path):
            if not path.exists():
                raise VaultMissing(file=path)
        lock = WriterLock(path)
        try:
            files.sweep_leftovers(path)
            key = key_for(files.read_header(path))
            return cls(path, key, lock, opening.connected(path, key))
        except BaseException:
            lock.release()
            raise

    @property
    def header(self) -> bytes:
        """The 16 ASCII bytes at the file's start."""
        return self.key.header

    @property
    def is_open(self) -> bool:
        """Whether the vault can still be used."""
        return self._connection is not None

    @property
    def connection(self) -> Connection:
        """The connection itself, for what reads the file as a whole; raises VaultLocked after `close`."""
        return self._open_connection()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes inside happen together, or none of them; an inner use joins the outer one.

        An inner one that fails takes back its own changes only. The topics touched inside become
        visible to `take_topics` when the outermost one is on the disk.
        """
        connection = self._open_connection()
        outermost = self._depth == 0
        touched = set(self._touched)
        with mapped(self.path):
            connection.execute("BEGIN IMMEDIATE" if outermost else f"SAVEPOINT inner_{self._depth}")
        self._depth += 1
        try:
            yield
            with mapped(self.path):
                connection.execute("COMMIT" if outermost else f"RELEASE inner_{self._depth - 1}")
        except BaseException:
            self._touched = touched
            self._undo(connection, outermost)
            raise
        finally:
            self._depth -= 1
        if outermost:
            self._changed |= self._touched
            self._touched.clear()

    def _undo(self, connection: Connection, outermost: bool) -> None:
        if self._connection is None or not connection.in_transaction:
            return
        connection.execute("ROLLBACK" if outermost else f"ROLLBACK TO inner_{self._depth - 1}")

    def touch(self, topic: str) -> None:
        """Note that the open transaction changes `topic`, one of TOPICS."""
        if topic not in TOPICS or not self._depth:
            raise ValueError(topic)
        self._touched.add(topic)

    def take_topics(self) -> frozenset[str]:
        """The topics committed since the last call."""
        taken = frozenset(self._changed)
        self._changed.clear()
        return taken

    def execute(self, sql: str, values: Values = ()) -> Cursor:
        """Run one statement that changes something; the cursor knows `lastrowid` and `rowcount`."""
        with self._noticing_damage():
            return self._usable_connection().execute(sql, values)

    def execute_many(self, sql: str, values: Iterable[Values]) -> None:
        """Run one statement once for each set of values."""
        with self._noticing_damage():
            self._usable_connection().executemany(sql, values)

    def query(self, sql: str, values: Values = ()) -> list[Row]:
        """All rows of a question, as plain tuples."""
        with self._noticing_damage():
            return self._usable_connection().execute(sql, values).fetchall()

    def query_one(self, sql: str, values: Values = ()) -> Row | None:
        """The first row of a question, None when there is none."""
        with self._noticing_damage():
            return self._usable_connection().execute(sql, values).fetchone()

    def stream(self, sql: str, values: Values = ()) -> Iterator[Row]:
        """The rows of a question a few at a time, for what is too big to hold; change nothing meanwhile."""
        with self._noticing_damage():
            cursor = self._usable_connection().execute(sql, values)
        while True:
            with self._noticing_damage():
                batch = cursor.fetchmany(_BATCH)
            if not batch:
                return
            yield from batch

    def read_afresh(self, meanwhile: Callable[[], None] | None = None) -> None:
        """Give up every page held in memory: what is read from now on is what stands in the file.

        `meanwhile` is done while the file is closed; nobody else can open it then. Raises VaultDamaged
        where it does not open again, and then the vault is closed.
        """
        connection = self._open_connection()
        if self._depth:
            raise RuntimeError("a transaction is open")
        self._connection = None
        connection.close()
        try:
            if meanwhile is not None:
                meanwhile()
        finally:
            self._connect_again()

    def checkpoint(self) -> None:
        """Bring every commit into the main file and empty the log beside it."""
        with mapped(self.path):
            self._open_connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def idle_work(self) -> bool:
        """Tidy the search index a little, then checkpoint; True when there is more to tidy.

        A call takes a few milliseconds, so that a keystroke never waits long behind it; half a second
        where removed words are to be swept out. A bigger file waits with that until `close`.
        """
        more = self._merge()
        with mapped(self.path):
            size = self.path.stat().st_size
        if not more and size <= _SWEPT_QUICKLY and remains.are_due(self):
            # with too little room it stays due, and closing tries again
            with suppress(DiskFull):
                remains.sweep(self)
        self.checkpoint()
        return more

    def _merge(self) -> bool:
        for _ in range(_MERGE_STEPS):
            before = self._total_changes()
            self.execute("INSERT INTO entry_search(entry_search, rank) VALUES ('merge', ?)", (_MERGE_PAGES,))
            # FTS5 says it found nothing to merge by changing fewer than two rows
            if self._total_changes() - before < 2:
                return False
        return True

    def _total_changes(self) -> int:
        row = self.query_one("SELECT total_changes()")
        return int(row[0]) if row else 0

    def change_key(self, new_key: VaultKey, progress: Progress | None = None) -> None:
        """Put everything under another key, in place; the vault stays open, under that key.

        The file is under the one key or the other at every moment. Raises DiskFull (`needed`),
        VaultReadOnly, VaultHeld, VaultDamaged, VaultError: the vault is open and as it was, unless
        `is_open` says otherwise. Raises ChangedButClosed where the new key holds but the file could
        not be opened again.
        """
        from ipnb_journal.vault import rekeying  # noqa: PLC0415 - the first painted page does not need it

        connection = self._open_connection()
        if self._depth:
            raise RuntimeError("a transaction is open")
        rekeying.prepare(connection, self.path, new_key, progress)
        self._connection = None
        connection.close()
        try:
            rekeying.put_in_place(self.path)
        except BaseException:
            self._connect_again()
            raise
        self.key = new_key
        try:
            self._connect_again()
        except VaultError as error:
            raise ChangedButClosed(file=self.path, why=error.code) from error

    def move(self, folder: Path, progress: Progress | None = None) -> Path:
        """Go on in `folder`, under the same name and key, and say which file was left behind, closed.

        Raises VaultExists (nothing is replaced), VaultBusy, DiskFull (`needed`), VaultReadOnly,
        VaultDamaged, VaultError: the vault is open where it was, unless `is_open` says otherwise.
        """
        from ipnb_journal.vault import moving  # noqa: PLC0415 - the first painted page does not need it

        connection = self._open_connection()
        if self._depth:
            raise RuntimeError("a transaction is open")
        former, former_lock = self.path, self._lock
        target = moving.target_in(folder, former)
        lock = WriterLock(target)
        try:
            self.checkpoint()
            moving.stand_too(connection, former, target, self.key, progress)
            self._connection = None
            connection.close()
            self.path, self._lock = target, lock
            self._connect_again()
        except BaseException:
            self.path, self._lock = former, former_lock
            lock.release()
            if self._connection is None:
                # what stands there is ours; a log of it would be taken for that of a file which is gone
                for suffix in ("", *files.LOGS):
                    files.beside(target, suffix).unlink(missing_ok=True)
                self._connect_again()
            raise
        former_lock.release()
        return former

    def _connect_again(self) -> None:
        self._met_damage = False
        try:
            self._connection = opening.connected(self.path, self.key)
        except BaseException:
            self._lock.release()
            self._lock = NoLock()
            raise

    def close(self) -> None:
        """Bring everything into the one file, sweep out removed words, close it and let others open it.

        Safe to repeat. With no room left for that, committed changes stay in the log beside the file and
        the next `open` brings them in.
        """
        connection = self._connection
        if connection is None:
            return
        try:
            with suppress(VaultError):
                if not self._depth and remains.are_due(self):
                    remains.sweep(self)
            with suppress(VaultError):
                self.checkpoint()
        finally:
            # what met damage meanwhile was replaced
            connection, self._connection = self._connection or connection, None
            connection.close()
            self._lock.release()

    @contextmanager
    def _noticing_damage(self) -> Iterator[None]:
        try:
            with mapped(self.path):
                yield
        except VaultDamaged:
            self._met_damage = True
            raise

    def _open_connection(self) -> Connection:
        if self._connection is None:
            raise VaultLocked
        if self._met_damage and not self._depth:
            # SQLCipher gives no page at all any more to a connection that met one whose seal does not hold
            connection, self._connection = self._connection, None
            connection.close()
            self._connect_again()
        return cast("Connection", self._connection)

    def _usable_connection(self) -> Connection:
        """The connection, unless SQLite itself took back the transaction the caller believes in."""
        connection = self._open_connection()
        if self._depth and not connection.in_transaction:
            raise RuntimeError("the transaction was already rolled back")
        return connection


def _settled(path: Path) -> Path:
    """One name for one file, so that links to it share its lock."""
    return path.resolve()
