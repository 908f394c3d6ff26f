# SPDX-License-Identifier: MIT
"""What rows of a table look like, so that one found without its table can be told whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ipnb_journal.domain.entries import EntryKind, Step
from ipnb_journal.vault import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ipnb_journal.vault.connection import Row
    from ipnb_journal.vault.vault import Vault

_ASKED = 'SELECT name, type, "notnull" FROM pragma_table_info(?)'
_KINDS: dict[str, tuple[type, ...]] = {"TEXT": (str,), "INTEGER": (int,), "REAL": (float, int)}
_WORDS = {("entries", "kind"): frozenset(EntryKind), ("drafts", "step"): frozenset(Step)}
"""What tells a page from one that is still open, whose rows may have as many values."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the schema describes it.

    `step`: with which step of `COLUMNS_ADDED` it came, from 1, 0 with its table; `words`: the only ones it
    holds, empty where any.
    """

    name: str
    kind: str
    needed: bool
    step: int = 0
    words: frozenset[str] = frozenset()

    @property
    def unasked(self) -> str | int:
        """Its value in rows from before there was one."""
        return "" if self.kind == "TEXT" else 0

    def takes(self, value: object) -> bool:
        """Whether it can hold the value."""
        if value is None:
            return not self.needed
        return isinstance(value, _KINDS[self.kind]) and (not self.words or value in self.words)


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of a table, and how many values its rows can have: fewer, where it gained columns since."""

    columns: tuple[Column, ...]
    widths: frozenset[int]

    def fitting(self, values: Sequence[Any], *, is_cut: bool) -> list[Any] | None:
        """The values, if they can be a row of this shape; what a cut took away becomes empty text.

        A row that was kept before its table gained columns lacks those, and gets what they have unasked.
        """
        if len(values) not in self.widths or values[0] is not None:
            return None
        lacked = (column.unasked for column in self.columns[len(values) :])
        kept: list[Any] = [None]
        for column, found in zip(self.columns[1:], (*values[1:], *lacked), strict=True):
            is_lost = found is None and is_cut and column.needed and (column.step or column.kind == "TEXT")
            value = column.unasked if is_lost else found
            if not column.takes(value):
                return None
            kept.append(value)
        return kept


def of(vault: Vault, tables: Iterable[str]) -> dict[str, Shape]:
    """The shape of each of these tables, as the present schema has it."""
    return {table: _shape(table, vault.query(_ASKED, (table,))) for table in tables}


def _shape(table: str, told: Sequence[Row]) -> Shape:
    steps = schema.COLUMNS_ADDED.get(table, ())
    came = {name: step for step, names in enumerate(steps, 1) for name in names}
    columns = tuple(
        Column(name, kind, bool(needed), came.get(name, 0), _WORDS.get((table, name), frozenset()))
        for name, kind, needed in told
    )
    widths = (sum(column.step <= step for column in columns) for step in range(len(steps) + 1))
    return Shape(columns, frozenset(widths))
