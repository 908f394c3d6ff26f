# SPDX-License-Identifier: MIT
"""The river between two banks: how far each bank reaches in, and the room between them."""

from __future__ import annotations

from typing import NamedTuple


class Banks(NamedTuple):
    """Where the banks end on a scale from 100 (fast) to -100 (stuck), and the room left, 0 to 100."""

    fast_edge: float
    stuck_edge: float
    room: float


def banks(chaos: float, rigidity: float) -> Banks:
    """The banks for a chaos and a rigidity of 0 to 100 each; both can press in at once.

    Example: (20, 30) gives edges 80 and -70, room 75; (90, 90) gives 10, -10 and 10.
    """
    return Banks(100 - chaos, rigidity - 100, 100 - (chaos + rigidity) / 2)
