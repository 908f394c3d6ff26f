# SPDX-License-Identifier: MIT
"""What the charts may show of a person's own ratings: gates, windows and the pictures they draw."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, groupby
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from ipnb_journal.domain.checkin_scores import DayValue, both_present
from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.ranges import UsualRange, recent_levels, usual_range
from ipnb_journal.domain.smoothing import REACH, LinePoint, Noise, draw_line, gaps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

SETTLING_IN_DAYS = 5
LEVEL_NEEDS = 5
LINE_NEEDS_DAYS, LINE_NEEDS_SPAN = 8, 14
RANGE_NEEDS, RANGE_SETTLED, RANGE_WINDOW = 14, 42, 118
LOOK_BACK_RECENT_NEEDS, LOOK_BACK_BASE_NEEDS = 8, 14
LOOK_BACK_RECENT_WINDOW, LOOK_BACK_BASE_WINDOW = 28, 90
SLOPE_NEEDS_DAYS, SLOPE_NEEDS_SPAN = 20, 56
FOUR_WEEKS, FOUR_WEEKS_NEEDS = 28, 5
NARROWEST_WINDOW = 28
BANDWIDTHS = (7, 14, 28)


class Span(StrEnum):
    """How far back a chart looks."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"


SPAN_DAYS = {Span.MONTH: 30, Span.QUARTER: 91, Span.YEAR: 365}


class Window(NamedTuple):
    """The days a chart shows, both ends included, as ordinals."""

    first: int
    last: int


class Missing(NamedTuple):
    """What a line still needs: more days with a check-in, and more days from the first to the last."""

    days: int
    span: int


class Gap(NamedTuple):
    """A stretch without values, both ends included; `left_blank` when there were check-ins in it."""

    first: int
    last: int
    left_blank: bool


@dataclass(frozen=True, slots=True)
class SeriesPicture:
    """One scale over a window. `scale`: None for "both present". Days are ordinals, values 0 to 100.

    `days` and `line` lie inside the window. `usual`, `level` and `total_days` rest on the whole series.
    `settling_until`: the last of the first five days, drawn but never used for claims. `line_needs`: None
    once a line may be drawn, `range_needs`: days until there is a usual range, 0 when there is one.
    """

    scale: Scale | None
    days: tuple[DayValue, ...]
    line: tuple[tuple[LinePoint, ...], ...]
    noise: Noise | None
    usual: UsualRange | None
    level: float | None
    gaps: tuple[Gap, ...]
    total_days: int
    settling_until: int | None
    line_needs: Missing | None
    range_needs: int

    @property
    def provisional(self) -> bool:
        """Whether the usual range rests on fewer than 42 days."""
        return self.usual is not None and self.usual.days < RANGE_SETTLED


class TableRow(NamedTuple):
    """One line of the table: the mean of each scale's days in it (None without any) and how many days.

    `first`: the ordinal of the Monday, or of the day itself where the table goes by day.
    """

    first: int
    being_myself: float | None
    in_touch: float | None
    both: float | None
    days: int


@dataclass(frozen=True, slots=True)
class OverTime:
    """Being myself and in touch over a window, with what the table and the words say about the same days.

    `both` is None unless asked for. `checkin_days`: days in the window with any value.
    `empty`: stretches of the window without any check-in.
    """

    window: Window
    span: Span
    bandwidth: int
    being_myself: SeriesPicture
    in_touch: SeriesPicture
    both: SeriesPicture | None
    checkin_days: int
    empty: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class FourWeeks:
    """The last four weeks in small."""

    window: Window
    being_myself: SeriesPicture
    in_touch: SeriesPicture


def over_time(
    differentiation: Sequence[DayValue],
    linkage: Sequence[DayValue],
    span: Span,
    bandwidth: int,
    today: date,
    with_both: bool = False,
) -> OverTime:
    """The chart of both scales from their whole series, oldest first. `bandwidth`: 7, 14 or 28 days."""
    days = _days_of(differentiation, linkage)
    window = window_of(span, days[0] if days else None, today)
    lower = both_present(differentiation, linkage) if with_both else []
    return OverTime(
        window,
        span,
        bandwidth,
        picture(Scale.DIFFERENTIATION, differentiation, window, bandwidth, days),
        picture(Scale.LINKAGE, linkage, window, bandwidth, days),
        picture(None, lower, window, bandwidth, days) if with_both else None,
        len(_inside(days, window)),
        _gaps(days, days, window, 2 * bandwidth),
    )


def four_weeks(differentiation: Sequence[DayValue], linkage: Sequence[DayValue], today: date) -> FourWeeks:
    """The last 28 days of both scales, lightly smoothed."""
    window = Window(today.toordinal() - FOUR_WEEKS + 1, today.toordinal())
    days = _days_of(differentiation, linkage)
    return FourWeeks(
        window,
        picture(Scale.DIFFERENTIATION, differentiation, window, BANDWIDTHS[0], days),
        picture(Scale.LINKAGE, linkage, window, BANDWIDTHS[0], days),
    )


