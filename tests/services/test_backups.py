# SPDX-License-Identifier: MIT
from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from ipnb_journal import paths
from ipnb_journal.errors import (
    BackupNotMade,
    NotAVault,
    RecoveryCodeWrong,
    VaultBusy,
    VaultNewer,
    WrongPassphrase,
)
from ipnb_journal.services import access, backups
from ipnb_journal.services.backups import BackupState, Inside
from ipnb_journal.vault import checkins, entries, keys
from ipnb_journal.vault.looking import Look
from ipnb_journal.vault.vault import Vault
from tests import rescuing
from tests.builders import DAY, a_checkin, an_entry

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.keys import VaultKey

NOW = datetime(2026, 3, 12, 19, 15, 7, tzinfo=UTC)


@pytest.fixture
def closed(vault: Vault) -> Vault:
    """A journal with two pages and a check-in, just closed."""
    with vault.transaction():
        entries.add(vault, an_entry("First.", about_day=DAY - timedelta(days=9)))
        entries.add(vault, an_entry("Second."))
        entries.add(vault, an_entry("Let go of.", drawer_since=NOW))
        checkins.add(vault, a_checkin(day=DAY + timedelta(days=1)))
    vault.close()
    return vault


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_backups_lie_beside_the_journal_unless_a_folder_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "notes.vault"
    assert backups.folder_of(path, None) == tmp_path.resolve() / "backups"
    assert backups.folder_of(path, tmp_path / "drive") == tmp_path / "drive"


def test_a_folder_of_backups_holds_what_opens_them(closed: Vault) -> None:
    made = backups.make(closed, None, NOW)
    assert made is not None
    assert names(made.path.parent) == ["READ-ME-FIRST.txt", made.path.name, "rescue.py"]
    told = subprocess.run(
        [sys.executable, made.path.parent / "rescue.py", "--help"], capture_output=True, text=True
    )
    assert told.returncode == 0, told.stderr
    assert "Without the app" in (made.path.parent / "READ-ME-FIRST.txt").read_text()


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX")
def test_a_backup_is_read_by_the_program_beside_it_alone(closed: Vault, vault_key: VaultKey) -> None:
    made = backups.make(closed, None, NOW)
    assert made is not None
    reading, writing = os.pipe()
    os.write(writing, keys.recovery_code(vault_key).encode())
    os.close(writing)
    rescue = made.path.parent / "rescue.py"
    told = subprocess.run(
        [sys.executable, "-I", rescue, made.path, "--text", "--key", "--fd", str(reading)],
        capture_output=True,
        text=True,
        pass_fds=[reading],
    )
    os.close(reading)
    assert told.returncode == 0, told.stderr
    assert "First." in told.stdout
    assert "Second." in told.stdout


def test_what_a_newer_version_laid_there_stays_and_what_an_older_one_laid_there_goes(closed: Vault) -> None:
    made = backups.make(closed, None, NOW)
    assert made is not None
    folder = made.path.parent
    for version, stays in (("99.0", True), ("0.0.1", False), ("9" * 5000, False)):
        (folder / "rescue.py").write_text("another one")
        (folder / backups.READ_ME).write_text(f"Words.\nWritten by IPNB Journal {version}.\n")
        backups.choose(folder)
        assert (folder / "rescue.py").read_text().startswith("another") is stays
        assert (folder / backups.READ_ME).read_text().startswith("Words") is stays


def test_an_unchanged_journal_is_not_copied_again(closed: Vault, vault_key: VaultKey) -> None:
    first = backups.make(closed, None, NOW)
    assert first is not None
    Vault.open(closed.path, vault_key.raw).close()
    assert backups.make(closed, None, NOW + timedelta(days=1)) is None
    vault = Vault.open(closed.path, vault_key.raw)
    entries.add(vault, an_entry("One more."))
    vault.close()
    second = backups.make(vault, None, NOW + timedelta(days=1))
    assert second is not None
    assert backups.listed(closed.path, None, vault_key).backups == (
        replace(second, state=BackupState.UNCHECKED),
        replace(first, state=BackupState.UNCHECKED),
    )


