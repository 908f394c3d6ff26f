# SPDX-License-Identifier: MIT
"""The words all pictures share: days, stretches, the four weeks in small."""

from __future__ import annotations

from datetime import date

from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.insights import four_weeks

TODAY = date(2026, 6, 1)
LAST = TODAY.toordinal()


def days(back: list[int], value: float = 50, *, partial: bool = False) -> list[DayValue]:
    return [DayValue(LAST - each, value, partial) for each in sorted(back, reverse=True)]


def test_years_are_named_where_they_are_not_todays() -> None:
    assert words.short_day(date(2025, 12, 9).toordinal(), LAST) == "9 Dec 2025"
    assert words.long_day(date(2025, 12, 9).toordinal(), LAST) == "Tuesday, 9 December 2025"
    across = words.stretch(date(2025, 12, 9).toordinal(), date(2026, 1, 3).toordinal(), LAST)
    assert across == "9 Dec 2025 to 3 Jan 2026"
    before = words.stretch(date(2025, 11, 9).toordinal(), date(2025, 12, 3).toordinal(), LAST)
    assert before == "9 Nov to 3 Dec 2025"
    assert words.stretch(LAST, LAST, LAST) == "1 Jun"


def test_months_on_the_axis() -> None:
    ticks = [words.month_tick(date(2026, month, 1).toordinal()) for month in (1, 2, 9)]
    assert ticks == ["2026", "Feb", "Sep"]


def test_four_weeks_in_words() -> None:
    found = four_weeks(days(list(range(10)), 60), days(list(range(6)), 45), TODAY)
    assert words.four_weeks_words(found) == (
        "Last four weeks: being myself 10 days, recent level 60; being in touch 6 days, recent level 45."
    )


def test_about_these_numbers_is_the_agreed_text() -> None:
    assert words.ABOUT_TEXT.startswith("These eight sliders were written for this journal.")
    assert "They have not been validated" in words.ABOUT_TEXT
    assert words.ABOUT_TEXT.endswith(
        "Use them as bookmarks for a conversation, with yourself or someone you trust."
    )
