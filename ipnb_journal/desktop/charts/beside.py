# SPDX-License-Identifier: MIT
"""Where the words of a mark find room beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF

if TYPE_CHECKING:
    from collections.abc import Sequence

_ON_ITSELF, _ON_WORDS = 1000.0, 100.0


def place_beside(
    at: QPointF, size: QSizeF, room: QRectF, away: float, marks: Sequence[QPointF], taken: Sequence[QRectF]
) -> QRectF:
    """Where words of a `size` stand, `away` px from the mark `at`; everything in px.

    Within `room`, clear of the mark itself and of what is `taken`, and over as few `marks` as can be.
    """
    wide, high = size.width(), size.height()
    middle, left = at.y() - high / 2, at.x() - wide / 2
    places = [
        QRectF(at.x() + away, middle, wide, high),
        QRectF(at.x() - away - wide, middle, wide, high),
        QRectF(left, at.y() - away - high, wide, high),
        QRectF(left, at.y() + away, wide, high),
    ]
    return min((_held(place, room) for place in places), key=lambda place: _cost(place, at, marks, taken))


def _cost(place: QRectF, at: QPointF, marks: Sequence[QPointF], taken: Sequence[QRectF]) -> float:
    over = _ON_ITSELF if place.adjusted(-3, -3, 3, 3).contains(at) else 0.0
    over += _ON_WORDS * sum(place.intersects(other) for other in taken)
    around = place.adjusted(-4, -4, 4, 4)
    return over + sum(around.contains(mark) for mark in marks)


def _held(place: QRectF, room: QRectF) -> QRectF:
    x = max(room.left(), min(room.right() - place.width(), place.x()))
    y = max(room.top(), min(room.bottom() - place.height(), place.y()))
    return QRectF(x, y, place.width(), place.height())
