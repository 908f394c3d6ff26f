# SPDX-License-Identifier: MIT
"""A vault under another key: a proved copy beside it that takes its place in one step.

`PRAGMA rekey` is never used: cut short, it left files that neither key opened, and on a full disk it
said `ok` while the file kept its old key. A copy costs room and time, and can be broken off anywhere.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from ipnb_journal.errors import VaultError
from ipnb_journal.vault import copying, files
from ipnb_journal.vault.connection import mapped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ipnb_journal.vault.connection import Connection
    from ipnb_journal.vault.copying import Progress
    from ipnb_journal.vault.keys import VaultKey

ROOM = 2.2
"""Free room that a change needs, in sizes of the vault: its copy, a log as large, and a little."""

_PARTS = 3


def prepare(connection: Connection, path: Path, new_key: VaultKey, progress: Progress | None = None) -> None:
    """Write a proved copy of the open vault at `path` beside it, under `new_key`, as `<vault>.new`.

    Afterwards everything of the open vault is in its one file, and neither file needs a log. Where
    anything is raised, no copy is left and the open vault keeps its log as before; with no room even for
    that it works on with a rollback journal, which is as safe and only slower, until it is next opened.
    Raises DiskFull (`needed`), VaultReadOnly, VaultDamaged, VaultError.
    """
    copying.need_room(path.parent, int(ROOM * _size(path)), path)
    new = files.beside(path, ".new")
    try:
        with mapped(path):
            _settle(connection, path)
        copying.copied(connection, new, new_key, _as_first(progress))
        with mapped(path):
            expected = copying.contents(connection)
        _tell(progress, 2)
        copying.verified(new, new_key.raw, expected)
        _tell(progress, _PARTS)
    except BaseException:
        files.sweep_leftovers(path)
        with suppress(VaultError), mapped(path):
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
        raise


def put_in_place(
    path: Path,
    replace: Callable[[Path, Path], None] = os.replace,
    pause: Callable[[float], None] = time.sleep,
) -> None:
    """Let the prepared copy take the place of the closed vault at `path`, durably.

    Where anything is raised the vault is as it was and the copy is gone. Raises VaultHeld where another
    program (a scanner, a sync client) keeps the file open for two seconds, VaultReadOnly, VaultError.
    """
    new = files.beside(path, ".new")
    try:
        _no_sidecars(path)
        with mapped(path):
            files.replace(new, path, replace, pause)
    except BaseException:
        files.sweep_leftovers(path)
        raise
    files.sync_folder(path.parent)


def _settle(connection: Connection, path: Path) -> None:
    """Bring the log into the file and do without one; a log beside the new file would destroy it."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    answer = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    if answer != ("delete",):
        raise VaultError(file=path, detail="the log stays")


def _no_sidecars(path: Path) -> None:
    for file in (path, files.beside(path, ".new")):
        for suffix in files.LOGS:
            if files.beside(file, suffix).exists():
                raise VaultError(file=path, detail=f"{suffix} stands beside {file.name}")


def _as_first(progress: Progress | None) -> Progress | None:
    """Copying is the first of three parts: what the old and the new hold is counted afterwards."""
    return None if progress is None else lambda done, total: progress(done, _PARTS * total)


def _tell(progress: Progress | None, parts: int) -> None:
    if progress is not None:
        progress(parts, _PARTS)


def _size(path: Path) -> int:
    log = files.beside(path, "-wal")
    with mapped(path):
        return path.stat().st_size + (log.stat().st_size if log.exists() else 0)
