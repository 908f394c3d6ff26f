# SPDX-License-Identifier: MIT
"""The words of the pictures over time: what is drawn, what is still missing, what it can't show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ipnb_journal.desktop.wording.dates import DAYS, MONTHS
from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.insights import SETTLING_IN_DAYS, FourWeeks, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ipnb_journal.domain.checkin_scores import DayValue
    from ipnb_journal.domain.insights import Missing, OverTime, SeriesPicture

OVER_TIME = "Over time"
CHART_NAME = "Being myself and in touch over time"
CHART, TABLE = "Chart", "Table"
TABLE_NAME = "Being myself and in touch over time, as a table"
CHART_OR_TABLE = "Chart or table"
NAMES = {Scale.DIFFERENTIATION: "being myself", Scale.LINKAGE: "in touch"}
SPOKEN = {Scale.DIFFERENTIATION: "being myself", Scale.LINKAGE: "being in touch"}
TERMS = {Scale.DIFFERENTIATION: "differentiation", Scale.LINKAGE: "linkage"}
BOTH = "both present"
LESS, MORE = "less", "more"
USUAL = "your usual range"
PROVISIONAL = "so far"
NO_CHECKINS, LEFT_BLANK, SETTLING_IN = "no check-ins", "left blank", "settling in"
PARTLY = "partly answered"
MADE_UP = "Made-up data"

SPANS = {
    Span.MONTH: "Last month",
    Span.QUARTER: "Last 3 months",
    Span.YEAR: "Last 12 months",
    Span.ALL: "Everything",
}
SPAN_NAME = "How far back"
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
WEEK_OF, DAY, DAYS_HEAD = "Week of", "Day", "Days"
USUAL_ROW = "Your usual range"
BOTH_HEAD, NO_VALUE = "Both present", "none"

_SHORT = tuple(month[:3] for month in MONTHS)
_GAPS_NAMED = 3


class Shown(NamedTuple):
    """Which of the two panels are on show."""

    being_myself: bool = True
    in_touch: bool = True


ALL_SHOWN = Shown()


def pictures(chart: OverTime, shown: Shown = ALL_SHOWN) -> list[SeriesPicture]:
    """The series with a panel of their own, top to bottom."""
    pairs = ((shown.being_myself, chart.being_myself), (shown.in_touch, chart.in_touch))
    return [picture for wanted, picture in pairs if wanted]


def in_words(chart: OverTime, shown: Shown = ALL_SHOWN, tag: str = "") -> str:
    """The whole chart as text; also what a screen reader is told. Facts only, never a change.

    `tag`: what has to be said first of all, such as that the days are made up.
    """
    drawn = pictures(chart, shown)
    if not any(picture.total_days for picture in drawn):
        return f"{EMPTY_TITLE}. {EMPTY}"
    when = stretch(chart.window.first, chart.window.last, chart.window.last)
    sentences = [f"{tag}."] if tag else []
    sentences += [_facts(picture, when if first else "") for first, picture in _numbered(drawn)]
    if chart.both is not None and chart.both.days:
        sentences.append(_facts(chart.both, ""))
    sentences += _missing(drawn)
    if any(picture.provisional for picture in drawn):
        sentences.append("The usual range rests on few days and may still shift.")
    sentences += _settling(chart, drawn)
    sentences += _gaps(chart)
    return " ".join(sentences)


def what_this_shows(chart: OverTime, *, table: bool = False, by_week: bool = True) -> str:
    """What the drawn things are."""
    days = counted(chart.checkin_days, "day")
    if table:
        return f"The same {days} as the chart, {'averaged by week' if by_week else 'one row for each'}."
    parts = [f"How {days} felt to you, each a mark; a hollow one was {PARTLY}."]
    if any(picture.line for picture in (chart.being_myself, chart.in_touch)):
        parts.append("The line is a smoothed course, the pale band where it likely runs.")
    if chart.being_myself.usual or chart.in_touch.usual:
        parts.append("The bracket is your usual range: about two days in three lie in it.")
    if chart.both is not None:
        parts.append("The thin line, both present, is the lower of the two on each day.")
    return " ".join(parts)


def what_it_does_not_show(*, table: bool = False) -> str:
    """What nobody should read out of it."""
    if table:
        return "Exact measurements. A slider is a feeling given a place on a line."
    return (
        "Why anything moved, what anyone else felt, or how well you are. High isn’t good and low isn’t bad."
    )


def missing_line(missing: Missing) -> str:
    """What a line still needs, without hurry: "6 more days and a line can be drawn."."""
    if not missing.days:
        return "A line can be drawn once your check-ins reach over two weeks."
    over = ", over two weeks in all," if missing.span > missing.days else ""
    return f"{counted(missing.days, 'more day')}{over} and a line can be drawn."


def missing_range(days: int) -> str:
    """What the usual range still needs."""
    return f"{counted(days, 'more day')} and a usual range can be shown."


def readout(chart: OverTime, day: int, shown: Shown = ALL_SHOWN) -> str:
    """One day: "Tuesday, 3 March: being myself 62, in touch 48, partly answered"."""
    told = []
    for picture in pictures(chart, shown):
        value = _value_on(picture.days, day)
        if value is not None and picture.scale is not None:
            told.append(f"{NAMES[picture.scale]} {_answer(value)}")
    if chart.both is not None and (value := _value_on(chart.both.days, day)):
        told.append(f"{BOTH} {round(value.value)}")
    if any(_is_settling(picture, day) for picture in pictures(chart, shown)):
        told.append(SETTLING_IN)
    return (
        f"{long_day(day, chart.window.last)}: {', '.join(told)}" if told else long_day(day, chart.window.last)
    )


def four_weeks_words(found: FourWeeks) -> str:
    """The small picture as text."""
    told = [
        f"{SPOKEN[picture.scale]} {counted(len(picture.days), 'day')}, recent level {round(picture.level)}"
        for picture in (found.being_myself, found.in_touch)
        if picture.scale is not None and picture.days and picture.level is not None
    ]
    return _sentence(f"last four weeks: {'; '.join(told)}")


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


def month_tick(day: int) -> str:
    """A month on the axis: "Mar", and "2026" where a year begins."""
    found = date.fromordinal(day)
    return str(found.year) if found.month == 1 else _SHORT[found.month - 1]


def title(scale: Scale) -> str:
    """The head of a panel."""
    return _sentence(NAMES[scale]).rstrip(".")


def counted(number: int, thing: str) -> str:
    """ "1 day", "24 days"; the plural is made by an s."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def table_text(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table for the clipboard: columns by tabs, a line a row."""
    return "\n".join("\t".join(row) for row in (heads, *rows))


