# SPDX-License-Identifier: MIT
"""Where attention went: how many pages had each theme, and each domain of the prompts they answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ipnb_journal.domain.prompts import Domain, Theme
from ipnb_journal.domain.windows import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ipnb_journal.domain.prompts import Prompt


class Themed(NamedTuple):
    """Pages of one theme, None for none: how many, and the seconds they were written at where counted."""

    theme: str | None
    pages: int
    seconds: int


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """Pages of a theme, and the whole minutes they were written at; None where no time was counted."""

    theme: str
    pages: int
    minutes: int | None


@dataclass(frozen=True, slots=True)
class DomainCount:
    """Pages that answered a prompt with this tag; one page may count for several."""

    domain: Domain
    pages: int


@dataclass(frozen=True, slots=True)
class Attention:
    """What pages about the days of a window were about; pages, never ratings.

    `window_first`: None from the first page on. `themes`, `domains`: every one in its fixed order, zeros too.
    `unthemed`: pages of no theme, or of one that is none of the nine; `total`: all pages.
    """

    window_first: date | None
    window_last: date
    themes: tuple[ThemeCount, ...]
    domains: tuple[DomainCount, ...]
    unthemed: int
    total: int

    @property
    def most(self) -> int:
        """The largest count of pages of a theme: how far the scale reaches, 0 without any."""
        return max(one.pages for one in self.themes)


class PagesOf(NamedTuple):
    """What stands behind a theme: the pages that have it, of the days from `first` (None: all) to `last`."""

    theme: Theme
    first: date | None
    last: date


class PromptsWith(NamedTuple):
    """What stands behind a domain: the prompts with this tag."""

    domain: Domain


class NotMet(NamedTuple):
    """Something without a page so far: a theme, or else a domain and a prompt that has its tag."""

    theme: Theme | None = None
    domain: Domain | None = None
    prompt_id: str | None = None


@dataclass(frozen=True, slots=True)
class AttentionBySpan:
    """Every span that ends today. `first`: the day of the first page, None without any.

    `not_met`: by span what could be suggested, None where everything was met.
    """

    by_span: Mapping[Span, Attention]
    first: date | None
    not_met: Mapping[Span, NotMet | None]


def gathered(
    window: tuple[date | None, date],
    themed: Iterable[Themed],
    answered: Mapping[str, int],
    domains_of: Mapping[str, Sequence[Domain]],
) -> Attention:
    """Put counts into their fixed order.

    `answered`: pages by the id of the prompt they answered; `domains_of`: the tags of a prompt by its id,
    none where it is missing. O(themes + prompts).

    Example: two pages of "empathy" written at for 100 s and one of no theme give empathy 2 pages and
    2 minutes, unthemed 1, total 3.
    """
    by_theme = {found.theme: found for found in themed}
    themes = tuple(_theme_count(by_theme.get(theme.value, Themed(theme, 0, 0)), theme) for theme in Theme)
    tagged: Counter[Domain] = Counter()
    for prompt_id, pages in answered.items():
        for domain in set(domains_of.get(prompt_id, ())):
            tagged[domain] += pages
    total = sum(found.pages for found in by_theme.values())
    return Attention(
        *window,
        themes=themes,
        domains=tuple(DomainCount(domain, tagged[domain]) for domain in Domain),
        unthemed=total - sum(one.pages for one in themes),
        total=total,
    )


def not_met(attention: Attention, offered: Iterable[Prompt], left_out: Collection[str]) -> NotMet | None:
    """The first theme without a page, else the first such domain; in their fixed order, never by count.

    `offered`: prompts that may be suggested; a theme or domain that none of them has is passed over.
    `left_out`: themes the person doesn't want to be invited to; neither they nor their prompts are suggested.

    Example: with pages of every theme but "story", which is left out, and none that answered a prompt with
    the tag "memory", it is that domain with the first prompt that has it and isn't of "story".
    """
    prompts = [prompt for prompt in offered if prompt.theme not in left_out]
    themes = {prompt.theme for prompt in prompts}
    for one in attention.themes:
        if not one.pages and Theme(one.theme) in themes:
            return NotMet(Theme(one.theme))
    for each in attention.domains:
        found = next((prompt for prompt in prompts if each.domain in prompt.domains), None)
        if not each.pages and found is not None:
            return NotMet(domain=each.domain, prompt_id=found.id)
    return None


def _theme_count(found: Themed, theme: Theme) -> ThemeCount:
    return ThemeCount(theme.value, found.pages, _minutes(found.seconds))


def _minutes(seconds: int) -> int | None:
    """Whole minutes, the half one up, and one at least where any time was counted."""
    return max(1, (seconds + 30) // 60) if seconds else None
