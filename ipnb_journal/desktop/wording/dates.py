# SPDX-License-Identifier: MIT
"""Days in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def long_date(day: date) -> str:
    """A day in words without its year: "Thursday, 13 March"."""
    return f"{DAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]}"


def short_date(day: date, today: date) -> str:
    """A day as a row shows it: "Today", "Tue 11" within a month, else "11 Mar"."""
    if day == today:
        return "Today"
    if 0 < (today - day).days < 28:
        return f"{DAYS[day.weekday()][:3]} {day.day}"
    return f"{day.day} {MONTHS[day.month - 1][:3]}"
