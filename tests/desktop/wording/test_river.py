# SPDX-License-Identifier: MIT
"""The words of the river: what they say of the banks, and what they never say."""

from __future__ import annotations

import random
import re
from datetime import date
from functools import cache

import pytest

from ipnb_journal.desktop.wording import river as words
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.event_notes import EventKind, EventNote
from ipnb_journal.domain.insights import by_day
from ipnb_journal.domain.readings import Readings
from ipnb_journal.domain.river import River, bank_rows, river
from ipnb_journal.domain.windows import Window, monday_of

LAST = date(2026, 5, 14).toordinal()
BANNED = (
    "improv", "worse", "better", "progress", "declin", "healthy", "normal", "significan", "score", "streak",
    "on track", "relaps", "risk", "grow", "higher", "lower", "trend", "because", "calm", "!",
)  # fmt: skip


def days(back: list[int], value: float = 50) -> tuple[DayValue, ...]:
    return tuple(DayValue(LAST - each, value) for each in sorted(back, reverse=True))


def found(
    chaos: tuple[DayValue, ...],
    rigidity: tuple[DayValue, ...],
    notes: tuple[EventNote, ...] = (),
    circles: tuple[DayValue, ...] = (),
    wide: int = 91,
) -> River:
    sliders = {Scale.CHAOS: chaos, Scale.RIGIDITY: rigidity}
    return river(Readings(sliders, {Scale.LINKAGE: circles}, notes), Window(LAST - wide + 1, LAST), 7)


def believable(seed: int) -> River:
    wobble = random.Random(seed)
    back = [each for each in range(wobble.choice([3, 12, 60, 400])) if wobble.random() < 0.7]
    chaos = tuple(DayValue(LAST - b, wobble.uniform(0, 100), wobble.random() < 0.2) for b in reversed(back))
    rigidity = tuple(day._replace(value=wobble.uniform(0, 100)) for day in chaos if wobble.random() < 0.8)
    return found(chaos, rigidity, circles=days([3]) if seed % 2 else (), wide=wobble.choice([30, 91, 365]))


@cache
def everything_said() -> tuple[str, ...]:
    said = [words.LINE, words.ROOM, words.EMPTY, words.EMPTY_ABOUT, *words.SMALL.values()]
    for seed in range(60):
        drawn = believable(seed)
        said += [*words.said(drawn), *words.said(drawn, table=True)]
        said += [words.readout(drawn, at.day) for at in drawn.chaos.days[:9]]
    return tuple(said)


@pytest.mark.parametrize("banned", BANNED)
def test_no_sentence_about_the_banks_holds_a_banned_word(banned: str) -> None:
    pattern = re.compile((r"\b" if banned[0].isalpha() else "") + re.escape(banned), re.IGNORECASE)
    assert [text for text in everything_said() if pattern.search(text)] == []


def test_a_day_in_words() -> None:
    drawn = found((DayValue(LAST - 1, 30, partial=True), DayValue(LAST, 72)), (DayValue(LAST, 20),))
    said = "On 14 May stirred up was at 72 and stuck at 20; room between the banks 54."
    assert words.readout(drawn, LAST) == f"{said} Settling in."
    blank = words.readout(drawn, LAST - 1)
    assert blank == "On 13 May stirred up was at 30 (partly answered); stuck was left blank. Settling in."
    assert words.readout(drawn, LAST - 2) == "12 May"


def test_a_day_of_stuck_alone() -> None:
    drawn = found((), days([0], 20))
    assert words.readout(drawn, LAST).startswith("On 14 May stuck was at 20; stirred up was left blank.")


def test_the_river_in_words() -> None:
    drawn = found(days(list(range(60)), 40), days(list(range(59)), 20))
    assert words.in_words(drawn).startswith(
        "Stirred up, 13 Feb to 14 May: 60 days, recent level 40. Stuck: 59 days, recent level 20. "
        "Of late, room between the banks 70."
    )


def test_what_is_missing_is_said_without_hurry() -> None:
    few = days([0, 1, 2])
    assert "5 more days, over two weeks in all, and the edge of a bank can be drawn." in words.in_words(
        found(few, few)
    )
    one_sided = words.in_words(found(days(list(range(30))), few))
    assert "Stuck: 5 more days" in one_sided
    assert "Stirred up: 5" not in one_sided
    apart = days(list(range(0, 141, 20)))
    assert "These days lie too far apart for the edge of a bank." in words.in_words(
        found(apart[:1], apart, wide=200)
    )


def test_nothing_yet() -> None:
    said = words.in_words(found((), ()))
    assert said == "Nothing to draw yet. The banks appear with your first check-ins."


def test_gaps_notes_and_circles_are_named() -> None:
    back = [*range(20), *range(45, 80)]
    notes = (
        EventNote(1, "a", date.fromordinal(LAST), "moved house"),
        EventNote(2, "b", date.fromordinal(LAST - 1), "Homework began", EventKind.HOMEWORK),
    )
    drawn = found(days(back), days(back), notes)
    said = words.in_words(drawn, "Made-up data")
    assert said.startswith("Made-up data. Stirred up")
    assert "No check-ins 31 Mar to 24 Apr." in said
    assert "Homework began: 13 May. You noted “moved house”, 14 May." in said
    assert words.readout(drawn, LAST).endswith("room between the banks 50. “moved house”.")
    with_circles = words.in_words(found(days(back), days(back), circles=days([30])))
    assert "Two circles, on 1 day, don’t ask for the banks." in with_circles
    assert "No check-ins by sliders 31 Mar to 24 Apr." in with_circles


@pytest.mark.parametrize("by_week", [True, False])
@pytest.mark.parametrize("seed", range(6))
def test_the_table_holds_the_drawn_numbers(seed: int, by_week: bool) -> None:
    drawn = believable(seed)
    table = words.table(drawn, by_week=by_week)
    numbers = [tuple(cell.order for cell in row.cells) for row in table.rows]
    rows = bank_rows(drawn, monday_of if by_week else by_day)
    assert numbers == [tuple(row) if by_week else tuple(row)[:3] for row in rows]
    assert {len(row.cells) for row in table.rows} <= {len(table.heads)}


def test_the_foot_of_the_table_tells_the_ranges() -> None:
    drawn = found(days(list(range(40)), 40), days(list(range(8)), 20))
    assert words.table(drawn).foot == ("Your usual range", "35 to 45", "", "")
    assert words.table(found(days([1]), days([1]))).foot == ()
