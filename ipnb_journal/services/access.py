# SPDX-License-Identifier: MIT
"""Making, opening, checking and locking a journal."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from ipnb_journal.services import passphrases
from ipnb_journal.vault import connection, integrity, keys, preferences
from ipnb_journal.vault import lock as lock_file
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from pathlib import Path

_SHEET_MADE = "recovery_sheet_made"


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on a printed recovery sheet; the code and the raw line each open the journal.

    `code`: 14 groups of 4; `mark`: 4 characters that tell sheets apart; `raw_key_line`: for stock
    SQLCipher tools; `made`: the day the key was made, where it is known.
    """

    code: str = field(repr=False)
    mark: str
    raw_key_line: str = field(repr=False)
    made: date | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A journal that was just made, with its recovery sheet."""

    vault: Vault
    recovery: RecoverySheet


def prepare() -> None:
    """Import what opening a journal needs, ahead of time, while nobody waits for it."""
    connection.cipher()
    keys.derivation()
    lock_file.locking()


def create(path: Path, passphrase: str, made: date | None = None) -> Opened:
    """Make a journal and open it; `made` is today, for the sheet. Takes about half a second.

    Raises PassphraseUnfit, VaultExists, VaultReadOnly, DiskFull, VaultBusy.
    """
    passphrases.fit(passphrase)
    vault = Vault.create(path, keys.derive(passphrase, keys.new_header()))
    if made is not None:
        preferences.store(vault, {_SHEET_MADE: made.isoformat()})
        vault.take_topics()
    return Opened(vault, recovery_sheet(vault))


def unlock(path: Path, passphrase: str) -> Vault:
    """Open a journal with its passphrase. Takes about half a second.

    Raises WrongPassphrase, PassphraseUnfit (empty or over 1,024 bytes) and what `Vault.open_with` raises.
    """
    return Vault.open_with(path, partial(keys.derive, passphrase))


def unlock_with_recovery_code(path: Path, code: str) -> Vault:
    """Open a journal with the code of its recovery sheet.

    Raises RecoveryCodeWrong for a slip, WrongPassphrase for the code of another journal or of an
    earlier passphrase, and what `Vault.open_with` raises.
    """
    return Vault.open(path, keys.key_bytes_from_code(code))


def recovery_sheet(vault: Vault) -> RecoverySheet:
    """The sheet that opens this journal as it is now."""
    code = keys.recovery_code(vault.key)
    return RecoverySheet(
        code, keys.sheet_mark(code), keys.raw_key_line(vault.key), _day(preferences.read_all(vault))
    )


def check(vault: Vault, progress: integrity.Progress | None = None) -> integrity.Report:
    """Check every page of the journal in one go; `services.checking` does it part by part."""
    return integrity.check(vault, progress)


def lock(vault: Vault) -> None:
    """Bring everything into the one file and close it."""
    vault.close()


def _day(values: dict[str, object]) -> date | None:
    try:
        return date.fromisoformat(str(values.get(_SHEET_MADE)))
    except ValueError:
        return None