def number(value: float | None) -> str:
    """A value as the table shows it, "" where there is none."""
    return "" if value is None else str(round(value))


def range_words(picture: SeriesPicture | None) -> str:
    """ "48 to 63", "" without a usual range."""
    if picture is None or picture.usual is None:
        return ""
    return f"{round(picture.usual.low)} to {round(picture.usual.high)}"


def _facts(picture: SeriesPicture, when: str) -> str:
    name = BOTH if picture.scale is None else SPOKEN[picture.scale]
    facts = [counted(len(picture.days), "day")]
    if picture.usual is not None and picture.scale is not None:
        facts.append(f"usual range {range_words(picture)}")
    if picture.level is not None:
        facts.append(f"recent level {round(picture.level)}")
    head = f"{name}, {when}" if when else name
    return _sentence(f"{head}: {', '.join(facts)}")


def _missing(drawn: Sequence[SeriesPicture]) -> list[str]:
    """What is still missing, said once where it is the same for all."""
    lines = [missing_line(p.line_needs) if p.line_needs else "" for p in drawn]
    ranges = [missing_range(p.range_needs) if p.range_needs and not p.line_needs else "" for p in drawn]
    apart = [_too_far_apart(p) for p in drawn]
    return [*_merged(drawn, lines), *_merged(drawn, apart), *_merged(drawn, ranges)]


def _merged(drawn: Sequence[SeriesPicture], told: Sequence[str]) -> list[str]:
    if len(set(told)) == 1:
        return [told[0]] if told[0] else []
    return [
        f"{_sentence(SPOKEN[picture.scale])[:-1]}: {words}"
        for picture, words in zip(drawn, told, strict=True)
        if words and picture.scale is not None
    ]


def _too_far_apart(picture: SeriesPicture) -> str:
    if picture.line or picture.line_needs or not picture.days:
        return ""
    return "These days lie too far apart for a line."


def _settling(chart: OverTime, drawn: Sequence[SeriesPicture]) -> list[str]:
    ends = [p.settling_until for p in drawn if p.settling_until is not None]
    if not ends or max(ends) < chart.window.first:
        return []
    begun = max(picture.total_days for picture in drawn) > SETTLING_IN_DAYS
    until = f", until {short_day(max(ends), chart.window.last)}," if begun else ""
    return [f"The first five days{until} are settling in; no range counts them."]


def _gaps(chart: OverTime) -> list[str]:
    named = [stretch(gap.first, gap.last, chart.window.last) for gap in chart.empty[-_GAPS_NAMED:]]
    if not named:
        return []
    more = len(chart.empty) - len(named)
    others = f", nor in {counted(more, 'stretch').replace('stretchs', 'stretches')} before" if more else ""
    return [f"No check-ins {_listed(named)}{others}."]


def _dated(day: date) -> str:
    return f"{day.day} {_SHORT[day.month - 1]}"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _value_on(days: Sequence[DayValue], day: int) -> DayValue | None:
    return next((value for value in days if value.day == day), None)


def _is_settling(picture: SeriesPicture, day: int) -> bool:
    until = picture.settling_until
    return until is not None and day <= until and _value_on(picture.days, day) is not None


def _answer(value: DayValue) -> str:
    return f"{round(value.value)}, {PARTLY}" if value.partial else str(round(value.value))


def _numbered(drawn: Sequence[SeriesPicture]) -> list[tuple[bool, SeriesPicture]]:
    return [(index == 0, picture) for index, picture in enumerate(drawn)]


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
