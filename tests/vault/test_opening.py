# SPDX-License-Identifier: MIT
"""A vault's file appears whole, and a connection to it is proved before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import VaultError, VaultExists, WrongPassphrase
from ipnb_journal.vault import opening, schema
from ipnb_journal.vault.keys import VaultKey

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_made_stands_alone_and_is_never_put_over_another(tmp_path: Path, vault_key: VaultKey) -> None:
    path = tmp_path / "notes.vault"
    opening.make(path, vault_key)
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["notes.vault"]
    whole = path.read_bytes()
    with pytest.raises(VaultExists):
        opening.make(path, vault_key)
    assert path.read_bytes() == whole


def test_a_connection_is_durable_and_keeps_links(vault_path: Path, vault_key: VaultKey) -> None:
    connection = opening.connected(vault_path, vault_key)
    asked = ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
    told = [connection.execute(f"PRAGMA {name}").fetchone() for name in asked]
    assert told == [("wal",), (2,), (1,), (1,)]
    assert schema.number(connection) == len(schema.MIGRATIONS)
    connection.close()


def test_a_key_that_does_not_fit_changes_nothing(vault_path: Path, vault_key: VaultKey) -> None:
    before = vault_path.read_bytes()
    with pytest.raises(WrongPassphrase):
        opening.connected(vault_path, VaultKey(vault_key.header, bytes(32)))
    assert vault_path.read_bytes() == before


def test_a_new_file_that_cannot_be_opened_stands_in_no_later_attempts_way(
    tmp_path: Path, vault_key: VaultKey
) -> None:
    path, log = tmp_path / "notes.vault", tmp_path / "notes.vault-journal"
    opening.make(path, vault_key)
    log.mkdir()
    with pytest.raises(VaultError):
        opening.first_connected(path, vault_key)
    assert not path.exists()
    log.rmdir()
    opening.make(path, vault_key)
    opening.first_connected(path, vault_key).close()


@pytest.mark.parametrize("suffix", ["-wal", "-journal"])
def test_a_log_left_by_a_file_that_is_gone_is_set_aside(
    tmp_path: Path, vault_key: VaultKey, suffix: str
) -> None:
    path, log = tmp_path / "notes.vault", tmp_path / f"notes.vault{suffix}"
    for number in (1, 2):
        log.write_bytes(b"commits of another file" * 400 * number)
        opening.make(path, vault_key)
        opening.connected(path, vault_key).close()
        path.unlink()
        aside = tmp_path / f"notes.vault{suffix}.left-{number}"
        assert aside.read_bytes() == b"commits of another file" * 400 * number
