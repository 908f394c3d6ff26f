# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import VaultBusy
from ipnb_journal.services import access, backups, whereabouts
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from ipnb_journal.vault.keys import VaultKey


def test_a_journal_in_a_synced_folder_has_a_keeper(vault_path: Path, tmp_path: Path) -> None:
    assert whereabouts.keeper_of(vault_path) is None
    found = whereabouts.keeper_of(tmp_path / "Nextcloud" / "notes.vault")
    assert found == whereabouts.Keeper(whereabouts.KeeperKind.SYNCED, "Nextcloud")


def test_a_journal_moves_while_it_is_open(vault: Vault, vault_key: VaultKey, tmp_path: Path) -> None:
    moved = whereabouts.move(vault, tmp_path / "elsewhere")
    assert moved.former.exists()
    assert moved.present == vault.path == tmp_path / "elsewhere" / "notes.vault"
    assert whereabouts.take_away(moved, None)
    assert not moved.former.exists()
    access.lock(vault)
    Vault.open(moved.present, vault_key.raw).close()


def test_its_backups_come_along(vault: Vault, vault_key: VaultKey, now: datetime, tmp_path: Path) -> None:
    made = backups.make_now(vault, None, now)
    moved = whereabouts.move(vault, tmp_path / "elsewhere")
    assert whereabouts.take_away(moved, None)
    assert not made.path.parent.exists()
    (there,) = backups.listed_open(vault, None).backups
    assert there.path == tmp_path / "elsewhere" / "backups" / made.path.name
    assert backups.checked(there, vault_key).state is backups.BackupState.SOUND


def test_backups_in_a_chosen_folder_and_other_peoples_things_stay(
    vault: Vault, now: datetime, tmp_path: Path
) -> None:
    (tmp_path / "drive").mkdir()
    made = backups.make_now(vault, tmp_path / "drive", now)
    beside = vault.path.parent / "backups"
    beside.mkdir()
    (beside / "letter.txt").write_text("not ours")
    moved = whereabouts.move(vault, tmp_path / "elsewhere")
    assert whereabouts.take_away(moved, tmp_path / "drive")
    assert made.path.exists()
    assert (beside / "letter.txt").read_text() == "not ours"


def test_a_backup_whose_name_is_taken_there_stays_and_is_told(
    vault: Vault, now: datetime, tmp_path: Path
) -> None:
    made = backups.make_now(vault, None, now)
    taken = tmp_path / "elsewhere" / "backups" / made.path.name
    taken.parent.mkdir(parents=True)
    taken.write_bytes(b"another")
    moved = whereabouts.move(vault, tmp_path / "elsewhere")
    assert not whereabouts.take_away(moved, None)
    assert taken.read_bytes() == b"another"
    assert made.path.exists()


def test_a_journal_left_open_on_another_computer_opens_when_the_person_says_so(
    vault_path: Path, vault_key: VaultKey
) -> None:
    vault_path.with_name("notes.vault.lock-holder").write_text("12 study\n")
    with pytest.raises(VaultBusy):
        Vault.open(vault_path, vault_key.raw)
    whereabouts.forget_other_computer(vault_path)
    access.lock(Vault.open(vault_path, vault_key.raw))


def test_what_cannot_be_tidied_where_the_backups_were_is_no_hindrance(
    vault: Vault, now: datetime, tmp_path: Path
) -> None:
    backups.make_now(vault, None, now)
    note = vault.path.parent / "backups" / backups.READ_ME
    note.unlink()
    note.mkdir()
    moved = whereabouts.move(vault, tmp_path / "elsewhere")
    assert whereabouts.take_away(moved, None)
    assert not moved.former.exists()
