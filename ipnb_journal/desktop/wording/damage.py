# SPDX-License-Identifier: MIT
"""What is said when part of a journal can't be read, and of what could be saved from it."""

from __future__ import annotations

OPEN_BACKUP, OPEN_READABLE, LATER = "Open the backup", "Open what can be read", "Not now"
LOOK = "Part of this journal may be damaged. “Check the journal file”, in the menu, shows what can be done."


def parts(number: int) -> str:
    """How much of the file is damaged: "4 parts aren’t as they were written"."""
    return "1 part isn’t as it was written" if number == 1 else f"{number} parts aren’t as they were written"
