# SPDX-License-Identifier: MIT
"""Making, opening, checking and locking a journal, and changing what opens it."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from ipnb_journal.errors import PassphraseUnfit, WrongPassphrase
from ipnb_journal.services import passphrases
from ipnb_journal.vault import connection, integrity, keys, preferences, schema
from ipnb_journal.vault import lock as lock_file
from ipnb_journal.vault.looking import Look
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.copying import Progress

_SHEET_MADE = "recovery_sheet_made"
_SHEET_KEPT = "recovery_sheet_kept"
_SHEETS = "recovery_sheets"
LAST_CHECKED = "last_checked"
OF_THIS_FILE = frozenset({_SHEET_MADE, _SHEET_KEPT, _SHEETS, LAST_CHECKED, *schema.WORDS_LEFT})
"""Preferences that speak of the vault file itself and mean nothing in another one."""


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
class Keys:
    """What is known of the passphrase and recovery key in use, without either of them.

    `made`: the day they were made or last changed, where it is known; `changed`: whether they ever were;
    `kept`: whether the sheet was typed back since, as far as the journal knows.
    """

    made: date | None
    changed: bool
    kept: bool


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


def look(path: Path, passphrase: str) -> Vault:
    """Open a journal with its passphrase to look at only; every change is refused with OnlyLooking.

    For a journal of a newer version that this one can read. Raises what `looking.Look.open_with` raises.
    """
    return Look.open_with(path, partial(keys.derive, passphrase))


def look_with_recovery_code(path: Path, code: str) -> Vault:
    """Open a journal with the code of its recovery sheet to look at only; see `look`."""
    return Look.open(path, keys.key_bytes_from_code(code))


def recovery_sheet(vault: Vault) -> RecoverySheet:
    """The sheet that opens this journal as it is now."""
    return _sheet(vault, _day(preferences.read_all(vault), vault.header.decode()))


def change_passphrase(
    vault: Vault, present: str, new: str, made: date, progress: Progress | None = None
) -> RecoverySheet:
    """Give an open journal another passphrase and with it another recovery key; `made` is today.

    Takes a second, and some more for each 50 MB. Afterwards nothing opens the file that did before; older
    copies of it stay as they are. Raises PassphraseUnfit ("same" too), WrongPassphrase for another
    `present` one, MemoryShort and what `Vault.change_key` raises.
    """
    passphrases.fit(new)
    _confirm(vault, present)
    if keys.passphrase_bytes(new) == keys.passphrase_bytes(present):
        raise PassphraseUnfit(reason="same")
    return _change(vault, new, made, progress)


def choose_passphrase(vault: Vault, new: str, made: date, progress: Progress | None = None) -> RecoverySheet:
    """As `change_passphrase`, for who opened the journal with its recovery key and lost the present one."""
    passphrases.fit(new)
    return _change(vault, new, made, progress)


def new_recovery_key(
    vault: Vault, present: str, made: date, progress: Progress | None = None
) -> RecoverySheet:
    """Give an open journal another recovery key; the passphrase stays. Raises as `change_passphrase`."""
    _confirm(vault, present)
    return _change(vault, present, made, progress)


def keys_in_use(vault: Vault) -> Keys:
    """What is known of the passphrase and recovery key in use."""
    values, header = preferences.read_all(vault), vault.header.decode()
    sheets = _sheets(values)
    changed = header in sheets and next(iter(sheets)) != header
    return Keys(_day(values, header), changed, values.get(_SHEET_KEPT, header) == header)


def former_headers(vault: Vault) -> frozenset[bytes]:
    """The first 16 bytes of this journal's file, and so of its backups, before each change of its key."""
    known = frozenset(header.encode() for header in _sheets(preferences.read_all(vault)))
    return known - {vault.header}


def sheet_kept(vault: Vault) -> None:
    """Note that the sheet in use was typed back."""
    preferences.store(vault, {_SHEET_KEPT: vault.header.decode()})


def confirm(vault: Vault, passphrase: str) -> None:
    """Make sure that somebody at an open journal knows its passphrase; nothing is reopened or changed.

    Takes about half a second. Raises WrongPassphrase, and PassphraseUnfit (empty or over 1,024 bytes).
    """
    _confirm(vault, passphrase)


def confirm_recovery_code(vault: Vault, code: str) -> None:
    """As `confirm`, with the code of the sheet in use. Raises RecoveryCodeWrong and WrongPassphrase."""
    _same_key(vault, keys.key_bytes_from_code(code))


def check(vault: Vault, progress: integrity.Progress | None = None) -> integrity.Report:
    """Check every page of the journal in one go; `services.checking` does it part by part."""
    return integrity.check(vault, progress)


def lock(vault: Vault) -> None:
    """Bring everything into the one file and close it."""
    vault.close()


def _confirm(vault: Vault, present: str) -> None:
    _same_key(vault, keys.derive(present, vault.header).raw)


def _same_key(vault: Vault, raw: bytes) -> None:
    if not hmac.compare_digest(raw, vault.key.raw):
        raise WrongPassphrase(file=vault.path)


def _change(vault: Vault, passphrase: str, made: date, progress: Progress | None) -> RecoverySheet:
    key = keys.derive(passphrase, keys.new_header())
    _note_ahead(vault, key.header, made)
    vault.change_key(key, progress)
    return _sheet(vault, made)


def _note_ahead(vault: Vault, header: bytes, made: date) -> None:
    """Note the new sheet before there is one, by its header: the note holds from the moment that does.

    So nothing has to be written after a change, when it could no longer be taken back; of a change that
    came to nothing only a header stays that no file has.
    """
    values, present = preferences.read_all(vault), vault.header.decode()
    day = _day(values, present)
    sheets = {present: day.isoformat() if day else ""} | _sheets(values) | {header.decode(): made.isoformat()}
    preferences.store(vault, {_SHEETS: sheets, _SHEET_KEPT: values.get(_SHEET_KEPT, present)})


def _sheets(values: dict[str, object]) -> dict[str, object]:
    """The day each key of this file was made, by its header, the first one first."""
    kept = values.get(_SHEETS)
    return kept if isinstance(kept, dict) else {}


def _sheet(vault: Vault, made: date | None) -> RecoverySheet:
    code = keys.recovery_code(vault.key)
    return RecoverySheet(code, keys.sheet_mark(code), keys.raw_key_line(vault.key), made)


def _day(values: dict[str, object], header: str) -> date | None:
    """The day the key of this header was made; a journal that never had another notes it without one."""
    sheets = _sheets(values)
    try:
        return date.fromisoformat(str(sheets[header] if header in sheets else values.get(_SHEET_MADE)))
    except ValueError:
        return None
