# SPDX-License-Identifier: MIT
"""Backups of a journal: where they lie, making one, looking into one, and putting one in its place."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import ipnb_journal
from ipnb_journal import paths
from ipnb_journal.domain.backups import FOLDER, Backup, BackupState, Inside
from ipnb_journal.errors import AppError, BackupNotMade, DiskFull, VaultBusy
from ipnb_journal.services import access
from ipnb_journal.vault import backups, files, holdings, keys, restoring
from ipnb_journal.vault.keys import VaultKey

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from ipnb_journal.vault.copying import Progress
    from ipnb_journal.vault.vault import Vault

__all__ = [
    "Backup",
    "BackupState",
    "Found",
    "Inside",
    "Preview",
    "bring_along",
    "checked",
    "choose",
    "copies",
    "folder_of",
    "inside",
    "key_from_code",
    "key_from_passphrase",
    "listed",
    "listed_open",
    "make",
    "make_after_lock",
    "make_now",
    "missed",
    "newest_sound",
    "picked",
    "preview",
    "preview_open",
    "remove",
    "restore",
]

READ_ME = "READ-ME-FIRST.txt"
_WRITTEN_BY = "Written by IPNB Journal "
_LONGEST_NOTE = 16 * 1024
_MOST_DIGITS = 6
_LOOKED_AT = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A folder of backups: what is in it, newest first, and whether it is there at all.

    `former` are the headers of the journal's earlier keys, where it is open and can tell.
    """

    folder: Path
    backups: tuple[Backup, ...]
    is_there: bool = True
    former: frozenset[bytes] = frozenset()


@dataclass(frozen=True, slots=True)
class Preview:
    """A backup beside the journal whose place it would take.

    `present` is what the journal holds, None where that can't be told; `whole`: whether all of it can be
    read, None where nobody looked; `stands`: whether there is a file at all; `same_key`: whether the same
    key opens both.
    """

    backup: Backup
    inside: Inside
    present: Inside | None
    stands: bool
    same_key: bool
    whole: bool | None = None


def folder_of(path: Path, chosen: Path | None) -> Path:
    """Where the backups of the journal at `path` lie: the chosen folder, or `backups` beside the journal."""
    return chosen if chosen is not None else path.resolve().parent / FOLDER


def choose(folder: Path) -> None:
    """Get a chosen folder ready for backups. Raises BackupNotMade where nothing can be written there."""
    if not folder.is_dir():
        raise BackupNotMade(folder=folder, reason="missing")
    _furnish(folder)


def picked(vault: Vault, folder: Path) -> Path | None:
    """A folder that was picked for this journal's backups, got ready; None where it is the usual one.

    The journal's own folder means the usual one too. Raises BackupNotMade as `choose`.
    """
    usual = folder_of(vault.path, None)
    if folder.resolve() in (usual, usual.parent):
        return None
    choose(folder)
    return folder


def make(vault: Vault, chosen: Path | None, now: datetime) -> Backup | None:
    """Back up a journal that was just closed; None where nothing changed since its newest backup.

    One that was only looked at is another version's to back up. Raises BackupNotMade, and about the
    journal itself VaultBusy, VaultMissing, VaultDamaged.
    """
    if vault.read_only:
        return None
    folder = folder_of(vault.path, chosen)
    _need(folder, chosen)
    newest = _newest(vault, folder)
    if newest is not None and backups.unchanged_since(vault.path, newest):
        return None
    made = backups.make(vault.path, vault.key, folder, now)
    _furnish_if_possible(folder)
    return made


def make_after_lock(vault: Vault, chosen: Path | None, now: datetime) -> None:
    """As `make`, but what goes wrong is noted for `missed`: nobody may be there to be told."""
    if vault.read_only:
        return
    try:
        make(vault, chosen, now)
    except AppError as error:
        _note(str(error.facts.get("reason", error.code)))
    else:
        _note("")


def make_now(vault: Vault, chosen: Path | None, now: datetime, progress: Progress | None = None) -> Backup:
    """Back up an open journal. Raises BackupNotMade, and VaultDamaged about the journal itself."""
    folder = folder_of(vault.path, chosen)
    _need(folder, chosen)
    made = backups.make_open(vault, folder, now, progress)
    _furnish_if_possible(folder)
    _note("")
    return made


