# SPDX-License-Identifier: MIT
"""The words of the pictures over time: what is drawn, what is still missing, what it can't show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording.dates import DAYS, MONTHS
from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.windows import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipnb_journal.domain.insights import FourWeeks

OVER_TIME = "Over time"
CHART, TABLE = "Chart", "Table"
CHART_OR_TABLE = "Chart or table"
NAMES = {
    Scale.DIFFERENTIATION: "being myself",
    Scale.LINKAGE: "in touch",
    Scale.CHAOS: "stirred up",
    Scale.RIGIDITY: "stuck",
}
SPOKEN = NAMES | {Scale.LINKAGE: "being in touch"}
TERMS = {
    Scale.DIFFERENTIATION: "differentiation",
    Scale.LINKAGE: "linkage",
    Scale.CHAOS: "chaos",
    Scale.RIGIDITY: "rigidity",
}
BOTH = "both present"
LESS, MORE = "less", "more"
USUAL = "your usual range"
PROVISIONAL = "so far"
NO_CHECKINS, LEFT_BLANK, SETTLING_IN = "no check-ins", "left blank", "settling in"
PARTLY = "partly answered"
BY_CIRCLES, BY_SLIDERS = "by two circles", "by sliders"
MADE_UP = "Made-up data"

SPANS = {
    Span.MONTH: "Last month",
    Span.QUARTER: "Last 3 months",
    Span.YEAR: "Last 12 months",
    Span.ALL: "Everything",
}
SPAN_NAME = "How far back"
EARLIER, LATER = "Earlier", "Later"
TABS_NAME = "Pictures"
SMOOTHING = {7: "Smoothed by 1 week", 14: "Smoothed by 2 weeks", 28: "Smoothed by 4 weeks"}
SMOOTHING_NAME = "Smoothing"
WHOM_NAME = "Which check-ins"
IN_GENERAL = "In general"
SHOWN_NAME = "What is drawn"

IN_WORDS, SHOWS, DOES_NOT = "In words", "What this shows", "What it doesn’t show"
ABOUT = "About these numbers"
ABOUT_TEXT = (
    "These eight sliders were written for this journal. They have not been validated, and no one else’s "
    "answers stand behind them. Two sliders per line is a coarse reading. They can move because your day "
    "changed, because you read the words differently, or because looking closely changes what you see. They "
    "cannot show whether you are well or unwell, and they say nothing about your brain or about the other "
    "person. Use them as bookmarks for a conversation, with yourself or someone you trust."
)

EMPTY_TITLE = "Nothing to draw yet"
EMPTY = "After your first check-in a dot appears here; a line needs about eight days over two weeks."
EMPTY_ABOUT = (
    "After your first check-in about {name} a dot appears here. There’s no hurry, and gaps are fine."
)
FOUR_WEEKS_NAME = "The last four weeks"
CHECK_IN, EXAMPLE, OWN = "Check in", "See an example with made-up data", "Back to your own"
OPEN_DAY = "Open this day"
READOUT_HINT = "Point at a mark, or walk the days with the arrow keys."
COPY, COPIED = "Copy table", "The table is on the clipboard."
OPEN_WEEK = "Open this week"
SLIDER_ENDS = "0 is the left end of the slider, 100 the right."
BY_DAY, BY_WEEK = "By day", "By week"
ROWS_NAME = "One row for"
SORTED_NAME = "Sorted by"
SORTED_AS_READ, SORTED_RISING, SORTED_FALLING = "In order", "{head}, rising", "{head}, falling"
AS_A_TABLE = "{name}, as a table"
WEEK_OF, DAY, DAYS_HEAD = "Week of", "Day", "Days"
USUAL_ROW = "Your usual range"
BOTH_HEAD, NO_VALUE = "Both present", "none"

_SHORT = tuple(month[:3] for month in MONTHS)


def four_weeks_words(found: FourWeeks) -> str:
    """The small picture as text."""
    told = [
        f"{SPOKEN[picture.scale]} {counted(len(picture.days), 'day')}, recent level {round(picture.level)}"
        for picture in (found.being_myself, found.in_touch)
        if picture.scale is not None and picture.days and picture.level is not None
    ]
    return sentence(f"last four weeks: {'; '.join(told)}")


def long_day(day: int, last: int) -> str:
    """A day in words, with its year where that isn't the year of `last`."""
    found = date.fromordinal(day)
    words = f"{DAYS[found.weekday()]}, {found.day} {MONTHS[found.month - 1]}"
    return words if found.year == date.fromordinal(last).year else f"{words} {found.year}"


def short_day(day: int, last: int) -> str:
    """ "3 Mar", with its year where that isn't the year of `last`."""
    found = date.fromordinal(day)
    words = _dated(found)
    return words if found.year == date.fromordinal(last).year else f"{words} {found.year}"


def stretch(first: int, last: int, today: int) -> str:
    """From a day to a day: "10 to 28 Apr", "25 Mar to 8 Apr"; years where not today's."""
    one, other = date.fromordinal(first), date.fromordinal(last)
    if first == last:
        return short_day(last, today)
    if one.year != other.year:
        return f"{_dated(one)} {one.year} to {_dated(other)} {other.year}"
    head = str(one.day) if one.month == other.month else _dated(one)
    return f"{head} to {short_day(last, today)}"


def dated_stretch(first: int, last: int) -> str:
    """From a day to a day with the years, for what is looked at later: "25 Mar to 8 Apr 2026"."""
    return stretch(first, last, date.min.toordinal())


def month_tick(day: int) -> str:
    """A month on the axis: "Mar", and "2026" where a year begins."""
    found = date.fromordinal(day)
    return str(found.year) if found.month == 1 else _SHORT[found.month - 1]


def title(scale: Scale) -> str:
    """The head of a panel."""
    return sentence(NAMES[scale]).rstrip(".")


def counted(number: int, thing: str) -> str:
    """ "1 day", "24 days"; the plural is made by an s."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _dated(day: date) -> str:
    return f"{day.day} {_SHORT[day.month - 1]}"


def listed(names: Sequence[str]) -> str:
    """ "a, b and c"; one or more."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def sentence(words: str) -> str:
    """Words as a sentence: a capital first, a full stop last."""
    return f"{words[0].upper()}{words[1:]}."
