# SPDX-License-Identifier: MIT
"""The words of the pictures over time: what they say, and what they never say."""

from __future__ import annotations

import random
import re
from datetime import date
from functools import cache

import pytest

from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.insights import Missing, OverTime, Span, four_weeks, over_time

TODAY = date(2026, 6, 1)
LAST = TODAY.toordinal()
BANNED = (
    "improv", "worse", "better", "progress", "declin", "healthy", "normal", "significan", "score", "level up",
    "streak", "on track", "relaps", "risk", "grow", "higher", "lower than", "trend", "because", "enmesh",
    "disengag", "toxic", "avoidant", "percentile", "please", "oops", "sorry", "invalid", "failed", "user",
    "click", "!",
)  # fmt: skip


def days(back: list[int], value: float = 50, *, partial: bool = False) -> list[DayValue]:
    return [DayValue(LAST - each, value, partial) for each in sorted(back, reverse=True)]


def chart(
    d: list[DayValue], one: list[DayValue] | None = None, span: Span = Span.QUARTER, *, both: bool = False
) -> OverTime:
    return over_time(d, d if one is None else one, span, 7, TODAY, both)


def believable(seed: int) -> OverTime:
    wobble = random.Random(seed)
    back = [each for each in range(wobble.choice([3, 12, 60, 500])) if wobble.random() < wobble.random()]
    d = [DayValue(LAST - b, wobble.uniform(0, 100), wobble.random() < 0.2) for b in reversed(back)]
    one = [value._replace(value=wobble.uniform(0, 100)) for value in d if wobble.random() < 0.8]
    return over_time(d, one, wobble.choice(list(Span)), wobble.choice([7, 14, 28]), TODAY, seed % 2 == 0)


def strings(found: object) -> list[str]:
    if isinstance(found, str):
        return [found]
    if isinstance(found, dict):
        return [each for value in found.values() for each in strings(value)]
    return [each for value in found for each in strings(value)] if isinstance(found, tuple) else []


@cache
def everything_said() -> tuple[str, ...]:
    said = [text for name, value in vars(words).items() if name.isupper() for text in strings(value)]
    for seed in range(60):
        found = believable(seed)
        said += [words.in_words(found), words.what_this_shows(found), words.what_it_does_not_show()]
        said += [words.readout(found, at.day) for at in found.being_myself.days[:5]]
    return tuple(text for text in said if text != words.ABOUT_TEXT)


@pytest.mark.parametrize("banned", BANNED)
def test_no_sentence_about_a_persons_numbers_holds_a_banned_word(banned: str) -> None:
    pattern = re.compile((r"\b" if banned[0].isalpha() else "") + re.escape(banned), re.IGNORECASE)
    assert [text for text in everything_said() if pattern.search(text)] == []


def test_the_facts_in_words() -> None:
    back = [each for each in range(80) if each % 3]
    d = days(back, 60)
    said = words.in_words(chart(d, days(back[1:], 40)))
    assert said.startswith("Being myself, 14 Mar to 1 Jun: 53 days, usual range 55 to 65, recent level 60. ")
    assert "Being in touch: 52 days, usual range 35 to 45, recent level 40." in said


def test_a_gap_is_named_as_days() -> None:
    back = [*range(20), *range(53, 90)]
    said = words.in_words(chart(days(back)))
    assert said.count("No check-ins") == 1
    assert "No check-ins 10 Apr to 12 May." in said
    inside_a_month = [*range(20), *range(33, 90, 2)]
    assert "No check-ins" not in words.in_words(chart(days(inside_a_month)))


def test_a_gap_within_one_month() -> None:
    back = [(TODAY - date(2026, 4, 29)).days, *range(20)]
    back += [(TODAY - date(2026, 4, 9)).days, (TODAY - date(2026, 4, 8)).days]
    assert "10 to 28 Apr" in words.in_words(chart(days(back)))


