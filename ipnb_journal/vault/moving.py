# SPDX-License-Identifier: MIT
"""Moving a vault to another folder: the new file stands proved and whole before the old one goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.errors import VaultDamaged, VaultError, VaultExists
from ipnb_journal.vault import copying, files
from ipnb_journal.vault.connection import mapped
from ipnb_journal.vault.lock import WriterLock

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.connection import Connection
    from ipnb_journal.vault.copying import Progress
    from ipnb_journal.vault.keys import VaultKey

ROOM = 1.2
"""Free room that the new folder needs, in sizes of the vault: the copy and a little."""


def target_in(folder: Path, path: Path) -> Path:
    """Where the vault at `path` would stand in `folder`, which is made if need be. Raises VaultExists."""
    target = folder.resolve() / path.name
    with mapped(target):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if target.exists():
            raise VaultExists(file=target)
    return target


def stand_too(
    connection: Connection, path: Path, target: Path, key: VaultKey, progress: Progress | None = None
) -> None:
    """Let everything in the open vault at `path` stand at `target` too, under the same key, proved.

    Nothing is ever replaced; where anything is raised, nothing is left at `target`.
    Raises VaultExists, DiskFull (`needed`), VaultReadOnly, VaultDamaged, VaultError.
    """
    copying.need_room(target.parent, int(ROOM * files.size_of(path)), target)
    new = files.beside(target, ".new")
    try:
        copying.copied(connection, new, key, progress)
        with mapped(path):
            expected = copying.contents(connection)
        copying.verified(new, key.raw, expected)
        with mapped(target):
            files.set_old_logs_aside(target)
            files.publish(new, target)
    except BaseException:
        files.sweep_leftovers(target)
        raise


def take_away(path: Path, moved: Path, header: bytes) -> None:
    """Remove the file that the vault at `moved` left behind at `path`; only if it was closed there.

    `header` is how both begin. The vault at `moved` may be open: it is not read, as closing a file drops
    the process's locks on it. Raises VaultBusy, VaultReadOnly, VaultMissing where nothing stands at `moved`,
    VaultDamaged where `path` is that very file or begins otherwise, VaultError where words may still lie in
    a log beside the old file.
    """
    path, moved = path.resolve(), moved.resolve()
    lock = WriterLock(path)
    try:
        if any(files.size_of(files.beside(path, suffix)) for suffix in files.LOGS):
            raise VaultError(file=path, detail="not closed")
        with mapped(path):
            if moved.samefile(path) or files.start_of(path) != header:
                raise VaultDamaged(file=moved, detail="another file")
            path.unlink()
            files.sync_folder(path.parent)
    finally:
        lock.release()
