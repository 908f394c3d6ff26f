# SPDX-License-Identifier: MIT
from __future__ import annotations

import errno
import os
import secrets
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import (
    NotAVault,
    VaultBusy,
    VaultDamaged,
    VaultMissing,
    VaultNewer,
    VaultReadOnly,
    WrongPassphrase,
)
from ipnb_journal.vault import backups, copying, entries
from ipnb_journal.vault.keys import VaultKey, new_header
from ipnb_journal.vault.lock import WriterLock
from ipnb_journal.vault.restoring import restore
from ipnb_journal.vault.vault import Vault
from tests.builders import an_entry

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 3, 12, 19, 15, 7, tzinfo=UTC)
ASIDE = "notes.replaced-20260312T191507Z.vault"
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs POSIX")


def write(path: Path, key: VaultKey, *bodies: str) -> None:
    vault = Vault.open(path, key.raw)
    with vault.transaction():
        for body in bodies:
            entries.add(vault, an_entry(body))
    vault.close()


def bodies(path: Path, key: VaultKey) -> list[str]:
    vault = Vault.open(path, key.raw)
    found = sorted(entry.page.writing.body for entry in entries.each(vault))
    vault.close()
    return found


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.is_file())


def no_links(_path: Path, _other: Path) -> None:
    raise OSError(errno.EPERM, "this file system has one name per file")


