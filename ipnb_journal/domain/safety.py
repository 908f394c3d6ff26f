# SPDX-License-Identifier: MIT
"""When a pause is offered, and the lines a person can reach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody the person can reach, written down by themselves."""

    id: int
    name: str
    number: str
    hours: str
    position: int


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """One row of the bundled crisis numbers. `country`: ISO 3166-1 alpha-2 code, or "*" for anywhere."""

    country: str
    name: str
    number: str
    how: str
    hours: str
    url: str
    source: str
    verified_on: date
