# SPDX-License-Identifier: MIT
"""The geometry of two circles."""

from __future__ import annotations

from dataclasses import astuple, fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.checkins import Circles
from ipnb_journal.domain.circles import CirclePart, apart_for, closeness, distance, overlap, wish_gap


@pytest.mark.parametrize(
    ("share", "apart"), [(0.25, 1.269409), (0.5, 0.807946), (0.75, 0.395288), (0, 2), (1, 0)]
)
def test_the_distance_for_a_share(share: float, apart: float) -> None:
    assert apart_for(share) == pytest.approx(apart, abs=1e-6)


@given(st.floats(0, 1))
def test_distance_and_share_undo_each_other(share: float) -> None:
    assert overlap(apart_for(share)) == pytest.approx(share, abs=1e-9)


@given(st.floats(0, 100))
def test_closeness_and_distance_undo_each_other(near: float) -> None:
    assert 0 <= distance(near) <= 3
    assert closeness(distance(near)) == pytest.approx(near, abs=1e-9)


def test_closeness_stays_on_its_scale() -> None:
    assert [closeness(d) for d in (-1, 0, 1.5, 3, 4)] == [100, 100, 50, 0, 0]


def test_the_wish_gap_has_a_sign() -> None:
    assert (wish_gap(40, 65), wish_gap(65, 40)) == (25, -25)


def test_the_parts_are_the_fields_of_a_picture() -> None:
    assert {field.name for field in fields(Circles)} == set(CirclePart)
    assert [part.of(Circles(1, 2, 3, 4, 5)) for part in CirclePart] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("part", CirclePart)
def test_a_part_put_down_leaves_the_others_alone(part: CirclePart) -> None:
    placed = part.put(Circles(1, 2, 3, 4, 5), 60)
    assert part.of(placed) == 60
    assert sum(astuple(placed)) == 15 - part.of(Circles(1, 2, 3, 4, 5)) + 60
    assert part.of(part.put(placed, None)) is None
    assert (part.of(part.put(placed, 140)), part.of(part.put(placed, -3))) == (100, 0)