def kill_while_writing(path: Path, key: VaultKey) -> None:
    """Leave a commit in the log beside the vault, as a crash does."""
    script = """
import os, pathlib, sys
from ipnb_journal.vault import entries
from ipnb_journal.vault.vault import Vault
from tests.builders import an_entry
vault = Vault.open(pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
with vault.transaction():
    entries.add(vault, an_entry("Only in the log."))
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", script, str(path), key.raw.hex()], check=True)
    assert path.with_name(path.name + "-wal").stat().st_size


@pytest.fixture
def path(vault_path: Path, vault_key: VaultKey) -> Path:
    write(vault_path, vault_key, "First.", "Second.")
    return vault_path


@pytest.fixture
def backup(path: Path, vault_key: VaultKey) -> Path:
    """A backup of two pages; the vault has a third one since."""
    made = backups.make(path, vault_key, path.parent / "backups", NOW - timedelta(days=1)).path
    write(path, vault_key, "Third.")
    return made


def test_the_backup_takes_the_vaults_place_and_the_vault_is_set_aside(
    path: Path, backup: Path, vault_key: VaultKey
) -> None:
    before, steps = path.read_bytes(), list[tuple[int, int]]()
    aside = restore(backup, path, vault_key.raw, NOW, lambda *step: steps.append(step))
    assert aside == path.with_name(ASIDE)
    assert aside.read_bytes() == before
    assert path.read_bytes() == backup.read_bytes()
    assert names(path.parent) == [ASIDE, "notes.vault"]
    assert steps[-1] == (1, 1)
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
    assert bodies(path, vault_key) == ["First.", "Second."]
    assert bodies(aside, vault_key) == ["First.", "Second.", "Third."]


def test_going_back_is_a_restore_of_what_was_set_aside(path: Path, backup: Path, vault_key: VaultKey) -> None:
    aside = restore(backup, path, vault_key.raw, NOW)
    assert aside is not None
    again = restore(aside, path, vault_key.raw, NOW)
    assert again == path.with_name("notes.replaced-20260312T191508Z.vault")
    assert bodies(path, vault_key) == ["First.", "Second.", "Third."]
    assert aside.exists()


@pytest.mark.parametrize("state", ["missing", "empty", "damaged", "no vault", "folder gone"])
def test_whatever_stands_there_is_kept(path: Path, backup: Path, vault_key: VaultKey, state: str) -> None:
    elsewhere = path.parent.parent / "elsewhere.vault"
    elsewhere.write_bytes(backup.read_bytes())
    content = {"empty": b"", "no vault": b"a letter", "damaged": path.read_bytes()[:-7]}.get(state)
    if content is not None:
        path.write_bytes(content)
    elif state == "missing":
        path.unlink()
    else:
        shutil.rmtree(path.parent)
    aside = restore(elsewhere, path, vault_key.raw, NOW)
    assert bodies(path, vault_key) == ["First.", "Second."]
    if content is None:
        assert aside is None
        assert names(path.parent) == ["notes.vault"]
    else:
        assert aside is not None
        assert aside.read_bytes() == content


@pytest.mark.parametrize("links", [True, False])
def test_a_log_beside_the_vault_goes_with_it_and_never_into_the_backup(
    path: Path, backup: Path, vault_key: VaultKey, links: bool
) -> None:
    kill_while_writing(path, vault_key)
    aside = restore(backup, path, vault_key.raw, NOW, link=os.link if links else no_links)
    assert aside is not None
    assert names(path.parent) == [ASIDE, f"{ASIDE}-wal", "notes.vault"]
    assert not aside.samefile(path)
    assert bodies(path, vault_key) == ["First.", "Second."]
    assert bodies(aside, vault_key) == ["First.", "Only in the log.", "Second.", "Third."]
    assert copying.verified(path, vault_key.raw).rows("entries") == 2


def test_a_log_without_its_vault_is_moved_away(path: Path, backup: Path, vault_key: VaultKey) -> None:
    kill_while_writing(path, vault_key)
    path.unlink()
    assert restore(backup, path, vault_key.raw, NOW) is None
    assert names(path.parent) == [f"{ASIDE}-wal", "notes.vault"]
    assert bodies(path, vault_key) == ["First.", "Second."]


def test_empty_logs_and_shared_memory_go(path: Path, backup: Path, vault_key: VaultKey) -> None:
    for suffix in ("-wal", "-journal", "-shm"):
        path.with_name(path.name + suffix).write_bytes(b"" if suffix != "-shm" else b"x")
    restore(backup, path, vault_key.raw, NOW)
    assert names(path.parent) == [ASIDE, "notes.vault"]


def test_without_second_names_for_a_file_the_vault_is_copied_aside(
    path: Path, backup: Path, vault_key: VaultKey
) -> None:
    before = path.read_bytes()
    aside = restore(backup, path, vault_key.raw, NOW, link=no_links)
    assert aside is not None
    assert aside.read_bytes() == before
    assert names(path.parent) == [ASIDE, "notes.vault"]


def test_nothing_is_ever_overwritten(path: Path, backup: Path, vault_key: VaultKey) -> None:
    path.with_name(ASIDE).write_bytes(b"from before")
    path.with_name("notes.replaced-20260312T191508Z.vault-wal").write_bytes(b"a log")
    aside = restore(backup, path, vault_key.raw, NOW)
    assert aside == path.with_name("notes.replaced-20260312T191509Z.vault")
    assert path.with_name(ASIDE).read_bytes() == b"from before"


def test_a_backup_with_a_log_beside_it_is_restored_with_what_the_log_holds(
    path: Path, tmp_path: Path, vault_key: VaultKey
) -> None:
    kill_while_writing(path, vault_key)
    kept = [path.read_bytes(), path.with_name(path.name + "-wal").read_bytes()]
    target = tmp_path / "elsewhere" / "notes.vault"
    assert restore(path, target, vault_key.raw, NOW) is None
    assert bodies(target, vault_key) == ["First.", "Only in the log.", "Second."]
    assert [path.read_bytes(), path.with_name(path.name + "-wal").read_bytes()] == kept
    assert names(target.parent) == ["notes.vault"]


def test_a_backup_of_another_journal_is_restored_with_its_own_key(
    path: Path, tmp_path: Path, vault_key: VaultKey
) -> None:
    other_key = VaultKey(new_header(), secrets.token_bytes(32))
    other = tmp_path / "other.vault"
    Vault.create(other, other_key).close()
    write(other, other_key, "Somebody else's.")
    with pytest.raises(WrongPassphrase):
        restore(other, path, vault_key.raw, NOW)
    aside = restore(other, path, other_key.raw, NOW)
    assert bodies(path, other_key) == ["Somebody else's."]
    assert aside is not None
    assert bodies(aside, vault_key) == ["First.", "Second."]


# Refused


def unchanged(path: Path, before: bytes) -> bool:
    return path.read_bytes() == before and names(path.parent) == ["notes.vault"]


def test_a_damaged_backup_is_told_and_changes_nothing(path: Path, backup: Path, vault_key: VaultKey) -> None:
    content, before = bytearray(backup.read_bytes()), path.read_bytes()
    content[-2_000] ^= 1
    backup.write_bytes(content)
    with pytest.raises(VaultDamaged) as told:
        restore(backup, path, vault_key.raw, NOW)
    assert told.value.facts["file"] == backup
    assert unchanged(path, before)


def test_a_key_that_does_not_fit_is_told_of_the_backup(path: Path, backup: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(WrongPassphrase) as told:
        restore(backup, path, bytes(32), NOW)
    assert told.value.facts["file"] == backup
    assert unchanged(path, before)


@pytest.mark.parametrize(("start", "kind"), [(b"", NotAVault), (b"%PDF", NotAVault), (b"J9", VaultNewer)])
def test_a_file_that_is_no_backup_is_told(
    path: Path, backup: Path, vault_key: VaultKey, start: bytes, kind: type[Exception]
) -> None:
    before = path.read_bytes()
    backup.write_bytes(start + backup.read_bytes()[len(start) :] if start else b"")
    with pytest.raises(kind):
        restore(backup, path, vault_key.raw, NOW)
    backup.unlink()
    with pytest.raises(VaultMissing):
        restore(backup, path, vault_key.raw, NOW)
    assert unchanged(path, before)


def test_a_backup_of_a_newer_version_is_refused(path: Path, tmp_path: Path, vault_key: VaultKey) -> None:
    newer = tmp_path / "newer" / "notes.vault"
    newer.parent.mkdir()
    shutil.copy(path, newer)
    vault = Vault.open(newer, vault_key.raw)
    vault.execute("PRAGMA user_version = 99")
    vault.close()
    before = path.read_bytes()
    with pytest.raises(VaultNewer) as told:
        restore(newer, path, vault_key.raw, NOW)
    assert told.value.facts["file"] == newer
    assert unchanged(path, before)


def test_a_folder_in_the_vaults_place_is_told(backup: Path, tmp_path: Path, vault_key: VaultKey) -> None:
    (tmp_path / "folder.vault").mkdir()
    with pytest.raises(NotAVault):
        restore(backup, tmp_path / "folder.vault", vault_key.raw, NOW)


def test_a_vault_that_is_open_stays_where_it_is(path: Path, backup: Path, vault_key: VaultKey) -> None:
    lock = WriterLock(path)
    before = path.read_bytes()
    with pytest.raises(VaultBusy):
        restore(backup, path, vault_key.raw, NOW)
    lock.release()
    assert unchanged(path, before)


@POSIX
@pytest.mark.parametrize("room", [0, 5_000, 60_000])
def test_no_room_is_told_and_changes_nothing(
    path: Path, backup: Path, vault_key: VaultKey, room: int
) -> None:
    before = path.read_bytes()
    script = """
