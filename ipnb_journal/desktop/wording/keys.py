# SPDX-License-Identifier: MIT
"""What is said about changing the passphrase, a new recovery key, and whether the sheet is still there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording.backups import size as file_size
from ipnb_journal.desktop.wording.dates import MONTHS
from ipnb_journal.desktop.wording.history import clock_time
from ipnb_journal.domain.rehearsal import KeyQuestion

if TYPE_CHECKING:
    from datetime import date, datetime

    from ipnb_journal.services.access import Keys

ROW = "Passphrase and recovery key"
ROW_LINE = "Making a new recovery key turns the old one off."
ROW_CHANGED, ROW_MADE = "Changed on {day}.", "Made on {day}."
CHANGE_PASSPHRASE, NEW_KEY = "Change passphrase", "New recovery key"
REHEARSE = "Ask after the recovery key"
REHEARSE_LINE = "After three months, then once a year, a line on Today asks whether you still have the sheet."

SETTINGS, NOT_NOW, LATER = "Settings", "Not now", "Later"
CHANGE = "Change your passphrase"
CHANGE_LEAD = (
    "Everything in the journal is locked anew. The passphrase and the recovery key you have now "
    "then open nothing in it any more, and you get a new sheet."
)
PRESENT, NEW = "The passphrase you have now", "New passphrase"
DO_CHANGE, CHANGING = "Change it", "Changing it"
CHOOSE_AGAIN = "Choose a new passphrase"
CHOOSE_AGAIN_LEAD = (
    "Your recovery key opened the journal. With a new passphrase everything is locked anew, "
    "and you get a new sheet. The one you used is then turned off."
)
DO_CHOOSE = "Use this passphrase"
MAKE_KEY = "Make a new recovery key"
MAKE_KEY_LEAD = (
    "For when the sheet is lost, or somebody may have seen it. Everything is locked anew. "
    "Your passphrase stays, and the old sheet is turned off."
)
DO_MAKE_KEY, MAKING_KEY = "Make a new key", "Making it"
WORKING = "Locking everything anew"
SAFE = "Nothing is changed until you press “{button}”. You can leave this page before that."
SAFE_MIDWAY = (
    "If it stops midway, the journal is as it was. You can go to other pages or lock: it is finished first."
)

NOT_THE_PRESENT = "That isn’t the passphrase of this journal"
NOT_THE_PRESENT_MORE = (
    "Nothing has been changed. Check for a slip in the spelling. If you can’t recall it, lock the journal "
    "and open it with your recovery key."
)
CAPS_LOCK = "Caps lock is on."
UNCHANGED = "Nothing has been changed."
NO_ROOM = "Locking everything anew takes room for a copy, for a moment. {more}, then try again."
SOME_ROOM, MORE_ROOM = "Make some room", "Make about {room} more"
NO_MEMORY = "There isn’t enough memory free to make the new key"

SHEET = "Keep the new key on paper"
SHEET_LEAD = (
    "Everything is locked anew. From now on this sheet opens the journal, "
    "and the one before opens nothing in it. Tear that one up when you have this."
)
SHEET_LATER = "Today reminds you of the sheet. The change holds either way."
DONE_ELSEWHERE = "Everything is locked anew. Today reminds you of the new recovery key."
NOT_REMEMBERED = "This computer’s keyring didn’t take the new key, so the passphrase is asked for next time."

BACKUPS = "Your backups"
BACKUPS_LEAD = "After a change of key there’s a new backup, which opens with the passphrase you have now."
BACKING_UP = "Making a new backup, and reading all of it"
WITHOUT_WAITING = "Carry on meanwhile"
BACKED_UP = "A new backup is made, and every part of it was read. It’s in {folder}."
NOT_BACKED_UP = "There’s no new backup yet"
NOT_BACKED_UP_MORE = {
    "missing": "The folder for backups, {folder}, isn’t there. If it’s on a drive, plug it in.",
    "full": "There’s no room left where the backups are, in {folder}.",
    "read_only": "Nothing can be written to the folder for backups, {folder}.",
}
NOT_BACKED_UP_OTHER = "It couldn’t be made in {folder}."
NOT_BACKED_UP_SAFE = (
    "The change of key holds, and your journal is as it was. “Back up now” in the settings tries again."
)
TRY_AGAIN = "Try again"
OLDER = "Backups from before the change"
OLDER_LEAD = (
    "These still open with the passphrase and the recovery key you had then. Whoever knows one of those "
    "and gets at these files can read what was written until that day."
)
NO_OLDER = "There are no older backups in this folder."
ELSEWHERE = "Copies you put anywhere else open with the passphrase they had, too."
CHOOSE_ALL, CHOOSE_NONE = "Choose all", "Choose none"
DELETE_CHOSEN = "Delete the chosen ones"
KEEP_THEM, KEEP_UNTIL = "Keep them", "Keep them until there’s a new backup."
DELETE_TITLE = "Delete {number}?"
DELETE_BODY = "They can’t be brought back. What is in your journal now is in the new backup as well."
DELETE_KEEP, DELETE_DO = "Keep them", "Delete them"
DELETED = "{number} deleted"

STILL_THERE = "Do you still have your recovery key?"
STILL_THERE_LEAD = (
    "Fetch the sheet, if you like, and type two of its groups. It’s the one marked {mark}, made {day}."
)
STILL_THERE_LEAD_UNDATED = (
    "Fetch the sheet, if you like, and type two of its groups. It’s the one marked {mark}."
)
GROUP = "Group {number}"
SEE = "See whether they fit"
FITS = "They fit"
FITS_MORE = "Put the sheet back where it’s safe. You won’t be asked again for a year."
ONE_OFF = "Group {number} isn’t what this journal’s key has there"
BOTH_OFF = "These two aren’t what this journal’s key has there"
OFF_MORE = (
    "It may be the sheet of another journal, or one from before a change: this one is marked {mark}. "
    "Look once more if you like."
)
OFF_SAFE = "Nothing is lost. Your passphrase opens the journal as before, and you can make a new key."
GONE = "I can’t find it, make a new key"
DONE = "Done"
BACK = "Back"

ASK_LINE = (
    "It’s been a while since you looked for your recovery key. If you like, see whether you still have it."
)
UNKEPT_LINE = "Your recovery key is new, and its sheet isn’t kept yet. If you like, make a sheet to keep."
TRY, MAKE_SHEET, NEVER = "Try it", "Make one", "Don’t remind me"
QUESTIONS = {KeyQuestion.STILL_THERE: (ASK_LINE, TRY), KeyQuestion.NOT_KEPT: (UNKEPT_LINE, MAKE_SHEET)}


def row_line(keys: Keys) -> str:
    """The plain line of the settings: when they were made or changed, and what a new key does."""
    if keys.made is None:
        return ROW_LINE
    return f"{(ROW_CHANGED if keys.changed else ROW_MADE).format(day=day(keys.made))} {ROW_LINE}"


def still_there_lead(mark: str, made: date | None) -> str:
    """Which sheet to fetch."""
    if made is None:
        return STILL_THERE_LEAD_UNDATED.format(mark=mark)
    return STILL_THERE_LEAD.format(mark=mark, day=day(made))


def off(wrong: tuple[int, ...]) -> str:
    """Which groups don't fit."""
    return ONE_OFF.format(number=wrong[0]) if len(wrong) == 1 else BOTH_OFF


