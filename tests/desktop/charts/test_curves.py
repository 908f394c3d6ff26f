# SPDX-License-Identifier: MIT
"""Curves through points never overshoot."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.desktop.charts.curves import curve, ribbon, slopes

heights = st.lists(st.floats(0, 100), min_size=2, max_size=30)


@given(heights, st.booleans())
def test_a_curve_stays_between_its_points(ys: list[float], backwards: bool) -> None:
    points = [(10.0 * (-x if backwards else x), y) for x, y in enumerate(ys)]
    path = curve(points)
    for step in range(200):
        at = path.pointAtPercent(step / 199)
        left = min(int(abs(at.x()) / 10), len(ys) - 2)
        low, high = sorted((ys[left], ys[left + 1]))
        assert low - 1e-6 <= at.y() <= high + 1e-6 or abs(at.x()) % 10 < 1e-3


def test_a_straight_run_stays_straight() -> None:
    assert slopes([(0, 0), (1, 2), (2, 4)]) == [2, 2, 2]


def test_one_point_or_none_is_no_curve() -> None:
    assert curve([]).isEmpty()
    assert curve([(3, 4)]).elementCount() == 1


def test_a_ribbon_is_closed_round_both_edges() -> None:
    path = ribbon([(0, 10), (10, 12)], [(0, 20), (10, 22)])
    bounds = path.boundingRect()
    assert (bounds.top(), bounds.bottom(), bounds.left(), bounds.right()) == (10, 22, 0, 10)
    assert path.currentPosition() == path.elementAt(0)
