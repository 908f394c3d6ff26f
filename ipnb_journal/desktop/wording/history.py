# SPDX-License-Identifier: MIT
"""The words of History and of one page: rows, filters, the drawer, earlier versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording.dates import DAYS, MONTHS, long_date
from ipnb_journal.desktop.wording.insights import stretch
from ipnb_journal.desktop.wording.names import reading_names

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

SEARCH_NAME = "Find in your pages"
SEARCH_PLACEHOLDER = "Find a word"
CLEAR = "Clear"
FILTERS_NAME = "What to show"
EVERYTHING, WRITTEN, CHECK_INS = "Everything", "Written", "Check-ins"
PEOPLE, THEMES, TAGS = "People", "Themes", "Tags"
BY_DAY_OR_PERSON, BACK_TO_LIST = "By day or person", "Back to the list"
ALL_DAYS = "Show all days"
MORE_FILTERS, FEWER_FILTERS = "More filters", "Fewer filters"
ANY_THEME, ANY_TAG = "Any theme", "Any tag"
LIST_NAME = "Pages and check-ins, newest first"
WRITTEN_DOT, CHECKIN_RING = "Written", "Check-in only"
THE_DRAWER = "The drawer"

EMPTY_TITLE = "Your pages will gather here"
EMPTY_BODY = "When you write or check in, you can find it again by day, by person, or by any word you used."
EMPTY_BEGIN = "Begin with one line"

UNNAMED_PAGE, CHECK_IN = "A page without a title", "Check-in"
WRITTEN_LATER = "Written {day}"
COUNTED_AT_MOST = 500
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven")

CHANGE, BACK, BACK_TO_HISTORY = "Change this page", "Back", "History"
TO_DRAWER = "Move to the drawer"
IN_DRAWER = "Page moved to the drawer. It stays there for 30 days."
WRITTEN_AT = "written {day}, {time}"
WRITTEN_TIME = "written at {time}"
CHANGED_AT = "changed {day}, {time}"
NOTICED = "You noticed"
RESTED = "A rest came after."
CONNECT, TAKEAWAY, ASKED = "In connection", "One thing to take along", "You were asked"
NO_WORDS = "This page has no words."
EARLIER = "Earlier versions"
EARLIER_LINE = "Kept when you changed this page. Bringing one back keeps the present words too."
KEPT_AT = "Until {moment}"
DRAWER_TITLE = "The drawer"
DRAWER_LINE = "Pages stay here for 30 days, then they are gone for good."
DRAWER_EMPTY = "The drawer is empty."
READ, TAKE_OUT = "Read it", "Put it back"
LET_GO = "Let it go now"
LET_GO_TITLE = "Let this page go for good?"
LET_GO_BODY = (
    "“{title}” and its earlier versions leave the journal file. "
    "This can’t be taken back. A backup made before still has them."
)
KEEP_IN_DRAWER, LET_GO_FOR_GOOD = "Keep it in the drawer", "Let it go for good"
LETTING_GO = "Letting it go"
GONE = "The page is gone. Nothing of it is left in the journal file."
GONE_SOON = "The page is gone. The last of it leaves the file once the disk has room for that."
TAKEN_OUT = "The page is back in your history"
GONE_ON = "Gone for good on {day}"
IN_THE_DRAWER = "In the drawer, gone for good on {day}"
SEAL = "Never bring this page up again"
SEAL_LINE = "It stays in History. Nothing will show it to you unasked."
SEALED, UNSEALED = "This page won’t be brought up again.", "This page may be brought up again."

ABOUT_PEOPLE, ABOUT_THEME, ABOUT_PLACE, ABOUT_TAGS = "People", "Theme", "Place", "Tags"


def month_heading(day: date, today: date) -> str:
    """A month as a heading: "March", or "March 2024" in another year."""
    name = MONTHS[day.month - 1]
    return name if day.year == today.year else f"{name} {day.year}"


def row_date(day: date) -> str:
    """A day as its row shows it: "Thu 13"; the month stands in the heading."""
    return f"{DAYS[day.weekday()][:3]} {day.day}"


def full_date(day: date, today: date) -> str:
    """A day in words, with its year when that is not this one."""
    return long_date(day) if day.year == today.year else f"{long_date(day)} {day.year}"


def days_picked(day: date, until: date | None, today: date) -> str:
    """The day that is asked for, or the days from it: "9 to 15 Mar"."""
    if until is None:
        return full_date(day, today)
    return stretch(day.toordinal(), until.toordinal(), today.toordinal())


def clock_time(moment: datetime) -> str:
    """A moment's time of day, 24 hours."""
    return f"{moment.hour}:{moment.minute:02d}"


def found(number: int, text: str) -> str:
    """How many pages have what was typed."""
    amount = f"More than {COUNTED_AT_MOST}" if number > COUNTED_AT_MOST else str(number)
    noun = "page" if number == 1 else "pages"
    return f"{amount} {noun} with “{text}”"


def nothing_found(text: str) -> str:
    """What is said when a search or a filter finds nothing."""
    if not text:
        return "Nothing here with these filters."
    return f"Nothing with “{text}”. Try a shorter word, or look by day."


def answered(number: int) -> str:
    """What a check-in's row says beside its title."""
    return f"{_NUMBERS[number]} of eight answered" if number < len(_NUMBERS) else "all eight answered"


def spoken_row(day: date, title: str, names: Iterable[str], snippet: str) -> str:
    """A whole row as a screen reader says it."""
    parts = (f"{long_date(day)} {day.year}", title, reading_names(tuple(names)), snippet)
    return ". ".join(part for part in parts if part)