import pathlib, resource, sys
from datetime import UTC, datetime
from ipnb_journal.errors import DiskFull
from ipnb_journal.vault.restoring import restore
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), int(sys.argv[4])))
try:
    backup, path = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    restore(backup, path, bytes.fromhex(sys.argv[3]), datetime.now(UTC))
except DiskFull:
    print("full")
"""
    arguments = [str(backup), str(path), vault_key.raw.hex(), str(room)]
    told = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True)
    assert told.stdout.strip() == "full", told.stderr
    assert unchanged(path, before)


def test_an_exchange_that_is_refused_puts_everything_back(
    path: Path, backup: Path, vault_key: VaultKey
) -> None:
    kill_while_writing(path, vault_key)
    before = path.read_bytes()

    def held_open(_new: Path, _path: Path) -> None:
        raise PermissionError(errno.EACCES, "another program has the file open")

    with pytest.raises(VaultReadOnly):
        restore(backup, path, vault_key.raw, NOW, replace=held_open)
    assert path.read_bytes() == before
    assert names(path.parent) == ["notes.vault", "notes.vault-wal"]
    assert bodies(path, vault_key) == ["First.", "Only in the log.", "Second.", "Third."]


@POSIX
def test_a_log_that_cannot_be_moved_aside_keeps_the_other_one_beside_the_vault(
    path: Path, backup: Path, vault_key: VaultKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill_while_writing(path, vault_key)
    path.with_name("notes.vault-journal").write_bytes(b"held open" * 100)
    rename = type(path).rename

    def held_open(file: Path, name: Path) -> Path:
        if file.name.endswith("-journal"):
            raise PermissionError(errno.EACCES, "another program has the file open")
        return rename(file, name)

    monkeypatch.setattr(type(path), "rename", held_open)
    with pytest.raises(VaultReadOnly):
        restore(backup, path, vault_key.raw, NOW)
    assert names(path.parent) == ["notes.vault", "notes.vault-journal", "notes.vault-wal"]
    path.with_name("notes.vault-journal").unlink()
    assert bodies(path, vault_key) == ["First.", "Only in the log.", "Second.", "Third."]


def test_a_second_name_left_by_a_restore_that_was_ended_goes(
    path: Path, backup: Path, vault_key: VaultKey
) -> None:
    path.with_name("notes.replaced-20260101T000000Z.vault").hardlink_to(path)
    path.with_name("diary.vault").hardlink_to(path)
    restore(backup, path, vault_key.raw, NOW)
    assert names(path.parent) == ["diary.vault", ASIDE, "notes.vault"]
