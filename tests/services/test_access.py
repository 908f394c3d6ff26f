# SPDX-License-Identifier: MIT
"""Making, unlocking, recovering, checking and locking, with the real key derivation."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import (
    PassphraseUnfit,
    RecoveryCodeWrong,
    VaultExists,
    VaultLocked,
    VaultMissing,
    WrongPassphrase,
)
from ipnb_journal.services import access
from ipnb_journal.vault import keys, preferences

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.keys import VaultKey
    from ipnb_journal.vault.vault import Vault

PASSPHRASE = "fünf ganz ruhige Worte hier"


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_journal_opens_with_its_passphrase_and_with_its_sheet_only(tmp_path: Path, now: object) -> None:
    path = tmp_path / "mine" / "notes.vault"
    opened = access.create(path, PASSPHRASE, made=date(2026, 3, 12))
    sheet = opened.recovery
    preferences.store(opened.vault, {"journal_name": "Abend"})
    access.lock(opened.vault)
    assert names(path.parent) == ["notes.vault"]

    with pytest.raises(WrongPassphrase):
        access.unlock(path, PASSPHRASE + " ")
    again = access.unlock(path, PASSPHRASE.replace("ü", "u\u0308"))
    assert preferences.read_all(again)["journal_name"] == "Abend"
    assert access.recovery_sheet(again) == sheet
    access.lock(again)

    recovered = access.unlock_with_recovery_code(path, sheet.code.lower())
    assert preferences.read_all(recovered)["journal_name"] == "Abend"
    assert access.check(recovered).is_sound
    access.lock(recovered)


def test_a_sheet_says_what_it_opens_and_hides_it_from_logs(vault: Vault, vault_key: VaultKey) -> None:
    sheet = access.recovery_sheet(vault)
    assert keys.key_bytes_from_code(sheet.code) == vault_key.raw
    assert sheet.mark == keys.sheet_mark(sheet.code)
    assert sheet.raw_key_line == f"x'{vault_key.raw.hex()}{vault_key.header.hex()}'"
    assert sheet.made is None
    assert sheet.code not in repr(sheet)
    assert vault_key.raw.hex() not in repr(sheet)


def test_the_day_of_the_sheet_is_kept_but_a_spoilt_one_is_not_shown(vault: Vault) -> None:
    preferences.store(vault, {"recovery_sheet_made": "2026-03-12"})
    assert access.recovery_sheet(vault).made == date(2026, 3, 12)
    preferences.store(vault, {"recovery_sheet_made": "some day"})
    assert access.recovery_sheet(vault).made is None


def test_making_a_journal_never_overwrites_one(vault_path: Path) -> None:
    before = vault_path.read_bytes()
    with pytest.raises(VaultExists):
        access.create(vault_path, PASSPHRASE)
    assert vault_path.read_bytes() == before


def test_a_sheet_needs_no_day(tmp_path: Path) -> None:
    opened = access.create(tmp_path / "notes.vault", PASSPHRASE)
    assert opened.recovery.made is None
    assert keys.key_bytes_from_code(opened.recovery.code) == opened.vault.key.raw
    access.lock(opened.vault)


def test_an_unfit_passphrase_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(PassphraseUnfit):
        access.create(tmp_path / "notes.vault", "short")
    assert names(tmp_path) == []


def test_refusals_leave_nothing_beside_the_journal(vault_path: Path) -> None:
    for attempt in (
        lambda: access.unlock(vault_path, ""),
        lambda: access.unlock_with_recovery_code(vault_path, "0000"),
        lambda: access.unlock_with_recovery_code(
            vault_path, keys.recovery_code(keys.VaultKey(b"", bytes(32)))
        ),
    ):
        with pytest.raises((PassphraseUnfit, RecoveryCodeWrong, WrongPassphrase)):
            attempt()
        assert names(vault_path.parent) == [vault_path.name]


def test_a_journal_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(VaultMissing):
        access.unlock(tmp_path / "nowhere" / "notes.vault", PASSPHRASE)


def test_a_locked_journal_does_nothing_more(vault: Vault) -> None:
    access.lock(vault)
    access.lock(vault)
    with pytest.raises(VaultLocked):
        access.check(vault)


def test_preparing_brings_in_what_opening_needs_and_nothing_does_before() -> None:
    names = ["sqlcipher3", "nacl.pwhash", "filelock"]
    look = f"print(*(name in sys.modules for name in {names}))"
    code = f"import sys; from ipnb_journal.services import access; {look}; access.prepare(); {look}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"] * 3 + ["True"] * 3
