# SPDX-License-Identifier: MIT
"""Where circles, handles and band lie: the domain's geometry to the last digit, and drags that undo it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.desktop.widgets.circle_places import CirclePlaces, Spot, radius_for
from ipnb_journal.domain.circles import CirclePart, closeness, overlap

values = st.floats(0, 100)
PLACES = CirclePlaces(Spot(330, 160), 114, 14)


def gap(one: Spot, other: Spot) -> float:
    return hypot(one.x - other.x, one.y - other.y)


@pytest.mark.parametrize(
    ("apart", "share"), [(0, 1), (0.5, 0.685038), (1, 0.391002), (1.5, 0.144294), (2, 0), (3, 0)]
)
def test_drawn_circles_share_what_was_worked_out(apart: float, share: float) -> None:
    places = replace(PLACES, near=closeness(apart))
    drawn = gap(*places.centres()) / places.radius
    assert drawn == pytest.approx(apart, abs=1e-6)
    assert overlap(drawn) == pytest.approx(share, abs=1e-6)


def test_far_apart_as_can_be_they_fit_with_their_handles() -> None:
    radius = radius_for(600, 14, 146)
    places = CirclePlaces(Spot(300, 160), radius, 14, near=0)
    assert places.beads()[0].x - 14 >= 0 and places.beads()[1].x + 14 <= 600
    assert gap(*places.centres()) == pytest.approx(3 * radius)
    assert radius_for(2000, 14, 146) == 146


@given(values, st.floats(-150, 150), st.booleans(), st.booleans())
def test_a_dragged_circle_stays_under_the_pointer(
    near: float, by: float, theirs: bool, mirrored: bool
) -> None:
    places = replace(PLACES, near=near, mirrored=mirrored)
    value = places.dragged(CirclePart.CLOSENESS, near, Spot(by, 99), theirs=theirs)
    moved = replace(places, near=value)
    if 0 < value < 100:
        before, after = (each.centres()[theirs] for each in (places, moved))
        assert after.x - before.x == pytest.approx(by, abs=1e-6)
    assert 0 <= value <= 100


@given(values, st.floats(-60, 60), st.booleans())
def test_the_handles_of_band_and_wish_stay_under_the_pointer(value: float, by: float, mirrored: bool) -> None:
    places = replace(PLACES, bridge=value, wish=value, mirrored=mirrored)
    bridge = places.dragged(CirclePart.BRIDGE, value, Spot(77, by))
    wish = places.dragged(CirclePart.WISH, value, Spot(by, 77))
    moved = replace(places, bridge=bridge, wish=wish)
    for part, fresh, axis in ((CirclePart.BRIDGE, bridge, 1), (CirclePart.WISH, wish, 0)):
        if 0 < fresh < 100:
            went = moved.handle_of(part)[axis] - places.handle_of(part)[axis]
            assert went == pytest.approx(by, abs=1e-6)


@pytest.mark.parametrize("part", [CirclePart.EDGE_ME, CirclePart.EDGE_OTHER, CirclePart.BRIDGE])
def test_up_is_more(part: CirclePart) -> None:
    assert PLACES.dragged(part, 50, Spot(0, -20)) > 50 > PLACES.dragged(part, 50, Spot(0, 20))
    assert (PLACES.dragged(part, 50, Spot(0, -999)), PLACES.dragged(part, 50, Spot(0, 999))) == (100, 0)


@given(values, values, values, st.booleans())
def test_no_two_handles_lie_over_each_other(near: float, bridge: float, wish: float, mirrored: bool) -> None:
    places = replace(PLACES, near=near, bridge=bridge, wish=wish, mirrored=mirrored)
    spots = [places.handle_of(part) for part in CirclePart] + [places.beads()[1]]
    assert min(gap(one, other) for one, other in combinations(spots, 2)) >= 2 * places.handle


@given(values)
def test_reading_the_other_way_is_the_mirror_image(near: float) -> None:
    plain, mirrored = replace(PLACES, near=near), replace(PLACES, near=near, mirrored=True)
    for part in CirclePart:
        here, there = plain.handle_of(part), mirrored.handle_of(part)
        assert here.x + there.x == pytest.approx(2 * PLACES.middle.x)
        assert here.y == pytest.approx(there.y)
    assert plain.centres()[0].x <= PLACES.middle.x <= mirrored.centres()[0].x


@given(values, values)
def test_the_band_hangs_below_both_circles_and_is_tied_to_them(near: float, bridge: float) -> None:
    places = replace(PLACES, near=near, bridge=bridge)
    ends = sorted(places.centres())
    for anchor, centre in zip(places.anchors(), ends, strict=True):
        assert gap(anchor, centre) == pytest.approx(places.radius)
    assert places.middle.y + places.radius <= places.band_top(bridge) <= places.band_foot


def test_a_point_is_in_the_nearer_circle() -> None:
    mine, theirs = PLACES.centres()
    assert (PLACES.within(mine), PLACES.within(theirs)) == (0, 1)
    assert PLACES.within(Spot(PLACES.middle.x - 1, PLACES.middle.y)) == 0
    assert PLACES.within(Spot(PLACES.middle.x + 1, PLACES.middle.y)) == 1
    assert PLACES.within(Spot(5, 5)) is None


def test_the_band_can_be_held_between_its_two_sides_only() -> None:
    places = replace(PLACES, bridge=100)
    top, foot, x = places.band_top(100), places.band_foot, places.middle.x
    assert places.in_band(Spot(x, (top + foot) / 2))
    assert not places.in_band(Spot(x, foot + 14)) and not places.in_band(Spot(x, top - 14))
    assert not places.in_band(Spot(places.anchors()[0].x - 1, foot))
