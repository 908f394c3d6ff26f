# SPDX-License-Identifier: MIT
"""The words of the chart over time: what is drawn, what is still missing, what it can’t show, its table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ipnb_journal.desktop.wording.chart_tables import Cell, ChartTable, Said, TableRow, number_cell
from ipnb_journal.desktop.wording.insights import (
    BOTH,
    BOTH_HEAD,
    BY_CIRCLES,
    BY_SLIDERS,
    DAY,
    DAYS_HEAD,
    EMPTY,
    EMPTY_TITLE,
    NAMES,
    PARTLY,
    SETTLING_IN,
    SPOKEN,
    USUAL_ROW,
    WEEK_OF,
    counted,
    listed,
    long_day,
    sentence,
    short_day,
    stretch,
    title,
)
from ipnb_journal.domain.checkins import Method
from ipnb_journal.domain.insights import TableRow as Numbers
from ipnb_journal.domain.insights import rows_by_day, rows_by_week
from ipnb_journal.domain.series import SETTLING_IN_DAYS
from ipnb_journal.domain.windows import Window

if TYPE_CHECKING:
    from ipnb_journal.domain.checkin_scores import DayValue
    from ipnb_journal.domain.event_notes import Noted
    from ipnb_journal.domain.insights import OverTime
    from ipnb_journal.domain.river import River
    from ipnb_journal.domain.series import Gap, Missing, SeriesPicture

NAME = "Being myself and in touch over time"
HOMEWORK = "Homework began"
_GAPS_NAMED, _NOTES_NAMED = 3, 5
_A_WEEK = 7


class Shown(NamedTuple):
    """Which of the two panels are on show."""

    being_myself: bool = True
    in_touch: bool = True


ALL_SHOWN = Shown()
N = TypeVar("N", "OverTime", "River")


def pictures(chart: OverTime, shown: Shown = ALL_SHOWN) -> list[SeriesPicture]:
    """The series with a panel of their own, top to bottom."""
    pairs = ((shown.being_myself, chart.being_myself), (shown.in_touch, chart.in_touch))
    return [picture for wanted, picture in pairs if wanted]


def without_own_words(chart: N) -> N:
    """The same chart without what the person wrote on the time line; where homework began is kept."""
    homework = replace(chart.homework, text=HOMEWORK) if chart.homework is not None else None
    return replace(chart, notes=(), homework=homework)


def said(
    chart: OverTime, shown: Shown = ALL_SHOWN, tag: str = "", *, table: bool = False, by_week: bool = True
) -> Said:
    """The three texts beside the chart, or beside its table."""
    return Said(
        in_words(chart, shown, tag),
        _table_shows(chart, by_week=by_week) if table else _chart_shows(chart),
        _TABLE_DOES_NOT if table else _CHART_DOES_NOT,
    )


def in_words(chart: OverTime, shown: Shown = ALL_SHOWN, tag: str = "") -> str:
    """The whole chart as text; also what a screen reader is told. Facts only, never a change.

    `tag`: what has to be said first of all, such as that the days are made up.
    """
    drawn = pictures(chart, shown)
    if not any(picture.total_days or picture.others for picture in drawn):
        return f"{EMPTY_TITLE}. {EMPTY}"
    when = stretch(chart.window.first, chart.window.last, chart.window.last)
    sentences = [f"{tag}."] if tag else []
    sentences += [_facts(picture, when if first else "") for first, picture in _numbered(drawn)]
    if chart.both is not None and chart.both.days:
        sentences.append(_facts(chart.both, ""))
    sentences += _missing(drawn)
    if any(picture.provisional for picture in drawn):
        sentences.append("The usual range rests on few days and may still shift.")
    sentences += settling(drawn, chart.window)
    return " ".join([*sentences, *gaps(chart.empty, chart.window), *noted(chart, chart.window)])


def table(chart: OverTime, shown: Shown = ALL_SHOWN, *, by_week: bool = True) -> ChartTable:
    """The drawn days, one a row or averaged by week, and the usual ranges."""
    found = (rows_by_week if by_week else rows_by_day)(chart)
    columns = _columns(chart, shown)
    rows = [_row(numbers, columns, chart, by_week=by_week) for numbers in found]
    kept = tuple(row for row in rows if any(cell.said for cell in row.cells[1 : len(columns) + 1]))
    heads = (WEEK_OF if by_week else DAY, *(head for head, _ in columns), *([DAYS_HEAD] if by_week else []))
    return ChartTable(heads, kept, _foot(chart, shown, len(heads)))


_CHART_DOES_NOT = (
    "Why anything moved, what anyone else felt, or how well you are. High isn’t good and low isn’t bad."
)
_TABLE_DOES_NOT = "Exact measurements. A slider is a feeling given a place on a line."


def _table_shows(chart: OverTime, *, by_week: bool) -> str:
    days = counted(chart.checkin_days, "day")
    return f"The same {days} as the chart, {'averaged by week' if by_week else 'one row for each'}."


def _chart_shows(chart: OverTime) -> str:
    parts = [f"How {counted(chart.checkin_days, 'day')} felt to you, each a mark; a hollow one was {PARTLY}."]
    drawn = (chart.being_myself, chart.in_touch)
    if any(picture.others for picture in drawn):
        parts.append("A ringed mark was placed with two circles; the two ways are never mixed.")
    if any(picture.line for picture in drawn):
        parts.append("The line is a smoothed course, the pale band where it likely runs.")
    if any(picture.usual for picture in drawn):
        parts.append("The bracket is your usual range: about two days in three lie in it.")
    if chart.both is not None:
        parts.append("The thin line, both present, is the lower of the two on each day.")
    return " ".join(parts)


def missing_line(missing: Missing, what: str = "a line") -> str:
    """What a line still needs, without hurry: "6 more days and a line can be drawn."."""
    if not missing.days:
        return sentence(f"{what} can be drawn once your check-ins reach over two weeks")
    over = ", over two weeks in all," if missing.span > missing.days else ""
    return f"{counted(missing.days, 'more day')}{over} and {what} can be drawn."


def missing_range(days: int) -> str:
    """What the usual range still needs."""
    return f"{counted(days, 'more day')} and a usual range can be shown."


def readout(chart: OverTime, day: int, shown: Shown = ALL_SHOWN) -> str:
    """One day: "Tuesday, 3 March: being myself 62, in touch 48, partly answered"."""
    told = []
    for picture in pictures(chart, shown):
        if picture.scale is None:
            continue
        value, other = value_on(picture.days, day), value_on(picture.others, day)
        if value is not None:
            told.append(f"{NAMES[picture.scale]} {_answer(value)}")
        if other is not None:
            told.append(f"{NAMES[picture.scale]} {_answer(other)}, {_other_way(picture)}")
    if chart.both is not None and (value := value_on(chart.both.days, day)):
        told.append(f"{BOTH} {round(value.value)}")
    if any(is_settling(picture, day) for picture in pictures(chart, shown)):
        told.append(SETTLING_IN)
    told += noted_on(chart, day)
    when = long_day(day, chart.window.last)
    return f"{when}: {', '.join(told)}" if told else when


def range_words(picture: SeriesPicture | None) -> str:
    """ "48 to 63", "" without a usual range."""
    if picture is None or picture.usual is None:
        return ""
    return f"{round(picture.usual.low)} to {round(picture.usual.high)}"


def _facts(picture: SeriesPicture, when: str) -> str:
    name = BOTH if picture.scale is None else SPOKEN[picture.scale]
    facts = [counted(len(picture.days), "day")]
    if picture.method is Method.CIRCLES:
        facts[0] += f" {BY_CIRCLES}"
    if picture.others:
        facts.append(f"{counted(len(picture.others), 'day')} {_other_way(picture)}")
    if picture.usual is not None and picture.scale is not None:
        facts.append(f"usual range {range_words(picture)}")
    if picture.level is not None:
        facts.append(f"recent level {round(picture.level)}")
    head = f"{name}, {when}" if when else name
    return sentence(f"{head}: {', '.join(facts)}")


def _other_way(picture: SeriesPicture) -> str:
    return BY_SLIDERS if picture.method is Method.CIRCLES else BY_CIRCLES


def _missing(drawn: Sequence[SeriesPicture]) -> list[str]:
    """What is still missing, said once where it is the same for all."""
    lines = [missing_line(p.line_needs) if p.line_needs else "" for p in drawn]
    ranges = [missing_range(p.range_needs) if p.range_needs and not p.line_needs else "" for p in drawn]
    apart = [too_far_apart(p) for p in drawn]
    return [*merged(drawn, lines), *merged(drawn, apart), *merged(drawn, ranges)]


def merged(drawn: Sequence[SeriesPicture], told: Sequence[str]) -> list[str]:
    """A sentence for each series, named before it, or one where it is the same for all; none for ""."""
    if len(set(told)) == 1:
        return [told[0]] if told[0] else []
    return [
        f"{sentence(SPOKEN[picture.scale])[:-1]}: {words}"
        for picture, words in zip(drawn, told, strict=True)
        if words and picture.scale is not None
    ]


def too_far_apart(picture: SeriesPicture, what: str = "a line") -> str:
    """Why there is no line though there are days enough, "" where there is one or are too few."""
    if picture.line or picture.line_needs or not picture.days:
        return ""
    return f"These days lie too far apart for {what}."


def settling(drawn: Sequence[SeriesPicture], window: Window) -> list[str]:
    """That the first days are settling in, where some of them lie in the window."""
    ends = [p.settling_until for p in drawn if p.settling_until is not None]
    if not ends or max(ends) < window.first:
        return []
    begun = max(picture.total_days for picture in drawn) > SETTLING_IN_DAYS
    until = f", until {short_day(max(ends), window.last)}," if begun else ""
    return [f"The first five days{until} are settling in; no range counts them."]


def gaps(empty: Sequence[Gap], window: Window, what: str = "check-ins") -> list[str]:
    """The newest stretches of a window without `what`, and how many there are before."""
    named = [stretch(gap.first, gap.last, window.last) for gap in empty[-_GAPS_NAMED:]]
    if not named:
        return []
    more = len(empty) - len(named)
    others = f", nor in {counted(more, 'stretch').replace('stretchs', 'stretches')} before" if more else ""
    return [f"No {what} {listed(named)}{others}."]


def number(value: float | None) -> str:
    """A value as the table shows it, "" where there is none."""
    return "" if value is None else str(round(value))


def value_on(days: Sequence[DayValue], day: int) -> DayValue | None:
    """The value on a day (an ordinal), None without one."""
    return next((value for value in days if value.day == day), None)


def is_settling(picture: SeriesPicture, day: int) -> bool:
    """Whether a day with a value is one of the first five."""
    until = picture.settling_until
    return until is not None and day <= until and value_on(picture.days, day) is not None


def _answer(value: DayValue) -> str:
    return f"{round(value.value)}, {PARTLY}" if value.partial else str(round(value.value))


def _numbered(drawn: Sequence[SeriesPicture]) -> list[tuple[bool, SeriesPicture]]:
    return [(index == 0, picture) for index, picture in enumerate(drawn)]


def noted(chart: Noted, window: Window) -> list[str]:
    """Homework and the newest of the person's own notes; nothing is concluded from either."""
    told, last = [], window.last
    if chart.homework is not None:
        told.append(sentence(f"{chart.homework.text}: {short_day(chart.homework.day.toordinal(), last)}"))
    named = [
        f"“{note.text}”, {short_day(note.day.toordinal(), last)}" for note in chart.notes[-_NOTES_NAMED:]
    ]
    if named:
        told.append(f"You noted {listed(named)}.")
    return told


