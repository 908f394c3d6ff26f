# SPDX-License-Identifier: MIT
"""The river between two banks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.river import banks


@pytest.mark.parametrize(
    ("chaos", "rigidity", "found"),
    [(20, 30, (80, -70, 75)), (90, 10, (10, -90, 50)), (90, 90, (10, -10, 10)), (0, 0, (100, -100, 100))],
)
def test_banks(chaos: float, rigidity: float, found: tuple[float, float, float]) -> None:
    assert banks(chaos, rigidity) == found


@given(st.floats(0, 100), st.floats(0, 99), st.floats(0.5, 1))
def test_pressing_on_one_bank_never_widens_the_river(chaos: float, rigidity: float, more: float) -> None:
    assert banks(chaos, rigidity + more).room < banks(chaos, rigidity).room
