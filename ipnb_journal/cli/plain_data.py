# SPDX-License-Identifier: MIT
"""Values of the domain as plain data for JSON: days in ISO form, everything else by its field's name."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

DAY_FIELDS = frozenset({"day", "first", "last", "monday", "settling_until"})
"""Fields that hold a day as its ordinal."""


def plain(value: object, field: str = "") -> Any:  # noqa: ANN401 - what json takes has no type of its own
    """A dataclass or named tuple as a dictionary, other sequences as lists, enums as their values.

    `field`: the name under which the value stands; an ordinal under one of DAY_FIELDS becomes an ISO day.
    """
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if field in DAY_FIELDS and isinstance(value, int):
        return date.fromordinal(value).isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name), each.name) for each in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: plain(each, name) for name, each in zip(value._fields, value, strict=True)}
    if isinstance(value, dict):
        return {str(plain(key)): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | range):
        return [plain(each) for each in value]
    return value
