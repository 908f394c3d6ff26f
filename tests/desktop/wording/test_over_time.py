# SPDX-License-Identifier: MIT
"""The words of the chart over time: what they say, and what they never say."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.desktop.wording import chart_tables, insights
from ipnb_journal.desktop.wording import over_time as words
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.event_notes import EventKind, EventNote
from ipnb_journal.domain.series import Missing
from ipnb_journal.domain.windows import Span
from tests.charting import charted, drawn, readings

if TYPE_CHECKING:
    from ipnb_journal.domain.insights import OverTime

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
    return drawn(d, d if one is None else one, span, 7, TODAY, both)


def believable(seed: int) -> OverTime:
    wobble = random.Random(seed)
    back = [each for each in range(wobble.choice([3, 12, 60, 500])) if wobble.random() < wobble.random()]
    d = [DayValue(LAST - b, wobble.uniform(0, 100), wobble.random() < 0.2) for b in reversed(back)]
    one = [value._replace(value=wobble.uniform(0, 100)) for value in d if wobble.random() < 0.8]
    return drawn(d, one, wobble.choice(list(Span)), wobble.choice([7, 14, 28]), TODAY, seed % 2 == 0)


def strings(found: object) -> list[str]:
    if isinstance(found, str):
        return [found]
    if isinstance(found, dict):
        return [each for value in found.values() for each in strings(value)]
    return [each for value in found for each in strings(value)] if isinstance(found, tuple) else []


@cache
def everything_said() -> tuple[str, ...]:
    named = [*vars(insights).items(), *vars(words).items()]
    said = [text for name, value in named if name.isupper() for text in strings(value)]
    for seed in range(60):
        found = believable(seed)
        said += [*words.said(found), *words.said(found, table=True), chart_tables.as_text(words.table(found))]
        said += [words.readout(found, at.day) for at in found.being_myself.days[:5]]
    return tuple(text for text in said if text != insights.ABOUT_TEXT)


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


def noted(*texts: tuple[int, str, EventKind]) -> list[EventNote]:
    return [
        EventNote(number, str(number), TODAY - timedelta(back), text, kind)
        for number, (back, text, kind) in enumerate(texts)
    ]


def test_notes_and_homework_are_told_as_they_were_written() -> None:
    notes = noted((10, "moved house", EventKind.HAPPENED), (20, "Homework began", EventKind.HOMEWORK))
    found = charted(readings(days([0, 1]), [], notes), Span.MONTH, 7, TODAY)
    said = words.in_words(found)
    assert "Homework began: 12 May." in said
    assert "You noted “moved house”, 22 May." in said
    assert words.readout(found, LAST - 10) == "Friday, 22 May: moved house"
    assert words.readout(found, LAST - 20) == "Tuesday, 12 May: Homework began"


def test_two_ways_of_asking_are_told_apart() -> None:
    found = readings(days([0]), [], circles=(days([1, 2, 3], 40), days([1], 30)))
    chart = charted(found, Span.MONTH, 7, TODAY)
    assert words.in_words(chart).startswith(
        "Being myself, 5 May to 1 Jun: 3 days by two circles, 1 day by sliders."
    )
    assert words.readout(chart, LAST) == "Monday, 1 June: being myself 50, by sliders"
    table = words.table(chart, by_week=False)
    assert table.heads == (
        "Day",
        "Being myself, by two circles",
        "In touch, by two circles",
        "Being myself, by sliders",
    )
    assert [cell.said for cell in table.rows[-1].cells] == ["1 Jun", "", "", "50"]


def test_by_day_the_table_holds_every_drawn_day() -> None:
    d, one = days(list(range(30)), 70), days(list(range(0, 30, 2)), 40)
    found = chart(d, one, both=True)
    table = words.table(found, by_week=False)
    assert table.heads == ("Day", "Being myself", "In touch", "Both present")
    drawn = [{at.day: at.value for at in each} for each in (d, one, found.both.days if found.both else ())]
    assert [(row.behind, *(cell.order for cell in row.cells[1:])) for row in table.rows] == [
        ((at.day, at.day), *(column.get(at.day) for column in drawn)) for at in d
    ]


def test_by_week_it_averages_and_counts_and_ends_with_the_ranges() -> None:
    table = words.table(chart(days(list(range(30)), 60), days(list(range(0, 30, 2)), 40)))
    assert table.heads == ("Week of", "Being myself", "In touch", "Days")
    assert [cell.said for cell in table.rows[-1].cells] == ["1 Jun", "60", "40", "1"]
    assert table.rows[-1].behind == (LAST, LAST + 6)
    assert sum(int(row.cells[3].said) for row in table.rows) == 30
    assert table.foot == ("Your usual range", "55 to 65", "", "")


def test_only_what_is_on_show_has_a_column() -> None:
    table = words.table(chart(days([3]), days([0, 1, 2])), words.Shown(being_myself=False), by_week=False)
    assert table.heads == ("Day", "In touch")
    assert len(table.rows) == 3
