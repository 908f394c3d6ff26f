# SPDX-License-Identifier: MIT
from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ipnb_journal.domain.backups import Backup, BackupState, backup_name
from ipnb_journal.errors import BackupNotMade, VaultBusy, VaultDamaged, VaultMissing, WrongPassphrase
from ipnb_journal.vault import backups, copying, entries, schema
from ipnb_journal.vault.keys import VaultKey, new_header
from ipnb_journal.vault.lock import WriterLock
from ipnb_journal.vault.vault import Vault
from tests.builders import an_entry

NOW = datetime(2026, 3, 12, 19, 15, 7, tzinfo=UTC)
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs POSIX")


def write(path: Path, key: VaultKey, pages: int = 1) -> None:
    vault = Vault.open(path, key.raw)
    with vault.transaction():
        for number in range(pages):
            entries.add(vault, an_entry(f"Lantern {number}. " + "Rain on the roof. " * 60))
    vault.close()


@pytest.fixture
def path(vault_path: Path, vault_key: VaultKey) -> Path:
    """A closed vault with twelve pages."""
    write(vault_path, vault_key, 12)
    return vault_path


@pytest.fixture
def folder(path: Path) -> Path:
    return path.parent / "backups"


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def test_a_backup_is_the_whole_vault_proved_and_private(
    path: Path, folder: Path, vault_key: VaultKey
) -> None:
    before, steps = path.read_bytes(), list[tuple[int, int]]()
    backup = backups.make(path, vault_key, folder, NOW, lambda *step: steps.append(step))
    assert backup == Backup(
        folder / "notes-20260312T191507Z.vault",
        NOW,
        len(before),
        12,
        BackupState.SOUND,
        vault_key.header,
    )
    assert backup.path.read_bytes() == before == path.read_bytes()
    assert names(folder) == [backup.path.name]
    assert names(path.parent) == ["backups", "notes.vault"]
    assert steps[-1] == (1, 1)
    if os.name == "posix":
        assert folder.stat().st_mode & 0o777 == 0o700
        assert backup.path.stat().st_mode & 0o777 == 0o600


def test_an_open_vault_is_backed_up_with_what_lies_in_its_log(
    path: Path, folder: Path, vault_key: VaultKey
) -> None:
    vault = Vault.open(path, vault_key.raw)
    with vault.transaction():
        entries.add(vault, an_entry("Not checkpointed yet."))
    held = copying.contents(vault.connection)
    backup = backups.make_open(vault, folder, NOW)
    assert (backup.pages, backup.state) == (13, BackupState.SOUND)
    with vault.transaction():
        entries.add(vault, an_entry("The vault is still open."))
    vault.close()
    assert copying.verified(backup.path, vault_key.raw, held) == held
    assert backup.path.read_bytes()[:16] == vault_key.header
    assert names(folder) == [backup.path.name]


