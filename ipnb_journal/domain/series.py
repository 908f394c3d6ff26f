# SPDX-License-Identifier: MIT
"""One scale over a window: the gates of what may be shown, and what is drawn of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.ranges import UsualRange, recent_levels, usual_range
from ipnb_journal.domain.smoothing import REACH, Line, LinePoint, Noise, draw_line, gaps
from ipnb_journal.domain.windows import Window

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BLOCK, _LINES_KEPT = 64, 8
_SHIFTS = {scale: _BLOCK // len(Scale) * place for place, scale in enumerate(Scale)}
SETTLING_IN_DAYS = 5
LEVEL_NEEDS = 5
LEVEL_REACH = 371
"""How many days back the level of late reaches: 53 half-lives, beyond which a day is lost in rounding."""
LINE_NEEDS_DAYS, LINE_NEEDS_SPAN = 8, 14
RANGE_NEEDS, RANGE_SETTLED, RANGE_WINDOW = 14, 42, 118
LOOK_BACK_RECENT_NEEDS, LOOK_BACK_BASE_NEEDS = 8, 14
LOOK_BACK_RECENT_WINDOW, LOOK_BACK_BASE_WINDOW = 28, 90
SLOPE_NEEDS_DAYS, SLOPE_NEEDS_SPAN = 20, 56


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
    `method`: how these days were given; `others`: days given by the other method, drawn as marks only.
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
    method: Method = Method.SLIDERS
    others: tuple[DayValue, ...] = ()

    @property
    def provisional(self) -> bool:
        """Whether the usual range rests on fewer than 42 days."""
        return self.usual is not None and self.usual.days < RANGE_SETTLED


def picture(
    scale: Scale | None,
    values: Sequence[DayValue],
    window: Window,
    bandwidth: int,
    checkin_days: Sequence[int],
) -> SeriesPicture:
    """What may be shown of one whole series (oldest first) in a window.

    The line is fitted to the days in the window and those on both sides that the kernel still reaches, so
    it looks the same whatever the window; the noise that sets its band is that of the same days. They are
    taken in whole blocks, so that a window that moves a little asks for a line that is known already.
    Range, level and counts know nothing after the window's last day.
    """
    reached = values_inside(values, _reached(scale, window, REACH * bandwidth))
    values = values[: bisect_right(values, window.last, key=_day)]
    needs = line_needs([value.day for value in reached])
    line = _line(reached, bandwidth) if needs is None else None
    near = values[max(0, bisect_left(values, window.first, key=_day) - 1) :]
    usual = usual_range_of(values, window.last)
    return SeriesPicture(
        scale,
        values_inside(values, window),
        _clipped(line.pieces, window) if line else (),
        line.noise if line else None,
        usual,
        recent_level_of(values),
        gaps_in([value.day for value in near], checkin_days, window, 2 * bandwidth),
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
    late = values[bisect_left(values, values[-1].day - LEVEL_REACH, key=_day) :]
    return recent_levels([value.day for value in late], [value.value for value in late])[-1]


def slope_is_open(days: Sequence[int]) -> bool:
    """Whether a slope interval may be shown: at least 20 days spanning 56. `days`: rising ordinals."""
    return len(days) >= SLOPE_NEEDS_DAYS and days[-1] - days[0] + 1 >= SLOPE_NEEDS_SPAN


def look_back_stretches(
    values: Sequence[DayValue], today: int
) -> tuple[tuple[DayValue, ...], tuple[DayValue, ...]]:
    """The days of the last 28 with a value and those of the 90 before, after settling-in, oldest first."""
    after, cut = values[SETTLING_IN_DAYS:], today - LOOK_BACK_RECENT_WINDOW
    return (
        values_inside(after, Window(cut + 1, today)),
        values_inside(after, Window(cut - LOOK_BACK_BASE_WINDOW + 1, cut)),
    )


def look_back_windows(values: Sequence[DayValue], today: int) -> tuple[list[float], list[float]] | None:
    """Values of the last 28 days and of the 90 before, after settling-in; None below 8 and 14 of them."""
    recent, base = look_back_stretches(values, today)
    if len(recent) < LOOK_BACK_RECENT_NEEDS or len(base) < LOOK_BACK_BASE_NEEDS:
        return None
    return [value.value for value in recent], [value.value for value in base]


def _reached(scale: Scale | None, window: Window, reach: int) -> Window:
    """The whole blocks of days that hold a window and what a kernel reaches beyond it.

    Each scale has blocks of its own, so that no frame of a moving window has to fit two lines.
    """
    shift = _SHIFTS[scale] if scale is not None else 0
    first, last = window.first - reach, window.last + reach
    return Window(first - (first + shift) % _BLOCK, last + _BLOCK - 1 - (last + shift) % _BLOCK)


@lru_cache(maxsize=_LINES_KEPT)
def _line(values: tuple[DayValue, ...], bandwidth: int) -> Line:
    return draw_line(values, bandwidth)


def _settled(values: Sequence[DayValue], today: int) -> tuple[DayValue, ...]:
    return values_inside(values[SETTLING_IN_DAYS:], Window(today - RANGE_WINDOW + 1, today))


def gaps_in(
    days: Sequence[int], checkin_days: Sequence[int], window: Window, longest: int
) -> tuple[Gap, ...]:
    """Stretches of a window where over `longest` days pass between neighbours, or after the last one.

    `days`: those with a value, `checkin_days`: those with any check-in, both rising ordinals.
    """
    if not days:
        return ()
    found = gaps(days, longest)
    if window.last - days[-1] > longest:
        found.append((days[-1] + 1, window.last))
    clipped = [(max(first, window.first), min(last, window.last)) for first, last in found]
    return tuple(
        Gap(first, last, bool(inside(checkin_days, Window(first, last))))
        for first, last in clipped
        if first <= last
    )


def _clipped(pieces: Iterable[tuple[LinePoint, ...]], window: Window) -> tuple[tuple[LinePoint, ...], ...]:
    found = (tuple(at for at in piece if window.first <= at.day <= window.last) for piece in pieces)
    return tuple(piece for piece in found if piece)


def inside(days: Sequence[int], window: Window) -> Sequence[int]:
    """Of rising days (ordinals), those in a window."""
    return days[bisect_left(days, window.first) : bisect_right(days, window.last)]


def values_inside(values: Sequence[DayValue], window: Window) -> tuple[DayValue, ...]:
    """Of day values, oldest first, those in a window."""
    first = bisect_left(values, window.first, key=_day)
    return tuple(values[first : bisect_right(values, window.last, key=_day)])


def _day(value: DayValue) -> int:
    return value.day