def not_backed_up(reason: object, folder: str) -> str:
    """Why there is no new backup."""
    return NOT_BACKED_UP_MORE.get(str(reason), NOT_BACKED_UP_OTHER).format(folder=folder)


def backup_row(made: datetime, size: int) -> str:
    """One older backup: "8 December 2026, 22:40, 1.4 MB"."""
    return f"{day(made.date())}, {clock_time(made)}, {file_size(size)}"


def older_ones(number: int) -> str:
    """So many older backups: "1 older backup", "12 older backups"."""
    return f"{number} older backup" if number == 1 else f"{number} older backups"


def no_room(needed: object) -> str:
    """What to do where a copy has no room; `needed` are the bytes that are missing, where that is known."""
    more = MORE_ROOM.format(room=room(needed)) if isinstance(needed, int) else SOME_ROOM
    return NO_ROOM.format(more=more)


def room(size: int) -> str:
    """A number of bytes as one would say it: "20 MB", "3 GB"; never less than a megabyte."""
    megabytes = max(1, -(-size // 1_000_000))
    return f"{megabytes} MB" if megabytes < 1000 else f"{-(-megabytes // 1000)} GB"


def day(told: date) -> str:
    """A day with its year: "8 December 2026"."""
    return f"{told.day} {MONTHS[told.month - 1]} {told.year}"
