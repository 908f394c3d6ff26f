# SPDX-License-Identifier: MIT
"""The small fields of earlier pages, newest first; what lies in the drawer is not offered."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from ipnb_journal.vault import earlier, entries
from tests.builders import DAY, an_entry

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def keep(vault: Vault, days: int, notice: str = "", location: str = "", *, drawer: bool = False) -> None:
    entry = an_entry(about_day=DAY + timedelta(days=days), notice=notice, location=location)
    entries.add(vault, replace(entry, drawer_since=entry.written_at if drawer else None))


def test_the_newest_come_first_and_blank_ones_not_at_all(vault: Vault) -> None:
    for days, notice in ((1, "one"), (3, "three"), (2, "two"), (4, "")):
        keep(vault, days, notice)
    assert earlier.notices(vault, 2) == ("three", "two")


def test_a_place_is_offered_once_the_one_used_last_first(vault: Vault) -> None:
    for days, location in ((1, "kitchen"), (2, "the 14 bus"), (3, "kitchen"), (4, "")):
        keep(vault, days, location=location)
    assert earlier.locations(vault, 6) == ("kitchen", "the 14 bus")
    assert earlier.locations(vault, 1) == ("kitchen",)


def test_what_lies_in_the_drawer_is_gone_from_both(vault: Vault) -> None:
    keep(vault, 1, "one", "kitchen", drawer=True)
    assert earlier.notices(vault, 6) == earlier.locations(vault, 6) == ()
