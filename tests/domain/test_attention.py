# SPDX-License-Identifier: MIT
"""Counts of pages in their fixed order: zeros stand there too, and a page may count for several domains."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.attention import DomainCount, NotMet, ThemeCount, Themed, gathered, not_met
from ipnb_journal.domain.prompts import Domain, Theme
from tests.builders import a_prompt

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


def test_the_scale_reaches_to_the_largest_count_of_a_theme() -> None:
    assert gathered(WINDOW, [], {}, {}).most == 0
    themed = [Themed("empathy", 2, 0), Themed(Theme.STORY, 5, 0), Themed(None, 9, 0)]
    assert gathered(WINDOW, themed, {}, {}).most == 5


EACH = [a_prompt(theme.value, theme=theme, domains=()) for theme in Theme]


def test_the_first_theme_without_a_page_is_not_met_yet() -> None:
    found = gathered(WINDOW, [Themed("empathy", 9, 0), Themed("self-worth", 1, 0)], {}, {})
    assert not_met(found, EACH, ()) == NotMet(Theme.BOUNDARIES)
    assert not_met(found, EACH, (Theme.BOUNDARIES,)) == NotMet(Theme.COMPASSION)
    assert not_met(found, EACH[4:], (Theme.BOUNDARIES,)) == NotMet(Theme.REPAIR)


def test_with_every_theme_met_or_left_out_it_is_a_domain_and_a_prompt_that_may_be_suggested() -> None:
    every = [Themed(theme.value, 1, 0) for theme in Theme if theme is not Theme.STORY]
    tags = {"a": (Domain.AWARENESS, Domain.WORDS_IMAGES, Domain.BODY_MIND)}
    found = gathered(WINDOW, every, {"a": 1}, tags)
    offered = [
        a_prompt("sto-01", theme=Theme.STORY, domains=(Domain.MEMORY,)),
        a_prompt("emp-01", theme=Theme.EMPATHY, domains=(Domain.STORY, Domain.MEMORY)),
    ]
    assert not_met(found, offered, (Theme.STORY,)) == NotMet(domain=Domain.MEMORY, prompt_id="emp-01")
    assert not_met(found, offered[:1], (Theme.STORY,)) is None


@given(st.permutations(list(Theme)), st.integers(0, 9))
def test_what_is_suggested_never_hangs_on_how_many_pages_there_are(themes: list[Theme], met: int) -> None:
    found = gathered(WINDOW, [Themed(each.value, n, 0) for n, each in enumerate(themes[:met], 1)], {}, {})
    missing = [theme for theme in Theme if theme not in themes[:met]]
    assert not_met(found, EACH, ()) == (NotMet(missing[0]) if missing else None)
