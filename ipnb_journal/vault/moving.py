# SPDX-License-Identifier: MIT
"""Moving a closed vault to another folder: the new name stands before the old one goes."""

from __future__ import annotations

import errno
import shutil
from hashlib import sha256
from typing import TYPE_CHECKING

from ipnb_journal.errors import VaultDamaged, VaultError, VaultExists, VaultMissing
from ipnb_journal.vault import files
from ipnb_journal.vault.connection import mapped
from ipnb_journal.vault.copying import need_room
from ipnb_journal.vault.lock import WriterLock

if TYPE_CHECKING:
    from pathlib import Path

_SIDECARS = ("-wal", "-journal")


def put_into(path: Path, folder: Path) -> Path:
    """Let the closed vault at `path` stand in `folder` too, and say under which path; nothing is replaced.

    On the same drive both names are one file; elsewhere it is a copy that was read back and compared.
    Until `take_away` the old name stands as it was. Raises VaultExists, VaultMissing, VaultBusy,
    VaultReadOnly, DiskFull (`needed`), VaultError where the file was not closed.
    """
    path, target = path.resolve(), folder.resolve() / path.name
    if target.exists():
        raise VaultExists(file=target)
    if not path.exists():
        raise VaultMissing(file=path)
    with mapped(target):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    locks = []
    try:
        locks += [WriterLock(path)]
        locks += [WriterLock(target)]
        _refuse_open_end(path)
        with mapped(target):
            _stand_too(path, target)
    finally:
        for lock in locks:
            lock.release()
    return target


def take_away(path: Path, moved: Path) -> None:
    """Remove the old name of a vault that stands at `moved` now; only if both hold the same bytes.

    Raises VaultDamaged about `moved` where they don't, VaultBusy, VaultReadOnly.
    """
    path, moved = path.resolve(), moved.resolve()
    lock = WriterLock(path)
    try:
        _refuse_open_end(path)
        with mapped(path):
            if not moved.samefile(path) and _digest(moved) != _digest(path):
                raise VaultDamaged(file=moved, detail="the copy differs")
            path.unlink()
            files.sync_folder(path.parent)
    finally:
        lock.release()


def _refuse_open_end(path: Path) -> None:
    if any(files.size_of(files.beside(path, suffix)) for suffix in _SIDECARS):
        raise VaultError(file=path, detail="not closed")


def _stand_too(path: Path, target: Path) -> None:
    try:
        target.hardlink_to(path)
    except FileExistsError as error:
        raise VaultExists(file=target) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise
        _copy(path, target)
    else:
        files.sync_folder(target.parent)


def _copy(path: Path, target: Path) -> None:
    need_room(target.parent, files.size_of(path), target)
    new = files.beside(target, ".new")
    try:
        files.new_private_file(new)
        with path.open("rb") as source, new.open("r+b") as out:
            shutil.copyfileobj(source, out, 1 << 20)
        files.sync(new)
        if _digest(new) != _digest(path):
            raise VaultDamaged(file=target, detail="the copy differs")
        files.publish(new, target)
    finally:
        new.unlink(missing_ok=True)


def _digest(path: Path) -> bytes:
    digest = sha256()
    with path.open("rb") as file:
        while part := file.read(1 << 20):
            digest.update(part)
    return digest.digest()
