# SPDX-License-Identifier: MIT
"""Where attention went: the themes of pages, and the domains of the prompts they answered."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ipnb_journal.domain.attention import Attention, AttentionBySpan, gathered, not_met
from ipnb_journal.domain.windows import SPAN_DAYS, Span
from ipnb_journal.services import preferences, shelf
from ipnb_journal.vault import attention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipnb_journal.domain.prompts import Domain
    from ipnb_journal.services.prompts import Library
    from ipnb_journal.vault.vault import Vault


def by_span(vault: Vault, library: Library, today: date) -> AttentionBySpan:
    """What pages were about in every span that ends today, and what could be suggested in each.

    Prompts that are never wanted, or not just now, are not suggested.
    """
    prompts = shelf.read(vault, library).prompts
    domains_of = {item.prompt.id: item.prompt.domains for item in prompts}
    found = {span: read(vault, first_of(span, today), today, domains_of) for span in Span}
    offered = [item.prompt for item in prompts if not item.never and not item.held_back]
    left_out = preferences.read(vault).left_out_themes
    return AttentionBySpan(
        found,
        attention.first_day(vault),
        {span: not_met(each, offered, left_out) for span, each in found.items()},
    )


def first_of(span: Span, today: date) -> date | None:
    """The first day of a span that ends today, None for everything."""
    return today - timedelta(days=SPAN_DAYS[span] - 1) if span in SPAN_DAYS else None


def read(
    vault: Vault, first: date | None, last: date, domains_of: Mapping[str, Sequence[Domain]]
) -> Attention:
    """What the pages about days from `first` to `last` were about, both days included, the drawer left out.

    `first`: None for everything up to `last`; `domains_of`: the tags of each prompt by its id.
    """
    since = first or date.min
    return gathered(
        (first, last),
        attention.by_theme(vault, since, last),
        attention.by_prompt(vault, since, last),
        domains_of,
    )
