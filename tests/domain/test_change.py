# SPDX-License-Identifier: MIT
"""Recent days against the days before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.change import recent_vs_usual

BASE = [52, 47, 55, 50, 58, 44, 51, 49, 56, 53, 48, 54, 50, 46]
windows = st.lists(st.floats(0, 100), min_size=2, max_size=30)


@given(windows, windows)
def test_property_7_turning_the_scale_round_swaps_up_and_down(recent: list[float], base: list[float]) -> None:
    found = recent_vs_usual(recent, base)
    turned = recent_vs_usual([100 - v for v in recent], [100 - v for v in base])
    assert (turned.up, turned.same, turned.down) == pytest.approx(
        (found.down, found.same, found.up), abs=1e-9
    )
    assert (turned.mean, turned.sd) == pytest.approx((-found.mean, found.sd), abs=1e-9)
    assert found.up + found.same + found.down == pytest.approx(1, abs=1e-9)


def test_the_likely_ends_lie_around_the_mean() -> None:
    found = recent_vs_usual([60, 66, 58, 63, 67, 61], BASE)._replace(mean=15.3364, sd=2.5806)
    assert [round(end) for end in found.likely] == [11, 20]
