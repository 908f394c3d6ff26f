# SPDX-License-Identifier: MIT
"""What follows when a journal's key was changed, in the order that leaves nobody with a wrong key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipnb_journal.services import access, backups, keychain
from ipnb_journal.services.access import RecoverySheet

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.domain.backups import Backup
    from ipnb_journal.vault.vault import Vault

Change = Callable[["Vault"], RecoverySheet]


@dataclass(frozen=True, slots=True)
class Changed:
    """A change that holds. `remembered` is False where this computer's keyring should have the new key
    and does not, so that the passphrase is asked for next time.
    """

    sheet: RecoverySheet
    remembered: bool


def done(vault: Vault, change: Change) -> Changed:
    """Change the key by one of the functions of `access`, then the keyring's; raises what `change` does.

    Once `change` is through nothing is raised any more. Waits half a minute at most for the keyring.
    """
    former = vault.header
    sheet = change(vault)
    return Changed(sheet, keychain.replace(former, vault))


def older_backups(vault: Vault, chosen: Path | None) -> tuple[Backup, ...]:
    """The backups that open with an earlier passphrase of this journal, newest first.

    Backups of other journals are not among them, even where they are named alike.
    """
    former = access.former_headers(vault)
    found = backups.listed(vault.path, chosen, vault.key).backups
    return tuple(backup for backup in found if backup.header in former)
