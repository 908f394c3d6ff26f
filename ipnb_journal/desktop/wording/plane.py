# SPDX-License-Identifier: MIT
"""The words of the plane: its corners and axes, weeks in words, its table, what it can’t show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording.chart_tables import Cell, ChartTable, Said, TableRow, number_cell
from ipnb_journal.desktop.wording.insights import (
    BY_CIRCLES,
    BY_SLIDERS,
    DAY,
    DAYS_HEAD,
    NAMES,
    PARTLY,
    WEEK_OF,
    counted,
    listed,
    short_day,
    stretch,
    title,
)
from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.readings import SHOWN
from ipnb_journal.domain.windows import Window

if TYPE_CHECKING:
    from ipnb_journal.domain.plane import Plane, PlanePoint, Week

PLANE = "Myself and in touch"
NAME = "Being myself and in touch, week by week"
LITTLE, MYSELF, IN_TOUCH, BOTH = (
    "little of either",
    "being myself, less in touch",
    "in touch, less myself",
    "both",
)
EQUAL_PARTS = "equal parts of each"
THREE_DAYS = "Three days make a first shape here."
MOST_DAYS = "Where most days lie"
TWO_IN_THREE = "about two days in three"
OLDER, NEWER, A_DAY = "older weeks", "newer", "a day"
HINT = "Point at a week, or step through the weeks with the arrow keys."
MIDDLE_ROW = "Middle of these days"

_BREAKS_NAMED = 3
_ONE, _OTHER = (NAMES[scale] for scale in SHOWN)


def said(
    plane: Plane, tag: str = "", *, table: bool = False, by_week: bool = True, threads: bool = True
) -> Said:
    """The three texts beside the plane, or beside its table. `threads`: whether the ground has any."""
    if table:
        return Said(in_words(plane, tag), _table_shows(plane, by_week=by_week), _TABLE_DOES_NOT)
    return Said(in_words(plane, tag), _chart_shows(plane, threads=threads), _CHART_DOES_NOT)


def in_words(plane: Plane, tag: str = "") -> str:
    """The whole plane as text; also what a screen reader is told. Positions only, never a change.

    `tag`: what has to be said first of all, such as that the days are made up.
    """
    told = [f"{tag}." if tag else "", _weeks(plane), _trail(plane), _breaks(plane), _days(plane)]
    told += [_left_out(plane), _middle(plane), _oval_needs(plane)]
    if plane.shape_needs:
        told.append(THREE_DAYS)
    return " ".join(each for each in told if each)


def readout(plane: Plane, stop: int) -> str:
    """One week: "Week of 2 Mar: being myself 62, in touch 48, 4 days"."""
    week = plane.weeks[stop]
    partly = f", {PARTLY}" if week.partial else ""
    return f"{week_name(plane, week)}: {numbers(week)}, {counted(week.days, 'day')}{partly}"


def week_name(plane: Plane, week: Week) -> str:
    """ "Week of 2 Mar", with the year where that isn't the window's last."""
    return f"{WEEK_OF} {short_day(week.monday, plane.window.last)}"


def numbers(at: Week | PlanePoint) -> str:
    """ "being myself 62, in touch 48"."""
    return f"{_ONE} {round(at.being_myself)}, {_OTHER} {round(at.in_touch)}"


def table(plane: Plane, *, by_week: bool = True) -> ChartTable:
    """The weeks of the trail, or the day points that are drawn; the middle at the foot where it is drawn."""
    heads = tuple(_head(plane, scale) for scale in SHOWN)
    middle = plane.middle
    foot = () if middle is None else (MIDDLE_ROW, *(str(round(value)) for value in middle))
    if by_week:
        rows = tuple(_week_row(plane, week) for week in plane.weeks)
        days = str(plane.oval.days if plane.oval else plane.days)
        return ChartTable((WEEK_OF, *heads, DAYS_HEAD), rows, (*foot, days) if foot else ())
    return ChartTable((DAY, *heads), tuple(_day_row(plane, point) for point in plane.points), foot)


_KNOTS = (
    "Each knot is a week with two days or more: further right, more being myself; further up, more in touch."
)
_CHART_DOES_NOT = (
    "A place you should be, or why a week lies where it does. Everyone moves around this picture, and a hard "
    "week can land anywhere on it."
)
_TABLE_DOES_NOT = "Exact measurements. A slider is a feeling given a place on a line."


def _chart_shows(plane: Plane, *, threads: bool) -> str:
    parts = [_KNOTS]
    if threads:
        parts.append("The threads thicken towards more of each.")
    parts.append(f"Small points are days, fading with age; a hollow one was {PARTLY}.")
    if plane.method is Method.CIRCLES:
        parts.append("Ringed marks were placed with two circles.")
    if plane.oval is not None:
        parts.append("The oval is the smallest of its slant that holds two days in three.")
    return " ".join(parts)


def _table_shows(plane: Plane, *, by_week: bool) -> str:
    if by_week:
        return f"The same {counted(len(plane.weeks), 'week')} as the trail, each the mean of its days."
    return f"The same {counted(len(plane.points), 'day')} as the small points, one row for each."


def _weeks(plane: Plane) -> str:
    """Where the latest week lies, and the one before it."""
    if not plane.weeks:
        return ""
    latest, last = plane.weeks[-1], plane.window.last
    head = f"Latest week: {numbers(latest)}"
    if len(plane.weeks) == 1:
        return f"{head}. It began on {short_day(latest.monday, last)}."
    earlier = plane.weeks[-2]
    two = f"{round(earlier.being_myself)}, {round(earlier.in_touch)}"
    began = f"{short_day(latest.monday, last)} and {short_day(earlier.monday, last)}"
    return f"{head}; earlier week {two}. They began on {began}."


def _trail(plane: Plane) -> str:
    first = short_day(plane.weeks[0].monday, plane.window.last) if plane.weeks else ""
    trail = f"{counted(len(plane.weeks), 'week')} on the trail, the first from {first}." if first else ""
    if not plane.thin_weeks or plane.shape_needs:
        return trail
    thin = f"{counted(plane.thin_weeks, 'week')} with a single day {_is(plane.thin_weeks)} not on it."
    return f"{trail} {thin}" if trail else "A week needs two days to be on a trail."


def _breaks(plane: Plane) -> str:
    named = [stretch(*gap, plane.window.last) for gap in plane.breaks[-_BREAKS_NAMED:]]
    if not named:
        return ""
    more = len(plane.breaks) - len(named)
    others = f", nor over {more} before" if more else ""
    return f"The trail isn’t joined over {listed(named)}{others}."


def _days(plane: Plane) -> str:
    when = stretch(*plane.window, plane.window.last)
    if not plane.days:
        return f"No days with both, {when}."
    drawn, partial = len(plane.points), sum(point.partial for point in plane.points)
    days = counted(plane.days, "day")
    told = f"the {drawn} newest of {days}" if drawn < plane.days else days
    ways = f" {BY_CIRCLES}" if plane.method is Method.CIRCLES else ""
    partly = f", {partial} {PARTLY}" if partial else ""
    return f"Small points: {told} with both{ways}, {when}{partly}."


def _left_out(plane: Plane) -> str:
    told = []
    if plane.one_sided:
        told.append(f"{counted(plane.one_sided, 'day')} with one of the two only")
    if plane.other_days:
        way = BY_SLIDERS if plane.method is Method.CIRCLES else BY_CIRCLES
        told.append(f"{counted(plane.other_days, 'day')} {way}")
    return f"Not drawn: {listed(told)}." if told else ""


def _middle(plane: Plane) -> str:
    if plane.middle is None:
        return ""
    one, other = (round(value) for value in plane.middle)
    where = f"{_ONE} {one}, {_OTHER} {other}"
    if plane.oval is None:
        return f"{MIDDLE_ROW}: {where}."
    return f"{MOST_DAYS}: an oval around {where} holds {plane.oval.holds} of {plane.oval.days} days."


def _oval_needs(plane: Plane) -> str:
    if not plane.oval_needs:
        return ""
    return f"{counted(plane.oval_needs, 'more day')} and it can be shown where most days lie."


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _head(plane: Plane, scale: Scale) -> str:
    return f"{title(scale)}, {BY_CIRCLES}" if plane.method is Method.CIRCLES else title(scale)


def _week_row(plane: Plane, week: Week) -> TableRow:
    first = Cell(short_day(week.monday, plane.window.last), week.monday)
    values = (number_cell(week.being_myself), number_cell(week.in_touch), number_cell(week.days))
    return TableRow((first, *values), week.span)


def _day_row(plane: Plane, point: PlanePoint) -> TableRow:
    first = Cell(short_day(point.day, plane.window.last), point.day)
    values = (number_cell(point.being_myself), number_cell(point.in_touch))
    return TableRow((first, *values), Window(point.day, point.day))
