# SPDX-License-Identifier: MIT
"""What is said on the way into a journal: making one, opening one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording.dates import long_date

if TYPE_CHECKING:
    from datetime import datetime

YOUR_JOURNAL = "Your journal"
FIELD = "Passphrase"
OPEN, OPENING, LOCKING = "Open", "Opening", "Locking"
OPEN_WITHOUT_TYPING = "Open without typing"
LEAVE_EMPTY = "The key is in this computer’s keyring. Leave this empty, and the journal opens without typing."
USE_RECOVERY_KEY, USE_PASSPHRASE = "Use my recovery key", "Use my passphrase"
RECOVERY_KEY = "Recovery key"
RECOVERY_KEY_HINT = "All 14 groups. Spaces, dashes and capitals don’t matter."
GROUPS = "{count} of 14 groups"
WRONG_SHEET = "That key is for another journal"
WRONG_SHEET_MORE = (
    "Or it was made before the passphrase was changed. Nothing is lost, and there’s no limit on tries."
)
NO_ROOM_TO_OPEN = "Opening the journal needs a little, about 20 MB. Make some room, then try again."
BACKING_UP = "Making a backup"
OPEN_BACKUP = "Open a backup"
OPEN_HERE = "It isn’t open there"
AS_IT_WAS = "Your journal is as it was."
OPEN_DIFFERENT, MAKE_NEW = "Open a different journal", "Make a new one"
PERHAPS_DAMAGED = (
    "If you’re sure of it, the beginning of the file may be damaged. A backup opens with the same passphrase."
)
CHANGED = "Last changed {when}"
JOURNALS, ALL_FILES = "Journals (*.vault)", "All files (*)"

WELCOME = "A place to set things down"
WELCOME_LEAD = "A journal is one file on this computer, locked with a passphrase that only you have."
MAKE_JOURNAL, OPEN_MINE = "Make a new journal", "Open one I have"
KEPT_AT = "It will be kept as {name}, in {folder}."
KEEP_ELSEWHERE = "Keep it somewhere else"
READ_FIRST = "Read it now"
ON_THIS_COMPUTER = "Your journal is a file on this computer. Nothing is sent anywhere."
STEP = "Step {number} of 3"

CHOOSE = "Choose a passphrase"
CHOOSE_LEAD = "It locks everything you write. Only you will have it. The people who make this app won’t."
AGAIN = "The same passphrase again"
HINTS = (
    "Five ordinary words that only you would put together are easy to keep and hard to guess.",
    "Somebody who tries many could find this one. Add a word or two that don’t belong.",
    "One more word would make it good.",
    "Hard to guess. One more word would make it harder still.",
    "Easy to remember, very hard to guess.",
)
DIFFERENT = "These two aren’t the same yet"
SUGGEST, CONTINUE, BACK, MAKING = "Suggest one for me", "Continue", "Back", "Making it"
SUGGESTED = "Keep this one if you like it. Write it down until you know it."

SPARE_KEY = "Keep a spare key on paper"
SPARE_LEAD = (
    "If you forget your passphrase, this key opens your journal. "
    "If you lose both, it can’t be opened again by anyone."
)
PRINT, SAVE_PDF, BY_HAND, COPY_KEY = "Print", "Save as PDF", "Write it by hand", "Copy"
BY_HAND_LINE = "Copy all 14 groups, with their numbers. There is no I, L, O or U in it."
COPIED = "Copied. It leaves the clipboard in 30 seconds, or when you lock."
TYPE_GROUP = "To be sure you have it, type group {number}"
MATCHES, NO_MATCH = "That matches", "Not quite. Look at group {number} on the sheet."
KEY_LASTS = "It opens this journal as long as the passphrase stays as it is."
SHEET_TITLE = "Recovery key"
SHEET_MADE = "{name}, made {day}"
SHEET_WORDS = (
    "Anyone who has this key can open your journal, so keep it where you keep things that matter: "
    "with your passport, or with someone you trust.",
    "Don’t photograph it, and don’t keep it on this computer.",
)
SHEET_USE = f"To use it: open the app, then “{USE_RECOVERY_KEY}”."
SHEET_MARK = "Sheet {mark}"
SHEET_RAW = "For SQLCipher tools, without this app:"
PDF_NAME = "recovery-key.pdf"
PDF_SAVED = "Saved. Move it off this computer when you can."

CAN_AND_CANNOT = "What this journal can and can’t protect"
IT_CAN, IT_CANNOT = "It can", "It can’t"
WINDOW_NAME = "Name on the window"
WINDOW_NAME_HINT = "Shown in the list of open windows. Choose one that says nothing."
BEGIN = "Begin"
OPEN_READABLE, READING = "Open what can be read", "Reading"
LOOK, HOW_TO_UPDATE = "Look, without changing", "How to update"
ONLY_LOOKING = "You’re looking at a journal of a newer version. Nothing in it can be changed."
NOT_WHILE_LOOKING = "This journal is only open to look at, so nothing can be written in it."


def when_changed(moment: datetime, now: datetime) -> str:
    """When a file was last changed, in words: "22:40", "yesterday, 22:40", "Tuesday, 3 March"."""
    days = (now.date() - moment.date()).days
    clock = f"{moment:%H:%M}"
    if days < 2:
        return clock if days <= 0 else f"yesterday, {clock}"
    return long_date(moment.date())


def step(number: int) -> str:
    """How far one is in making a journal: 1 to 3."""
    return STEP.format(number=number)
