# SPDX-License-Identifier: MIT
"""Opening what can be read of a damaged journal: into a new one beside it, the old one left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.vault import keys, salvage
from ipnb_journal.vault.salvage import Salvaged

__all__ = ["Salvaged", "from_open", "with_passphrase", "with_recovery_code"]

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.vault.salvage import Progress
    from ipnb_journal.vault.vault import Vault


def from_open(vault: Vault, progress: Progress | None = None) -> Salvaged:
    """Put what can be read of the open journal into a new one; see `vault.salvage.salvage`."""
    return salvage.salvage_open(vault, progress)


def with_passphrase(path: Path, passphrase: str, progress: Progress | None = None) -> Salvaged:
    """Put what can be read of a closed journal into a new one, which the same passphrase opens.

    Raises WrongPassphrase where no part of it opens with this one, and what `vault.salvage.salvage` raises.
    """
    key = keys.derive(passphrase, salvage.header_of(path))
    return salvage.salvage(path, key.raw, progress)


def with_recovery_code(path: Path, code: str, progress: Progress | None = None) -> Salvaged:
    """As `with_passphrase`, with the code of the recovery sheet. Raises RecoveryCodeWrong for a slip."""
    return salvage.salvage(path, keys.key_bytes_from_code(code), progress)
