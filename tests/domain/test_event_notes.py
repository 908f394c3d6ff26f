# SPDX-License-Identifier: MIT
"""Notes on the time line: the newest homework is the one that is drawn."""

from __future__ import annotations

from datetime import date

from ipnb_journal.domain.event_notes import EventKind, EventNote, homework_began


def test_the_newest_homework_is_the_line() -> None:
    moved = EventNote(1, "a", date(2026, 5, 1), "moved house")
    first = EventNote(2, "b", date(2026, 2, 1), "Homework began", EventKind.HOMEWORK)
    second = EventNote(3, "c", date(2026, 3, 1), "Second round", EventKind.HOMEWORK)
    assert homework_began([moved, second, first]) == second
    assert homework_began([moved]) is None
