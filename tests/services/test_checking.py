# SPDX-License-Identifier: MIT
"""A check part by part, and when the next one is due."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.services import checking
from ipnb_journal.vault import preferences

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize("quick", [False, True])
def test_a_check_goes_part_by_part_until_it_has_a_report(vault: Vault, quick: bool) -> None:
    check = checking.begin(quick=quick)
    parts = 0
    while (report := checking.advance(vault, check)) is None:
        parts += 1
    assert parts > 5
    assert report.is_sound


def test_a_check_is_due_once_a_week(vault: Vault) -> None:
    assert checking.is_due(vault, TODAY)
    checking.note_sound(vault, TODAY)
    assert [checking.is_due(vault, TODAY + timedelta(days=days)) for days in (0, 6, 7)] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize("spoilt", ["some day", 7, "2026-04-01"])
def test_a_day_that_makes_no_sense_is_never(vault: Vault, spoilt: object) -> None:
    preferences.store(vault, {"last_checked": spoilt})
    assert checking.is_due(vault, TODAY)
