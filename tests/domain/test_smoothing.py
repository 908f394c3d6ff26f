# SPDX-License-Identifier: MIT
"""The smooth line, its band, and where it stops; against the formulas written out in floating point."""

from __future__ import annotations

import math
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.smoothing import Line, LinePoint, draw_line, gaps, lag1, segments, smooth

EIGHT = [
    DayValue(t, y) for t, y in zip([0, 1, 3, 4, 8, 9, 12, 15], [40, 44, 41, 50, 52, 49, 58, 60], strict=True)
]
bandwidths = st.sampled_from([7, 14, 28])


@st.composite
def irregular_series(draw, longest: int = 40, most: int = 40, least: int = 1) -> list[DayValue]:
    steps = draw(st.lists(st.integers(1, longest), min_size=least, max_size=most))
    values = [draw(st.floats(0, 100)) for _ in steps]
    partial = [draw(st.booleans()) for _ in steps]
    return [DayValue(day, y, p) for day, y, p in zip(accumulate(steps), values, partial, strict=True)]


def written_out(values: list[DayValue], h: int, day: int) -> tuple[float, list[float], float, float]:
    """ŷ, the weights l, n_eff and S₀ on one day, as the formulas stand."""
    k = [v.weight * math.exp(-0.5 * ((v.day - day) / h) ** 2) for v in values]
    s0, s1, s2 = (sum(a * (v.day - day) ** j for a, v in zip(k, values, strict=True)) for j in range(3))
    determinant = s0 * s2 - s1 * s1
    if determinant <= 1e-9 * s0 * s0 * h * h:
        weights = [a / s0 for a in k]
    else:
        weights = [a * (s2 - (v.day - day) * s1) / determinant for a, v in zip(k, values, strict=True)]
    value = sum(a * v.value for a, v in zip(weights, values, strict=True))
    return value, weights, sum(k) ** 2 / sum(a * a for a in k), s0


def points_of(line: Line) -> dict[int, LinePoint]:
    return {point.day: point for piece in line.pieces for point in piece}


@given(irregular_series(longest=12), bandwidths)
def test_equals_the_formulas_written_out(values: list[DayValue], h: int) -> None:
    for day, found in smooth(values, h).items():
        value, weights, effective, mass = written_out(values, h, day)
        assert found.value == pytest.approx(value, abs=1e-6)
        assert found.spread == pytest.approx(sum(a * a for a in weights), rel=1e-6, abs=1e-9)
        assert (found.effective_days, found.mass) == pytest.approx((effective, mass), abs=1e-6)
        own = sum(a for a, v in zip(weights, values, strict=True) if v.day == day)
        assert found.own == pytest.approx(own, abs=1e-6)


@given(irregular_series(longest=20, least=3), bandwidths)
@settings(max_examples=60)
def test_the_band_equals_the_formulas_written_out(values: list[DayValue], h: int) -> None:
    parts = [[values[i] for i in part] for part in segments([v.day for v in values], 2 * h) if len(part) >= 3]
    residuals, freedom = [], 0.0
    for part in parts:
        fits = [written_out(part, h, v.day) for v in part]
        residuals.append([v.value - fit[0] for v, fit in zip(part, fits, strict=True)])
        freedom += sum(1 - 2 * fit[1][i] + sum(a * a for a in fit[1]) for i, fit in enumerate(fits))
    line = draw_line(values, h)
    if not parts:
        assert line == Line()
        return
    freedom = max(2.0, freedom)
    flat = [e for part in residuals for e in part]
    sigma = math.sqrt(sum(e * e for e in flat) / freedom)
    mean = sum(flat) / len(flat)
    neighbours = sum(
        (a - mean) * (b - mean) for part in residuals for a, b in zip(part, part[1:], strict=False)
    )
    rho = min(0.6, max(0.3, neighbours / (sum((e - mean) ** 2 for e in flat) or 1)))
    assert line.noise is not None
    assert line.noise.freedom == pytest.approx(freedom, abs=1e-6)
    assert line.noise.sigma == pytest.approx(sigma, abs=1e-5)
    if sigma < 1e-4:
        return
    assert line.noise.rho == pytest.approx(rho, abs=1e-4)
    reach = float(stats.t.ppf(0.95, freedom)) * sigma * math.sqrt((1 + rho) / (1 - rho))
    for point in points_of(line).values():
        part = next(part for part in parts if part[0].day <= point.day <= part[-1].day)
        value, weights, effective, mass = written_out(part, h, point.day)
        half = reach * math.sqrt(sum(a * a for a in weights))
        assert effective >= 3 - 1e-6
        assert mass >= 1 - 1e-6
        assert point.low == pytest.approx(min(100, max(0, value - half)), rel=1e-3, abs=1e-3)
        assert point.high == pytest.approx(min(100, max(0, value + half)), rel=1e-3, abs=1e-3)


