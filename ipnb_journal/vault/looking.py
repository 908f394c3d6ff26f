# SPDX-License-Identifier: MIT
"""A vault opened to look at only: neither the file nor anything beside it is changed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, NoReturn

from ipnb_journal.errors import NotUpgraded, OnlyLooking, VaultMissing, VaultNewer, VaultReadOnly
from ipnb_journal.vault import files, schema
from ipnb_journal.vault.connection import connect_to_read, mapped
from ipnb_journal.vault.lock import NoLock, WriterLock
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from ipnb_journal.vault.connection import Connection, Cursor
    from ipnb_journal.vault.copying import Progress
    from ipnb_journal.vault.keys import VaultKey
    from ipnb_journal.vault.vault import Values


class Look(Vault):
    """An open journal in which every change is refused with OnlyLooking; made by `open` or `open_with`.

    For a journal of a newer version that said that this one can read it, or for a file that only allows
    reading. Nobody else can write in it meanwhile, unless its folder does not allow the lock.
    """

    read_only: ClassVar[bool] = True

    @classmethod
    def open_with(cls, path: Path, key_for: Callable[[bytes], VaultKey]) -> Look:
        """Open the journal at `path` with the key that `key_for` derives from its 16 header bytes.

        Raises as `Vault.open_with` does; VaultNewer without `readable` where reading would not be safe,
        or with `unclosed` where a log beside the file holds what only the newer version may bring in.
        """
        path = path.resolve()
        with mapped(path):
            if not path.exists():
                raise VaultMissing(file=path)
        lock = _lock_if_possible(path)
        try:
            key = key_for(files.read_header(path, to_write=False))
            return cls(path, key, lock, _connected(path, key))
        except BaseException:
            lock.release()
            raise

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Refused."""
        self._refuse()
        yield

    def execute(self, sql: str, values: Values = ()) -> Cursor:
        """Refused."""
        self._refuse()

    def execute_many(self, sql: str, values: Iterable[Values]) -> None:
        """Refused."""
        self._refuse()

    def change_key(self, new_key: VaultKey, progress: Progress | None = None) -> None:
        """Refused."""
        self._refuse()

    def move(self, folder: Path, progress: Progress | None = None) -> Path:
        """Refused."""
        self._refuse()

    def read_afresh(self, meanwhile: Callable[[], None] | None = None) -> None:
        """Do `meanwhile`; the file does not change, so it may stay open."""
        if meanwhile is not None:
            meanwhile()

    def checkpoint(self) -> None:
        """Nothing: there is no log."""

    def idle_work(self) -> bool:
        """Nothing to do."""
        return False

    def close(self) -> None:
        """Close the file and let others open it; safe to repeat."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
            self._lock.release()

    def _refuse(self) -> NoReturn:
        raise OnlyLooking(file=self.path)

    def _connect_again(self) -> None:
        self._met_damage = False
        self._connection = _connected(self.path, self.key)


def _lock_if_possible(path: Path) -> WriterLock | NoLock:
    try:
        return WriterLock(path)
    except VaultReadOnly:
        return NoLock()


def _connected(path: Path, key: VaultKey) -> Connection:
    with mapped(path, opening=True):
        connection = connect_to_read(path, key.raw.hex())
    try:
        with mapped(path, opening=True):
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        with mapped(path):
            connection.execute("PRAGMA query_only = ON")
            _make_sure_it_can_be_read(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _make_sure_it_can_be_read(connection: Connection, path: Path) -> None:
    found, known = schema.number(connection), len(schema.MIGRATIONS)
    try:
        schema.refuse_newer(connection, path)
    except VaultNewer as newer:
        if not newer.facts.get("readable"):
            raise
    if found < known:
        raise NotUpgraded(file=path, why="only_looking")
    for suffix in files.LOGS:
        sidecar = files.beside(path, suffix)
        if sidecar.exists() and sidecar.stat().st_size:
            raise VaultNewer(file=path, found=found, known=known, unclosed=True)
