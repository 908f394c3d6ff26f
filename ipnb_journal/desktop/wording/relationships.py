# SPDX-License-Identifier: MIT
"""The words of the pictures by person: counts and recent levels, never a word about the other person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording.chart_tables import Cell, ChartTable, Said, TableRow, number_cell
from ipnb_journal.desktop.wording.insights import (
    BY_CIRCLES,
    BY_SLIDERS,
    NAMES,
    PARTLY,
    counted,
    sentence,
    short_day,
    stretch,
    title,
)
from ipnb_journal.desktop.wording.over_time import HOMEWORK
from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.circles import CirclePart
from ipnb_journal.domain.relationships import AboutPerson

if TYPE_CHECKING:
    from ipnb_journal.domain.relationships import ByPerson, Placed, Tile, TileSeries

TAB, NAME = "By person", "Being myself and in touch, by person"
HINT = "Choose a tile, or walk them with the arrow keys."
OPEN = "Open over time"
EMPTY_TITLE = "Nobody here yet"
EMPTY = "Add someone by any name you like, an initial is enough."
NOTHING_TITLE = "Nothing to draw yet"
NOTHING = "After three days with a check-in about somebody, their picture begins here. There’s no hurry."

EARLIER, LATER, HIDE = "Move earlier", "Move later", "Hide"
SHOW_HIDDEN = "Show hidden people"
ACTS_NAME = "The chosen tile"
EARLIER_NAMED, LATER_NAMED, HIDE_NAMED = "Move {name} earlier", "Move {name} later", "Hide {name}"
HIDDEN = "{name} is out of sight. Pages and check-ins are kept."

FOOT_AND_TOP = "The foot of a tile is less, the top more."
NUMBERED = "Person {number}"
WISHED = "where you’d like it to be"
NO_DAYS = "no check-ins in this stretch"

PERSON_HEAD, DAYS_HEAD = "Person", "Days"
OF_LATE_HEAD, RANGE_HEAD = "{name}, of late", "{name}, usual range"
BY_SLIDERS_HEAD, BY_CIRCLES_HEAD = "Days by sliders", "Days by two circles"
CIRCLES_HEAD = "Circles of"
PARTS = {
    CirclePart.CLOSENESS: "nearness",
    CirclePart.WISH: "wished nearness",
    CirclePart.EDGE_ME: "your edge",
    CirclePart.EDGE_OTHER: "the other edge",
}
"""What the small circles show, in the order it is told."""

_DOES_NOT = (
    "The other person’s side, or why anything moved. A few days can only hint. The order is yours, and "
    "means nothing here."
)
_TABLE_SHOWS = "The same people and days as the tiles, one row for each person."


def without_names(chart: ByPerson) -> ByPerson:
    """The same tiles numbered in their order instead of named, and homework without own words."""
    tiles = tuple(
        replace(tile, person=replace(tile.person, label=NUMBERED.format(number=number)))
        for number, tile in enumerate(chart.tiles, 1)
    )
    homework = replace(chart.homework, text=HOMEWORK) if chart.homework is not None else None
    return replace(chart, tiles=tiles, homework=homework)


def said(chart: ByPerson, tag: str = "", *, table: bool = False) -> Said:
    """The three texts beside the tiles, or beside their table."""
    return Said(in_words(chart, tag), _TABLE_SHOWS if table else _shows(chart), _DOES_NOT)


def in_words(chart: ByPerson, tag: str = "") -> str:
    """All tiles as text; also what a screen reader is told. Facts only, each person's apart."""
    if not chart.tiles:
        return f"{EMPTY_TITLE}. {EMPTY}"
    last = chart.window.last
    sentences = [f"{tag}."] if tag else []
    sentences.append(sentence(f"{stretch(chart.window.first, last, last)}, by person"))
    sentences += [readout(chart, tile) for tile in chart.tiles]
    if chart.homework is not None:
        day = short_day(chart.homework.day.toordinal(), last)
        sentences.append(sentence(f"{chart.homework.text}: {day}"))
    return " ".join(sentences)


def readout(chart: ByPerson, tile: Tile) -> str:
    """One tile: "Ana: 11 days, being myself 62 of late, in touch 70."."""
    told = [counts(tile) or NO_DAYS, *levels(tile)]
    if tile.newest is not None:
        told.append(circles_words(tile.newest, chart.window.last))
    said = f"{tile.person.label}: {', '.join(told)}."
    return f"{said} {missing(tile)}" if tile.needs else said


def counts(tile: Tile) -> str:
    """How many days lie in the window: "11 days", "8 days by sliders, 3 by two circles"; "" for none."""
    main, other = BY_SLIDERS, BY_CIRCLES
    if tile.method is Method.CIRCLES:
        main, other = other, main
    if not tile.days and not tile.other_days:
        return ""
    if tile.other_days:
        return f"{counted(tile.days, 'day')} {main}, {tile.other_days} {other}"
    return (
        f"{counted(tile.days, 'day')} {main}" if tile.method is Method.CIRCLES else counted(tile.days, "day")
    )