def missed() -> str:
    """Why the last lock left no backup: a reason of BackupNotMade or an error's code; "" where it did."""
    try:
        return _note_file().read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""


def listed(path: Path, chosen: Path | None, key: VaultKey | None = None) -> Found:
    """The backups of the journal at `path`, newest first; with a key, what it opens and how many pages."""
    folder = folder_of(path, chosen)
    if not folder.is_dir():
        # the folder beside the journal appears with the first backup; a chosen one was there once
        return Found(folder, (), is_there=chosen is None)
    return Found(folder, backups.listed(folder, path.resolve().stem, key))


def copies(vault: Vault, chosen: Path | None, headers: frozenset[bytes]) -> tuple[Backup, ...]:
    """Every copy of this journal under an earlier key, beside it and among its backups."""
    folders = dict.fromkeys((vault.path.parent, folder_of(vault.path, chosen)))
    return tuple(one for folder in folders for one in backups.copies(folder, headers, vault.path))


def listed_open(vault: Vault, chosen: Path | None) -> Found:
    """As `listed` for a journal that is open, which knows its earlier keys from those of other journals."""
    found = listed(vault.path, chosen, vault.key)
    return replace(found, former=frozenset(access.former_headers(vault)))


def newest_sound(vault: Vault, chosen: Path | None) -> Backup | None:
    """The newest backup of a damaged journal that its key opens whole; each of the last three is read."""
    for backup in listed(vault.path, chosen, vault.key).backups[:_LOOKED_AT]:
        looked_at = backups.checked(backup, vault.key)
        if looked_at.state == BackupState.SOUND:
            return looked_at
    return None


def checked(backup: Backup, key: VaultKey) -> Backup:
    """The same backup after every part of it was read; raises VaultMissing where it went away."""
    return backups.checked(backup, key)


def remove(unwanted: Iterable[Backup]) -> int:
    """Delete backups for good; how many there were. Raises VaultReadOnly; those that went away are passed."""
    number = 0
    for backup in unwanted:
        if backup.path.exists():
            backups.remove(backup)
            number += 1
    return number


def key_from_passphrase(backup: Path, passphrase: str) -> VaultKey:
    """The key a passphrase gives for a backup, half a second; whether it fits shows on opening."""
    return keys.derive(passphrase, holdings.header(backup))


def key_from_code(backup: Path, code: str) -> VaultKey:
    """The key that a recovery code is. Raises RecoveryCodeWrong."""
    return VaultKey(holdings.header(backup), keys.key_bytes_from_code(code))


def inside(backup: Path, key: VaultKey) -> Inside:
    """What a backup holds. Raises WrongPassphrase, VaultMissing, VaultDamaged, NotAVault, VaultNewer."""
    return holdings.inside(backup, key.raw)


def preview(backup: Path, journal: Path, key: VaultKey) -> Preview:
    """What would happen if a backup took the place of the closed journal at `journal`; reads all of it.

    Raises what `inside` raises.
    """
    if not journal.is_file():
        return _preview(backup, key, None, None)
    found = _preview(backup, key, _present(journal, key), files.start_of(journal))
    if found.present is None:
        return found
    return replace(found, whole=_checked(journal, key).state is BackupState.SOUND)


def preview_open(vault: Vault, backup: Path, key: VaultKey) -> Preview:
    """As `preview` for a journal that is open.

    Raises VaultBusy for the very file that is open: reading it besides would undo its lock.
    """
    if backup.exists() and backup.samefile(vault.path):
        raise VaultBusy(file=backup, pid=None, host=None)
    present = holdings.counted(vault.connection, vault.path)
    return _preview(backup, key, present, vault.header)


def restore(
    backup: Path, path: Path, key: VaultKey, now: datetime, progress: Progress | None = None
) -> Path | None:
    """Put a backup in the journal's place; where the present journal was set aside, None where none was.

    Raises what `vault.restoring.restore` raises.
    """
    return restoring.restore(backup, path, key.raw, now, progress)


