# SPDX-License-Identifier: MIT
"""The vault as a file among files: its first look, its leftovers, and how a new one appears whole."""

from __future__ import annotations

import errno
import itertools
import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from ipnb_journal.errors import (
    DiskFull,
    NotAVault,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultHeld,
    VaultMissing,
    VaultNewer,
    VaultReadOnly,
)
from ipnb_journal.vault import keys

if sys.platform == "darwin":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = 4096
LOGS = ("-wal", "-journal")

_AT_ONCE = 1 << 20
_TRIES, _PAUSE = 10, 0.2
_HELD = (5, 32, 33)
"""Windows' words for a file that somebody else has open: access denied, sharing, locked."""

_LEFTOVERS = (".new", ".new-journal", ".new-wal", ".new-shm", ".new-room", ".new-aside")
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def beside(path: Path, suffix: str) -> Path:
    """The file next to `path` whose name has `suffix` appended."""
    return path.with_name(path.name + suffix)


def io_error(error: OSError, path: Path) -> VaultError:
    """The error a person can act on for what the operating system refused."""
    if error.errno in _FULL:
        return DiskFull(file=path)
    if error.errno in _REFUSED:
        return VaultReadOnly(file=path)
    if error.errno == errno.ENOENT:
        return VaultMissing(file=path)
    return VaultError(file=path, detail=errno.errorcode.get(error.errno or 0, "unknown"))


def why_not_written(path: Path, size: int = 0) -> VaultError:
    """The likely reason why a write to the vault failed, found by writing as far in a file beside it.

    SQLite tells only a full disk by name; a quota, a limit on the size of a file and a disk that
    turned read-only all reach us as the same failure. `size` is how far the file would have grown,
    where that is known.
    """
    attempt = beside(path, ".new-room")
    end = max(size, *(size_of(beside(path, suffix)) for suffix in ("", "-wal", ".new", ".new-wal")))
    try:
        # a link that somebody laid there must not lead the write elsewhere
        attempt.unlink(missing_ok=True)
        with attempt.open("xb", buffering=0) as file:
            file.seek(end)
            file.write(bytes(PAGE))
            os.fsync(file.fileno())
    except OSError as error:
        return io_error(error, path)
    finally:
        with suppress(OSError):
            attempt.unlink()
    return VaultError(file=path, detail="unknown")


def read_header(path: Path, *, to_write: bool = True) -> bytes:
    """The 16 bytes at the start of a vault that may be opened, after every look that needs no key.

    Raises VaultMissing, VaultReadOnly, NotAVault (`reason` "folder", "empty", "short", "header"),
    VaultNewer, VaultDamaged for a torn end that no journal beside it could mend. Call only while no
    connection of this process is open: closing a file drops the process's locks on it.
    """
    try:
        with path.open("r+b" if to_write else "rb", buffering=0) as file:
            header, size = file.read(keys.HEADER_SIZE), os.fstat(file.fileno()).st_size
    except IsADirectoryError as error:
        raise NotAVault(file=path, reason="folder") from error
    except OSError as error:
        raise io_error(error, path) from error
    if size < PAGE:
        raise NotAVault(file=path, reason="short" if size else "empty")
    profile = keys.profile_of(header)
    if profile is None:
        raise NotAVault(file=path, reason="header")
    if profile not in keys.PROFILES:
        raise VaultNewer(file=path, found=profile, known=keys.NEWEST_PROFILE)
    if size % PAGE and not _can_be_mended(path):
        raise VaultDamaged(file=path, detail="torn")
    return header


def _can_be_mended(path: Path) -> bool:
    return any(size_of(beside(path, suffix)) for suffix in LOGS)


def size_of(path: Path) -> int:
    """How many bytes a file has, 0 where there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def start_of(path: Path) -> bytes:
    """The first 16 bytes of a file, fewer where it is shorter."""
    with path.open("rb", buffering=0) as file:
        return file.read(keys.HEADER_SIZE)


def sweep_leftovers(path: Path) -> None:
    """Remove what a creation that was cut short left behind; call with the writer lock held."""
    for suffix in _LEFTOVERS:
        with suppress(OSError):
            beside(path, suffix).unlink()


def set_old_logs_aside(path: Path) -> None:
    """Rename the logs that a file which is gone left beside `path`, before another file gets that name.

    SQLite plays a log into whatever file stands beside it, and would destroy one that it doesn't belong to.
    """
    for suffix in LOGS:
        log = beside(path, suffix)
        if size_of(log):
            free = (beside(log, f".left-{number}") for number in itertools.count(1))
            log.rename(next(name for name in free if not name.exists()))
            sync_folder(path.parent)


def new_private_file(path: Path) -> None:
    """Make an empty file only its owner can read; SQLite by itself would let everybody."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def copy_private(source: Path, target: Path, progress: Callable[[int, int], None] | None = None) -> None:
    """Copy a file's bytes into a new file only its owner can read, durably; leaves none where it is refused.

    `progress` is told the megabytes copied so far and their number in all.
    """
    new_private_file(target)
    try:
        total = -(-source.stat().st_size // _AT_ONCE)
        with source.open("rb") as read, target.open("r+b") as written:
            for done, part in enumerate(iter(lambda: read.read(_AT_ONCE), b""), 1):
                written.write(part)
                if progress is not None:
                    progress(done, max(done, total))
        sync(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def publish(new: Path, path: Path, link: Callable[[Path, Path], None] = os.link) -> None:
    """Give the finished file `new` its final name, durably, never over a file that is there.

    `link` makes a second name for a file and refuses to replace one; on file systems without such
    names the final name is claimed first. Raises VaultExists.
    """
    sync(new)
    try:
        link(new, path)
    except FileExistsError as error:
        raise VaultExists(file=path) from error
    except OSError:
        _claim_and_rename(new, path)
    else:
        new.unlink()
    sync_name(path)


def _claim_and_rename(new: Path, path: Path) -> None:
    try:
        new_private_file(path)
    except FileExistsError as error:
        raise VaultExists(file=path) from error
    try:
        new.replace(path)
    except OSError:
        path.unlink()
        raise


def replace(
    new: Path,
    path: Path,
    replace: Callable[[Path, Path], None] = os.replace,
    pause: Callable[[float], None] = time.sleep,
) -> None:
    """Give the finished and synced file `new` the name `path`, in the place of what has it now.

    Raises VaultHeld where another program (a scanner, a sync client) keeps that file open for two seconds.
    """
    for left in reversed(range(_TRIES)):
        try:
            replace(new, path)
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            if not left:
                raise VaultHeld(file=path) from error
            pause(_PAUSE)
        else:
            return


def sync(path: Path) -> None:
    """Make what a file holds durable."""
    with path.open("r+b") as file:
        if sys.platform == "darwin":
            # there fsync hands the bytes to the drive only, which may still lose them
            fcntl.fcntl(file.fileno(), fcntl.F_FULLFSYNC)
        os.fsync(file.fileno())


def sync_name(path: Path) -> None:
    """Make the name of a new file durable: a folder that was just made is itself only a name in another."""
    for folder in path.parents:
        sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system has a way to ask for it."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
