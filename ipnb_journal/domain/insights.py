# SPDX-License-Identifier: MIT
"""Being myself and in touch over time, and the same four weeks in small."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, groupby
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from ipnb_journal.domain.checkin_scores import DayValue, both_present
from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.event_notes import EventKind, EventNote, homework_began
from ipnb_journal.domain.readings import SHOWN, Readings
from ipnb_journal.domain.series import Gap, SeriesPicture, gaps_in, inside, picture, values_inside
from ipnb_journal.domain.windows import Window, monday_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

FOUR_WEEKS, FOUR_WEEKS_NEEDS = 28, 5
BANDWIDTHS = (7, 14, 28)


class TableRow(NamedTuple):
    """One line of the table: the mean of each scale's days in it (None without any) and how many days.

    `first`: the ordinal of the Monday, or of the day itself where the table goes by day. `other_…`: the same
    by the other method (see `Readings.others`).
    """

    first: int
    being_myself: float | None
    in_touch: float | None
    both: float | None
    other_being_myself: float | None
    other_in_touch: float | None
    days: int


@dataclass(frozen=True, slots=True)
class OverTime:
    """Being myself and in touch over a window, with what the table and the words say about the same days.

    `both` is None unless asked for. `checkin_days`: days in the window with any value.
    `empty`: stretches of the window without any check-in. `notes`: the person's own, in the window;
    `homework`: the newest day homework began, where that lies in the window.
    """

    window: Window
    bandwidth: int
    being_myself: SeriesPicture
    in_touch: SeriesPicture
    both: SeriesPicture | None
    checkin_days: int
    empty: tuple[Gap, ...]
    notes: tuple[EventNote, ...] = ()
    homework: EventNote | None = None


@dataclass(frozen=True, slots=True)
class FourWeeks:
    """The last four weeks in small."""

    window: Window
    being_myself: SeriesPicture
    in_touch: SeriesPicture


def over_time(readings: Readings, window: Window, bandwidth: int, *, with_both: bool = False) -> OverTime:
    """The chart of both scales over a window. `bandwidth`: 7, 14 or 28 days."""
    days = readings.shown_days
    differentiation, linkage = (readings.series(scale) for scale in SHOWN)
    lower = both_present(differentiation, linkage) if with_both else []
    return OverTime(
        window,
        bandwidth,
        _drawn(readings, Scale.DIFFERENTIATION, window, bandwidth, days),
        _drawn(readings, Scale.LINKAGE, window, bandwidth, days),
        picture(None, lower, window, bandwidth, days) if with_both else None,
        len(inside(days, window)),
        gaps_in(days, days, window, 2 * bandwidth),
        happened_inside(readings.notes, window),
        homework_inside(readings.notes, window),
    )


def four_weeks(differentiation: Sequence[DayValue], linkage: Sequence[DayValue], today: date) -> FourWeeks:
    """The last 28 days of both scales, lightly smoothed."""
    window = Window(today.toordinal() - FOUR_WEEKS + 1, today.toordinal())
    days = sorted({value.day for values in (differentiation, linkage) for value in values})
    return FourWeeks(
        window,
        picture(Scale.DIFFERENTIATION, differentiation, window, BANDWIDTHS[0], days),
        picture(Scale.LINKAGE, linkage, window, BANDWIDTHS[0], days),
    )


def notes_inside(notes: Iterable[EventNote], window: Window) -> tuple[EventNote, ...]:
    """Those of a person's notes whose day lies in a window, oldest first."""
    found = [note for note in notes if window.first <= note.day.toordinal() <= window.last]
    return tuple(sorted(found, key=lambda note: (note.day, note.id)))


def happened_inside(notes: Iterable[EventNote], window: Window) -> tuple[EventNote, ...]:
    """What a person noted as having happened on the days of a window, oldest first."""
    return tuple(note for note in notes_inside(notes, window) if note.kind is EventKind.HAPPENED)


def homework_inside(notes: Iterable[EventNote], window: Window) -> EventNote | None:
    """The newest day in a window on which homework began, None without one."""
    return homework_began(notes_inside(notes, window))


def rows_by_day(chart: OverTime) -> list[TableRow]:
    """The drawn days, oldest first."""
    return _rows(chart, by_day)


def rows_by_week(chart: OverTime) -> list[TableRow]:
    """The drawn days averaged by week from Monday, oldest first; weeks without any are absent."""
    return _rows(chart, monday_of)


def by_day(day: int) -> int:
    """The day itself, for a table with a row for each."""
    return day


def grouped(
    series: Sequence[Sequence[DayValue]], group: Callable[[int], int]
) -> list[tuple[int, list[float | None], int]]:
    """The days of several series together, oldest first: their group, the mean of each series, how many days.

    `group`: `by_day` or `monday_of`. A series without a day in a group has the mean None.
    Example: 40 on a Monday and 60 on the Tuesday after give 50 over 2 days.
    """
    columns = [{value.day: value.value for value in each} for each in series]
    rows = []
    for first, run in groupby(sorted(set(chain(*columns))), key=group):
        within = list(run)
        means = [_mean([column[day] for day in within if day in column]) for column in columns]
        rows.append((first, means, len(within)))
    return rows


def _drawn(
    readings: Readings, scale: Scale, window: Window, bandwidth: int, days: Sequence[int]
) -> SeriesPicture:
    drawn = picture(scale, readings.series(scale), window, bandwidth, days)
    others = values_inside(readings.others(scale), window)
    return replace(drawn, method=readings.method, others=others)


def _rows(chart: OverTime, group: Callable[[int], int]) -> list[TableRow]:
    both = chart.both.days if chart.both is not None else ()
    pictures = (chart.being_myself, chart.in_touch)
    series = (*(each.days for each in pictures), both, *(each.others for each in pictures))
    rows = []
    for first, means, days in grouped(series, group):
        one, two, three, four, five = means
        rows.append(TableRow(first, one, two, three, four, five, days))
    return rows


def _mean(values: Sequence[float]) -> float | None:
    return fsum(values) / len(values) if values else None
