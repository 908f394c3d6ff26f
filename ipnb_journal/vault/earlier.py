# SPDX-License-Identifier: MIT
"""What was written in the small fields of earlier pages, to be offered again; nothing of sealed ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def notices(vault: Vault, most: int) -> tuple[str, ...]:
    """What was noticed in the person's own words on the newest `most` pages that have some."""
    rows = vault.query(
        "SELECT notice FROM entries WHERE drawer_since IS NULL AND sealed = 0 AND notice <> ''"
        " ORDER BY place DESC LIMIT ?",
        (most,),
    )
    return tuple(notice for (notice,) in rows)


def locations(vault: Vault, most: int) -> tuple[str, ...]:
    """Where pages belonged, each place once, the one used last first."""
    rows = vault.query(
        "SELECT location FROM entries WHERE drawer_since IS NULL AND sealed = 0 AND location <> ''"
        " GROUP BY location ORDER BY max(place) DESC LIMIT ?",
        (most,),
    )
    return tuple(location for (location,) in rows)
