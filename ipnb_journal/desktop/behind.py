# SPDX-License-Identifier: MIT
"""Where a mark of a chart leads: the pages of its days or of its theme, the prompts of its domain."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ipnb_journal.desktop import places
from ipnb_journal.domain.attention import PagesOf, PromptsWith
from ipnb_journal.domain.windows import Window

if TYPE_CHECKING:
    from ipnb_journal.desktop.places import Place


def place_behind(behind: object) -> Place | None:
    """The place that opens from what a chart says stands behind a mark; None where that is no place."""
    if isinstance(behind, Window):
        first, last = map(date.fromordinal, behind)
        return places.History(day=first, until=last)
    if isinstance(behind, PagesOf):
        until = behind.last if behind.first is not None else None
        return places.History(day=behind.first, theme=behind.theme.value, until=until)
    if isinstance(behind, PromptsWith):
        return places.Prompts(domain=behind.domain.value)
    return None
