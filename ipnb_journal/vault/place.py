# SPDX-License-Identifier: MIT
"""The one line of time that pages and check-ins stand on: about-day, second of the day, a counter."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

_DAY_BITS, _COUNTER_BITS = 24, 7
_PER_SECOND = 1 << _COUNTER_BITS

# past every day that has a number
END = (date.max.toordinal() + 1) << _DAY_BITS


def free_place(vault: Vault, day: date, moment: datetime) -> int:
    """The first place that no page and no check-in has, for something about `day` made at `moment`.

    With 128 already there the next second is used. Use it inside the transaction that takes the place.
    """
    local = moment.timetz()
    second = local.hour * 3600 + local.minute * 60 + local.second
    start = (day.toordinal() << _DAY_BITS) | (second << _COUNTER_BITS)
    while True:
        taken = _taken(vault, start)
        for place in range(start, start + _PER_SECOND):
            if place not in taken:
                return place
        start += _PER_SECOND


def day_range(day: date, until: date | None = None) -> tuple[int, int]:
    """The first and last place that a day can have, or the days from `day` to `until`."""
    last = (until or day).toordinal() + 1
    return day.toordinal() << _DAY_BITS, (last << _DAY_BITS) - 1


def _taken(vault: Vault, start: int) -> set[int]:
    rows = vault.query(
        "SELECT place FROM entries WHERE place BETWEEN :first AND :last"
        " UNION ALL SELECT place FROM checkins WHERE place BETWEEN :first AND :last",
        {"first": start, "last": start + _PER_SECOND - 1},
    )
    return {place for (place,) in rows}
