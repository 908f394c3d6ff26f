# SPDX-License-Identifier: MIT
"""Backing a journal up, and putting a backup in its place."""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ipnb_journal.domain.backups import BackupState, made_at
from ipnb_journal.vault import backups, restoring
from ipnb_journal.vault.vault import Vault
from tests.torture import journal
from tests.torture.journal import (
    FIRST,
    MOMENT,
    NEW,
    OLD,
    Found,
    add,
    look,
    missing,
    opens,
    say,
    using,
    vault_in,
)
from tests.torture.operation import Operation, is_journal

if TYPE_CHECKING:
    from collections.abc import Sequence

LABEL = "notes"
LATER = 20
"""Pages from this number on were written after the backup."""


def _backups(folder: Path) -> Path:
    return folder / "backups"


def _make_with_backup(folder: Path) -> None:
    journal.make(folder)
    backups.make(vault_in(folder), OLD, _backups(folder), MOMENT)


def _back_up(folder: Path) -> None:
    with using(Vault.open(vault_in(folder), OLD.raw)) as vault:
        add(vault, FIRST)
        made = backups.make_open(vault, _backups(folder), MOMENT + timedelta(hours=1))
        say(f"+backup {made.path.name}")
        add(vault, FIRST + 1)
    made = backups.make(vault_in(folder), OLD, _backups(folder), MOMENT + timedelta(hours=2))
    say(f"+backup {made.path.name}")


def _judge_backed_up(folder: Path, said: Sequence[str]) -> str | None:
    lost = missing(look(vault_in(folder), OLD), said)
    if lost:
        return lost
    listed = {backup.path.name: backup for backup in backups.listed(_backups(folder), LABEL, OLD)}
    sound = [
        name
        for name, backup in listed.items()
        if backup.size and backups.checked(backup, OLD).state is BackupState.SOUND
    ]
    if broken := [name for name, backup in listed.items() if backup.size and name not in sound]:
        return f"{broken[0]} has the name of a backup and is not whole"
    if not sound:
        return "no backup is left"
    newest = [line[8:] for line in said if line.startswith("+backup ")]
    # one of the same day makes room for a newer one as soon as that stands
    if newest and newest[-1] > max(sound):
        return f"{newest[-1]} was acknowledged and neither it nor a newer one is there"
    told = said[: said.index(f"+backup {newest[-1]}")] if newest else ()
    if missing(_look_inside(listed[max(sound)].path), told):
        return f"{max(sound)} does not hold what the journal held"
    backups.make(vault_in(folder), OLD, _backups(folder), MOMENT + timedelta(hours=3))
    return _half_backup(folder)


def _look_inside(backup: Path) -> Found:
    """What a backup holds; the program itself only ever opens a copy to write in."""
    with tempfile.TemporaryDirectory() as name:
        return look(Path(shutil.copy(backup, name)), OLD)


def _half_backup(folder: Path) -> str | None:
    for path in _backups(folder).iterdir():
        # bytes that do not begin like our journal may be somebody else's, and go after a day
        ours = path.stat().st_size == 0 or path.read_bytes()[:16] == OLD.header
        if made_at(path.name, LABEL) is None and ours:
            return f"half-written: {path.name} is left"
    return None


def _keeps_backups(name: str) -> bool:
    return is_journal(name) or made_at(name, LABEL) is not None


def _make_to_restore(folder: Path) -> None:
    """A backup under the old key, and a journal that went on from it under a new one, partly in its log."""
    _make_with_backup(folder)
    vault = Vault.open(vault_in(folder), OLD.raw)
    vault.change_key(NEW)
    journal.write(vault, LATER)
    vault.checkpoint()
    journal.write(vault, LATER + 1)
    # as a kill would leave it: the newest page lies in the log beside the journal
    crashed = folder / "crashed"
    crashed.mkdir()
    for name in ("notes.vault", "notes.vault-wal"):
        shutil.copy(folder / name, crashed / name)
    vault.close()
    for path in crashed.iterdir():
        path.replace(folder / path.name)
    crashed.rmdir()


def _the_backup(folder: Path) -> Path:
    return next(_backups(folder).glob("*.vault"))


def _restore(folder: Path) -> None:
    restoring.restore(_the_backup(folder), vault_in(folder), OLD.raw, MOMENT + timedelta(days=1))
    say("+restored")


def _judge_restored(folder: Path, said: Sequence[str]) -> str | None:
    path = vault_in(folder)
    if opens(path, OLD) == opens(path, NEW):
        return "not exactly one of both passphrases opens the journal"
    restored = opens(path, OLD)
    if "+restored" in said and not restored:
        return "it was restored and the old journal is still there"
    if restored and (lost := _not_the_backup(path)):
        return lost
    if lost := _none_holds_all(folder):
        return lost
    restoring.restore(_the_backup(folder), path, OLD.raw, MOMENT + timedelta(days=2))
    return _not_the_backup(path) or _none_holds_all(folder) or _half_restored(folder)


def _make_only_backup(folder: Path) -> None:
    """A new computer: a folder with a backup, and no journal yet."""
    _make_with_backup(folder)
    vault_in(folder).unlink()


def _restore_anew(folder: Path) -> None:
    restoring.restore(_the_backup(folder), vault_in(folder / "made"), OLD.raw, MOMENT)
    say("+restored")


def _judge_restored_anew(folder: Path, said: Sequence[str]) -> str | None:
    path = vault_in(folder / "made")
    if "+restored" in said and not path.exists():
        return "it was restored and is not there"
    if path.exists() and (lost := _not_the_backup(path)):
        return lost
    restoring.restore(_the_backup(folder), path, OLD.raw, MOMENT + timedelta(days=2))
    return _not_the_backup(path) or _half_restored(path.parent)


def _not_the_backup(path: Path) -> str | None:
    found = look(path, OLD)
    extra = found.pages - set(range(FIRST))
    return missing(found, ()) or ("what is restored is not the backup" if extra else None)


def _none_holds_all(folder: Path) -> str | None:
    """Whether nothing of what stood there before is lost: some file still has every page of it."""
    wanted = (f"+page {LATER}", f"+page {LATER + 1}")
    for path in sorted(folder.glob("*.vault")):
        if opens(path, NEW) and missing(look(path, NEW), wanted) is None:
            return None
    return "what was there before is gone"


def _half_restored(folder: Path) -> str | None:
    left = [path.name for path in folder.iterdir() if path.is_file() and not _keeps_replaced(path.name)]
    return f"left behind: {', '.join(left)}" if left else None


def _keeps_replaced(name: str) -> bool:
    aside = name.startswith("notes.replaced-") and name.endswith((".vault", ".vault-wal"))
    return _keeps_backups(name) or aside


_BACKUP_TELLS = frozenset({"!disk_full", "!backup_not_made"})

OPERATIONS = (
    Operation("backup", _make_with_backup, _back_up, _judge_backed_up, _BACKUP_TELLS, _keeps_backups),
    Operation("restore", _make_to_restore, _restore, _judge_restored, keeps=_keeps_replaced),
    Operation("restore anew", _make_only_backup, _restore_anew, _judge_restored_anew, keeps=_keeps_backups),
)
