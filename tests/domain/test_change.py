# SPDX-License-Identifier: MIT
"""Recent days against the days before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.change import Change, recent_vs_usual, reliable_change

BASE = [52, 47, 55, 50, 58, 44, 51, 49, 56, 53, 48, 54, 50, 46]
windows = st.lists(st.floats(0, 100), min_size=2, max_size=30)


@pytest.mark.parametrize(
    ("recent", "expected", "shares", "says"),
    [
        ([60, 66, 58, 63, 67, 61], (11.5714, 2.3164, 4.9955, 11.3019), (0.9970, 0.0030, 0.0), Change.HIGHER),
        ([54, 50, 57, 49, 52], (1.4714, 2.4475, 0.6012, 1.4333), (0.0699, 0.9262, 0.0039), Change.SAME),
        ([57, 61, 49, 60, 55], (5.4714, 2.6810, 2.0408, 5.3020), (0.5456, 0.4544, 0.0), Change.UNCLEAR),
        ([43, 40, 46, 38, 44, 41], (-8.9286, 2.2313, -4.0015, -8.7353), (0.0, 0.0453, 0.9547), Change.LOWER),
    ],
)
def test_the_worked_examples(recent: list[int], expected: tuple, shares: tuple, says: Change) -> None:
    found = recent_vs_usual(recent, BASE)
    assert (found.difference, found.error, found.ratio, found.mean) == pytest.approx(expected, abs=5.1e-5)
    assert (found.up, found.same, found.down) == pytest.approx(shares, abs=5.1e-5)
    assert found.says is says


@given(windows, windows)
def test_turning_the_scale_round_swaps_up_and_down(recent: list[float], base: list[float]) -> None:
    found = recent_vs_usual(recent, base)
    turned = recent_vs_usual([100 - v for v in recent], [100 - v for v in base])
    assert (turned.up, turned.same, turned.down) == pytest.approx(
        (found.down, found.same, found.up), abs=1e-9
    )
    assert found.up + found.same + found.down == pytest.approx(1, abs=1e-9)


def test_the_likely_ends_lie_around_the_mean() -> None:
    found = recent_vs_usual([60, 66, 58, 63, 67, 61], BASE)._replace(mean=15.3364, sd=2.5806)
    assert [round(end) for end in found.likely] == [11, 20]


def test_the_index_for_reference() -> None:
    assert reliable_change(47.5, 32.5, 10, 0.88) == pytest.approx(-3.0619, abs=5e-5)
