# SPDX-License-Identifier: MIT
"""The people a page or a check-in can be about, under whatever label the person chose."""

from __future__ import annotations

from dataclasses import dataclass

MARKS = 8


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in this journal. `mark`: 1 to 8, the colour and shape drawn beside the label."""

    id: int
    uid: str
    label: str
    mark: int
    position: int
    hidden: bool = False
