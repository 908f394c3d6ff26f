# SPDX-License-Identifier: MIT
"""One writer at a time: a lock file beside the vault, and who holds it.

The operating system drops the lock with the process, however it ends. SQLite's own lock is on the
file and not on its name, so it alone would let a second process open a file that was put in its
place; this one guards the name. Who holds it stands in a second small file, because Windows lets
nobody read a locked one and some versions of filelock empty it when they try.
"""

from __future__ import annotations

import os
import platform
from contextlib import suppress
from typing import TYPE_CHECKING

from ipnb_journal.errors import VaultBusy
from ipnb_journal.vault.files import beside, io_error

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from filelock import BaseFileLock


_LONGEST_NOTE = 400


def locking() -> ModuleType:
    """The lock library; the first call imports it."""
    import filelock  # noqa: PLC0415 - 10 to 50 ms that the first painted page does not need

    return filelock


class NoLock:
    """Stands for a lock where none can be taken, such as in a folder that only allows reading."""

    def release(self) -> None:
        """Nothing to give back."""


class WriterLock:
    """The right to have the vault at `path` open; held from the start until `release`.

    Raises VaultBusy, VaultReadOnly where the folder cannot be written, DiskFull. VaultBusy has
    `elsewhere` True where the note of another computer lies beside the vault: a lock does not travel
    with a synced folder or an unplugged drive, but the note does. `forget_holder` removes it.
    """

    def __init__(self, path: Path) -> None:
        self._file = beside(path, ".lock")
        self._holder = beside(path, ".lock-holder")
        self._lock = self._acquire(path)
        other = _other_computer(path, self._holder)
        if other is not None:
            self._let_go()
            raise other
        # on a full disk a journal can still be read, so the note about us is not worth a refusal
        with suppress(OSError):
            # made anew: a link that somebody laid there must not lead the write elsewhere
            self._holder.unlink(missing_ok=True)
            with self._holder.open("x", encoding="utf-8") as note:
                note.write(f"{os.getpid()} {platform.node()}\n")

    def _acquire(self, path: Path) -> BaseFileLock:
        library = locking()
        lock: BaseFileLock = library.FileLock(self._file, timeout=0, mode=0o600)
        try:
            lock.acquire()
        except library.Timeout as error:
            raise _busy(path, self._holder) from error
        except OSError as error:
            raise io_error(error, path) from error
        return lock

    def release(self) -> None:
        """Give the right back and leave nothing beside the vault.

        Removing the lock file while it is still held is safe where names can go before files do:
        a waiting process that gets the lock of a nameless file tries again. Windows refuses to
        remove an open file, so there it goes afterwards, unless someone else opened it first.
        """
        with suppress(OSError):
            self._holder.unlink()
        self._let_go()

    def _let_go(self) -> None:
        with suppress(OSError):
            self._file.unlink()
        self._lock.release()
        if os.name == "nt":  # pragma: no cover - Windows only
            with suppress(OSError):
                self._file.unlink()


def forget_holder(path: Path) -> None:
    """Remove the note of who has the vault open, once a person knows that nobody has.

    Raises VaultBusy, VaultReadOnly, VaultError.
    """
    lock = locking().FileLock(beside(path, ".lock"), timeout=0, mode=0o600)
    try:
        lock.acquire()
    except locking().Timeout as error:
        raise _busy(path, beside(path, ".lock-holder")) from error
    except OSError as error:
        raise io_error(error, path) from error
    try:
        beside(path, ".lock-holder").unlink(missing_ok=True)
    except OSError as error:
        raise io_error(error, path) from error
    finally:
        lock.release()


def _busy(path: Path, holder: Path) -> VaultBusy:
    pid, host = _noted(holder)
    return VaultBusy(file=path, pid=pid, host=host)


def _other_computer(path: Path, holder: Path) -> VaultBusy | None:
    pid, host = _noted(holder)
    if host is None or host == platform.node():
        return None
    return VaultBusy(file=path, pid=pid, host=host, elsewhere=True)


def _noted(holder: Path) -> tuple[int | None, str | None]:
    """Process and computer named by the note; None for what it doesn't say.

    One that was cut short says nothing: half of our own name would be another computer's.
    """
    pid, host = None, ""
    with suppress(OSError, ValueError):
        with holder.open("rb") as note:
            told = note.read(_LONGEST_NOTE).decode()
        first, _, host = told.removesuffix("\n").partition(" ") if told.endswith("\n") else ("", "", "")
        pid = int(first)
    return pid, host or None
