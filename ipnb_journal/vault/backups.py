# SPDX-License-Identifier: MIT
"""Backups of a vault: whole copies under the same key, proved before they count, thinned with time.

A backup gets its name only after every part of it was read back. Files in the folder that are not
named as ours are never touched; what this journal's key doesn't open is never removed by itself.
"""

from __future__ import annotations

import filecmp
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from ipnb_journal.domain.backups import Backup, BackupState, backup_name, made_at, not_worth_keeping
from ipnb_journal.errors import (
    BackupNotMade,
    DiskFull,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultMissing,
    VaultNewer,
    VaultReadOnly,
    WrongPassphrase,
)
from ipnb_journal.vault import copying, files, holdings, keys
from ipnb_journal.vault.connection import mapped
from ipnb_journal.vault.lock import WriterLock
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ipnb_journal.vault.keys import VaultKey

_NEW = ".new"
_STALE_SECONDS = 24 * 3600
_REASONS = {DiskFull: "full", VaultReadOnly: "read_only", VaultMissing: "missing", VaultDamaged: "damaged"}


def make(
    path: Path, key: VaultKey, folder: Path, now: datetime, progress: copying.Progress | None = None
) -> Backup:
    """Copy a closed vault into `folder`, prove the copy, then thin the older ones of the same key.

    A folder beside the vault is made where it is missing; any other has to be there. Raises
    BackupNotMade, or about the vault itself VaultMissing, VaultBusy, WrongPassphrase, VaultDamaged.
    """
    path = path.resolve()
    if any(files.size_of(files.beside(path, suffix)) for suffix in files.LOGS):
        return _make_unfinished(path, key, folder, now, progress)
    with mapped(path):
        if not path.exists():
            raise VaultMissing(file=path)
    lock = WriterLock(path)
    try:
        held = _contents(path, key)
        new = _new_file(folder, path, key, now)
        with _told(folder, new):
            files.copy_private(path, new, progress)
        _prove(new, key, held, folder, source=path)
        return _kept(new, folder, path.stem, key, now)
    finally:
        lock.release()


def make_open(vault: Vault, folder: Path, now: datetime, progress: copying.Progress | None = None) -> Backup:
    """As `make`, of a vault that is open; what lies in its log is part of the backup."""
    with mapped(vault.path):
        held = copying.contents(vault.connection)
    new = _new_file(folder, vault.path, vault.key, now)
    try:
        with _told(folder, new):
            copying.copied(vault.connection, new, vault.key, progress)
    except BackupNotMade as error:
        if error.facts["reason"] == "damaged":
            # only the source is read while copying, so it is the journal that is damaged
            raise VaultDamaged(file=vault.path, detail=error.facts.get("detail")) from error
        raise
    _prove(new, vault.key, held, folder)
    return _kept(new, folder, vault.path.stem, vault.key, now)


def listed(folder: Path, label: str, key: VaultKey | None) -> tuple[Backup, ...]:
    """Every backup with this label, newest first; opens each with the key where one is given.

    Quick: only the first pages are read, so a whole one is "unchecked" until `checked` read it all.
    Raises BackupNotMade (`reason` "missing") where the folder isn't there.
    """
    with _told(folder):
        names = [(made_at(name.name, label), name) for name in folder.iterdir()]
    found = [_looked_at(path, made, key) for made, path in names if made is not None and path.is_file()]
    return tuple(sorted(found, key=lambda backup: (backup.made, backup.path.name), reverse=True))


def look(path: Path, key: VaultKey | None) -> Backup:
    """What a first look tells of a vault anywhere, made when its name says, or when it was last changed.

    Raises VaultMissing, VaultReadOnly.
    """
    with mapped(path):
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return _looked_at(path, made_at(path.name) or changed, key)


def copies(folder: Path, headers: frozenset[bytes], present: Path) -> tuple[Backup, ...]:
    """Every vault in a folder that begins with one of these headers, whatever it is called.

    `made` is when its file was last changed. The open vault `present` is never looked into: closing a
    file of its name would drop the process's lock on it.
    """
    try:
        paths = [path for path in folder.iterdir() if path.suffix == present.suffix and path != present]
    except OSError:
        return ()
    return tuple(filter(None, (_as_copy(path, headers) for path in paths)))


