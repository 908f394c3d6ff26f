# SPDX-License-Identifier: MIT
"""Whether every page of a vault is what was written: the checks that ordinary reading skips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipnb_journal.errors import VaultDamaged

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: the number of pages, and one technical line for each problem."""

    pages: int
    problems: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found."""
        return not self.problems


def check(vault: Vault) -> Report:
    """Check every page's seal, the tables, the search index and the links between rows.

    Takes some seconds for a hundred megabytes. A damaged vault is reported, not raised.
    """
    # the seals are read from the main file only: what still lies in the log would go unchecked
    vault.checkpoint()
    problems = [
        *_found(vault, "PRAGMA cipher_integrity_check"),
        *(line for line in _found(vault, "PRAGMA integrity_check") if line != "ok"),
        *(f"link: {line}" for line in _found(vault, "PRAGMA foreign_key_check")),
    ]
    return Report(_pages(vault), tuple(problems))


def _found(vault: Vault, pragma: str) -> list[str]:
    try:
        return [" ".join(str(value) for value in row) for row in vault.query(pragma)]
    except VaultDamaged as error:
        return [f"{pragma.removeprefix('PRAGMA ')}: {error.facts['detail']}"]


def _pages(vault: Vault) -> int:
    row = vault.query_one("PRAGMA page_count")
    return int(row[0]) if row else 0
