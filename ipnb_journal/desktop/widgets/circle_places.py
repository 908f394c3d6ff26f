# SPDX-License-Identifier: MIT
"""Where two circles, their handles and the band below them lie, and which values a drag stands for."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from ipnb_journal.domain.circles import FARTHEST, CirclePart, closeness, distance

MIDDLE = 50.0
"""Where a part stands that is still blank, and from where the first key or drag moves it."""

HANG, BAND = 0.5, 0.42
"""How far below the circles the band ends, and how wide it gets, in radii."""

_ANCHOR = 0.62
_WISH_X, _WISH_Y = 0.766, 0.643
_EDGE_TRAVEL = 1.2


class Spot(NamedTuple):
    """A point in px."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class CirclePlaces:
    """The picture about `middle`, half way between the two centres. px, but for values of 0 to 100.

    `radius` is that of both circles: size never speaks of power. `handle` is a handle's own radius.
    `mirrored`: one's own circle is at the right, where reading begins.
    """

    middle: Spot
    radius: float
    handle: float
    near: float = MIDDLE
    bridge: float = MIDDLE
    wish: float = MIDDLE
    mirrored: bool = False

    @property
    def side(self) -> int:
        """-1 where one's own circle is at the left, else 1."""
        return 1 if self.mirrored else -1

    @property
    def half(self) -> float:
        """From the middle to each centre."""
        return self.radius * distance(self.near) / 2

    def centres(self) -> tuple[Spot, Spot]:
        """One's own circle's centre and the other's."""
        x, y, off = self.middle.x, self.middle.y, self.side * self.half
        return Spot(x + off, y), Spot(x - off, y)

    def wished(self) -> tuple[Spot, Spot]:
        """The same for the place that is wished for."""
        x, y, off = self.middle.x, self.middle.y, self.side * self.radius * distance(self.wish) / 2
        return Spot(x + off, y), Spot(x - off, y)

    def beads(self) -> tuple[Spot, Spot]:
        """The two handles of nearness, at the outer sides: one's own and the other's."""
        mine, theirs = self.centres()
        off = self.side * self.radius
        return Spot(mine.x + off, mine.y), Spot(theirs.x - off, theirs.y)

    def handle_of(self, part: CirclePart) -> Spot:
        """Where a part's handle is; of the two of nearness, one's own."""
        if part is CirclePart.CLOSENESS:
            return self.beads()[0]
        if part is CirclePart.BRIDGE:
            return Spot(self.middle.x, self.band_top(self.bridge))
        if part is CirclePart.WISH:
            at = self.wished()[1]
            return Spot(at.x - self.side * _WISH_X * self.radius, at.y - _WISH_Y * self.radius)
        return self._edge_handle(1 if part is CirclePart.EDGE_ME else -1)

    def band_top(self, value: float) -> float:
        """The y of the band's upper side in the middle: the lower, the less passes."""
        return self.band_foot - value / 100 * BAND * self.radius

    @property
    def band_foot(self) -> float:
        """The y of the band's lower side in the middle."""
        return self.middle.y + (1 + HANG) * self.radius

    def anchors(self) -> tuple[Spot, Spot]:
        """Where the band is tied, left and right: at each circle's foot, or farther out where they meet."""
        off = max(self.half, _ANCHOR * self.radius)
        aside = off - self.half
        y = self.middle.y + sqrt(self.radius**2 - aside**2)
        return Spot(self.middle.x - off, y), Spot(self.middle.x + off, y)

    def dragged(self, part: CirclePart, start: float, by: Spot, *, theirs: bool = False) -> float:
        """The value, 0 to 100, after the pointer went `by` from where it stood at `start`.

        A circle stays under the pointer, and the other one answers it; `theirs`: which one was held.
        """
        if part is CirclePart.BRIDGE:
            return _held(start - by.y / (BAND * self.radius) * 100)
        if part in (CirclePart.EDGE_ME, CirclePart.EDGE_OTHER):
            return _held(start - by.y / (_EDGE_TRAVEL * self.radius) * 100)
        outwards = by.x * (-self.side if theirs or part is CirclePart.WISH else self.side)
        apart = min(FARTHEST, max(0.0, distance(start) + 2 * outwards / self.radius))
        return closeness(apart)

    def in_band(self, at: Spot) -> bool:
        """Whether a point lies in the band, or a handle's breadth beside it."""
        start, end = self.anchors()
        if not start.x < at.x < end.x:
            return False
        along = (at.x - start.x) / (end.x - start.x)
        hung = 4 * along * (1 - along)
        top, foot = (start.y + (y - start.y) * hung for y in (self.band_top(self.bridge), self.band_foot))
        return top - self.handle / 2 <= at.y <= foot + self.handle / 2

    def within(self, at: Spot) -> int | None:
        """Which circle a point lies in: 0 one's own, 1 the other's, None neither; the nearer one of two."""
        gaps = [(at.x - spot.x) ** 2 + (at.y - spot.y) ** 2 for spot in self.centres()]
        nearest = 0 if gaps[0] <= gaps[1] else 1
        return nearest if gaps[nearest] <= self.radius**2 else None

    def _edge_handle(self, own: int) -> Spot:
        """At the top of its circle, and so far out along the rim that the two never meet."""
        off = max(self.half, self.handle + 4)
        aside = min(off - self.half, self.radius)
        y = self.middle.y - sqrt(self.radius**2 - aside**2)
        return Spot(self.middle.x + own * self.side * off, y)


def radius_for(width: float, handle: float, widest: float) -> float:
    """The radius at which circles as far apart as can be, with their handles, fit into `width` px."""
    return max(24.0, min(widest, (width - 2 * (handle + 6)) / (FARTHEST + 2)))


def _held(value: float) -> float:
    return min(100.0, max(0.0, value))
