# SPDX-License-Identifier: MIT
"""Where the cords of a knotted net run: an alternating square-knot pattern, with two dyed threads in it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from ipnb_journal.desktop.widgets.painting import noise
from ipnb_journal.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Segment = tuple[int, int, int]

_TOP = -1
_PICK = {"L": 1, "l": 0, "R": 2, "r": 3}


class Net(Record):
    """A net in design px: `width` by `height`, `groups` of four cords, `rows` of knots (0 hangs loose).

    `routes`: dyed threads by colour role, as (group, cord, turns): at each row the thread leaves its
    knot to the left or right, so the two meet, part, and stay themselves.
    """

    width: float
    height: float
    groups: int = 5
    rows: int = 7
    apart: float = 98
    top: float = 70
    row_height: float = 88
    fringe: float = 96
    first: float = 64
    lead: float = 15
    seed: int = 4
    routes: Mapping[str, tuple[int, int, str]] = MappingProxyType({})

    @property
    def left(self) -> float:
        """X of the first group."""
        return (self.width - (self.groups - 1) * self.apart) / 2

    def knots(self) -> Iterator[QPointF]:
        """Where the square knots sit."""
        for row in range(self.rows):
            for k in range(self._in_row(row)):
                yield QPointF(self._knot_x(row, k), self._knot_y(row))

    def dyed(self) -> dict[Segment, str]:
        """Which segments are dyed, and in which colour role."""
        found: dict[Segment, str] = {}
        for role, (k, cord, turns) in self.routes.items():
            found[(_TOP, k, cord)] = role
            for row in range(self.rows):
                cord = _PICK[turns[min(row, len(turns) - 1)]]
                found[(row, k, cord)] = role
                left = k - 1 if cord < 2 else k
                k = left if row % 2 == 0 else left + 1
        return found

    def segments(self) -> Iterator[tuple[Segment, QPainterPath]]:
        """Every piece of cord between knots, from the dowel to the fringe."""
        for k in range(self.groups):
            for cord in range(4):
                yield (_TOP, k, cord), self._from_dowel(k, cord)
        for row in range(self.rows):
            for k in range(self._in_row(row)):
                for cord in range(4):
                    yield (row, k, cord), self._from_knot(row, k, cord)

    def lead_x(self, k: int, cord: int) -> float:
        """Where a cord hangs on the dowel."""
        return self.left + k * self.apart + (cord - 1.5) * self.lead

    def _in_row(self, row: int) -> int:
        return self.groups if row % 2 == 0 else self.groups - 1

    def _knot_x(self, row: int, k: int) -> float:
        return self.left + (k if row % 2 == 0 else k + 0.5) * self.apart

    def _knot_y(self, row: int) -> float:
        return self.top + self.first + row * self.row_height

    def _from_dowel(self, k: int, cord: int) -> QPainterPath:
        x, salt = self.lead_x(k, cord), k * 4 + cord + self.seed
        if self.rows:
            return _curve(x, self.top, self._knot_x(0, k) + _slot(cord), self._knot_y(0))
        return _curve(x, self.top, x + noise(salt, 3) * 4, self.top + self.fringe + noise(salt, 9) * 16, 0.4)

    def _from_knot(self, row: int, k: int, cord: int) -> QPainterPath:
        x, y = self._knot_x(row, k) + _slot(cord), self._knot_y(row)
        if row == self.rows - 1:
            end = y + self.fringe + noise(row * 31 + k * 7 + cord + self.seed, 9) * 13
            return _curve(x, y, self._knot_x(row, k) + (cord - 1.5) * 8, end, 0.45)
        left = k - 1 if cord < 2 else k
        below = left if row % 2 == 0 else left + 1
        if 0 <= below < self._in_row(row + 1):
            slot = _slot(cord + 2 if cord < 2 else cord - 2)
            return _curve(x, y, self._knot_x(row + 1, below) + slot, self._knot_y(row + 1))
        return self._round_the_edge(row, k, cord)

    def _round_the_edge(self, row: int, k: int, cord: int) -> QPainterPath:
        """An edge cord skips a row."""
        side = -1 if cord < 2 else 1
        x, y = self._knot_x(row, k) + _slot(cord), self._knot_y(row)
        out, middle = (
            self._knot_x(row, k) + side * self.apart * 0.46 + _slot(cord) * 0.9,
            self._knot_y(row + 1),
        )
        path = _curve(x, y, out, middle)
        if row + 2 < self.rows:
            reach = self.row_height * 0.52
            end = self._knot_y(row + 2)
            path.cubicTo(out, middle + reach, x, end - reach, x, end)
        else:
            drop = self.fringe * 0.8 + noise(cord + k, 4) * 10
            path.cubicTo(
                out,
                middle + self.fringe * 0.4,
                out,
                middle + self.fringe * 0.5,
                out + side * 3,
                middle + drop,
            )
        return path


def _slot(cord: int) -> float:
    return (cord - 1.5) * 4.4


def _curve(x: float, y: float, to_x: float, to_y: float, tension: float = 0.52) -> QPainterPath:
    path = QPainterPath(QPointF(x, y))
    reach = (to_y - y) * tension
    path.cubicTo(x, y + reach, to_x, to_y - reach, to_x, to_y)
    return path


UNLOCK = Net(560, 800, routes={"diff": (1, 2, "RRRRLLR"), "link": (3, 1, "LLLLRRL")})
FIRST_RUN = Net(
    516, 800, rows=3, apart=82, top=64, row_height=104, fringe=330,
    routes={"diff": (1, 2, "RRR"), "link": (3, 1, "LLL")},
)  # fmt: skip
LOOSE = Net(
    520, 300, groups=4, rows=0, apart=96, top=30, fringe=236, seed=6,
    routes={"diff": (1, 2, "R"), "link": (2, 1, "L")},
)  # fmt: skip
FIRST_KNOTS = Net(
    520, 300, groups=4, rows=1, apart=96, top=30, fringe=174, seed=6,
    routes={"diff": (1, 2, "R"), "link": (2, 1, "L")},
)  # fmt: skip
