# SPDX-License-Identifier: MIT
"""The river between two banks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.river import banks


def test_property_12_both_banks_can_press_at_once() -> None:
    assert banks(90, 90).room < banks(90, 10).room < banks(10, 10).room


@given(st.floats(0, 100), st.floats(0, 100))
def test_the_room_is_half_the_way_between_the_edges(chaos: float, rigidity: float) -> None:
    fast, stuck, room = banks(chaos, rigidity)
    assert stuck <= fast
    assert room == pytest.approx((fast - stuck) / 2, abs=1e-9)


@given(st.floats(0, 100), st.floats(0, 99), st.floats(0.5, 1))
def test_pressing_on_one_bank_never_widens_the_river(chaos: float, rigidity: float, more: float) -> None:
    assert banks(chaos, rigidity + more).room < banks(chaos, rigidity).room