def bring_along(former: Path, present: Path) -> bool:
    """Move the backups beside the file that a journal left behind to where it is now; whether all went.

    Those in a folder that somebody chose stay there. Raises BackupNotMade: what was not moved stays.
    """
    folder, target = folder_of(former, None), folder_of(present, None)
    if not folder.is_dir() or folder == target:
        return True
    stayed = backups.bring(folder, target, present.stem)
    _furnish_if_possible(target)
    if not any(folder.glob("*.vault*")):
        # somebody may keep other things there, or have these open
        with suppress(OSError):
            for name in (READ_ME, paths.rescue_script().name):
                (folder / name).unlink(missing_ok=True)
            folder.rmdir()
    return not stayed


def _need(folder: Path, chosen: Path | None) -> None:
    """A chosen folder is never made anew: it may be on a drive that isn't plugged in."""
    if chosen is not None and not folder.is_dir():
        raise BackupNotMade(folder=folder, reason="missing")


def _newest(vault: Vault, folder: Path) -> Backup | None:
    if not folder.is_dir():
        return None
    ours = backups.listed(folder, vault.path.stem, vault.key)
    return next((one for one in ours if one.state is BackupState.UNCHECKED), None)


def _furnish_if_possible(folder: Path) -> None:
    # the backup itself is made and proved
    with suppress(BackupNotMade):
        _furnish(folder)


def _furnish(folder: Path) -> None:
    """Lay what opens a backup without this program beside it; what a newer version wrote stays.

    Raises BackupNotMade where the folder can't be written.
    """
    read_me = folder / READ_ME
    try:
        if _version(read_me) > _numbers(ipnb_journal.__version__):
            return
        text = (paths.resources() / "backups" / READ_ME).read_text(encoding="utf-8")
        _write(folder / paths.rescue_script().name, paths.rescue_script().read_bytes())
        _write(read_me, f"{text}\n{_WRITTEN_BY}{ipnb_journal.__version__}.\n".encode())
    except OSError as error:
        reason = "missing" if not folder.is_dir() else "read_only"
        told = files.io_error(error, folder)
        raise BackupNotMade(folder=folder, reason="full" if isinstance(told, DiskFull) else reason) from error


def _version(read_me: Path) -> tuple[int, ...]:
    """Which version wrote the folder's note; none is older than every other."""
    try:
        with read_me.open("rb") as note:
            last = note.read(_LONGEST_NOTE).decode().splitlines()[-1:]
    except (OSError, ValueError):
        return ()
    return _numbers("".join(last).removeprefix(_WRITTEN_BY).removesuffix("."))


def _numbers(version: str) -> tuple[int, ...]:
    parts = version.split(".")
    # whoever else can write in that folder may have left a number that takes long to read
    fits = all(part.isdecimal() and len(part) <= _MOST_DIGITS for part in parts)
    return tuple(int(part) for part in parts) if fits else ()


def _write(path: Path, content: bytes) -> None:
    """In one step and only where it says something else: a folder may be watched by a sync program."""
    with suppress(FileNotFoundError):
        if path.read_bytes() == content:
            return
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    try:
        new.write_bytes(content)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _note_file() -> Path:
    return paths.settings_file().with_name("backup-missed")


def _note(reason: str) -> None:
    """Keep why there is no backup until somebody can be told; a reason and nothing else."""
    # the backup itself is what matters, and the settings say when the last one was made
    with suppress(OSError):
        if reason:
            _note_file().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _note_file().write_text(f"{reason}\n", encoding="utf-8")
        else:
            _note_file().unlink(missing_ok=True)


def _preview(backup: Path, key: VaultKey, present: Inside | None, header: bytes | None) -> Preview:
    inside = holdings.inside(backup, key.raw)
    found = _checked(backup, key)
    return Preview(found, inside, present, stands=header is not None, same_key=header == found.header)


def _checked(path: Path, key: VaultKey) -> Backup:
    return backups.checked(backups.look(path, key), key)


def _present(path: Path, key: VaultKey) -> Inside | None:
    """What the closed journal at `path` holds, where this key opens it and no log lies beside it."""
    try:
        unfinished = any(files.size_of(files.beside(path, suffix)) for suffix in files.LOGS)
        return None if unfinished else holdings.inside(path, key.raw)
    except AppError:
        return None
