# SPDX-License-Identifier: MIT
"""Property 1: every worked example of what the charts do, as printed and, beside other means, to 1e-6."""

from __future__ import annotations

from statistics import fmean, stdev

import numpy as np
import pytest
from scipy import stats

from ipnb_journal.domain.change import Change, recent_vs_usual, reliable_change
from ipnb_journal.domain.checkin_scores import (
    DayValue,
    Score,
    both_present,
    circle_scores,
    offset_of_first,
    score,
)
from ipnb_journal.domain.checkins import Circles, Scale
from ipnb_journal.domain.circles import apart_for, closeness, overlap, wish_gap
from ipnb_journal.domain.numbers import stepped_up
from ipnb_journal.domain.ranges import recent_levels, usual_range
from ipnb_journal.domain.river import banks
from ipnb_journal.domain.slopes import slope_interval, theil_sen
from ipnb_journal.domain.smoothing import draw_line, segments, smooth
from tests.domain import independent

DAYS = [0, 1, 3, 4, 8, 9, 12, 15]
VALUES = [40, 44, 41, 50, 52, 49, 58, 60]
GAP_DAYS = [0, 1, 2, 5, 7, 30, 31, 32, 36, 40]
GAP_VALUES = [40, 50, 45, 48, 44, 60, 58, 62, 57, 63]
BASE = [52, 47, 55, 50, 58, 44, 51, 49, 56, 53, 48, 54, 50, 46]
FOURTEEN = [55, 60, 58, 62, 40, 57, 61, 59, 63, 56, 60, 90, 58, 57]


def near(value: object) -> object:
    return pytest.approx(value, abs=1e-6)


def printed(value: float, places: int) -> object:
    """A number as printed, with half a unit of its last place either way."""
    return pytest.approx(value, abs=0.5 * 10**-places + 1e-9)


def series(days: list[int], values: list[int]) -> list[DayValue]:
    return [DayValue(day, value) for day, value in zip(days, values, strict=True)]


def drawn_by_other_means(days: list[int], values: list[int]) -> independent.Drawn:
    found = independent.line(np.array(days), np.array(values, float), np.ones(len(days)), 7)
    assert found is not None
    return found


def test_property_1_scores() -> None:
    assert score(70, 50) == Score(60, partial=False)
    habit = offset_of_first([(60, 40), (70, 60), (65, 45), (80, 60), (75, 65)])
    assert habit == -10
    assert score(82, None, habit) == Score(72, partial=True)
    assert score(None, None, habit) is None


@pytest.mark.parametrize(
    ("d", "one", "arithmetic", "geometric", "lower"),
    [(100, 0, 50, 0, 0), (50, 50, 50, 50, 50), (90, 40, 65, 60, 40), (60, 65, 62.5, 62.45, 60)],
)
def test_property_1_why_there_is_no_single_number(
    d: float, one: float, arithmetic: float, geometric: float, lower: float
) -> None:
    assert both_present([DayValue(1, d)], [DayValue(1, one)]) == [DayValue(1, lower)]
    assert (d + one) / 2 == near(arithmetic)
    assert float(np.sqrt(d * one)) == printed(geometric, 2)


@pytest.mark.parametrize(
    ("apart", "share"), [(0, 1), (0.5, 0.685038), (1, 0.391002), (1.5, 0.144294), (2, 0), (2.5, 0)]
)
def test_property_1_overlap(apart: float, share: float) -> None:
    assert overlap(apart) == near(share)
    assert overlap(apart) == near(independent.shared(apart))


@pytest.mark.parametrize(("share", "apart"), [(0.25, 1.269409), (0.5, 0.807946), (0.75, 0.395288)])
def test_property_1_distance_for_an_overlap(share: float, apart: float) -> None:
    assert apart_for(share) == near(apart)
    assert independent.shared(apart_for(share)) == near(share)


def test_property_1_two_circles() -> None:
    """Overlap 39 %, edges 70 and 40, bridge 55; the overlap has no say."""
    told = circle_scores(Circles(closeness=closeness(1), edge_me=70, edge_other=40, bridge=55))
    assert told == {Scale.DIFFERENTIATION: Score(55, partial=False), Scale.LINKAGE: Score(55, partial=False)}
    assert round(100 * overlap(1)) == 39
    assert (closeness(0), closeness(1.5), closeness(3)) == (100, 50, 0)
    assert wish_gap(closeness(2), closeness(1)) == near(100 / 3)


def test_property_1_two_sliders_as_one() -> None:
    assert stepped_up(0.5) == printed(0.67, 2)


def test_property_1_usual_range() -> None:
    found = usual_range(FOURTEEN)
    assert (found.middle, found.spread, found.low, found.high) == near((58.5, 2.9652, 53.5, 63.5))
    assert found.spread == near(1.4826 * float(stats.median_abs_deviation(FOURTEEN)))
    assert (fmean(FOURTEEN), stdev(FOURTEEN)) == (printed(59.7, 1), printed(10.3, 1))
    assert usual_range([50] * 14)[:2] == (45, 55)


def test_property_1_line_and_band() -> None:
    line, other = draw_line(series(DAYS, VALUES), 7), drawn_by_other_means(DAYS, VALUES)
    points = {point.day: point[1:] for point in line.pieces[0]}
    assert len(line.pieces) == 1
    assert [points[day][0] for day in (0, 6, 15)] == printed([40.9939, 48.5900, 60.2472], 4)
    assert points[6] == printed((48.5900, 45.6429, 51.5372), 4)
    assert line.noise == printed((5.4134, 3.0180, 0.3), 4)
    sixth = smooth(series(DAYS, VALUES), 7)[6]
    assert (sixth.spread**0.5, sixth.effective_days) == printed((0.3616, 7.6485), 4)
    assert points.keys() == other.points.keys()
    for day, point in points.items():
        assert point == near(other.points[day])
    assert line.noise == near((other.freedom, other.sigma, other.rho))


