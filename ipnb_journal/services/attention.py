# SPDX-License-Identifier: MIT
"""Where attention went: the themes of pages, and the domains of the prompts they answered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ipnb_journal.domain.attention import Attention, gathered
from ipnb_journal.vault import attention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipnb_journal.domain.prompts import Domain
    from ipnb_journal.vault.vault import Vault


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