def test_a_vault_that_was_not_closed_whole_is_backed_up_with_its_log(
    path: Path, folder: Path, vault_key: VaultKey
) -> None:
    script = """
import os, pathlib, sys
from ipnb_journal.vault.vault import Vault
vault = Vault.open(pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
vault.execute("INSERT INTO preferences VALUES ('lamp', '1')")
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", script, str(path), vault_key.raw.hex()], check=True)
    assert path.with_name(path.name + "-wal").stat().st_size
    backup = backups.make(path, vault_key, folder, NOW)
    left = len(schema.WORDS_LEFT)
    assert copying.verified(backup.path, vault_key.raw).rows("preferences") == left + 1


def test_a_backup_never_replaces_another_file(path: Path, folder: Path, vault_key: VaultKey) -> None:
    folder.mkdir()
    there = folder / backup_name("notes", NOW)
    there.write_bytes(b"of another journal with this name")
    backup = backups.make(path, vault_key, folder, NOW)
    assert backup.path.name == backup_name("notes", NOW + timedelta(seconds=1))
    assert backup.made == NOW + timedelta(seconds=1)
    assert there.read_bytes() == b"of another journal with this name"


def test_nothing_is_copied_while_someone_has_the_vault_open(
    path: Path, folder: Path, vault_key: VaultKey
) -> None:
    lock = WriterLock(path)
    with pytest.raises(VaultBusy):
        backups.make(path, vault_key, folder, NOW)
    lock.release()
    assert not folder.exists()


def test_a_key_that_does_not_fit_copies_nothing(path: Path, folder: Path, vault_key: VaultKey) -> None:
    with pytest.raises(WrongPassphrase):
        backups.make(path, VaultKey(vault_key.header, bytes(32)), folder, NOW)
    assert not folder.exists()


def test_a_vault_that_is_not_there_is_told(path: Path, folder: Path, vault_key: VaultKey) -> None:
    with pytest.raises(VaultMissing):
        backups.make(path.with_name("other.vault"), vault_key, folder, NOW)
    assert names(path.parent) == ["notes.vault"]


@pytest.mark.parametrize("place", [5_000, 30_000])
def test_a_damaged_vault_is_told_and_its_copy_not_kept(
    path: Path, folder: Path, vault_key: VaultKey, place: int
) -> None:
    backups.make(path, vault_key, folder, NOW)
    flip(path, place)
    with pytest.raises(VaultDamaged) as told:
        backups.make(path, vault_key, folder, NOW + timedelta(days=1))
    assert told.value.facts["file"] == path
    assert names(folder) == ["notes-20260312T191507Z.vault"]


def test_an_open_vault_found_damaged_is_told(path: Path, folder: Path, vault_key: VaultKey) -> None:
    flip(path, path.stat().st_size - 2_000)
    vault = Vault.open(path, vault_key.raw)
    with pytest.raises(VaultDamaged) as told:
        backups.make_open(vault, folder, NOW)
    vault.close()
    assert told.value.facts["file"] == path
    assert not folder.exists() or names(folder) == []


# The folder


def test_a_folder_elsewhere_that_is_gone_is_told_and_not_made(
    path: Path, tmp_path: Path, vault_key: VaultKey
) -> None:
    drive = tmp_path / "Backup drive" / "journal"
    with pytest.raises(BackupNotMade) as told:
        backups.make(path, vault_key, drive, NOW)
    assert told.value.facts == {"folder": drive, "reason": "missing"}
    assert not drive.parent.exists()
    with pytest.raises(BackupNotMade):
        backups.listed(drive, "notes", vault_key)


def test_a_folder_that_goes_away_meanwhile_is_told(path: Path, tmp_path: Path, vault_key: VaultKey) -> None:
    drive = tmp_path / "drive" / "journal"
    drive.mkdir(parents=True)
    with pytest.raises(BackupNotMade) as told:
        backups.make(path, vault_key, drive, NOW, lambda *_: shutil.rmtree(drive.parent))
    assert told.value.facts["reason"] == "missing"
    assert not drive.parent.exists()
    assert copying.verified(path, vault_key.raw).rows("entries") == 12


def test_a_file_where_the_folder_should_be_is_told(path: Path, tmp_path: Path, vault_key: VaultKey) -> None:
    (tmp_path / "drive").write_text("a shopping list")
    with pytest.raises(BackupNotMade):
        backups.make(path, vault_key, tmp_path / "drive", NOW)
    assert (tmp_path / "drive").read_text() == "a shopping list"


@POSIX
def test_a_folder_that_cannot_be_written_is_told(path: Path, vault_key: VaultKey) -> None:
    # not below the tests' own folder, which nobody else may enter
    drive = Path(tempfile.mkdtemp())
    drive.chmod(0o555)
    script = """
import os, pathlib, sys
from datetime import UTC, datetime
import filelock, sqlcipher3
from ipnb_journal.errors import BackupNotMade
from ipnb_journal.vault import backups
from ipnb_journal.vault.keys import VaultKey
vault = backups.Vault.open(pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
if os.geteuid() == 0:
    os.setuid(65534)
try:
    backups.make_open(vault, pathlib.Path(sys.argv[3]), datetime.now(UTC))
except BackupNotMade as error:
    print(error.facts["reason"])
"""
    arguments = [str(path), vault_key.raw.hex(), str(drive)]
    told = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True)
    left = names(drive)
    drive.rmdir()
    assert told.stdout.strip() == "read_only", told.stderr
    assert left == []


@POSIX
@pytest.mark.parametrize("way", ["make", "make_open"])
@pytest.mark.parametrize("room", [0, 3_000, 20_000, 70_000])
def test_a_full_disk_in_the_folder_is_told_and_leaves_nothing(
    path: Path, folder: Path, vault_key: VaultKey, room: int, way: str
) -> None:
    assert path.stat().st_size > 70_000
    script = """
import pathlib, resource, sys
from datetime import UTC, datetime
from ipnb_journal.errors import BackupNotMade
from ipnb_journal.vault import backups
from ipnb_journal.vault.keys import VaultKey
from ipnb_journal.vault.vault import Vault
path, key = pathlib.Path(sys.argv[1]), VaultKey(sys.argv[2].encode(), bytes.fromhex(sys.argv[3]))
vault = Vault.open(path, key.raw) if sys.argv[5] == "make_open" else None
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), int(sys.argv[4])))
try:
    if vault is None:
        backups.make(path, key, path.parent / "backups", datetime.now(UTC))
    else:
        backups.make_open(vault, path.parent / "backups", datetime.now(UTC))
