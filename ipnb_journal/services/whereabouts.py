# SPDX-License-Identifier: MIT
"""Where a journal lies: who else keeps that folder, and moving it to another one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ipnb_journal.domain.keepers import Keeper, KeeperKind
from ipnb_journal.services import backups
from ipnb_journal.vault import lock, moving, surroundings

if TYPE_CHECKING:
    from ipnb_journal.vault.copying import Progress
    from ipnb_journal.vault.vault import Vault

__all__ = ["Keeper", "KeeperKind", "Moved", "forget_other_computer", "keeper_of", "move", "take_away"]


@dataclass(frozen=True, slots=True)
class Moved:
    """A journal's file as it was left behind, where the journal is now, and how both begin."""

    former: Path
    present: Path
    header: bytes


def keeper_of(path: Path) -> Keeper | None:
    """Who else keeps the folder of a journal: a program that syncs it, or a network; None where nobody.

    A drive that doesn't answer can make it wait: ask on a worker.
    """
    return surroundings.keeper(path.parent)


def move(vault: Vault, folder: Path, progress: Progress | None = None) -> Moved:
    """Let an open journal go on in `folder`; the file left behind stays until `take_away`.

    Raises what `Vault.move` raises.
    """
    former = vault.move(folder, progress)
    return Moved(former, vault.path, vault.header)


def take_away(moved: Moved, chosen: Path | None) -> bool:
    """Remove the file that a move left behind, once it is noted where the journal is now.

    Backups beside it come along, unless they lie in a folder that was `chosen`; whether all did.
    Raises BackupNotMade, VaultBusy, VaultReadOnly, VaultDamaged, VaultError: the file is still there.
    """
    came = chosen is not None or backups.bring_along(moved.former, moved.present)
    moving.take_away(moved.former, moved.present, moved.header)
    return came


def forget_other_computer(path: Path) -> None:
    """Open a journal here next time although another computer's note says it is open there.

    Raises VaultBusy where it is open on this computer.
    """
    lock.forget_holder(path)
