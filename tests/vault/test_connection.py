# SPDX-License-Identifier: MIT
"""What SQLite reports, turned into what a person can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlcipher3

from ipnb_journal.errors import (
    DiskFull,
    VaultBusy,
    VaultDamaged,
    VaultError,
    VaultMissing,
    VaultReadOnly,
    WrongPassphrase,
)
from ipnb_journal.vault import connection

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.keys import VaultKey
    from ipnb_journal.vault.vault import Vault


def reported(code: int) -> Exception:
    error = sqlcipher3.OperationalError("whatever it says")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (5, VaultBusy),
        (6, VaultBusy),
        (5 | 1 << 8, VaultBusy),
        (26, VaultDamaged),
        (11, VaultDamaged),
        (11 | 1 << 8, VaultDamaged),
        (13, DiskFull),
        (8, VaultReadOnly),
        (8 | 5 << 8, VaultReadOnly),
        (14, VaultReadOnly),
        (3, VaultReadOnly),
        (10, VaultError),
    ],
)
def test_each_report_becomes_its_error(tmp_path: Path, code: int, kind: type) -> None:
    with pytest.raises(VaultError) as told, connection.mapped(tmp_path / "notes.vault"):
        raise reported(code)
    assert type(told.value) is kind
    assert told.value.facts["file"] == tmp_path / "notes.vault"


def test_an_unreadable_first_page_means_the_key_while_opening(tmp_path: Path) -> None:
    with pytest.raises(WrongPassphrase), connection.mapped(tmp_path / "notes.vault", opening=True):
        raise reported(26)


def test_a_folder_that_went_away_means_the_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(VaultMissing), connection.mapped(tmp_path / "unplugged" / "notes.vault"):
        raise reported(14)


def test_what_nobody_can_act_on_stays_a_bug(tmp_path: Path) -> None:
    for bug in (reported(1), reported(19), KeyError("slip")):
        with pytest.raises(type(bug)) as raised, connection.mapped(tmp_path / "notes.vault"):
            raise bug
        assert raised.value is bug


def test_what_the_system_refuses_is_told_too(tmp_path: Path) -> None:
    with pytest.raises(VaultMissing), connection.mapped(tmp_path / "notes.vault"):
        (tmp_path / "nowhere").read_bytes()


def test_an_open_vault_has_the_settings_its_promises_rest_on(vault: Vault) -> None:
    expected = {
        "journal_mode": "wal",
        "locking_mode": "exclusive",
        "synchronous": 2,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "secure_delete": 1,
        "foreign_keys": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "wal_autocheckpoint": 256,
        "cipher_page_size": "4096",
        "cipher_hmac_algorithm": "HMAC_SHA512",
        "page_size": "4096",
    }
    found = {name: (vault.query_one(f"PRAGMA {name}") or (None,))[0] for name in expected}
    assert found == expected


def test_names_with_odd_letters_open(tmp_path: Path, vault_path: Path, vault_key: VaultKey) -> None:
    odd = tmp_path / "50 % möglich?#&x=1.vault"
    vault_path.rename(odd)
    opened = connection.connect(odd, vault_key.raw.hex())
    assert opened.execute("SELECT count(*) FROM entries").fetchone() == (0,)
    opened.close()


def test_a_missing_file_is_never_made_by_connecting(tmp_path: Path) -> None:
    with pytest.raises(sqlcipher3.OperationalError):
        connection.connect(tmp_path / "nothing.vault", "00" * 32).execute("SELECT 1 FROM sqlite_master")
    assert not (tmp_path / "nothing.vault").exists()


def test_damage_is_not_told_to_the_systems_journal(
    vault_path: Path, vault_key: VaultKey, capfd: pytest.CaptureFixture[str]
) -> None:
    for key in ("00" * 32, vault_key.raw.hex()):
        with vault_path.open("r+b") as file:
            file.seek(-100, 2)
            file.write(b"scratched")
        opened = connection.connect(vault_path, key)
        try:
            opened.execute("PRAGMA cipher_integrity_check").fetchall()
            opened.execute("SELECT count(*) FROM sqlite_master").fetchall()
        except sqlcipher3.DatabaseError:
            pass
        opened.close()
    told = capfd.readouterr()
    assert told.out + told.err == ""