def test_a_rotten_backup_does_not_count_as_one(closed: Vault) -> None:
    first = backups.make(closed, None, NOW)
    assert first is not None
    content = bytearray(first.path.read_bytes())
    content[-3000] ^= 1
    first.path.write_bytes(content)
    assert backups.make(closed, None, NOW + timedelta(days=1)) is not None


def test_a_folder_that_is_not_there_is_told_and_not_made(closed: Vault, tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    with pytest.raises(BackupNotMade):
        backups.make(closed, drive, NOW)
    assert backups.listed(closed.path, drive) == backups.Found(drive, (), is_there=False)
    assert not drive.exists()
    assert backups.missed() == ""


def test_what_went_wrong_at_a_lock_is_noted_until_there_is_a_backup(closed: Vault, tmp_path: Path) -> None:
    drive = tmp_path / "Backup drive"
    backups.make_after_lock(closed, drive, NOW)
    assert backups.missed() == "missing"
    assert paths.settings_file().with_name("backup-missed").read_text() == "missing\n"
    drive.mkdir()
    backups.make_after_lock(closed, drive, NOW)
    assert backups.missed() == ""
    assert len(backups.listed(closed.path, drive).backups) == 1


def test_a_damaged_journal_is_noted_too(closed: Vault) -> None:
    content = bytearray(closed.path.read_bytes())
    content[-3000] ^= 1
    closed.path.write_bytes(content)
    backups.make_after_lock(closed, None, NOW)
    assert backups.missed() == "vault_damaged"


def test_a_chosen_folder_is_tried_at_once(tmp_path: Path) -> None:
    with pytest.raises(BackupNotMade):
        backups.choose(tmp_path / "nowhere")
    backups.choose(tmp_path)
    assert set(names(tmp_path)) >= {"rescue.py", "READ-ME-FIRST.txt"}


def test_before_the_first_backup_there_is_none_and_nothing_is_missing(vault_path: Path) -> None:
    assert backups.listed(vault_path, None) == backups.Found(vault_path.parent / "backups", ())


def test_an_open_journal_is_backed_up_and_checked(vault: Vault, vault_key: VaultKey) -> None:
    entries.add(vault, an_entry("First."))
    made = backups.make_now(vault, None, NOW)
    assert (made.pages, made.state) == (1, BackupState.SOUND)
    assert backups.checked(made, vault_key) == made


def test_removing_says_how_many_went(closed: Vault, vault_key: VaultKey) -> None:
    made = backups.make(closed, None, NOW)
    assert made is not None
    assert backups.remove([made]) == 1
    assert backups.remove([made]) == 0
    assert backups.listed(closed.path, None, vault_key).backups == ()


def test_what_is_inside_is_told_before_anything_happens(closed: Vault, vault_key: VaultKey) -> None:
    made = backups.make(closed, None, NOW)
    assert made is not None
    found = backups.inside(made.path, vault_key)
    assert found == Inside(
        pages=2,
        checkins=1,
        first=DAY - timedelta(days=9),
        last=DAY + timedelta(days=1),
        schema=found.schema,
        size=made.size,
    )
    whole = backups.Preview(made, found, found, stands=True, same_key=True, whole=True)
    assert backups.preview(made.path, closed.path, vault_key) == whole
    closed.path.with_name("notes.vault-wal").write_bytes(b"something newer")
    unread = replace(whole, present=None, whole=None)
    assert backups.preview(made.path, closed.path, vault_key) == unread
    closed.path.with_name("notes.vault-wal").unlink()
    rescuing.damage(closed.path, [rescuing.root_of(closed.path, vault_key.raw, "versions")])
    assert backups.preview(made.path, closed.path, vault_key) == replace(whole, whole=False)
    closed.path.write_bytes(keys.new_header() + closed.path.read_bytes()[16:])
    other = replace(unread, same_key=False)
    assert backups.preview(made.path, closed.path, vault_key) == other
    closed.path.unlink()
    assert backups.preview(made.path, closed.path, vault_key) == replace(other, stands=False)


def test_what_is_inside_is_told_beside_what_an_open_journal_holds(vault: Vault) -> None:
    entries.add(vault, an_entry("First."))
    made = backups.make_now(vault, None, NOW)
    entries.add(vault, an_entry("Second."))
    found = backups.preview_open(vault, made.path, vault.key)
    assert found.present is not None
    assert (found.inside.pages, found.present.pages, found.same_key) == (1, 2, True)
    with pytest.raises(VaultBusy):
        backups.preview_open(vault, vault.path, vault.key)


def test_a_backup_with_a_name_of_its_own_is_dated_by_its_file(closed: Vault, vault_key: VaultKey) -> None:
    made = backups.make(closed, None, NOW)
    assert made is not None
    mine = made.path.rename(made.path.with_name("mine.vault"))
    os.utime(mine, (NOW.timestamp(), NOW.timestamp()))
    assert backups.preview(mine, closed.path, vault_key).backup == replace(made, path=mine)


def test_a_backup_opens_with_its_passphrase_and_its_recovery_key(tmp_path: Path) -> None:
    path = tmp_path / "notes.vault"
    opened = access.create(path, "slow river under the old bridge")
    opened.vault.close()
    made = backups.make(opened.vault, None, NOW)
    assert made is not None
    key = backups.key_from_passphrase(made.path, "slow river under the old bridge")
    assert key == opened.vault.key == backups.key_from_code(made.path, opened.recovery.code)
    with pytest.raises(RecoveryCodeWrong):
        backups.key_from_code(made.path, "none")
    with pytest.raises(WrongPassphrase):
        backups.inside(made.path, backups.key_from_passphrase(made.path, "another one"))


def test_a_file_that_is_no_backup_asks_for_no_key(tmp_path: Path) -> None:
    (tmp_path / "letter").write_bytes(b"Dear Ana" * 1000)
    with pytest.raises(NotAVault):
        backups.key_from_passphrase(tmp_path / "letter", "slow river under the old bridge")
    (tmp_path / "newer").write_bytes(b"J9ABCDEFGHIJKLMN" + bytes(5000))
    with pytest.raises(VaultNewer):
        backups.key_from_passphrase(tmp_path / "newer", "slow river under the old bridge")


def test_a_backup_takes_the_journals_place(closed: Vault, vault_key: VaultKey) -> None:
    made = backups.make(closed, None, NOW)
    assert made is not None
    closed.path.write_bytes(b"")
    aside = backups.restore(made.path, closed.path, vault_key, NOW)
    assert aside == closed.path.with_name("notes.replaced-20260312T191507Z.vault")
    vault = Vault.open(closed.path, vault_key.raw)
    assert len(list(entries.each(vault))) == 3
    vault.close()


def test_a_journal_that_was_only_looked_at_is_left_to_the_version_that_writes_it(
    closed: Vault, vault_key: VaultKey
) -> None:
    look = Look.open(closed.path, vault_key.raw)
    look.close()
    assert backups.make(look, None, NOW) is None
    assert not backups.folder_of(closed.path, None).exists()
    backups.make_after_lock(closed, closed.path.parent / "drive", NOW)
    backups.make_after_lock(look, None, NOW)
    assert backups.missed() == "missing"


def test_the_folder_beside_the_journal_is_no_choice_but_the_usual_one(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "drive").mkdir()
    assert backups.picked(vault, tmp_path / "drive") == tmp_path / "drive"
    assert backups.picked(vault, vault.path.parent) is None
    assert backups.picked(vault, vault.path.parent / "backups") is None
    with pytest.raises(BackupNotMade):
        backups.picked(vault, tmp_path / "gone")


def test_the_newest_backup_that_is_whole_is_found(closed: Vault, vault_key: VaultKey) -> None:
    assert backups.newest_sound(closed, None) is None
    first = backups.make(closed, None, NOW)
    opened = Vault.open(closed.path, vault_key.raw)
    entries.add(opened, an_entry("Third."))
    opened.close()
    second = backups.make(opened, None, NOW + timedelta(days=1))
    assert first is not None
    assert second is not None
    assert getattr(backups.newest_sound(closed, None), "path", None) == second.path
    rescuing.damage(second.path, [5])
    assert getattr(backups.newest_sound(closed, None), "path", None) == first.path
