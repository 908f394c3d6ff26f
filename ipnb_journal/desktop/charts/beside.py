# SPDX-License-Identifier: MIT
"""Where the words of a mark find room beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF

if TYPE_CHECKING:
    from collections.abc import Sequence

_ON_ITSELF, _ON_WORDS = 1000.0, 100.0
_FURTHER = 2.4
_NEAR = ((1, 0), (-1, 0), (0, -1), (0, 1))
_AROUND = (*_NEAR, (1, -1), (-1, -1), (1, 1), (-1, 1))


def place_beside(
    at: QPointF, size: QSizeF, room: QRectF, away: float, marks: Sequence[QPointF], taken: Sequence[QRectF]
) -> QRectF:
    """Where words of a `size` stand, `away` px from the mark `at`; everything in px.

    Within `room`, clear of the mark itself and of what is `taken`, and over as few `marks` as can be: right
    of it where all are alike, then left, above, below, and further off all around.
    """
    near = (_place(at, size, away, turn) for turn in _NEAR)
    far = (_place(at, size, away * _FURTHER, turn) for turn in _AROUND)
    places = [_held(place, room) for place in (*near, *far)]
    return min(places, key=lambda place: _cost(place, at, marks, taken))


def _place(at: QPointF, size: QSizeF, away: float, turn: tuple[float, float]) -> QRectF:
    """A place whose edge or corner lies `away` px from a mark, on the side `turn` gives (-1, 0, 1 each)."""
    across, down = turn
    middle = QPointF(at.x() + across * (away + size.width() / 2), at.y() + down * (away + size.height() / 2))
    return QRectF(middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(), size.height())


def _cost(place: QRectF, at: QPointF, marks: Sequence[QPointF], taken: Sequence[QRectF]) -> float:
    over = _ON_ITSELF if place.adjusted(-3, -3, 3, 3).contains(at) else 0.0
    over += _ON_WORDS * sum(place.intersects(other) for other in taken)
    around = place.adjusted(-4, -4, 4, 4)
    return over + sum(around.contains(mark) for mark in marks)


def _held(place: QRectF, room: QRectF) -> QRectF:
    x = max(room.left(), min(room.right() - place.width(), place.x()))
    y = max(room.top(), min(room.bottom() - place.height(), place.y()))
    return QRectF(x, y, place.width(), place.height())
