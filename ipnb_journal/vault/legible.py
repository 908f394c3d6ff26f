# SPDX-License-Identifier: MIT
"""Which rows of a damaged vault can still be read, found through whatever of its indices is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipnb_journal.errors import VaultDamaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipnb_journal.vault.connection import Row
    from ipnb_journal.vault.vault import Vault

_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows a table is known to have, and how many of them can't be read whole."""

    known: int = 0
    unreadable: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.known + other.known, self.unreadable + other.unreadable)


def known_ids(vault: Vault, table: str) -> list[int]:
    """The ids of every row that the table or one of its whole indices still tells of, ascending.

    A row is missed only where the table and each of its indices lost it.
    """
    indices = _found(vault, f"SELECT name, partial FROM pragma_index_list('{table}')")
    sources = ["NOT INDEXED", *(f"INDEXED BY {name}" for name, partial in indices if not partial)]
    ids: set[int] = set()
    for source in sources:
        for order in ("ASC", "DESC"):
            first = "id" if source == "NOT INDEXED" else _first_column(vault, source)
            ids.update(row[0] for row in _until_damage(vault, f"{table} {source} ORDER BY {first} {order}"))
    return sorted(ids)


def count(vault: Vault, table: str, ids: list[int]) -> Count:
    """Read these rows, every column of them, and say how many can't be read."""
    batches = (ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE))
    return Count(len(ids), sum(_unreadable(vault, table, batch) for batch in batches))


def _unreadable(vault: Vault, table: str, ids: list[int]) -> int:
    holes = ", ".join("?" * len(ids))
    rows = _found(vault, f"SELECT * FROM {table} NOT INDEXED WHERE id IN ({holes})", tuple(ids))
    if len(rows) == len(ids):
        return 0
    one = f"SELECT * FROM {table} NOT INDEXED WHERE id = ?"
    return sum(not _found(vault, one, (number,)) for number in ids)


def _first_column(vault: Vault, source: str) -> str:
    index = source.removeprefix("INDEXED BY ")
    rows = _found(vault, f"SELECT name FROM pragma_index_info('{index}')")
    return str(rows[0][0]) if rows else "id"


def _found(vault: Vault, sql: str, values: tuple[object, ...] = ()) -> list[Row]:
    try:
        return vault.query(sql, values)
    except VaultDamaged:
        return []


def _until_damage(vault: Vault, rest: str) -> Iterator[Row]:
    try:
        yield from vault.stream(f"SELECT id FROM {rest}")
    except VaultDamaged:
        return
