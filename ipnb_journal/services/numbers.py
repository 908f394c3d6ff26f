# SPDX-License-Identifier: MIT
"""The numbers panel: reads the check-ins about somebody once and hands back the numbers of each scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.domain import numbers
from ipnb_journal.domain.checkin_scores import Pair, circle_days, day_values
from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.look_back import method_with_more_days
from ipnb_journal.domain.numbers import LookedAt
from ipnb_journal.domain.readings import SHOWN, Readings
from ipnb_journal.vault import checkins

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from ipnb_journal.domain.checkins import CheckIn
    from ipnb_journal.domain.numbers import Numbers
    from ipnb_journal.vault.vault import Vault


def of_check_ins(
    vault: Vault, person_id: int | None, today: date, bandwidth: int = numbers.DEFAULT_BANDWIDTH
) -> tuple[Numbers, ...]:
    """The numbers of all four scales up to `today`, by the method the charts go by.

    `person_id`: None for the general check-ins. `bandwidth`: smoothing of the line, 7, 14 or 28 days.
    """
    scales = tuple(Scale)
    by_sliders = dict(zip(scales, checkins.pairs(vault, person_id, scales), strict=True))
    pictures = () if person_id is None else checkins.series(vault, person_id, Method.CIRCLES)
    by_circles = _circle_pairs(pictures)
    readings = Readings(
        {scale: tuple(day_values(pairs)) for scale, pairs in by_sliders.items()},
        {scale: tuple(days) for scale, days in circle_days(pictures).items()},
    )
    return tuple(_of_scale(scale, readings, by_sliders, by_circles, today, bandwidth) for scale in scales)


def _of_scale(
    scale: Scale,
    readings: Readings,
    by_sliders: Mapping[Scale, Sequence[Pair]],
    by_circles: Mapping[Scale, Sequence[Pair]],
    today: date,
    bandwidth: int,
) -> Numbers:
    method = readings.method if scale in by_circles else Method.SLIDERS
    pairs = by_circles[scale] if method is Method.CIRCLES else by_sliders[scale]
    looked_at = _looked_at(scale, readings, today) if scale in SHOWN else None
    return numbers.numbers(scale, readings.series(scale), pairs, today, method, bandwidth, looked_at)


def _looked_at(scale: Scale, readings: Readings, today: date) -> LookedAt:
    """What a Look-back would go by: the way most of the last 118 days were given, not of all days."""
    ways = {Method.SLIDERS: readings.sliders, Method.CIRCLES: readings.circles}
    shown = {way: tuple(kept.get(each, ()) for each in SHOWN) for way, kept in ways.items()}
    method = method_with_more_days(shown[Method.SLIDERS], shown[Method.CIRCLES], today)
    return LookedAt(method, ways[method].get(scale, ()))


def _circle_pairs(pictures: Iterable[CheckIn]) -> dict[Scale, list[Pair]]:
    """What each picture gives to a scale: both edges to being myself, the bridge to in touch."""
    given = [(each.day.toordinal(), each.circles) for each in pictures if each.circles is not None]
    return {
        Scale.DIFFERENTIATION: [Pair(day, circles.edge_me, circles.edge_other) for day, circles in given],
        Scale.LINKAGE: [Pair(day, circles.bridge, None) for day, circles in given],
    }
