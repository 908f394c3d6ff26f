# SPDX-License-Identifier: MIT
"""What the window does with the journal by itself when it was just opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.runner import Vault


def read_name(context: Context, owner: QObject, then: Callable[[str], None]) -> None:
    """Ask for the journal's own name."""

    def read(vault: Vault) -> str:
        from ipnb_journal.services import preferences  # noqa: PLC0415  brings the cipher

        return preferences.read(vault).journal_name

    context.runner.run(owner, read, then, latest="journal_name")


def empty_drawer(context: Context, owner: QObject) -> None:
    """Let go of what has lain in the drawer for its 30 days; the first page's own reading goes first."""
    now = context.clock()

    def empty(vault: Vault) -> None:
        from ipnb_journal.services import history  # noqa: PLC0415  brings the cipher

        history.empty_drawer(vault, now)

    # nobody asked for this and the next unlock tries again, so nobody is told if it can't be done
    context.runner.run(owner, empty, failed=lambda _: None)
