# SPDX-License-Identifier: MIT
"""The trail back, and which place lights up."""

from __future__ import annotations

from ipnb_journal.desktop import places
from ipnb_journal.desktop.navigation import DESTINATIONS, Trail, lit_by


def test_back_retraces_and_then_has_nowhere_to_go() -> None:
    trail = Trail()
    for place in (places.Today(), places.History(), places.OpenEntry(3)):
        trail.go(place)
    assert trail.back() == places.History()
    trail.go(places.History())
    assert trail.back() == places.Today()
    trail.go(places.Today())
    assert trail.back() is None and trail.here == places.Today()


def test_the_same_kind_of_place_is_one_step() -> None:
    trail = Trail()
    trail.go(places.Today())
    trail.go(places.History(text="a"))
    trail.go(places.History(text="ab"))
    assert trail.back() == places.Today()


def test_the_trail_does_not_grow_for_ever() -> None:
    trail = Trail(longest=3)
    for number in range(9):
        trail.go(places.OpenEntry(number) if number % 2 else places.Today())
    steps = 0
    while (place := trail.back()) is not None:
        trail.go(place)
        steps += 1
    assert steps == 2


def test_clear_forgets() -> None:
    trail = Trail()
    trail.go(places.Today())
    trail.clear()
    assert trail.here is None


def test_places_inside_others_light_their_home() -> None:
    assert lit_by(places.OpenEntry(1)) == places.History()
    assert lit_by(places.CheckIn(person_id=4)) == places.CheckIn()
    assert lit_by(places.Circles(4)) == places.CheckIn()
    assert lit_by(places.Pause()) is None
    assert len({destination.name for destination in DESTINATIONS}) == 5
