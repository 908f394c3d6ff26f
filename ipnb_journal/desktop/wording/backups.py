# SPDX-License-Identifier: MIT
"""The words of backups: the row of the settings, their page, and putting one in the journal's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording.dates import DAYS, MONTHS
from ipnb_journal.desktop.wording.errors import Words, words_for
from ipnb_journal.domain.backups import BackupState
from ipnb_journal.errors import DiskFull, VaultDamaged, WrongPassphrase

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime
    from pathlib import Path

    from ipnb_journal.domain.backups import Backup, Inside
    from ipnb_journal.errors import AppError
    from ipnb_journal.services.backups import Preview

ROW = "Backup"
ROW_LINE = "A sealed copy, made when you lock, in a folder you choose."
ROW_LINE_OFF = "A sealed copy, made when you ask for it, in a folder you choose."
LAST, NONE_YET = "Last one: {when}, {where}.", "There’s none yet."
MISSING_LINE = "The backup folder isn’t there: {folder} may be unplugged. Your journal is saved as usual."
CHANGE_FOLDER, BACK_UP_NOW, ALL_BACKUPS = "Change folder", "Back up now", "All backups"
ON_LOCK = "Back up when you lock"
ON_LOCK_LINE = "Also when you quit. An unchanged journal isn’t copied again."
FOLDER_CAPTION = "Choose a folder for backups"
MAKING = "Making a backup"
MADE = "Backed up at {time}, {where}. Every part of it was read back."

TITLE = "Backups"
LEAD = (
    "Whole copies of this journal, locked as it is, in {folder}. "
    "The newest of 7 days, 4 weeks and 6 months stay."
)
EMPTY_TITLE = "There’s no backup yet"
EMPTY_BODY_OFF = "Make one now, or let each lock make one, in the settings."
EMPTY_BODY = "One is made each time you lock. It opens with the passphrase you have now."
MISSING_TITLE = "The backup folder isn’t there"
MISSING_BODY = "{folder} may be unplugged. Your journal is saved as usual."
CHOOSE_FOLDER, LOOK_AGAIN, SKIP = "Choose a folder", "Look again", "Skip this time"
FROM_ELSEWHERE = "Open one from elsewhere"
BACK_TO_SETTINGS = "Settings"
LOOK_INSIDE, REMOVE, KEEP = "Look inside", "Remove", "Keep it"
REMOVED = "The backup is removed."
CHECKING_ALL = "Reading every part of each backup"
BACKUP_FILES = ("Journals (*.vault)", "All files (*)")

OPEN_TITLE = "Open a backup"
OPEN_LEAD = "Choose one. You see what’s in it before anything happens."
NONE_FOUND = "There’s no backup in {folder}."
NOT_THERE = "{folder} isn’t there. It may be on a drive that isn’t plugged in."
CHOOSE_FILE, CHOOSE_ANOTHER = "Choose a file", "Choose another one"
LEAVE = "Leave everything as it is"
OF_MOMENT = "Backup of {when}"
ASKED = "Its passphrase"
ASKED_HINT = "The one the journal had when this backup was made."
READING = "Opening the backup"
IN_BACKUP, IN_JOURNAL = "In this backup", "In your journal now"
PUT_BACK = "Put this backup in its place"
PUTTING_BACK = "Putting the backup in place"
KEPT_ASIDE = (
    "What’s there now is kept: {name} stays in {folder}, with “replaced” and the date added to its name. "
    "Nothing is overwritten."
)
NOTHING_THERE = "There’s no journal called {name} in {folder} now. The backup will stand there."
OTHER_KEY = (
    "It opens with another passphrase than the journal there now: an earlier one, or it’s another journal’s."
)
UNKNOWN_NOW = "It can’t be read without its passphrase."
UNREADABLE_NOW = "It can’t be read as it is."
LOCKS_FIRST = "Your journal is locked first, and opens again with this backup’s passphrase."

NOTHING_CHANGED = "Nothing has been changed. Another backup may be whole."
NO_ROOM = "Putting a backup in place needs room for one more copy. Make some, then try again."

DONE_TITLE = "The backup is in place"
DONE_LEAD = "It opens with the passphrase it had then."
DONE_ASIDE = "What stood there before is kept as {name}, in {folder}. You can open it like any journal."
DONE_ALONE = "Nothing stood there before."
OPEN_IT = "Open it"

EARLIER = "Opens with an earlier passphrase"
_STATES = {
    BackupState.UNCHECKED: ("ellipsis", "Not looked through yet"),
    BackupState.SOUND: ("check", "Every part can be read"),
    BackupState.DAMAGED: ("file-warning", "Part of it can’t be read"),
    BackupState.OTHER_KEY: ("key-round", "Opens with another passphrase. It may be another journal’s"),
    BackupState.NEWER: ("file-clock", "Made by a newer version of this app"),
}
_MISSED = {
    "missing": "{folder} isn’t there, so the last backup wasn’t made. Your journal is saved as usual.",
    "full": "There’s no room for a backup in {folder}. Your journal is saved as usual.",
    "read_only": "{folder} only allows reading, so no backup was made. Your journal is saved as usual.",
    "vault_damaged": "No backup was made: part of the journal can’t be read. See “Check the journal file”.",
}
_MISSED_OTHERWISE = "The last backup wasn’t made. Your journal is saved as usual."


def state(backup: Backup, former: Collection[bytes] = ()) -> tuple[str, str]:
    """What is known of a backup: an icon and words; `former` as for `BackupRow.show_backup`."""
    icon, told = _STATES[backup.state]
    earlier = backup.state is BackupState.OTHER_KEY and backup.header in former
    return icon, EARLIER if earlier else told


def folder_name(folder: Path | None) -> str:
    """A chosen folder by its own name, as a drive is known: “Backup drive”."""
    return "The backup folder" if folder is None else quoted(folder.name or str(folder))


def quoted(name: str) -> str:
    """A name of the person's own."""
    return f"“{name}”"