@given(irregular_series(longest=14), bandwidths, st.floats(-0.1, 0.1), st.floats(40, 60))
def test_property_4_a_straight_line_is_reproduced(
    values: list[DayValue], h: int, slope: float, level: float
) -> None:
    straight = [v._replace(value=level + slope * v.day) for v in values]
    for day, found in smooth(straight, h).items():
        assert len(values) == 1 or found.value == pytest.approx(level + slope * day, abs=1e-6)


@given(irregular_series(longest=70, least=3), bandwidths, st.floats(-0.03, 0.03))
def test_property_4_a_straight_line_is_drawn_whatever_the_spacing(
    values: list[DayValue], h: int, slope: float
) -> None:
    straight = [v._replace(value=50 + slope * (v.day - values[0].day)) for v in values]
    kept = [v for v in straight if 0 <= v.value <= 100]
    for day, point in points_of(draw_line(kept, h)).items():
        assert point.value == pytest.approx(50 + slope * (day - values[0].day), abs=1e-6)


def test_equal_values_give_a_line_without_a_band() -> None:
    line = draw_line([DayValue(day, 50) for day in range(0, 60, 2)], 7)
    assert all(point[1:] == pytest.approx((50, 50, 50), abs=1e-6) for point in points_of(line).values())


@given(irregular_series(), bandwidths)
def test_property_5_no_point_lies_in_a_gap_or_below_the_gates(values: list[DayValue], h: int) -> None:
    points = points_of(draw_line(values, h))
    empty = gaps([v.day for v in values], 2 * h)
    assert not any(first <= day <= last for first, last in empty for day in points)
    for part in segments([v.day for v in values], 2 * h):
        own = [values[at] for at in part]
        for day in range(own[0].day, own[-1].day + 1):
            _, _, effective, mass = written_out(own, h, day)
            least = min(effective / 3, mass)
            if len(own) < 3 or least < 1 - 1e-6:
                assert day not in points
            elif least > 1 + 1e-6:
                assert day in points


@given(irregular_series(longest=14, least=3), irregular_series(longest=14), st.integers(15, 400))
def test_property_5_pieces_are_fitted_apart(
    before: list[DayValue], after: list[DayValue], apart: int
) -> None:
    """Whatever stands after a gap, the centre line before it stays where it is."""
    begun = before[-1].day + apart - after[0].day
    whole = [*before, *(v._replace(day=v.day + begun) for v in after)]
    alone, beside = points_of(draw_line(before, 7)), points_of(draw_line(whole, 7))
    assert {day: beside[day].value for day in alone} == pytest.approx(
        {day: point.value for day, point in alone.items()}, abs=1e-9
    )


def test_property_5_more_days_at_equal_spread_give_a_narrower_band() -> None:
    def width(step: int) -> float:
        values = [DayValue(day, 50 + 10 * (-1) ** (day // step)) for day in range(0, 121, step)]
        at = points_of(draw_line(values, 7))[60]
        return at.high - at.low

    assert width(1) < width(2) < width(4)


def test_the_middle_of_a_gap_is_not_drawn_although_its_n_eff_looks_good() -> None:
    days = [0, 2, 4, 6, 34, 36, 38, 40]
    fit = smooth([DayValue(day, 50) for day in days], 7)
    assert fit[20].effective_days > fit[0].effective_days
    assert fit[20].mass < 1


def test_a_thin_stretch_breaks_the_line() -> None:
    days = [*range(6), 19, 32, *range(45, 51)]
    line = draw_line([DayValue(day, 50 + day % 3) for day in days], 7)
    assert len(segments(days, 14)) == 1
    assert len(line.pieces) == 2


def test_segments_and_gaps() -> None:
    assert segments([0, 2, 5, 25, 26, 50], 14) == [range(3), range(3, 5), range(5, 6)]
    assert gaps([0, 2, 5, 25, 26, 50], 14) == [(6, 24), (27, 49)]
    assert segments([], 14) == []
    assert segments([3, 17], 14) == [range(2)]


def test_nothing_to_draw() -> None:
    assert smooth([], 7) == {}
    assert draw_line([], 7) == Line()
    assert draw_line(EIGHT[:2], 7) == Line()


def test_lag1() -> None:
    assert lag1([1, 2, 3, 4]) == pytest.approx(0.25, abs=1e-12)
    assert lag1([5, 5, 5]) == 0
