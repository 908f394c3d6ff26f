# SPDX-License-Identifier: MIT
"""Counts of pages, each read off one index."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ipnb_journal.domain.attention import Themed
from ipnb_journal.domain.entries import AskedPrompt
from ipnb_journal.vault import attention, entries
from tests.builders import DAY, MOMENT, an_entry

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

ASKED = AskedPrompt("emp-01", 1, "Rain", "What did you hear?")


def test_pages_of_the_window_outside_the_drawer_are_counted(vault: Vault) -> None:
    for theme, seconds, day, drawer in (
        ("empathy", 90, DAY, None),
        ("empathy", 0, DAY - timedelta(days=1), None),
        (None, 5, DAY, None),
        ("story", 7, DAY, MOMENT),
        ("story", 7, DAY + timedelta(days=1), None),
        ("story", 7, DAY - timedelta(days=2), None),
    ):
        entry = an_entry(
            theme=theme, writing_seconds=seconds, about_day=day, drawer_since=drawer, asked=ASKED
        )
        entries.add(vault, entry)
    entries.add(vault, an_entry())
    window = (DAY - timedelta(days=1), DAY)
    assert set(attention.by_theme(vault, *window)) == {Themed("empathy", 2, 90), Themed(None, 2, 5)}
    assert attention.by_prompt(vault, *window) == {"emp-01": 3}


def test_no_page_is_read_for_it(vault: Vault) -> None:
    asked: list[str] = []
    vault.connection.set_trace_callback(asked.append)
    attention.by_theme(vault, DAY, DAY)
    attention.by_prompt(vault, DAY, DAY)
    attention.first_day(vault)
    vault.connection.set_trace_callback(None)
    assert len(asked) == 3
    for question in asked:
        told = " ".join(row[3] for row in vault.query(f"EXPLAIN QUERY PLAN {question}"))
        assert "COVERING INDEX" in told
        assert "TEMP B-TREE" not in told


def test_the_first_day_is_that_of_the_earliest_page_outside_the_drawer(vault: Vault) -> None:
    assert attention.first_day(vault) is None
    for back, drawer in ((3, None), (9, None), (30, MOMENT)):
        entries.add(vault, an_entry(about_day=DAY - timedelta(days=back), drawer_since=drawer))
    assert attention.first_day(vault) == DAY - timedelta(days=9)
