# SPDX-License-Identifier: MIT
"""What follows a change of key: the keyring's key, and the backups that open with the one before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import KeyringUnavailable, WrongPassphrase
from ipnb_journal.services import access, backups, key_change, remembered
from ipnb_journal.vault import keychain, keys
from ipnb_journal.vault.keys import VaultKey
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.services.access import RecoverySheet

NOON, LATER = datetime(2026, 3, 12, 12, tzinfo=UTC), datetime(2026, 3, 13, 12, tzinfo=UTC)
NEW = "seven calm fish under winter ice"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key that still follows from passphrase and header, without the half second."""

    def derive(passphrase: str, header: bytes) -> VaultKey:
        return VaultKey(header, (passphrase.encode() + header).ljust(32, b".")[-32:])

    monkeypatch.setattr(keys, "derive", derive)


def change(vault: Vault) -> RecoverySheet:
    return access.choose_passphrase(vault, NEW, date(2026, 3, 12))


def refused(vault: Vault) -> RecoverySheet:
    raise WrongPassphrase(file=vault.path)


def test_a_journal_nobody_remembers_asks_no_keyring(vault: Vault) -> None:
    changed = key_change.done(vault, change)
    assert changed.remembered
    assert changed.sheet == access.recovery_sheet(vault)
    assert remembered.headers() == frozenset()


def test_a_remembered_journal_stays_noted_under_its_new_key_only(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[bytes, VaultKey] = {}
    monkeypatch.setattr(keychain, "remember", lambda key, _: kept.__setitem__(key.header, key))
    monkeypatch.setattr(keychain, "forget", lambda header, _: kept.pop(header, None))
    former = vault.header
    remembered.add(former)
    kept[former] = vault.key
    assert key_change.done(vault, change).remembered
    assert kept == {vault.header: vault.key}
    assert remembered.headers() == {vault.header}


def test_a_keyring_that_refuses_is_told_and_undoes_nothing(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise KeyringUnavailable(reason="locked")

    monkeypatch.setattr(keychain, "remember", locked)
    monkeypatch.setattr(keychain, "forget", locked)
    former = vault.header
    remembered.add(former)
    changed = key_change.done(vault, change)
    assert not changed.remembered
    assert vault.header != former
    assert changed.sheet == access.recovery_sheet(vault)
    assert vault.header not in remembered.headers()


def test_a_refused_change_leaves_the_keyring(vault: Vault) -> None:
    former = vault.header
    remembered.add(former)
    with pytest.raises(WrongPassphrase):
        key_change.done(vault, refused)
    assert remembered.headers() == {former}
    remembered.drop(former)


def test_backups_from_before_every_change_are_listed_and_those_since_are_not(vault: Vault) -> None:
    first = backups.make_now(vault, None, NOON)
    key_change.done(vault, change)
    assert [one.path for one in key_change.older_backups(vault, None)] == [first.path]
    second = backups.make_now(vault, None, LATER)
    assert [one.path for one in key_change.older_backups(vault, None)] == [first.path]
    key_change.done(vault, change)
    assert [one.path for one in key_change.older_backups(vault, None)] == [second.path, first.path]
    assert backups.remove(key_change.older_backups(vault, None)) == 2
    assert key_change.older_backups(vault, None) == ()


def test_what_was_set_aside_under_an_earlier_key_is_listed_too(vault: Vault) -> None:
    folder = vault.path.parent
    names = ("notes.replaced-20260101T000000Z.vault", "backups/notes-before-2-20260101T000000Z.vault")
    (folder / "backups").mkdir()
    for name in names:
        (folder / name).write_bytes(vault.header + bytes(8176))
    (folder / "another.vault").write_bytes(b"J1anotherjournal" + bytes(8176))
    assert key_change.older_backups(vault, None) == ()
    key_change.done(vault, change)
    found = key_change.older_backups(vault, None)
    assert {one.path for one in found} == {folder / name for name in names}
    # looking around took nothing from the open journal
    assert vault.query_one("SELECT count(*) FROM entries") == (0,)
    assert backups.remove(found) == 2
    assert (folder / "another.vault").exists()


def test_an_older_backup_opens_with_its_own_passphrase_still(vault: Vault, vault_key: VaultKey) -> None:
    made = backups.make_now(vault, None, NOON)
    key_change.done(vault, change)
    assert backups.inside(made.path, vault_key).pages == 0
    with pytest.raises(WrongPassphrase):
        backups.inside(made.path, vault.key)


def test_another_journals_backups_are_never_listed(vault: Vault, tmp_path: Path, vault_key: VaultKey) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    other = Vault.create(
        tmp_path / "elsewhere" / vault.path.name, replace(vault_key, header=keys.new_header())
    )
    backups.make_now(other, folder, NOON)
    other.close()
    key_change.done(vault, change)
    assert key_change.older_backups(vault, folder) == ()