def test_many_gaps_name_the_latest_three() -> None:
    back = [40 * n + each for n in range(6) for each in range(3)]
    said = words.in_words(chart(days(back), span=Span.ALL))
    assert "nor in 2 stretches before." in said


def test_what_is_missing_is_said_once_when_it_is_the_same_for_both() -> None:
    said = words.in_words(chart(days([0, 1])))
    assert said.count("a line can be drawn") == 1
    assert "6 more days, over two weeks in all, and a line can be drawn." in said


def test_what_is_missing_is_said_apart_when_it_differs() -> None:
    said = words.in_words(chart(days([0, 4, 8, 12, 16]), days([0, 4, 8, 16])))
    assert "Being myself: 3 more days and a line can be drawn." in said
    assert "Being in touch: 4 more days and a line can be drawn." in said


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (Missing(6, 0), "6 more days and a line can be drawn."),
        (Missing(1, 0), "1 more day and a line can be drawn."),
        (Missing(0, 3), "A line can be drawn once your check-ins reach over two weeks."),
        (Missing(6, 12), "6 more days, over two weeks in all, and a line can be drawn."),
    ],
)
def test_missing(missing: Missing, said: str) -> None:
    assert words.missing_line(missing) == said


def test_the_range_is_asked_for_after_the_line() -> None:
    said = words.in_words(chart(days(list(range(0, 30, 3)))))
    assert "9 more days and a usual range can be shown." in said


def test_a_range_on_few_days_says_so() -> None:
    assert "rests on few days" in words.in_words(chart(days(list(range(25)))))
    assert "rests on few days" not in words.in_words(chart(days(list(range(60)))))


def test_settling_in_is_told_while_it_is_in_view() -> None:
    said = words.in_words(chart(days(list(range(20)))))
    assert "The first five days, until 17 May, are settling in; no range counts them." in said
    early = words.in_words(chart(days([0, 1, 2])))
    assert "The first five days are settling in; no range counts them." in early
    assert "settling" not in words.in_words(chart(days(list(range(200)))))


def test_days_too_far_apart_for_a_line() -> None:
    back = [20 * n for n in range(9)]
    assert "These days lie too far apart for a line." in words.in_words(chart(days(back), span=Span.ALL))


def test_nothing_yet() -> None:
    assert words.in_words(chart([])) == (
        "Nothing to draw yet. After your first check-in a dot appears here; "
        "a line needs about eight days over two weeks."
    )


def test_only_what_is_drawn_is_told() -> None:
    said = words.in_words(chart(days(list(range(30)))), words.Shown(being_myself=False))
    assert "eing myself" not in said
    assert said.startswith("Being in touch, ")


def test_both_present_is_told_last_and_without_a_range() -> None:
    said = words.in_words(chart(days(list(range(30)), 70), days(list(range(30)), 40), both=True))
    assert "Both present: 30 days, recent level 40." in said
    assert said.index("Both present") > said.index("Being in touch")


def test_the_readout_names_the_day_and_what_was_partly_answered() -> None:
    d = [*days(list(range(1, 30))), DayValue(LAST, 62)]
    one = [*days(list(range(1, 30, 2))), DayValue(LAST, 48, partial=True)]
    assert words.readout(chart(d, one), LAST) == (
        "Monday, 1 June: being myself 62, in touch 48, partly answered"
    )
    early = words.readout(chart(d, one), LAST - 28)
    assert early.endswith("being myself 50, settling in")


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


def test_a_table_as_text() -> None:
    assert words.table_text(["Day", "In touch"], [["1 Jun", "48"]]) == "Day\tIn touch\n1 Jun\t48"
    assert words.number(None) == ""


def test_about_these_numbers_is_the_agreed_text() -> None:
    assert words.ABOUT_TEXT.startswith("These eight sliders were written for this journal.")
    assert "They have not been validated" in words.ABOUT_TEXT
    assert words.ABOUT_TEXT.endswith(
        "Use them as bookmarks for a conversation, with yourself or someone you trust."
    )
