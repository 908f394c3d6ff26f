# SPDX-License-Identifier: MIT
"""What is said where hidden people are asked for: the passphrase again, then who there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording.errors import Words, words_for
from ipnb_journal.errors import WrongPassphrase

if TYPE_CHECKING:
    from ipnb_journal.errors import AppError

TITLE = "Hidden people"
LEAD = (
    "Whoever you hid isn’t shown here, in History or in any list of people. Your passphrase is asked for "
    "once more, in case it isn’t you who sits here."
)
ASKED, HINT, LIST = "Your passphrase", "The one that opens this journal.", "List them"
CHECKING = "Checking"
NOBODY = "Nobody is hidden."
LISTED = "They come back to their places, with everything about them."
SHOW_AGAIN, SHOW_NAMED = "Show again", "Show {name} again"
SHOWN = "{name} is shown again."
BACK, DONE = "Back", "Done"
STAYS_HIDDEN = "That’s somebody you hid. They stay hidden, and this is about them all the same."


def refused(error: AppError) -> Words:
    """Why nobody is listed."""
    if isinstance(error, WrongPassphrase):
        return Words(
            "That isn’t what opens this journal",
            "Check for a slip in the spelling. Nothing has been changed.",
            "Nothing is lost, and there’s no limit on tries.",
            risky=True,
            safe_first=True,
        )
    return words_for(error)