def picture(
    scale: Scale | None,
    values: Sequence[DayValue],
    window: Window,
    bandwidth: int,
    checkin_days: Sequence[int],
) -> SeriesPicture:
    """What may be shown of one whole series (oldest first) in a window.

    The line is fitted to the days in the window and those before it that the kernel still reaches, so
    it looks the same whatever the window; the noise that sets its band is that of the same days.
    """
    values = values[: bisect_right(values, window.last, key=_day)]
    reached = _inside_values(values, Window(window.first - REACH * bandwidth, window.last))
    needs = line_needs([value.day for value in reached])
    line = draw_line(reached, bandwidth) if needs is None else None
    usual = usual_range_of(values, window.last)
    return SeriesPicture(
        scale,
        _inside_values(values, window),
        _clipped(line.pieces, window) if line else (),
        line.noise if line else None,
        usual,
        recent_level_of(values),
        _gaps([value.day for value in values], checkin_days, window, 2 * bandwidth),
        len(values),
        values[min(len(values), SETTLING_IN_DAYS) - 1].day if values else None,
        needs,
        0 if usual else RANGE_NEEDS - len(_settled(values, window.last)),
    )


def line_needs(days: Sequence[int]) -> Missing | None:
    """What is missing for a line: 8 days over 14 days in all; None when nothing is. `days`: rising ordinals.

    Example: two days in a row give 6 more days, over 12 more.
    """
    span = days[-1] - days[0] + 1 if days else 0
    missing = Missing(max(0, LINE_NEEDS_DAYS - len(days)), max(0, LINE_NEEDS_SPAN - span))
    return missing if any(missing) else None


def usual_range_of(values: Sequence[DayValue], today: int) -> UsualRange | None:
    """The usual range from the last 118 days after settling-in, or None below 14 days with a value."""
    settled = _settled(values, today)
    return usual_range([value.value for value in settled]) if len(settled) >= RANGE_NEEDS else None


def recent_level_of(values: Sequence[DayValue]) -> float | None:
    """The level of late, 0 to 100, or None below 5 days."""
    if len(values) < LEVEL_NEEDS:
        return None
    return recent_levels([value.day for value in values], [value.value for value in values])[-1]


def slope_is_open(days: Sequence[int]) -> bool:
    """Whether a slope interval may be shown: at least 20 days spanning 56. `days`: rising ordinals."""
    return len(days) >= SLOPE_NEEDS_DAYS and days[-1] - days[0] + 1 >= SLOPE_NEEDS_SPAN


def look_back_windows(values: Sequence[DayValue], today: int) -> tuple[list[float], list[float]] | None:
    """Values of the last 28 days and of the 90 before, after settling-in; None below 8 and 14 of them."""
    after = values[SETTLING_IN_DAYS:]
    cut = today - LOOK_BACK_RECENT_WINDOW
    recent = [value.value for value in after if cut < value.day <= today]
    base = [value.value for value in after if cut - LOOK_BACK_BASE_WINDOW < value.day <= cut]
    if len(recent) < LOOK_BACK_RECENT_NEEDS or len(base) < LOOK_BACK_BASE_NEEDS:
        return None
    return recent, base


def window_of(span: Span, first_day: int | None, today: date) -> Window:
    """The days a span shows, ending today: no earlier than the first check-in, at least 28 days wide."""
    last = today.toordinal()
    if first_day is None:
        return Window(last - NARROWEST_WINDOW + 1, last)
    first = first_day if span is Span.ALL else max(first_day, last - SPAN_DAYS[span] + 1)
    return Window(min(first, last - NARROWEST_WINDOW + 1), last)


def rows_by_day(chart: OverTime) -> list[TableRow]:
    """The drawn days, oldest first."""
    return _rows(chart, lambda day: day)


def rows_by_week(chart: OverTime) -> list[TableRow]:
    """The drawn days averaged by week from Monday, oldest first; weeks without any are absent."""
    return _rows(chart, lambda day: day - (day - 1) % 7)


def _rows(chart: OverTime, group: Callable[[int], int]) -> list[TableRow]:
    series = (chart.being_myself, chart.in_touch, chart.both)
    columns = [{value.day: value.value for value in each.days} if each else {} for each in series]
    days = sorted(set(chain(*columns)))
    rows = []
    for first, run in groupby(days, key=group):
        within = list(run)
        means = [_mean([column[day] for day in within if day in column]) for column in columns]
        rows.append(TableRow(first, means[0], means[1], means[2], len(within)))
    return rows


def _mean(values: Sequence[float]) -> float | None:
    return fsum(values) / len(values) if values else None


def _settled(values: Sequence[DayValue], today: int) -> tuple[DayValue, ...]:
    return _inside_values(values[SETTLING_IN_DAYS:], Window(today - RANGE_WINDOW + 1, today))


def _gaps(days: Sequence[int], checkin_days: Sequence[int], window: Window, longest: int) -> tuple[Gap, ...]:
    if not days:
        return ()
    found = gaps(days, longest)
    if window.last - days[-1] > longest:
        found.append((days[-1] + 1, window.last))
    clipped = [(max(first, window.first), min(last, window.last)) for first, last in found]
    return tuple(
        Gap(first, last, bool(_inside(checkin_days, Window(first, last))))
        for first, last in clipped
        if first <= last
    )


def _clipped(pieces: Iterable[tuple[LinePoint, ...]], window: Window) -> tuple[tuple[LinePoint, ...], ...]:
    inside = (tuple(point for point in piece if point.day >= window.first) for piece in pieces)
    return tuple(piece for piece in inside if piece)


def _days_of(*series: Sequence[DayValue]) -> list[int]:
    return sorted({value.day for values in series for value in values})


def _inside(days: Sequence[int], window: Window) -> Sequence[int]:
    return days[bisect_left(days, window.first) : bisect_right(days, window.last)]


def _inside_values(values: Sequence[DayValue], window: Window) -> tuple[DayValue, ...]:
    first = bisect_left(values, window.first, key=_day)
    return tuple(values[first : bisect_right(values, window.last, key=_day)])


def _day(value: DayValue) -> int:
    return value.day
