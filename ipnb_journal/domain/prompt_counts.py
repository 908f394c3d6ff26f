# SPDX-License-Identifier: MIT
"""How many prompts of each kind a set has."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipnb_journal.domain.prompts import BodyUse, Depth, Domain, Moment, Technique, Theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipnb_journal.domain.prompts import Prompt

MINUTES = ((1, 3), (4, 5), (6, 8), (9, 11), (12, 15))
"""The bands that minutes are counted in, both ends included."""


@dataclass(frozen=True, slots=True)
class PromptCounts:
    """Counts in the order they are told in; a kind nobody has is there with 0.

    `themes`: each theme with its number per depth; `minutes`: by the bands of MINUTES.
    """

    themes: dict[Theme, dict[Depth, int]]
    domains: dict[Domain, int]
    techniques: dict[Technique, int]
    minutes: dict[tuple[int, int], int]
    body: dict[BodyUse, int]
    moments: dict[Moment, int]
    circles: int
    total: int

    def of_depth(self, depth: Depth) -> int:
        """How many of a depth there are in all themes together."""
        return sum(row[depth] for row in self.themes.values())


def counted(prompts: Iterable[Prompt]) -> PromptCounts:
    """Count prompts by theme and depth, domain, technique, minutes, body, moment, and the two circles."""
    every = tuple(prompts)
    depths = Counter((prompt.theme, prompt.depth) for prompt in every)
    domains = Counter(domain for prompt in every for domain in prompt.domains)
    techniques = Counter(technique for prompt in every for technique in prompt.draws_on)
    body = Counter(prompt.body for prompt in every)
    moments = Counter(moment for prompt in every for moment in prompt.suits)
    return PromptCounts(
        {theme: {depth: depths[theme, depth] for depth in Depth} for theme in Theme},
        {domain: domains[domain] for domain in Domain},
        {technique: techniques[technique] for technique in Technique},
        {band: sum(band[0] <= prompt.minutes <= band[1] for prompt in every) for band in MINUTES},
        {use: body[use] for use in BodyUse},
        {moment: moments[moment] for moment in Moment},
        sum(prompt.circles for prompt in every),
        len(every),
    )