def noted_on(chart: Noted, day: int) -> list[str]:
    """The words that stand on the time line at a day."""
    told = [note.text for note in chart.notes if note.day.toordinal() == day]
    if chart.homework is not None and chart.homework.day.toordinal() == day:
        told.append(chart.homework.text)
    return told


_Column = tuple[str, Callable[[Numbers], float | None]]


def _columns(chart: OverTime, shown: Shown) -> list[_Column]:
    """Head and value of every column of numbers, as the chart draws them."""
    one, two = chart.being_myself, chart.in_touch
    others = (shown.being_myself and bool(one.others), shown.in_touch and bool(two.others))
    offered: list[tuple[bool, _Column]] = [
        (shown.being_myself, (_head(one), lambda row: row.being_myself)),
        (shown.in_touch, (_head(two), lambda row: row.in_touch)),
        (chart.both is not None, (BOTH_HEAD, lambda row: row.both)),
        (others[0], (_head(one, other=True), lambda row: row.other_being_myself)),
        (others[1], (_head(two, other=True), lambda row: row.other_in_touch)),
    ]
    return [column for wanted, column in offered if wanted]


def _head(picture: SeriesPicture, *, other: bool = False) -> str:
    name = title(picture.scale) if picture.scale is not None else BOTH_HEAD
    if other:
        return f"{name}, {_other_way(picture)}"
    return f"{name}, {BY_CIRCLES}" if picture.method is Method.CIRCLES else name


def _row(numbers: Numbers, columns: Sequence[_Column], chart: OverTime, *, by_week: bool) -> TableRow:
    first = Cell(short_day(numbers.first, chart.window.last), numbers.first)
    values = [number_cell(value(numbers)) for _, value in columns]
    count = [number_cell(numbers.days)] if by_week else []
    last = numbers.first + (_A_WEEK - 1 if by_week else 0)
    return TableRow((first, *values, *count), Window(numbers.first, last))


def _foot(chart: OverTime, shown: Shown, wide: int) -> tuple[str, ...]:
    ranges = [range_words(picture) for picture in pictures(chart, shown)]
    if not any(ranges):
        return ()
    return (USUAL_ROW, *ranges, *[""] * (wide - 1 - len(ranges)))