def levels(tile: Tile) -> list[str]:
    """The recent levels: "being myself 62 of late", "in touch 70"; none before there are five days."""
    if tile.needs:
        return []
    known = [series for series in tile.series if series.level is not None]
    return [
        f"{NAMES[series.scale]} {round(series.level or 0)}{'' if at else ' of late'}"
        for at, series in enumerate(known)
    ]


def missing(tile: Tile) -> str:
    """What a tile still needs, without hurry; "" once there is a picture in it."""
    if tile.needs:
        return f"{counted(tile.needs, 'more day')} and this picture begins."
    return "" if tile.days or tile.other_days else sentence(NO_DAYS)


def circles_words(placed: Placed, last: int) -> str:
    """The newest circles in numbers: "circles of 3 Mar: nearness 62, wished nearness 70"."""
    told = [
        f"{name} {round(value)}"
        for part, name in PARTS.items()
        if (value := part.of(placed.circles)) is not None
    ]
    head = f"circles of {short_day(placed.day, last)}"
    return f"{head}: {', '.join(told)}" if told else head


def table(chart: ByPerson) -> ChartTable:
    """A row for each person: days, recent levels, usual ranges where open, the newest circles where any."""
    columns = [column for column in _columns(chart) if any(column[1](tile).said for tile in chart.tiles)]
    rows = [
        TableRow(
            (Cell(tile.person.label, tile.person.label), *(cell(tile) for _, cell in columns)),
            AboutPerson(tile.person.id),
        )
        for tile in chart.tiles
    ]
    return ChartTable((PERSON_HEAD, *(head for head, _ in columns)), tuple(rows))


def _shows(chart: ByPerson) -> str:
    parts = [
        "How your days with each person felt to you, over the same days and on the same scale for all. "
        f"{FOOT_AND_TOP}"
    ]
    drawn = [series for tile in chart.tiles if not tile.needs for series in tile.series]
    if any(series.reached for series in drawn):
        parts.append("A line is a smoothed course; it needs eight days over two weeks.")
    if any(day.partial for series in drawn for day in (*series.days, *series.others)):
        parts.append(f"A hollow mark was {PARTLY}.")
    if _by_circles(chart):
        parts.append("A ringed mark was placed with two circles; the two ways are never mixed.")
    if any(tile.newest is not None for tile in chart.tiles):
        parts.append("The small circles are the newest you placed, dotted where you’d like it to be.")
    return " ".join(parts)


def _by_circles(chart: ByPerson) -> bool:
    return any(tile.method is Method.CIRCLES or tile.other_days for tile in chart.tiles)


_Column = tuple[str, Callable[["Tile"], Cell]]


def _columns(chart: ByPerson) -> Sequence[_Column]:
    """Head and cell of every column that could be; those without a word in any row are left out."""
    last = chart.window.last
    days: list[_Column] = [(DAYS_HEAD, lambda tile: number_cell(tile.days))]
    if _by_circles(chart):
        days = [
            (BY_SLIDERS_HEAD, lambda tile: number_cell(_days_by(tile, Method.SLIDERS))),
            (BY_CIRCLES_HEAD, lambda tile: number_cell(_days_by(tile, Method.CIRCLES))),
        ]
    places = (0, 1)
    return [
        *days,
        *(_level_column(at) for at in places),
        *(_range_column(at) for at in places),
        (CIRCLES_HEAD, lambda tile: _day_cell(tile.newest, last)),
        *(_part_column(part) for part in PARTS),
    ]


def _level_column(at: int) -> _Column:
    def cell(tile: Tile) -> Cell:
        level = tile.series[at].level
        if level is None or tile.needs:
            return number_cell(None)
        way = f", {BY_CIRCLES}" if tile.method is Method.CIRCLES else ""
        return Cell(f"{round(level)}{way}", level)

    return OF_LATE_HEAD.format(name=title(_SCALES[at])), cell


def _range_column(at: int) -> _Column:
    return RANGE_HEAD.format(name=title(_SCALES[at])), lambda tile: _range_cell(tile.series[at])


def _part_column(part: CirclePart) -> _Column:
    def cell(tile: Tile) -> Cell:
        return number_cell(part.of(tile.newest.circles) if tile.newest is not None else None)

    return sentence(PARTS[part])[:-1], cell


_SCALES = (Scale.DIFFERENTIATION, Scale.LINKAGE)


def _range_cell(series: TileSeries) -> Cell:
    usual = series.usual
    return Cell("", None) if usual is None else Cell(f"{round(usual.low)} to {round(usual.high)}", usual.low)


def _day_cell(placed: Placed | None, last: int) -> Cell:
    return Cell("", None) if placed is None else Cell(short_day(placed.day, last), placed.day)


def _days_by(tile: Tile, method: Method) -> int:
    return tile.days if tile.method is method else tile.other_days
