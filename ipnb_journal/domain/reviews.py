# SPDX-License-Identifier: MIT
"""Reviews: who read which wording of a prompt against the ten points of the rubric, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipnb_journal.domain.prompts import Prompt

POINTS = 10
READERS = 2


@dataclass(frozen=True, slots=True)
class Review:
    """One reading of one version. `failed`: the points 1 to 10 that did not hold, empty where all did."""

    prompt: str
    version: int
    reader: str
    day: date
    lang: str
    failed: tuple[int, ...] = ()
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether all ten points held."""
        return not self.failed


def readers_of(prompt: Prompt, reviews: Iterable[Review]) -> frozenset[str]:
    """Who found that all ten points hold for the prompt as it is worded now."""
    return frozenset(
        review.reader
        for review in reviews
        if (review.prompt, review.lang, review.version) == (prompt.id, prompt.lang, prompt.version)
        and review.holds
    )
