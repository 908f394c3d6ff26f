# SPDX-License-Identifier: MIT
"""Where attention went: what was written in a window, by theme and by the domains of its prompts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ipnb_journal.domain.attention import NotMet, ThemeCount
from ipnb_journal.domain.entries import AskedPrompt
from ipnb_journal.domain.prompts import Domain, Theme
from ipnb_journal.domain.windows import SPAN_DAYS, Span
from ipnb_journal.services import attention, history, preferences, prompt_marks, prompts
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


def test_every_span_ends_today_and_is_as_long_as_the_charts_have_it(vault: Vault) -> None:
    for back in (0, 29, 30, 90, 91, 364, 365, 4000):
        entries.add(vault, an_entry(theme="empathy", about_day=DAY - timedelta(days=back)))
    found = attention.by_span(vault, prompts.library(), DAY)
    assert {span: each.total for span, each in found.by_span.items()} == {
        Span.MONTH: 2,
        Span.QUARTER: 4,
        Span.YEAR: 6,
        Span.ALL: 8,
    }
    assert found.first == DAY - timedelta(days=4000)
    for span, days in SPAN_DAYS.items():
        first = found.by_span[span].window_first
        assert first is not None
        assert (DAY - first).days + 1 == days


def test_what_was_left_out_or_refused_is_never_suggested(vault: Vault) -> None:
    library = prompts.library()
    assert attention.by_span(vault, library, DAY).not_met[Span.ALL] == NotMet(Theme.EMPATHY)
    preferences.write(vault, preferences.Preferences(left_out_themes=("empathy",)))
    assert attention.by_span(vault, library, DAY).not_met[Span.ALL] == NotMet(Theme.BOUNDARIES)
    for prompt in library.prompts:
        if prompt.theme is Theme.BOUNDARIES:
            prompt_marks.set_never(vault, prompt.id, True)
    assert attention.by_span(vault, library, DAY).not_met[Span.ALL] == NotMet(Theme.SELF_WORTH)


def test_a_suggestion_is_about_the_span_and_not_about_ever(vault: Vault) -> None:
    entries.add(vault, an_entry(theme="empathy", about_day=DAY - timedelta(days=100)))
    found = attention.by_span(vault, prompts.library(), DAY).not_met
    assert found[Span.QUARTER] == NotMet(Theme.EMPATHY)
    assert found[Span.YEAR] == NotMet(Theme.BOUNDARIES)
