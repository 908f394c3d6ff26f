# SPDX-License-Identifier: MIT
"""The words of the river between two banks: where the banks are, what is still missing, its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording.chart_tables import Cell, ChartTable, Said, TableRow, number_cell
from ipnb_journal.desktop.wording.insights import (
    BY_SLIDERS,
    DAY,
    DAYS_HEAD,
    EMPTY_TITLE,
    NAMES,
    PARTLY,
    SETTLING_IN,
    USUAL_ROW,
    WEEK_OF,
    counted,
    sentence,
    short_day,
    stretch,
    title,
)
from ipnb_journal.desktop.wording.over_time import (
    gaps,
    is_settling,
    merged,
    missing_line,
    noted,
    noted_on,
    range_words,
    settling,
    too_far_apart,
    value_on,
)
from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.insights import by_day
from ipnb_journal.domain.river import bank_rows, room_on
from ipnb_journal.domain.windows import Window, monday_of

if TYPE_CHECKING:
    from ipnb_journal.domain.checkin_scores import DayValue
    from ipnb_journal.domain.river import BankRow, River
    from ipnb_journal.domain.series import SeriesPicture

TAB = "The river"
NAME = "Between two banks"
LINE = "When both banks draw back, there is more room to move."
ROOM = "room to move"
ROOM_BETWEEN = "room between the banks"
SMALL = {Scale.CHAOS: "chaos: fast, unpredictable", Scale.RIGIDITY: "rigidity: stuck, gripping"}
EMPTY = "The banks appear with your first check-ins."
EMPTY_ABOUT = (
    "The banks appear with your first check-ins about {name} by sliders; two circles don’t ask for them."
)
NOT_BY_SLIDERS = "none by sliders"
_EDGE = "the edge of a bank"
_A_WEEK = 7


def said(
    found: River, tag: str = "", *, table: bool = False, by_week: bool = True, threads: bool = True
) -> Said:
    """The three texts beside the river, or beside its table. `threads`: whether it is drawn with them."""
    days = counted(found.checkin_days, "day")
    if table:
        how = "averaged by week" if by_week else "one row for each"
        return Said(in_words(found, tag), f"The same {days} as the river, {how}.", _TABLE_DOES_NOT)
    return Said(in_words(found, tag), _shows(found, days, threads=threads), _DOES_NOT)


def in_words(found: River, tag: str = "") -> str:
    """The whole river as text; also what a screen reader is told. Facts only, never a change.

    `tag`: what has to be said first of all, such as that the days are made up.
    """
    drawn = (found.chaos, found.rigidity)
    if not any(picture.total_days for picture in drawn):
        return f"{EMPTY_TITLE}. {EMPTY}"
    when = stretch(found.window.first, found.window.last, found.window.last)
    sentences = [f"{tag}."] if tag else []
    sentences += [_facts(found.chaos, when), _facts(found.rigidity)]
    if found.recent_room is not None:
        sentences.append(f"Of late, {ROOM_BETWEEN} {round(found.recent_room)}.")
    if found.circle_days:
        sentences.append(f"Two circles, on {counted(found.circle_days, 'day')}, don’t ask for the banks.")
    sentences += _missing(drawn)
    sentences += settling(drawn, found.window)
    what = f"check-ins {BY_SLIDERS}" if found.circle_days else "check-ins"
    return " ".join([*sentences, *gaps(found.empty, found.window, what), *noted(found, found.window)])


def readout(found: River, day: int) -> str:
    """One day: "On 14 May stirred up was at 72 and stuck at 20; room between the banks 54."."""
    when = short_day(day, found.window.last)
    told = _at(found, day)
    settled = not any(is_settling(picture, day) for picture in (found.chaos, found.rigidity))
    extras = [] if settled else [sentence(SETTLING_IN)]
    extras += [f"“{text}”." for text in noted_on(found, day)]
    if told:
        return " ".join([f"On {when} {told}.", *extras])
    return f"{when}: {' '.join(extras)}" if extras else when


def table(found: River, *, by_week: bool = True) -> ChartTable:
    """The drawn days, one a row or averaged by week, and the usual ranges."""
    rows = bank_rows(found, monday_of if by_week else by_day)
    names = (title(Scale.CHAOS), title(Scale.RIGIDITY))
    heads = (WEEK_OF if by_week else DAY, *names, *([DAYS_HEAD] if by_week else []))
    ranges = [range_words(picture) for picture in (found.chaos, found.rigidity)]
    foot = (USUAL_ROW, *ranges, *[""] * (len(heads) - 3)) if any(ranges) else ()
    return ChartTable(heads, tuple(_row(row, found, by_week=by_week) for row in rows), foot)


_DOES_NOT = (
    "What set anything off, what anyone else felt, or how well you are. Wide isn’t good and narrow isn’t bad."
)
_TABLE_DOES_NOT = "Exact measurements. A slider is a feeling given a place on a line."


def _shows(found: River, days: str, *, threads: bool) -> str:
    parts = [
        f"How {days} felt to you. Stirred up reaches down from the top, stuck up from below, and both can "
        f"press in at once. Each mark is a day; a hollow one was {PARTLY}."
    ]
    if found.chaos.line or found.rigidity.line:
        parts.append("The edge of a bank is a smoothed course, and it stops where days are missing.")
    if found.water and threads:
        parts.append("The threads share the room between.")
    return " ".join(parts)


def _facts(picture: SeriesPicture, when: str = "") -> str:
    name = NAMES[picture.scale] if picture.scale is not None else ""
    facts = [counted(len(picture.days), "day")]
    if picture.level is not None:
        facts.append(f"recent level {round(picture.level)}")
    return sentence(f"{name}, {when}: {', '.join(facts)}" if when else f"{name}: {', '.join(facts)}")


def _missing(drawn: tuple[SeriesPicture, ...]) -> list[str]:
    """What is still missing, said once where it is the same for both."""
    lines = [missing_line(each.line_needs, _EDGE) if each.line_needs else "" for each in drawn]
    apart = [too_far_apart(each, _EDGE) for each in drawn]
    return [*merged(drawn, lines), *merged(drawn, apart)]


def _at(found: River, day: int) -> str:
    """Where the banks were by the day's own marks, "" without any."""
    values = [(each.scale, value_on(each.days, day)) for each in (found.chaos, found.rigidity)]
    told = [(NAMES[scale], value) for scale, value in values if scale is not None and value is not None]
    if not told:
        return ""
    (first, value), *rest = told
    at = f"{first} was at {_answer(value)}"
    room = room_on(found, day)
    if room is None:
        blank = next(NAMES[scale] for scale, value in values if scale is not None and value is None)
        return f"{at}; {blank} was left blank"
    other, opposite = rest[0]
    return f"{at} and {other} at {_answer(opposite)}; {ROOM_BETWEEN} {round(room)}"


def _answer(value: DayValue) -> str:
    return f"{round(value.value)} ({PARTLY})" if value.partial else str(round(value.value))


def _row(numbers: BankRow, found: River, *, by_week: bool) -> TableRow:
    first = Cell(short_day(numbers.first, found.window.last), numbers.first)
    values = [number_cell(numbers.chaos), number_cell(numbers.rigidity)]
    count = [number_cell(numbers.days)] if by_week else []
    last = numbers.first + (_A_WEEK - 1 if by_week else 0)
    return TableRow((first, *values, *count), Window(numbers.first, last))