def _as_copy(path: Path, headers: frozenset[bytes]) -> Backup | None:
    try:
        told, header = path.stat(), files.start_of(path)
    except OSError:
        return None
    if header not in headers:
        return None
    made = datetime.fromtimestamp(told.st_mtime, UTC)
    return Backup(path, made, told.st_size, None, BackupState.OTHER_KEY, header)


def checked(backup: Backup, key: VaultKey) -> Backup:
    """The same backup after every part of it was read: sound, or what is wrong; raises VaultMissing."""
    if backup.state is BackupState.NEWER:
        return backup
    looked = _looked_at(backup.path, backup.made, key)
    if looked.state is not BackupState.UNCHECKED:
        return looked
    try:
        copying.verified(backup.path, key.raw)
    except VaultDamaged:
        return replace(looked, state=BackupState.DAMAGED)
    return replace(looked, state=BackupState.SOUND)


def unchanged_since(path: Path, backup: Backup) -> bool:
    """Whether a closed vault is, byte for byte, what this backup holds."""
    try:
        return filecmp.cmp(path, backup.path, shallow=False)
    except OSError:
        return False


def bring(folder: Path, target: Path, label: str) -> int:
    """Move every backup with this label into the folder `target`; how many had to stay.

    Each is copied and compared before its old file goes; one whose name is taken there stays where it is.
    Raises BackupNotMade where `target` can't be written; what was not moved until then stays too.
    """
    with _told(target):
        target.mkdir(mode=0o700, exist_ok=True)
        names = [name for name in folder.iterdir() if made_at(name.name, label) and name.is_file()]
    return sum(not _brought(name, target / name.name) for name in names)


def _brought(old: Path, path: Path) -> bool:
    new = path.with_name(path.name + _NEW)
    with _told(path.parent, new):
        new.unlink(missing_ok=True)
        files.copy_private(old, new)
        if not filecmp.cmp(old, new, shallow=False) or not _published(new, path):
            new.unlink(missing_ok=True)
            return False
        old.unlink()
        files.sync_folder(old.parent)
    return True


def remove(backup: Backup) -> None:
    """Delete one backup; raises VaultReadOnly, VaultMissing about its file."""
    with mapped(backup.path):
        backup.path.unlink()
        files.sync_folder(backup.path.parent)


def _make_unfinished(
    path: Path, key: VaultKey, folder: Path, now: datetime, progress: copying.Progress | None
) -> Backup:
    """A vault that could not be closed whole: its log is part of it, so it has to be opened."""
    vault = Vault.open(path, key.raw)
    try:
        return make_open(vault, folder, now, progress)
    finally:
        vault.close()


def _contents(path: Path, key: VaultKey) -> copying.Contents:
    connection = holdings.connected(path, key.raw)
    try:
        with mapped(path):
            return copying.contents(connection)
    finally:
        connection.close()


def _new_file(folder: Path, path: Path, key: VaultKey, now: datetime) -> Path:
    """Where the copy grows until it is proved, in a folder that is there and rid of older attempts."""
    with _told(folder):
        if folder.parent.resolve() == path.parent:
            folder.mkdir(mode=0o700, exist_ok=True)
        _sweep(folder, path.stem, key)
    with _told(folder):
        copying.need_room(folder, path.stat().st_size, folder)
    return folder / (backup_name(path.stem, now) + _NEW)


def _prove(
    new: Path, key: VaultKey, held: copying.Contents, folder: Path, source: Path | None = None
) -> None:
    """Make sure that the copy is whole, or leave none."""
    try:
        copying.verified(new, key.raw, held)
    except (VaultDamaged, WrongPassphrase) as error:
        as_the_source = source is not None and filecmp.cmp(source, new, shallow=False)
        new.unlink(missing_ok=True)
        detail = error.facts.get("detail")
        if as_the_source:
            raise VaultDamaged(file=source, detail=detail) from error
        raise BackupNotMade(folder=folder, reason="damaged", detail=detail) from error
    except VaultError as error:
        new.unlink(missing_ok=True)
        raise _not_made(folder, error) from error


