# SPDX-License-Identifier: MIT
"""A backup put in the place of a vault, which is set aside under a dated name and never overwritten."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

from ipnb_journal.domain.backups import stamp
from ipnb_journal.errors import NotAVault, VaultDamaged, VaultNewer, WrongPassphrase
from ipnb_journal.paths import VAULT_SUFFIX
from ipnb_journal.vault import copying, files, holdings
from ipnb_journal.vault.connection import connect, mapped
from ipnb_journal.vault.lock import WriterLock

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

_ASIDE = ".new-aside"
_REPLACED = ".replaced-"


def restore(
    backup: Path,
    path: Path,
    raw: bytes,
    now: datetime,
    progress: copying.Progress | None = None,
    link: Callable[[Path, Path], None] = os.link,
    replace: Callable[[Path, Path], None] = os.replace,
) -> Path | None:
    """Put a copy of `backup`, which `raw` opens, in the place of the vault at `path`.

    What stands there now, whole, damaged or empty, is set aside with its logs as
    `<stem>.replaced-<moment>.vault`; that path is returned, None where nothing stood there. Ended at
    any moment, the vault or what was set aside holds all that was there, and the next call starts
    afresh. `link` makes a second name for a file, `replace` exchanges two. Raises VaultBusy,
    WrongPassphrase, VaultDamaged, NotAVault, VaultNewer and VaultMissing about the backup,
    VaultReadOnly, VaultHeld, DiskFull.
    """
    backup, path = backup.resolve(), path.resolve()
    holdings.header(backup)
    with mapped(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.is_dir():
        raise NotAVault(file=path, reason="folder")
    lock = WriterLock(path)
    try:
        files.sweep_leftovers(path)
        new = files.beside(path, ".new")
        _copied(backup, new, path, raw, progress)
        with mapped(path):
            aside = _set_aside(path, now, link)
            _exchange(new, path, aside, replace)
        return aside if aside.exists() else None
    except BaseException:
        files.sweep_leftovers(path)
        raise
    finally:
        lock.release()


def _copied(backup: Path, new: Path, path: Path, raw: bytes, progress: copying.Progress | None) -> None:
    """A proved and synced copy of the backup beside the vault, its log brought in where it has one."""
    with mapped(path):
        copying.need_room(path.parent, backup.stat().st_size, path)
        files.copy_private(backup, new, progress)
        logs = _logs(backup)
        for suffix in logs:
            files.copy_private(files.beside(backup, suffix), files.beside(new, suffix))
    try:
        if logs:
            _bring_in_log(new, raw)
        copying.verified(new, raw)
        holdings.inside(new, raw)
    except (WrongPassphrase, VaultDamaged, VaultNewer, NotAVault) as error:
        # the copy goes, so what is wrong with it is told of the file that stays
        raise type(error)(**{**error.facts, "file": backup}) from error


def _bring_in_log(new: Path, raw: bytes) -> None:
    with mapped(new, opening=True):
        connection = connect(new, raw.hex())
    try:
        with mapped(new, opening=True):
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        with mapped(new):
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        connection.close()
    with mapped(new):
        files.beside(new, "-journal").unlink(missing_ok=True)
        files.sync(new)


def _set_aside(path: Path, now: datetime, link: Callable[[Path, Path], None]) -> Path:
    """Give what stands at `path` a second, dated name, which is free where nothing stands there.

    Where there is a log, the vault is copied rather than linked: ended between here and the exchange,
    the two names must not be one file with one log.
    """
    _drop_second_names(path)
    aside = _free_name(path, now)
    if path.exists():
        _give_second_name(path, aside, link, copy_first=bool(_logs(path)))
        files.sync_folder(path.parent)
    return aside


def _exchange(new: Path, path: Path, aside: Path, replace: Callable[[Path, Path], None]) -> None:
    """Move the logs to what was set aside and let `new` take the place, or leave everything as it was.

    A log left beside would be played into the restored vault, whose pages it does not know, and
    destroy it.
    """
    went: list[str] = []
    try:
        for suffix in _logs(path):
            files.beside(path, suffix).rename(files.beside(aside, suffix))
            went.append(suffix)
        for suffix in (*files.LOGS, "-shm"):
            files.beside(path, suffix).unlink(missing_ok=True)
        files.sync_folder(path.parent)
        files.replace(new, path, replace)
    except BaseException:
        for suffix in went:
            files.beside(aside, suffix).rename(files.beside(path, suffix))
        aside.unlink(missing_ok=True)
        raise
    files.sync_name(path)


def _logs(path: Path) -> list[str]:
    return [suffix for suffix in files.LOGS if files.size_of(files.beside(path, suffix))]


def _give_second_name(path: Path, aside: Path, link: Callable[[Path, Path], None], copy_first: bool) -> None:
    """Link or copy; where one way is closed, for want of room or of second names, the other is taken."""
    first, second = (_copy_aside, link) if copy_first else (link, _copy_aside)
    try:
        first(path, aside)
    except OSError:
        second(path, aside)


def _copy_aside(path: Path, aside: Path) -> None:
    growing = files.beside(path, _ASIDE)
    files.copy_private(path, growing)
    files.publish(growing, aside)


def _free_name(path: Path, now: datetime) -> Path:
    moment = now
    while True:
        name = path.with_name(f"{path.stem}{_REPLACED}{stamp(moment)}{VAULT_SUFFIX}")
        if not any(files.beside(name, suffix).exists() for suffix in ("", *files.LOGS)):
            return name
        moment += timedelta(seconds=1)


def _drop_second_names(path: Path) -> None:
    """Undo what a call that was ended before the exchange left: a dated name of the very same file."""
    if not path.exists() or path.stat().st_nlink < 2:
        return
    for other in path.parent.iterdir():
        ours = other.name.startswith(path.stem + _REPLACED) and other.suffix == VAULT_SUFFIX
        if ours and other.is_file() and other.samefile(path):
            other.unlink()
