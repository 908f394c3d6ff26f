# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import VaultBusy
from ipnb_journal.services import access, whereabouts
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
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
    whereabouts.take_away(moved)
    assert not moved.former.exists()
    access.lock(vault)
    Vault.open(moved.present, vault_key.raw).close()


def test_a_journal_left_open_on_another_computer_opens_when_the_person_says_so(
    vault_path: Path, vault_key: VaultKey
) -> None:
    vault_path.with_name("notes.vault.lock-holder").write_text("12 study\n")
    with pytest.raises(VaultBusy):
        Vault.open(vault_path, vault_key.raw)
    whereabouts.forget_other_computer(vault_path)
    access.lock(Vault.open(vault_path, vault_key.raw))
