# SPDX-License-Identifier: MIT
"""Whether every page of a vault is what was written: the checks that ordinary reading skips."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ipnb_journal.errors import VaultDamaged
from ipnb_journal.vault import legible
from ipnb_journal.vault.connection import cipher

if TYPE_CHECKING:
    from ipnb_journal.vault.connection import Row
    from ipnb_journal.vault.vault import Vault

Progress = Callable[[int, int], None]
"""Called with the parts done so far and their number in all, which grows where damage is found."""

_TABLES = (
    "SELECT name, type FROM pragma_table_list"
    " WHERE schema = 'main' AND type IN ('table', 'shadow', 'virtual') ORDER BY name"
)
_ROWS_AT_ONCE = 200
_ASKED_EVERY = 1000
"""Instructions of SQLite between two questions, a few milliseconds."""

_INTERRUPTED = 9
PATIENCE = 50
"""How often a part gives way before it is done in one go: to somebody who types, half a minute or so."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    `pages`: how many parts of 4096 bytes the file has; `problems`: one technical line each. Only where there
    are any, `entries` is how many written pages are known of and `unreadable` how many of them can't be read.
    """

    pages: int
    problems: tuple[str, ...]
    entries: int = 0
    unreadable: int = 0

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found."""
        return not self.problems


class _GaveWay(Exception):
    """The work was left for later, because other work waits."""


@contextmanager
def _giving_way(vault: Vault, is_wanted: Callable[[], bool] | None) -> Iterator[None]:
    """Ask now and then whether other work waits, and stop what SQLite is doing where it does."""
    connection = vault.connection
    connection.set_progress_handler(is_wanted, _ASKED_EVERY)
    try:
        yield
    except cipher().OperationalError as error:
        if error.sqlite_errorcode == _INTERRUPTED:
            raise _GaveWay from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


class Check:
    """A check under way. Each `advance` does one part of it, so that other work can go between two parts.

    A part is one table, or the seals of the whole file: with 20,000 pages in a hundred megabytes the longest,
    the search index, takes about a second. It gives way to whoever waits and is begun anew later; after
    `PATIENCE` times it is done in one go. `quick` leaves the search index out, the seals of what no table
    reads, and whether indices agree.
    """

    def __init__(self, *, quick: bool = False) -> None:
        self._quick = quick
        self._problems: list[str] = []
        self._count = legible.Count()
        self._waiting: deque[Callable[[Vault], None]] = deque([self._begin])
        self._is_wanted: Callable[[], bool] | None = None
        self._gave_way = 0
        self.done = 0
        self.report: Report | None = None

    @property
    def parts(self) -> int:
        """How many parts there are, as far as that is known."""
        return self.done + len(self._waiting)

    def advance(self, vault: Vault, is_wanted: Callable[[], bool] | None = None) -> Report | None:
        """Do the next part; the report after the last one, None before. A damaged vault is never raised.

        Where `is_wanted` comes to say that other work waits for the vault, the part is left for later.
        """
        self._is_wanted = is_wanted if self._gave_way < PATIENCE else None
        try:
            self._waiting[0](vault)
        except _GaveWay:
            self._gave_way += 1
            return None
        self._waiting.popleft()
        self._gave_way = 0
        self.done += 1
        if not self._waiting:
            counted = self._count
            pages = _pages(vault) if vault.is_open else 0
            self.report = Report(pages, tuple(self._problems), counted.known, counted.unreadable)
        return self.report

    def _begin(self, vault: Vault) -> None:
        if not self._quick:
            # the seals are read from the main file only: what still lies in the log would go unchecked
            vault.checkpoint()
            self._waiting.append(partial(self._look, pragma="cipher_integrity_check"))
        pragma = "quick_check" if self._quick else "integrity_check"
        for name, kind in self._tables(vault):
            if kind == "virtual" and self._quick:
                continue
            self._waiting.append(partial(self._look, pragma=f'{pragma}("{name}")'))
        if not self._quick:
            self._waiting.append(partial(self._look, pragma="foreign_key_check", name="link: "))
        self._waiting.append(self._weigh)

    def _tables(self, vault: Vault) -> list[Row]:
        try:
            return vault.query(_TABLES)
        except VaultDamaged as error:
            self._problems.append(f"schema: {error.facts['detail']}")
            return []

    def _look(self, vault: Vault, pragma: str, name: str = "") -> None:
        try:
            with _giving_way(vault, self._is_wanted):
                rows = vault.query(f"PRAGMA {pragma}")
        except VaultDamaged as error:
            self._problems.append(f"{pragma}: {error.facts['detail']}")
            return
        told = (" ".join(str(value) for value in row) for row in rows)
        self._problems += [f"{name}{line}" for line in told if line != "ok"]

    def _weigh(self, vault: Vault) -> None:
        """Damage is told in written pages, so go through those as well."""
        if not self._problems:
            return
        try:
            vault.read_afresh()
        except VaultDamaged as error:
            self._problems.append(f"schema: {error.facts['detail']}")
            return
        ids = legible.known_ids(vault, "entries")
        for at in range(0, len(ids), _ROWS_AT_ONCE):
            self._waiting.append(partial(self._read, ids=ids[at : at + _ROWS_AT_ONCE]))

    def _read(self, vault: Vault, ids: list[int]) -> None:
        self._count += legible.count(vault, "entries", ids)


def check(vault: Vault, progress: Progress | None = None) -> Report:
    """Check every page's seal, the tables, the search index and the links between rows, in one go.

    Takes some seconds for a hundred megabytes. A damaged vault is reported, not raised.
    """
    under_way = Check()
    while True:
        report = under_way.advance(vault)
        if progress is not None:
            progress(under_way.done, under_way.parts)
        if report is not None:
            return report


def _pages(vault: Vault) -> int:
    row = vault.query_one("PRAGMA page_count")
    return int(row[0]) if row else 0