def where(chosen: Path | None) -> str:
    """Where backups go: "to Backup drive"."""
    return "beside your journal" if chosen is None else f"to {chosen.name or chosen}"


def missed(reason: str, folder: Path | None) -> str:
    """Why the last lock left no backup."""
    return _MISSED.get(reason, _MISSED_OTHERWISE).format(folder=folder_name(folder))


def when(moment: datetime, now: datetime) -> str:
    """When a backup was made: "today, 22:40", "yesterday, 22:40", "Tuesday, 3 March, 22:40"."""
    local = moment.astimezone(now.tzinfo)
    days = (now.date() - local.date()).days
    clock = f"{local:%H:%M}"
    if days in (0, 1):
        return f"{'yesterday' if days else 'today'}, {clock}"
    day = f"{DAYS[local.weekday()]}, {local.day} {MONTHS[local.month - 1]}"
    return f"{day}, {clock}" if local.year == now.year else f"{day} {local.year}, {clock}"


def capital(text: str) -> str:
    """The same words at the start of a line."""
    return text[:1].upper() + text[1:]


def size(count: int) -> str:
    """Bytes as people read them: "0.4 MB", "12 MB"."""
    megabytes = count / 1_000_000
    return f"{megabytes:.1f} MB" if megabytes < 10 else f"{round(megabytes)} MB"


def pages(number: int) -> str:
    """A number of pages."""
    return "1 page" if number == 1 else f"{number:,} pages".replace(",", "\N{NO-BREAK SPACE}")


def details(backup: Backup) -> str:
    """Pages, where they are known, and size."""
    told = size(backup.size)
    return told if backup.pages is None else f"{pages(backup.pages)}, {told}"


def row_line(on_lock: bool, last: str) -> str:
    """The plain line of the settings row; `last` says when the last one was made, or why there is none."""
    return f"{ROW_LINE if on_lock else ROW_LINE_OFF} {last}"


def contents(inside: Inside) -> tuple[str, ...]:
    """What a backup or a journal holds, line by line."""
    checkins = "1 check-in" if inside.checkins == 1 else f"{inside.checkins} check-ins"
    return (f"{pages(inside.pages)}, {checkins}", _span(inside.first, inside.last), size(inside.size))


def present(preview: Preview) -> tuple[str, ...]:
    """What the journal holds now, or why that can't be told."""
    if preview.present is not None:
        known = BackupState.SOUND if preview.whole else BackupState.DAMAGED
        more = () if preview.whole is None else (_STATES[known][1],)
        return (*contents(preview.present), *more)
    return (UNREADABLE_NOW,) if preview.same_key else (UNKNOWN_NOW,)


def refused(error: AppError) -> Words:
    """Why a backup can't be opened."""
    if isinstance(error, WrongPassphrase):
        return Words(
            "That passphrase doesn’t open this backup",
            "Check for a slip in the spelling, or try the one the journal had then.",
            "Nothing is lost, and there’s no limit on tries.",
            risky=True,
            safe_first=True,
        )
    words = words_for(error)
    if isinstance(error, VaultDamaged):
        return words.but(title="Part of this backup is damaged", safe=NOTHING_CHANGED)
    if isinstance(error, DiskFull):
        return words.but(body=NO_ROOM, safe=NOTHING_CHANGED)
    return words


def remove_question(backup: Backup, now: datetime) -> Words:
    """What is asked before a backup is removed."""
    return Words(
        "Remove this backup?",
        f"The one of {when(backup.made, now)}. This can’t be taken back.",
        "Your journal and the other backups stay as they are.",
        icon="file-warning",
    )


def missing_question(folder: Path, last: str) -> Words:
    """What is said where the chosen folder isn’t there when a backup is asked for."""
    return Words(
        MISSING_TITLE,
        f"{folder_name(folder)} may be unplugged. {last}",
        "Your journal is saved as usual.",
        icon="hard-drive",
    )


def _span(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return "Nothing is set down yet"
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
