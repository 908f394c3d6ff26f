# SPDX-License-Identifier: MIT
"""Counts of pages in their fixed order: zeros stand there too, and a page may count for several domains."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.attention import DomainCount, ThemeCount, Themed, gathered
from ipnb_journal.domain.prompts import Domain, Theme

WINDOW = (date(2026, 1, 1), date(2026, 3, 12))


def test_the_worked_example() -> None:
    found = gathered(WINDOW, [Themed("empathy", 2, 100), Themed(None, 1, 0)], {}, {})
    assert found.themes[0] == ThemeCount("empathy", 2, 2)
    assert (found.unthemed, found.total) == (1, 3)
    assert (found.window_first, found.window_last) == WINDOW


def test_every_theme_and_domain_has_its_place() -> None:
    found = gathered((None, WINDOW[1]), [], {}, {})
    assert [one.theme for one in found.themes] == [theme.value for theme in Theme]
    assert found.domains == tuple(DomainCount(domain, 0) for domain in Domain)
    assert {one.minutes for one in found.themes} == {None}
    assert (found.unthemed, found.total, found.window_first) == (0, 0, None)


def test_minutes_are_whole_and_none_where_no_time_was_counted() -> None:
    for seconds, minutes in ((0, None), (1, 1), (89, 1), (90, 2), (150, 3), (3600, 60)):
        assert gathered(WINDOW, [Themed("empathy", 1, seconds)], {}, {}).themes[0].minutes == minutes


def test_a_theme_of_somebody_elses_is_none_of_the_nine() -> None:
    found = gathered(WINDOW, [Themed("gardens", 4, 600), Themed(None, 1, 0), Themed("empathy", 2, 0)], {}, {})
    assert (found.unthemed, found.total) == (5, 7)


def test_a_page_counts_once_for_each_domain_of_its_prompt() -> None:
    tags = {"a": (Domain.STORY, Domain.TIME, Domain.STORY), "b": (Domain.STORY,), "c": ()}
    found = gathered(WINDOW, [], {"a": 2, "b": 3, "c": 4, "gone": 5}, tags)
    assert {one.domain: one.pages for one in found.domains if one.pages} == {Domain.STORY: 5, Domain.TIME: 2}


@given(st.dictionaries(st.sampled_from([None, "gardens", *Theme]), st.integers(1, 999)))
def test_every_page_is_counted_once(pages: dict[str | None, int]) -> None:
    found = gathered(WINDOW, [Themed(theme, count, 0) for theme, count in pages.items()], {}, {})
    assert found.unthemed + sum(one.pages for one in found.themes) == found.total == sum(pages.values())