def _kept(new: Path, folder: Path, label: str, key: VaultKey, now: datetime) -> Backup:
    made = now.astimezone(UTC).replace(microsecond=0)
    with _told(folder, new):
        path = folder / backup_name(label, made)
        while not _published(new, path):
            made += timedelta(seconds=1)
            path = folder / backup_name(label, made)
    backup = _looked_at(path, made, key)
    _thin(folder, label, key, backup)
    return replace(backup, state=BackupState.SOUND)


def _published(new: Path, path: Path) -> bool:
    try:
        files.publish(new, path)
    except VaultExists:
        return False
    return True


def _thin(folder: Path, label: str, key: VaultKey, newest: Backup) -> None:
    # the new one is made: one too many does no harm, and the next one thins again
    with suppress(VaultError, BackupNotMade):
        ours = [
            backup
            for backup in listed(folder, label, key)
            if backup.header == key.header and backup.state is BackupState.UNCHECKED
        ]
        for backup in not_worth_keeping(ours, newest.made):
            with suppress(VaultError):
                remove(backup)


def _sweep(folder: Path, label: str, key: VaultKey) -> None:
    """Remove copies of ours that were cut short (our header, or there for a day), and logs left alone."""
    stale = datetime.now(UTC).timestamp() - _STALE_SECONDS
    for path in folder.iterdir():
        grown, named = made_at(path.name.removesuffix(_NEW), label), path.name.endswith(_NEW)
        if grown is None or not path.is_file():
            continue
        size = path.stat().st_size
        if named and (files.start_of(path) == key.header or path.stat().st_mtime < stale or not size):
            path.unlink(missing_ok=True)
        elif not named and not size:
            # where a file has one name only, it is claimed first: nothing is in it yet
            path.unlink(missing_ok=True)
    for path in folder.iterdir():
        name, beside_new, _ = path.name.rpartition(f"{_NEW}-")
        if beside_new and made_at(name, label) is not None and not (folder / f"{name}{_NEW}").exists():
            path.unlink(missing_ok=True)


def _looked_at(path: Path, made: datetime, key: VaultKey | None) -> Backup:
    """What a first look tells; raises VaultMissing where the file went away."""
    with mapped(path):
        size, header = path.stat().st_size, files.start_of(path)
    backup = Backup(path, made, size, None, BackupState.UNCHECKED, header)
    profile = keys.profile_of(header)
    if profile is None or size < files.PAGE or size % files.PAGE:
        return replace(backup, state=BackupState.DAMAGED)
    if profile not in keys.PROFILES:
        return replace(backup, state=BackupState.NEWER)
    if key is None:
        return backup
    if header != key.header:
        return replace(backup, state=BackupState.OTHER_KEY)
    return _counted(backup, key)


def _counted(backup: Backup, key: VaultKey) -> Backup:
    try:
        return replace(backup, pages=holdings.pages(backup.path, key.raw))
    except VaultNewer:
        return replace(backup, state=BackupState.NEWER)
    except VaultError:
        # it has our header, so a key that doesn't fit means that its first page is broken
        return replace(backup, state=BackupState.DAMAGED)


@contextmanager
def _told(folder: Path, new: Path | None = None) -> Iterator[None]:
    """Tell what goes wrong in the folder as a backup that was not made, and leave no half file there."""
    try:
        yield
    except BaseException as error:
        if new is not None:
            # a folder that went away can't be tidied, and needn't be
            with suppress(OSError):
                new.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _not_made(folder, files.io_error(error, folder)) from error
        if isinstance(error, VaultError):
            raise _not_made(folder, error) from error
        raise


def _not_made(folder: Path, error: VaultError) -> BackupNotMade:
    reason = _REASONS.get(type(error)) or ("unknown" if folder.is_dir() else "missing")
    return BackupNotMade(folder=folder, reason=reason, **_detail(error))


def _detail(error: VaultError) -> dict[str, object]:
    return {name: error.facts[name] for name in ("detail", "needed") if name in error.facts}
