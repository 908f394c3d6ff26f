# SPDX-License-Identifier: MIT
"""The words of a page's earlier versions: which one, what changed since, bringing one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording.history import clock_time, full_date
from ipnb_journal.domain.comparison import Change

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from ipnb_journal.domain.comparison import Piece

TITLE, BACK = "Earlier versions", "The page"
OF_PAGE = "of “{title}”"
OF_UNNAMED = "of a page without a title"
WHICH, WHICH_NAME = "The words until", "Which earlier version"
VIEW_NAME = "What to show"
CHANGES, EARLIER = "What changed", "The earlier words"
KEY_OUT, KEY_IN = "Taken out since", "Came in since"
NO_CHANGE = "The page has these very words now."
BLANK = "There were no words on the page then."
REST_SAME = "The rest of the page is the same."
NONE = "This page has no earlier versions. One is kept when you change a page that was set down."
BRING_BACK, COPY = "Bring these words back", "Copy these words"
KEEPS = "The words the page has now stay among the earlier versions."
BROUGHT_BACK = "The earlier words are back"
COPIED = "Copied. It leaves the clipboard in 30 seconds, or when you lock."
COMPARING = "Comparing"
COMPARE = "Compare with now"
ALL = "All {count} earlier versions"
FIELDS = {
    "title": "Title",
    "noticed": "You noticed",
    "notice": "In your own words",
    "body": "Written",
    "connect": "In connection",
    "takeaway": "One thing to take along",
}
_SPOKEN_CHANGES, _SPOKEN_LETTERS = 12, 160


def moment(kept_at: datetime, today: date) -> str:
    """When a version was the page: "Friday, 6 June, 12:31"; with its year when it is not that of `today`."""
    return f"{full_date(kept_at.date(), today)}, {clock_time(kept_at)}"


def spoken_changes(pieces: Sequence[Piece]) -> str:
    """What was taken out and what came in, as a screen reader says it; of many changes the first ones."""
    names = {Change.OUT: "Taken out", Change.IN: "Came in"}
    told = [
        f"{names[piece.change]}: “{_short(piece.text)}”."
        for piece in pieces
        if piece.change != Change.SAME and piece.text.strip()
    ]
    more = len(told) - _SPOKEN_CHANGES
    tail = [f"And {more} more {'change' if more == 1 else 'changes'}."] if more > 0 else []
    return " ".join([*told[:_SPOKEN_CHANGES], *tail])


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SPOKEN_LETTERS else f"{line[:_SPOKEN_LETTERS]}…"
