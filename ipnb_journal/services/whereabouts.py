# SPDX-License-Identifier: MIT
"""Where a journal lies: who else keeps that folder, and moving it to another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain.keepers import Keeper, KeeperKind
from ipnb_journal.vault import lock, moving, surroundings

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Keeper", "KeeperKind", "forget_other_computer", "keeper_of", "put_into", "take_away"]


def keeper_of(path: Path) -> Keeper | None:
    """Who else keeps the folder of a journal: a program that syncs it, or a network; None where nobody.

    A drive that doesn't answer can make it wait: ask on a worker.
    """
    return surroundings.keeper(path.parent)


def put_into(path: Path, folder: Path) -> Path:
    """Let a closed journal stand in `folder` too, and say under which path; see `vault.moving.put_into`."""
    return moving.put_into(path, folder)


def take_away(path: Path, moved: Path) -> None:
    """Remove the old file of a journal that stands at `moved` now; see `vault.moving.take_away`."""
    moving.take_away(path, moved)


def forget_other_computer(path: Path) -> None:
    """Open a journal here next time although another computer's note says it is open there.

    Raises VaultBusy where it is open on this computer.
    """
    lock.forget_holder(path)
