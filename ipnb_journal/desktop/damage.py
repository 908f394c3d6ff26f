# SPDX-License-Identifier: MIT
"""What can be done about a damaged journal, asked calmly: a backup, or what of it can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.notices import Choice, Question
from ipnb_journal.desktop.wording import damage as words
from ipnb_journal.errors import VaultDamaged

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipnb_journal.desktop.notices import Notices
    from ipnb_journal.vault.integrity import Report

_CHOICES = (
    Choice("backup", words.OPEN_BACKUP),
    Choice("readable", words.OPEN_READABLE),
    Choice("later", words.LATER),
)


def problem(report: Report, backup: str = "") -> VaultDamaged:
    """What a check found, as a problem with words; `backup` is a sentence on the newest good one."""
    facts: dict[str, object] = {"detail": words.parts(len(report.problems))}
    if report.entries:
        facts |= {"entries": report.entries, "unreadable": report.unreadable}
    if backup:
        facts["backup"] = backup
    return VaultDamaged(**facts)


def ask(
    notices: Notices, error: VaultDamaged, open_backup: Callable[[], None], open_readable: Callable[[], None]
) -> None:
    """Tell what is damaged and offer both ways out; nothing is done to the file by asking."""
    from ipnb_journal.desktop.wording.errors import words_for  # noqa: PLC0415  no first page has a problem

    def chosen(key: str) -> None:
        if key == "backup":
            open_backup()
        elif key == "readable":
            open_readable()

    notices.ask(Question(words_for(error), _CHOICES, away="later"), chosen)