def test_property_1_line_with_a_gap() -> None:
    line, other = draw_line(series(GAP_DAYS, GAP_VALUES), 7), drawn_by_other_means(GAP_DAYS, GAP_VALUES)
    assert [(piece[0].day, piece[-1].day) for piece in line.pieces] == [(0, 7), (30, 40)]
    points = {point.day: point[1:] for piece in line.pieces for point in piece}
    assert points[0] == printed((44.5884, 37.8624, 51.3143), 4)
    assert points[36] == printed((60.2908, 55.1554, 65.4261), 4)
    assert points.keys() == other.points.keys()
    for day, point in points.items():
        assert point == near(other.points[day])


def test_property_1_middle_of_a_gap() -> None:
    """In the middle of a gap n_eff looks good, so the mass of the kernel has to be asked too."""
    days = np.array([0, 2, 4, 6, 34, 36, 38, 40])
    fits = smooth([DayValue(int(day), 50) for day in days], 7)
    other = independent.local_line(days, np.full(8, 50.0), np.ones(8), 7, 20)
    assert fits[20].effective_days == near(other.effective_days)
    assert fits[20].effective_days > 3
    assert fits[20].mass < 1


def test_property_1_recent_level() -> None:
    assert recent_levels([0, 7], [0, 90]) == near([0, 60])
    expected = [40, 42.0989, 41.6702, 44.1779, 46.5956, 47.2074, 49.9605, 52.5263]
    levels = recent_levels(DAYS, VALUES)
    assert levels == printed(expected, 4)
    assert levels == near([independent.late_level(DAYS[: n + 1], VALUES[: n + 1]) for n in range(8)])


def test_property_1_gaps() -> None:
    assert segments([0, 2, 5, 25, 26, 50], 14) == [range(3), range(3, 5), range(5, 6)]


def test_property_1_slope() -> None:
    found, ninety = theil_sen(DAYS, VALUES, 0.95), theil_sen(DAYS, VALUES, 0.90)
    assert (found.slope, found.low, found.high) == near((1.303030, 0.625, 2.0))
    assert found.intercept == printed(41.6818, 4)
    assert (ninety.low, ninety.high) == near((0.666667, 1.888889))
    assert found == near(tuple(stats.theilslopes(VALUES, DAYS, 0.95)))
    assert slope_interval(DAYS, VALUES) == near((found.slope, found.intercept, found.low, found.high))


@pytest.mark.parametrize(
    ("recent", "numbers", "shares", "says"),
    [
        ([60, 66, 58, 63, 67, 61], (11.5714, 2.3164, 4.9955, 11.3019), (0.9970, 0.0030, 0), Change.HIGHER),
        ([54, 50, 57, 49, 52], (1.4714, 2.4475, 0.6012, 1.4333), (0.0699, 0.9262, 0.0039), Change.SAME),
        ([57, 61, 49, 60, 55], (5.4714, 2.6810, 2.0408, 5.3020), (0.5456, 0.4544, 0), Change.UNCLEAR),
        ([43, 40, 46, 38, 44, 41], (-8.9286, 2.2313, -4.0015, -8.7353), (0, 0.0453, 0.9547), Change.LOWER),
    ],
)
def test_property_1_recent_against_before(
    recent: list[float], numbers: tuple[float, ...], shares: tuple[float, ...], says: Change
) -> None:
    found, other = recent_vs_usual(recent, BASE), independent.posterior(recent, BASE)
    assert (found.difference, found.error, found.ratio, found.mean) == printed(numbers, 4)
    assert (found.up, found.same, found.down) == printed(shares, 4)
    assert found.says is says
    assert (found.difference, found.error) == near((other.difference, other.error))
    assert (found.mean, found.sd) == near((other.mean, other.sd))
    assert (found.up, found.same, found.down) == near((other.up, other.same, other.down))


def test_property_1_words_for_change() -> None:
    """d 15.8041, μ 15.3364, √V 2.5806 are said as about 15 points, likely between 11 and 20."""
    prior, error_squared = 15.0**2, 1 / (1 / 2.5806**2 - 1 / 15.0**2)
    assert 15.8041 * prior / (prior + error_squared) == printed(15.3364, 3)
    found = recent_vs_usual([60, 66, 58], BASE)._replace(mean=15.3364, sd=2.5806)
    assert (round(found.mean), *(round(end) for end in found.likely)) == (15, 11, 20)


def test_property_1_index_for_reference() -> None:
    assert reliable_change(47.5, 32.5, 10, 0.88) == printed(-3.0619, 4)
    assert reliable_change(47.5, 32.5, 10, 0.88) == near(-15 / np.sqrt(2 * 100 * 0.12))


@pytest.mark.parametrize(
    ("chaos", "rigidity", "found"),
    [(20, 30, (80, -70, 75)), (90, 10, (10, -90, 50)), (90, 90, (10, -10, 10)), (0, 0, (100, -100, 100))],
)
def test_property_1_river(chaos: float, rigidity: float, found: tuple[float, float, float]) -> None:
    assert banks(chaos, rigidity) == near(found)
