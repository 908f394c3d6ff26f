# SPDX-License-Identifier: MIT
"""Days and moments: which local day a moment belongs to, and the zone it was written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


def local_day(moment: datetime) -> date:
    """The calendar day of an aware moment in its own zone."""
    return moment.date()


def zone_name(moment: datetime) -> str:
    """The moment's zone: its IANA name where known, else its offset as "+HH:MM"."""
    key = getattr(moment.tzinfo, "key", None)
    if isinstance(key, str):
        return key
    offset = moment.strftime("%z")
    return f"{offset[:3]}:{offset[3:5]}" if offset else "+00:00"
