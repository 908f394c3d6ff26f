# SPDX-License-Identifier: MIT
"""The words of where attention went: counts in their fixed order, no ranking, no share, nothing to reach."""

from __future__ import annotations

import random
import re
from datetime import date
from functools import cache

import pytest

from ipnb_journal.desktop.wording import attention as words
from ipnb_journal.desktop.wording import prompts
from ipnb_journal.domain.attention import Attention, PagesOf, PromptsWith, Themed, gathered
from ipnb_journal.domain.prompts import Domain, Theme

WINDOW = (date(2025, 12, 12), date(2026, 3, 12))
BANNED = (
    "improv", "worse", "better", "progress", "declin", "healthy", "normal", "significan", "score", "streak",
    "on track", "relaps", "risk", "most pages", "more than", "less than", "least", "neglect", "only", "goal",
    "should", "%", "percent", "!",
)  # fmt: skip
FEW = gathered(
    WINDOW,
    [Themed("empathy", 3, 2400), Themed(Theme.STORY, 1, 0), Themed(None, 2, 600)],
    {"a": 3, "b": 1},
    {"a": (Domain.BETWEEN_US, Domain.AWARENESS), "b": (Domain.MEMORY,)},
)
NONE = gathered(WINDOW, [], {}, {})


def believable(seed: int) -> Attention:
    draw = random.Random(seed)
    themed = [
        Themed(theme, draw.randint(1, 2000), draw.choice([0, draw.randint(1, 90_000)]))
        for theme in (None, "gardens", *Theme)
        if draw.random() < 0.6
    ]
    answered = {str(number): draw.randint(1, 90) for number in range(draw.randint(0, 9))}
    tags = {key: tuple(draw.sample(list(Domain), draw.randint(0, 3))) for key in answered}
    window = (None, WINDOW[1]) if seed % 3 == 0 else WINDOW
    return gathered(window, themed, answered, tags)


@cache
def everything_said() -> tuple[str, ...]:
    said = [words.HINT, words.SUGGEST, words.ABOUT, words.OPEN_PAGES, words.OPEN_PROMPTS]
    for seed in range(40):
        found = believable(seed)
        said += [*words.said(found), *words.said(found, table=True), words.scale(found), words.when(found)]
        said += [words.readout(found, stop) for stop in range(18)]
    return tuple(said)


def test_the_whole_picture_in_words() -> None:
    assert words.in_words(FEW, "Made-up data") == (
        "Made-up data. 12 Dec 2025 to 12 Mar 2026: 6 pages, 2 of them without a theme. "
        "By theme: Empathy 3 pages, about 40 minutes; Memory and story 1 page. "
        "0 so far: Boundaries; Self-worth; Compassion; Difficult moments and repair; "
        "The body, and what it has room for; Identity, values and morality; Intuition and insight. "
        "By domain of their prompts: Awareness 3 pages; Memory 1 page; Between us 3 pages. "
        "0 so far: Words and images; Body and mind; Story; Moods and parts; Time and change; Belonging."
    )


def test_nothing_yet_is_told_as_0_so_far_and_no_more() -> None:
    assert words.in_words(NONE) == (
        "12 Dec 2025 to 12 Mar 2026: no pages so far. By theme: 0 so far for each. "
        "By domain of their prompts: 0 so far for each."
    )
    assert words.scale(NONE) == ""
    assert {words.pages_words(one) for one in (*words.themes(NONE), *words.domains(NONE))} == {"0 so far"}


def test_pages_without_a_theme_are_told_once() -> None:
    alone = gathered(WINDOW, [Themed(None, 4, 0)], {}, {})
    assert words.in_words(alone).startswith(
        "12 Dec 2025 to 12 Mar 2026: 4 pages, without a theme. By theme: 0"
    )


@pytest.mark.parametrize("seed", range(12))
def test_everything_keeps_its_fixed_order_whatever_was_counted(seed: int) -> None:
    found = believable(seed)
    assert [one.name for one in words.themes(found)] == list(prompts.THEMES.values())
    assert [one.name for one in words.domains(found)] == list(prompts.DOMAINS.values())


@pytest.mark.parametrize("seed", range(12))
def test_the_table_holds_what_is_drawn_number_by_number(seed: int) -> None:
    found = believable(seed)
    themes, domains = words.table(found), words.table(found, by_theme=False)
    assert [[cell.order for cell in row.cells[1:]] for row in themes.rows] == [
        [one.pages, one.minutes] for one in found.themes
    ]
    assert themes.foot[1] == f"{found.total:,}"
    assert [row.cells[2].order for row in domains.rows] == [one.pages for one in found.domains]
    assert [row.cells[1].said for row in domains.rows] == list(words.TERMS.values())


def test_a_theme_with_pages_opens_them_and_a_domain_its_prompts() -> None:
    behind = [one.behind for one in words.themes(FEW)]
    assert behind == [PagesOf(t, *WINDOW) if t in (Theme.EMPATHY, Theme.STORY) else None for t in Theme]
    assert [row.behind for row in words.table(FEW).rows] == behind
    assert [one.behind for one in words.domains(NONE)] == [PromptsWith(domain) for domain in Domain]


def test_a_stop_in_words() -> None:
    assert words.readout(FEW, 0) == "Empathy: 3 pages, about 40 minutes"
    assert words.readout(FEW, 1) == "Boundaries: 0 so far"
    assert words.readout(FEW, 9) == "Awareness (consciousness): 3 pages on prompts with this tag"
    assert words.readout(FEW, 10) == "Words and images (bilateral): 0 so far"
    assert words.readout(FEW, 12) == "Memory: 1 page on prompts with this tag"


def test_the_scale_and_the_days() -> None:
    assert words.scale(FEW) == "The scale reaches to your own largest count, 3 pages."
    assert words.when(FEW) == "12 Dec 2025 to 12 Mar 2026"
    assert words.when(gathered((None, WINDOW[1]), [], {}, {})) == "Up to 12 Mar 2026"
    assert words.in_words(gathered((None, WINDOW[1]), [], {}, {})).startswith(
        "Up to 12 Mar: no pages so far."
    )


def test_it_says_what_it_can_t_tell_and_what_it_shows() -> None:
    shows, does_not = words.said(FEW)[1:]
    assert "every tag" in shows and "Minutes" in shows and "without a theme" in shows
    assert words.said(NONE).shows == (
        "How many pages had each theme, and which domains the prompts they answered were tagged with."
    )
    assert does_not.startswith("How well anything went, what matters most to you")
    assert words.said(FEW, table=True, by_theme=False).shows == "The same counts, one row for each domain."


@pytest.mark.parametrize("banned", BANNED)
def test_nothing_is_ranked_shared_out_or_judged(banned: str) -> None:
    found = [said for said in everything_said() if re.search(rf"\b{re.escape(banned)}|[%!]", said.lower())]
    assert [said for said in found if banned in said.lower()] == []
