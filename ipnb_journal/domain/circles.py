# SPDX-License-Identifier: MIT
"""The geometry of two circles of the same size: how near they are and how much they share."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from math import acos, pi, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipnb_journal.domain.checkins import Circles

FARTHEST = 3.0
"""The largest distance between the centres, in radii."""


def closeness(distance: float) -> float:
    """How near, 0 to 100, from the distance between the centres in radii (0 to 3).

    Example: 0 radii is 100, 1.5 is 50, 3 is 0.
    """
    return 100 * (1 - min(FARTHEST, max(0.0, distance)) / FARTHEST)


def distance(near: float) -> float:
    """The distance between the centres in radii, 3 to 0, for a closeness of 0 to 100."""
    return FARTHEST * (1 - min(100.0, max(0.0, near)) / 100)


def overlap(apart: float) -> float:
    """The share of one circle that the other covers, 0 to 1; `apart`: between centres, in radii (0 or more).

    (2 acos(d/2) - (d/2) sqrt(4 - d²)) / pi, the lens of two unit circles. Kept apart from every score:
    overlap is not linkage. Example: 0 gives 1, 0.5 gives 0.685038, 1 gives 0.391002, 2 or more gives 0.
    """
    if apart >= 2:
        return 0.0
    return (2 * acos(apart / 2) - apart / 2 * sqrt(4 - apart * apart)) / pi


def apart_for(share: float) -> float:
    """The distance in radii (0 to 2) at which the circles share `share` (0 to 1) of their area.

    The inverse of `overlap` by bisection, to the last bit. Example: 0.25 gives 1.269409, 0.5 0.807946.
    """
    near, far = 0.0, 2.0
    while (middle := (near + far) / 2) not in (near, far):
        if overlap(middle) > share:
            near = middle
        else:
            far = middle
    return near if abs(overlap(near) - share) <= abs(overlap(far) - share) else far


def wish_gap(near: float, wished: float) -> float:
    """How much nearer (positive) or farther (negative) the wished place is, in points; never judged."""
    return wished - near


class CirclePart(StrEnum):
    """What can be placed in a two-circles picture, in the order asked; it names the fields of `Circles`."""

    CLOSENESS = "closeness"
    EDGE_ME = "edge_me"
    EDGE_OTHER = "edge_other"
    BRIDGE = "bridge"
    WISH = "closeness_wish"

    def of(self, circles: Circles) -> float | None:
        """Its value in a picture, 0 to 100; None where it was left blank."""
        found: float | None = getattr(circles, self.value)
        return found

    def put(self, circles: Circles, value: float | None) -> Circles:
        """The picture with this value (0 to 100, held within them) placed, or with None left blank."""
        return replace(circles, **{self.value: None if value is None else min(100.0, max(0.0, value))})
