# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.domain.backups import Inside
from ipnb_journal.errors import NotAVault, VaultDamaged, VaultMissing, VaultNewer, WrongPassphrase
from ipnb_journal.vault import checkins, entries, holdings
from ipnb_journal.vault.vault import Vault
from tests.builders import DAY, MOMENT, a_checkin, an_entry

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.keys import VaultKey


def test_pages_and_check_ins_are_counted_with_their_days(vault: Vault, vault_key: VaultKey) -> None:
    entries.add(vault, an_entry("First."))
    entries.add(vault, an_entry("Laid aside.", about_day=DAY - timedelta(days=40), drawer_since=MOMENT))
    checkins.add(vault, a_checkin(day=DAY - timedelta(days=3)))
    vault.close()
    found = holdings.inside(vault.path, vault_key.raw)
    size = vault.path.stat().st_size
    assert found == Inside(1, 1, DAY - timedelta(days=3), DAY, found.schema, size)
    assert holdings.pages(vault.path, vault_key.raw) == 1
    assert holdings.header(vault.path) == vault_key.header


def test_an_empty_journal_has_no_days(vault_path: Path, vault_key: VaultKey) -> None:
    found = holdings.inside(vault_path, vault_key.raw)
    assert (found.pages, found.checkins, found.first, found.last) == (0, 0, None, None)


def test_looking_writes_nothing(vault_path: Path, vault_key: VaultKey) -> None:
    before = vault_path.read_bytes()
    holdings.inside(vault_path, vault_key.raw)
    assert vault_path.read_bytes() == before
    assert [file.name for file in vault_path.parent.iterdir()] == [vault_path.name]


def test_what_cannot_be_told_is_an_error_with_a_name(vault_path: Path, vault_key: VaultKey) -> None:
    with pytest.raises(WrongPassphrase):
        holdings.inside(vault_path, bytes(32))
    with pytest.raises(VaultMissing):
        holdings.header(vault_path.with_name("gone.vault"))
    with pytest.raises(NotAVault):
        holdings.header(vault_path.parent)
    vault = Vault.open(vault_path, vault_key.raw)
    vault.execute("INSERT INTO checkins (place, uid, day, at, zone, method) VALUES (1, 'u', 'x', '', '', '')")
    vault.close()
    with pytest.raises(VaultDamaged):
        holdings.inside(vault_path, vault_key.raw)
    vault = Vault.open(vault_path, vault_key.raw)
    vault.execute("PRAGMA user_version = 99")
    vault.close()
    with pytest.raises(VaultNewer):
        holdings.pages(vault_path, vault_key.raw)
