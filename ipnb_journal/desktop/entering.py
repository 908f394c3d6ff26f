# SPDX-License-Identifier: MIT
"""What happens once whenever a journal is entered, beside whatever the first page reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop import places

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.desktop.runner import Vault


def reachable(context: Context, place: Place) -> Place | None:
    """The place, or what is shown instead of it just now; None where nobody can go there.

    A journal that is only looked at has no place where something is written.
    """
    runner = context.runner
    if not runner.is_open:
        return place if isinstance(place, places.BEFORE_UNLOCKING) else None
    if not runner.read_only or isinstance(place, places.WHILE_LOOKING):
        return place
    if isinstance(place, places.Today):
        return places.History()
    from ipnb_journal.desktop.wording.opening import NOT_WHILE_LOOKING  # noqa: PLC0415  hardly ever said

    context.notices.say(NOT_WHILE_LOOKING)
    return None


def read_name(context: Context, owner: QObject, show: Callable[[str], None]) -> None:
    """Ask for the name that the person gave the journal."""

    def read(vault: Vault) -> str:
        from ipnb_journal.services import preferences  # noqa: PLC0415  brings the cipher

        return preferences.read(vault).journal_name

    context.runner.run(owner, read, show, latest="journal_name")


def look_round(context: Context, owner: QObject) -> None:
    """What is done once, after the first page has asked for what it shows."""
    empty_drawer(context, owner)
    tell_of_backup(context, owner)


def empty_drawer(context: Context, owner: QObject) -> None:
    """Let go of what has lain in the drawer for its 30 days; the first page's own reading goes first."""
    now = context.clock()

    def empty(vault: Vault) -> None:
        from ipnb_journal.services import history  # noqa: PLC0415  brings the cipher

        history.empty_drawer(vault, now)

    # nobody asked for this and the next unlock tries again, so nobody is told if it can't be done
    context.runner.run(owner, empty, failed=lambda _: None)


def tell_of_backup(context: Context, owner: QObject) -> None:
    """Say softly why the last lock left no backup; the settings say the same until there is one."""

    def read() -> str:
        from ipnb_journal.services import backups  # noqa: PLC0415  brings the cipher

        return backups.missed()

    def told(reason: str) -> None:
        if reason:
            from ipnb_journal.desktop.wording import backups as words  # noqa: PLC0415  most locks leave one

            context.notices.say(words.missed(reason, context.settings.current.backup_folder))

    if context.settings.current.back_up_on_lock:
        context.runner.run_free(owner, read, told, latest="backup_missed")
