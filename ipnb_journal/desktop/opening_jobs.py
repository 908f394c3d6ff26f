# SPDX-License-Identifier: MIT
"""What the unlock page has done for it; each job brings what it needs, which no first paint waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal import paths

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.desktop.runner import Vault
    from ipnb_journal.vault.keys import VaultKey
    from ipnb_journal.vault.salvage import Salvaged


def changed_at(path: Path) -> float | None:
    """When a file was last changed, in seconds; None where it can't be told."""
    try:
        return path.stat().st_mtime
    except OSError:
        return None


def open_with_passphrase(path: Path, passphrase: str) -> Vault:
    """Open a journal with its passphrase."""
    from ipnb_journal.services import access  # noqa: PLC0415  brings the cipher, loaded while the person types

    return access.unlock(path, passphrase)


def open_with_code(path: Path, code: str) -> Vault:
    """Open a journal with the key from its recovery sheet."""
    from ipnb_journal.services import access  # noqa: PLC0415  brings the cipher, loaded while the person types

    return access.unlock_with_recovery_code(path, code)


def look_with_passphrase(path: Path, passphrase: str) -> Vault:
    """Open a journal with its passphrase, to look at only."""
    from ipnb_journal.services import access  # noqa: PLC0415  it was needed to find that it is a newer one

    return access.look(path, passphrase)


def look_with_code(path: Path, code: str) -> Vault:
    """Open a journal with the key from its recovery sheet, to look at only."""
    from ipnb_journal.services import access  # noqa: PLC0415  it was needed to find that it is a newer one

    return access.look_with_recovery_code(path, code)


def save_readable(path: Path, secret: str, with_code: bool) -> Salvaged:
    """Put what can be read of a damaged journal into a new one beside it."""
    from ipnb_journal.services import salvaging  # noqa: PLC0415  hardly ever needed

    save = salvaging.with_recovery_code if with_code else salvaging.with_passphrase
    return save(path, secret)


def forget_other_computer(path: Path) -> None:
    """Let a journal open here although another computer's note lies beside it."""
    from ipnb_journal.services import whereabouts  # noqa: PLC0415  most openings do without

    whereabouts.forget_other_computer(path)


def open_with_key(path: Path, key: VaultKey) -> Vault:
    """Open a journal with the key that the keyring gave."""
    from ipnb_journal.services import keychain  # noqa: PLC0415  it was needed to ask for the key

    return keychain.open_with(path, key)


def is_remembered(path: Path) -> bool:
    """Whether this computer's keyring has the journal's key, as far as is noted."""
    if not paths.remembered_file().exists():
        return False
    from ipnb_journal.services import remembered  # noqa: PLC0415  off unless asked for

    return remembered.holds(path)
