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

_KEYRING_SECONDS = 5.0
"""It answers at once or not at all here, and whoever writes meanwhile waits behind it."""

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

    Once `change` is through nothing is raised any more. Waits a few seconds at most for the keyring.
    """
    former = vault.header
    sheet = change(vault)
    return Changed(sheet, keychain.replace(former, vault, _KEYRING_SECONDS))


def older_backups(vault: Vault, chosen: Path | None) -> tuple[Backup, ...]:
    """The copies that open with an earlier passphrase of this journal, newest first.

    Backups, and what a restore or an upgrade set aside beside the journal; those of other journals are
    not among them, even where they are named alike.
    """
    former = frozenset(access.former_headers(vault))
    listed = backups.listed(vault.path, chosen, vault.key).backups
    found = {
        one.path: one for one in (*backups.copies(vault, chosen, former), *listed) if one.header in former
    }
    return tuple(sorted(found.values(), key=lambda one: (one.made, one.path.name), reverse=True))
