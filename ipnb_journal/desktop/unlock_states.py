# SPDX-License-Identifier: MIT
"""The looks of the page that opens a journal, for the screenshots: each problem it can tell."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ipnb_journal.errors import (
    DiskFull,
    KeyringUnavailable,
    NotAVault,
    NotUpgraded,
    VaultBusy,
    VaultDamaged,
    VaultMissing,
    VaultNewer,
    VaultReadOnly,
    WrongPassphrase,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipnb_journal.desktop.pages.unlock import UnlockPage
    from ipnb_journal.errors import AppError


def _use_code(page: UnlockPage) -> None:
    page.other_way.click()


def _show_asking(page: UnlockPage) -> None:
    page.show_remembered(True)
    page.keyring.show_asking()


def _show_refused(page: UnlockPage) -> None:
    page.show_remembered(True)
    page.show_problem(KeyringUnavailable(reason="locked"))


def _show(page: UnlockPage, error: AppError) -> None:
    page.passphrase.set_text("slow river under the odl bridge")
    page.passphrase.set_shown(True)
    page.show_problem(error)


def _forget(page: UnlockPage) -> None:
    page.passphrase.forget()


_ELSEWHERE = VaultBusy(file="notes.vault", pid=4711, host="study", elsewhere=True)
_SHOWN: tuple[AppError, ...] = (
    WrongPassphrase(file="notes.vault"),
    VaultMissing(file="/home/me/notes.vault"),
    VaultBusy(file="notes.vault", pid=4711, host="study"),
    NotAVault(file="notes.vault", reason="empty"),
    VaultNewer(file="notes.vault", found=5, known=1, readable=True, saved_with="1.6"),
    VaultDamaged(file="notes.vault", detail="4 pages can’t be read"),
    VaultReadOnly(file="/media/stick/notes.vault"),
    DiskFull(file="notes.vault"),
    NotUpgraded(file="notes.vault", why="disk_full", needed=21_000_000),
)

LOOKS: tuple[tuple[str, Callable[[UnlockPage], None] | None], ...] = (
    ("unlock", None),
    *((f"unlock-{error.code}", partial(_show, error=error)) for error in _SHOWN),
    ("unlock-open-elsewhere", partial(_show, error=_ELSEWHERE)),
    ("unlock-recovery-key", _use_code),
    ("unlock-forgotten", _forget),
    ("unlock-remembered", lambda page: page.show_remembered(True)),
    ("unlock-keyring-asking", _show_asking),
    ("unlock-keyring-unavailable", _show_refused),
)
"""The name of each look, and what brings it about on the page."""
