# SPDX-License-Identifier: MIT
"""What is said when part of a journal can't be read, and of what could be saved from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording.backups import when
from ipnb_journal.desktop.wording.dates import long_date
from ipnb_journal.desktop.wording.names import reading_names

if TYPE_CHECKING:
    from datetime import date, datetime

    from ipnb_journal.domain.backups import Backup
    from ipnb_journal.vault.salvage import Salvaged

OPEN_BACKUP, OPEN_READABLE, LATER = "Open the backup", "Open what can be read", "Not now"
LOOK = "Part of this journal may be damaged. “Check the journal file”, in the menu, shows what can be done."
GOOD_BACKUP = "The backup from {when} is whole, with {pages}."
READING = "Reading what can be read"
SAVED_TITLE = "What can be read is in a new journal"
SAVED_LEAD = "It opens with the same passphrase, and your recovery sheet still fits."
FORMER = "The damaged file, “{name}”, is as it was, in case more of it can be read one day."
WHERE = "The new one is “{name}”, in {folder}."
OPEN_NEW = "Open the new one"
ALL_THERE = "All {pages} are in it."
DAYS = "What’s missing or cut short is about {days}."
MORE_DAYS = "What’s missing or cut short is about {days}, and {number} more days."
LOOSE = "Some tags, names on pages or settings may be missing."
DAYS_AT_MOST = 8

_OTHERS = {
    "checkins": ("1 check-in can’t be read.", "{number} check-ins can’t be read."),
    "versions": (
        "1 earlier version of a page can’t be read.",
        "{number} earlier versions of pages can’t be read.",
    ),
    "own_prompts": ("1 prompt of your own can’t be read.", "{number} prompts of your own can’t be read."),
    "event_notes": (
        "1 note on the time line can’t be read.",
        "{number} notes on the time line can’t be read.",
    ),
    "look_backs": ("1 Look-back can’t be read.", "{number} Look-backs can’t be read."),
}


def parts(number: int) -> str:
    """How much of the file is damaged: "4 parts aren’t as they were written"."""
    return "1 part isn’t as it was written" if number == 1 else f"{number} parts aren’t as they were written"


def good_backup(backup: Backup, now: datetime) -> str:
    """That a backup is good, when it was made, and how many pages it has."""
    return GOOD_BACKUP.format(when=when(backup.made, now), pages=_pages(backup.pages or 0))


def saved(told: Salvaged) -> tuple[str, ...]:
    """What is in the new journal and what is not, a sentence or two each."""
    if not told.lost and not told.cut:
        lines = [ALL_THERE.format(pages=_pages(told.entries))]
    else:
        lines = [f"{_pages(told.entries).capitalize()} {'is' if told.entries == 1 else 'are'} in it."]
    if told.lost:
        lines.append(f"{_pages(told.lost).capitalize()} can’t be read.")
    if told.cut:
        lines.append(f"{_pages(told.cut).capitalize()} can be read up to a point.")
    if told.days:
        lines.append(_days(told.days))
    for table, number in told.others:
        lines.append(_OTHERS[table][number > 1].format(number=number))
    if told.loose:
        lines.append(LOOSE)
    return tuple(lines)


def _pages(number: int) -> str:
    return "1 page" if number == 1 else f"{number} pages"


def _days(days: tuple[date, ...]) -> str:
    shown = [f"{long_date(day)} {day.year}" for day in days[:DAYS_AT_MOST]]
    if len(days) <= DAYS_AT_MOST:
        return DAYS.format(days=reading_names(tuple(shown)))
    return MORE_DAYS.format(days=", ".join(shown), number=len(days) - DAYS_AT_MOST)