except BackupNotMade as error:
    print(error.facts["reason"])
"""
    arguments = [str(path), vault_key.header.decode(), vault_key.raw.hex(), str(room), way]
    told = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True)
    assert told.stdout.strip() == "full", told.stderr
    assert names(folder) == []
    assert copying.verified(path, vault_key.raw).rows("entries") == 12


# What is there


def test_foreign_files_are_neither_listed_nor_touched(path: Path, folder: Path, vault_key: VaultKey) -> None:
    folder.mkdir()
    foreign = ["letters.txt", "notes.vault", "other-20200101T000000Z.vault", "x.vault.new", "notes-a.vault"]
    for name in foreign:
        (folder / name).write_bytes(b"")
    (folder / "notes-20200101T000000Z.vault").mkdir()
    backup = backups.make(path, vault_key, folder, NOW)
    assert [one.path for one in backups.listed(folder, "notes", vault_key)] == [backup.path]
    assert set(names(folder)) == {*foreign, backup.path.name, "notes-20200101T000000Z.vault"}


def test_copies_of_ours_that_were_cut_short_are_swept(path: Path, folder: Path, vault_key: VaultKey) -> None:
    folder.mkdir()
    (folder / "notes-20260311T191507Z.vault.new").write_bytes(path.read_bytes()[:9000])
    (folder / "notes-20260310T191507Z.vault.new").write_bytes(b"")
    (folder / "notes-20260309T191507Z.vault").write_bytes(b"")
    old = folder / "notes-20250309T191507Z.vault.new"
    old.write_bytes(b"J1of an earlier key")
    os.utime(old, (0, 0))
    growing = folder / "notes-20260308T191507Z.vault.new"
    growing.write_bytes(new_header())
    logs = [
        folder / f"notes-2026030{day}T191507Z.vault.new-{kind}"
        for day, kind in enumerate(("wal", "journal"), 7)
    ]
    for log in logs:
        log.write_bytes(b"a log")
    backup = backups.make(path, vault_key, folder, NOW)
    # one of them lies beside a copy that may still be growing
    assert names(folder) == sorted([growing.name, logs[1].name, backup.path.name])


def test_the_list_tells_what_the_key_opens(path: Path, folder: Path, vault_key: VaultKey) -> None:
    whole = backups.make(path, vault_key, folder, NOW)

    def beside(days: int, change: bytes, at: int) -> Path:
        copy = folder / backup_name("notes", NOW - timedelta(days=days))
        content = bytearray(whole.path.read_bytes())
        content[at : at + len(change)] = change
        copy.write_bytes(content)
        return copy

    beside(1, new_header(), 0)
    beside(2, b"J9", 0)
    beside(3, b"%PDF", 0)
    beside(4, b"broken", 2000)
    (folder / backup_name("notes", NOW - timedelta(days=5))).write_bytes(whole.path.read_bytes()[:-100])
    found = backups.listed(folder, "notes", vault_key)
    assert [backup.made for backup in found] == [NOW - timedelta(days=days) for days in range(6)]
    assert [backup.state for backup in found] == [
        BackupState.UNCHECKED,
        BackupState.OTHER_KEY,
        BackupState.NEWER,
        BackupState.DAMAGED,
        BackupState.DAMAGED,
        BackupState.DAMAGED,
    ]
    assert [backup.pages for backup in found] == [12, None, None, None, None, None]
    without = backups.listed(folder, "notes", None)
    assert [backup.pages for backup in without] == [None] * 6
    assert without[0].state is without[1].state is BackupState.UNCHECKED


def test_a_backup_of_a_newer_schema_is_told(path: Path, folder: Path, vault_key: VaultKey) -> None:
    vault = Vault.open(path, vault_key.raw)
    vault.execute("PRAGMA user_version = 99")
    vault.close()
    newer = folder / backup_name("notes", NOW)
    folder.mkdir()
    shutil.copy(path, newer)
    (found,) = backups.listed(folder, "notes", vault_key)
    assert found.state is BackupState.NEWER
    assert backups.checked(found, vault_key) == found


def test_checking_reads_every_part(path: Path, folder: Path, vault_key: VaultKey) -> None:
    backup = backups.make(path, vault_key, folder, NOW)
    (unchecked,) = backups.listed(folder, "notes", vault_key)
    assert unchecked == replace(backup, state=BackupState.UNCHECKED)
    assert backups.checked(unchecked, vault_key) == backup
    flip(backup.path, backup.size - 2_000)
    (unchecked,) = backups.listed(folder, "notes", vault_key)
    assert unchecked.state is BackupState.UNCHECKED
    assert backups.checked(unchecked, vault_key).state is BackupState.DAMAGED
    assert backups.checked(unchecked, VaultKey(new_header(), bytes(32))).state is BackupState.OTHER_KEY
    backups.remove(unchecked)
    with pytest.raises(VaultMissing):
        backups.checked(unchecked, vault_key)
    with pytest.raises(VaultMissing):
        backups.remove(unchecked)


def test_looking_at_backups_writes_nothing(path: Path, folder: Path, vault_key: VaultKey) -> None:
    backup = backups.make(path, vault_key, folder, NOW)
    before = backup.path.stat().st_mtime_ns, backup.path.read_bytes()
    backups.checked(backups.listed(folder, "notes", vault_key)[0], vault_key)
    assert (backup.path.stat().st_mtime_ns, backup.path.read_bytes()) == before
    assert names(folder) == [backup.path.name]


def test_a_vault_nobody_changed_is_its_last_backup(path: Path, folder: Path, vault_key: VaultKey) -> None:
    backup = backups.make(path, vault_key, folder, NOW)
    Vault.open(path, vault_key.raw).close()
    assert backups.unchanged_since(path, backup)
    write(path, vault_key)
    assert not backups.unchanged_since(path, backup)
    backups.remove(backup)
    assert not backups.unchanged_since(path, backup)


# Thinning


def test_older_ones_go_once_the_new_one_is_proved(path: Path, folder: Path, vault_key: VaultKey) -> None:
    first = backups.make(path, vault_key, folder, NOW)
    for hours in range(1, 30):
        shutil.copy(first.path, folder / backup_name("notes", NOW - timedelta(hours=hours)))
    other, damaged, ahead = (
        folder / backup_name("notes", NOW - timedelta(minutes=1)),
        folder / backup_name("notes", NOW - timedelta(minutes=2)),
        folder / backup_name("notes", NOW + timedelta(days=5000)),
    )
    other.write_bytes(new_header() + first.path.read_bytes()[16:])
    damaged.write_bytes(b"J1")
    shutil.copy(first.path, ahead)
    newest = backups.make(path, vault_key, folder, NOW + timedelta(minutes=1))
    yesterday = folder / backup_name("notes", NOW - timedelta(hours=20))
    assert names(folder) == sorted(one.name for one in (other, damaged, ahead, newest.path, yesterday))


def test_nothing_goes_where_the_new_one_is_not_kept(path: Path, folder: Path, vault_key: VaultKey) -> None:
    first = backups.make(path, vault_key, folder, NOW)
    for hours in range(1, 5):
        shutil.copy(first.path, folder / backup_name("notes", NOW - timedelta(hours=hours)))
    flip(path, 30_000)
    with pytest.raises(VaultDamaged):
        backups.make(path, vault_key, folder, NOW + timedelta(minutes=1))
    assert len(names(folder)) == 5


def test_a_folder_that_cannot_be_thinned_has_the_new_backup_all_the_same(
    path: Path, folder: Path, vault_key: VaultKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> tuple[Backup, ...]:
        raise VaultMissing(file=folder / "moved-meanwhile.vault")

    monkeypatch.setattr(backups, "listed", gone)
    made = backups.make(path, vault_key, folder, NOW)
    assert made.state is BackupState.SOUND and made.path.exists()
