# SPDX-License-Identifier: MIT
"""Where attention went: what was written in a window, by theme and by the domains of its prompts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ipnb_journal.domain.attention import ThemeCount
from ipnb_journal.domain.entries import AskedPrompt
from ipnb_journal.domain.prompts import Domain
from ipnb_journal.services import attention, history
from ipnb_journal.vault import entries
from tests.builders import DAY, MOMENT, an_entry

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

TAGS = {"emp-01": (Domain.BETWEEN_US, Domain.AWARENESS)}


def test_pages_are_counted_by_theme_and_domain_and_the_drawer_is_left_out(vault: Vault) -> None:
    asked = AskedPrompt("emp-01", 1, "Rain", "What did you hear?")
    for days in (0, 30, 400):
        entry = an_entry(
            theme="empathy", asked=asked, about_day=DAY - timedelta(days=days), writing_seconds=60
        )
        kept = entries.add(vault, entry)
    entries.add(vault, an_entry())
    month = attention.read(vault, DAY - timedelta(days=30), DAY, TAGS)
    assert month.themes[0] == ThemeCount("empathy", 2, 2)
    assert {one.domain: one.pages for one in month.domains if one.pages} == dict.fromkeys(TAGS["emp-01"], 2)
    assert (month.unthemed, month.total) == (1, 3)
    assert attention.read(vault, None, DAY, TAGS).themes[0] == ThemeCount("empathy", 3, 3)
    history.move_to_drawer(vault, kept.id, MOMENT)
    assert attention.read(vault, None, DAY, TAGS).themes[0] == ThemeCount("empathy", 2, 2)
    assert attention.read(vault, None, date(1999, 1, 1), TAGS).total == 0
