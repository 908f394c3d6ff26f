# SPDX-License-Identifier: MIT
"""Words beside a mark stay in the room and off the mark."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from ipnb_journal.desktop.charts.beside import place_beside

ROOM = QRectF(0, 0, 400, 400)
SIZE = QSizeF(90, 18)
inside = st.floats(0, 400)


def test_right_of_the_mark_where_nothing_is_in_the_way() -> None:
    place = place_beside(QPointF(100, 100), SIZE, ROOM, 12, [], [])
    assert (place.left(), place.center().y()) == (112, 100)


def test_left_where_the_right_is_full_or_taken() -> None:
    at = QPointF(200, 200)
    full = place_beside(at, SIZE, ROOM, 12, [QPointF(240, 200)], [])
    assert full.right() == 188
    taken = place_beside(at, SIZE, ROOM, 12, [], [QRectF(210, 190, 50, 20)])
    assert taken.right() == 188


def test_further_off_where_all_around_is_crowded() -> None:
    at = QPointF(200, 200)
    crowd = [QPointF(200 + dx, 200 + dy) for dx in range(-20, 21, 5) for dy in range(-20, 21, 5)]
    place = place_beside(at, SIZE, ROOM, 12, crowd, [])
    assert not any(place.contains(each) for each in crowd)


@given(st.tuples(inside, inside), st.lists(st.tuples(inside, inside), max_size=20))
def test_always_in_the_room_and_never_on_its_mark(
    at: tuple[float, float], others: list[tuple[float, float]]
) -> None:
    mark = QPointF(*at)
    place = place_beside(mark, SIZE, ROOM, 12, [mark, *(QPointF(*each) for each in others)], [])
    assert ROOM.contains(place)
    assert not place.contains(mark)
