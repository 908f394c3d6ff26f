# SPDX-License-Identifier: MIT
"""The check-in: eight sliders, two each for differentiation, linkage, chaos and rigidity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Scale(StrEnum):
    """The four scales; each has two items."""

    DIFFERENTIATION = "D"
    LINKAGE = "L"
    CHAOS = "C"
    RIGIDITY = "R"


class Item(StrEnum):
    """The eight items in the order they are asked: two screens of four, ending on connection."""

    C1 = "C1"
    R1 = "R1"
    C2 = "C2"
    R2 = "R2"
    D1 = "D1"
    L1 = "L1"
    D2 = "D2"
    L2 = "L2"

    @property
    def scale(self) -> Scale:
        """The scale this item belongs to."""
        return Scale(self.value[0])

    @property
    def partner(self) -> Item:
        """The other item of the same scale."""
        return Item(self.value[0] + ("2" if self.value[1] == "1" else "1"))


MAY_NOT_APPLY = frozenset({Item.D2, Item.L1, Item.L2})


class Method(StrEnum):
    """How a check-in was given; the two are never pooled."""

    SLIDERS = "sliders"
    CIRCLES = "circles"


@dataclass(frozen=True, slots=True)
class Circles:
    """A two-circles picture. All 0 to 100; None where left blank."""

    closeness: float | None = None
    edge_me: float | None = None
    edge_other: float | None = None
    bridge: float | None = None
    closeness_wish: float | None = None


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One check-in. `answers`: item to 0–100, an item left blank is absent, never 50 or 0.

    `does_not_apply`: items answered "no one around / doesn't apply" (missing, never 0).
    `person_id`: None for a general one; general and per-person answers are separate series.
    """

    id: int
    uid: str
    day: date
    at: datetime
    zone: str
    answers: Mapping[Item, float] = field(default_factory=dict)
    does_not_apply: frozenset[Item] = frozenset()
    person_id: int | None = None
    method: Method = Method.SLIDERS
    circles: Circles | None = None
    entry_id: int | None = None
