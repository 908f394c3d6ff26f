# SPDX-License-Identifier: MIT
"""What the vault costs: unlocking, searching, autosaving, setting a page down, opening Today."""

from __future__ import annotations

import os
import statistics
from dataclasses import replace
from typing import TYPE_CHECKING

from ipnb_journal.domain.entries import Writing
from ipnb_journal.domain.history import HistoryFilter, HistoryKind
from ipnb_journal.domain.insights import BANDWIDTHS, OverTime, over_time
from ipnb_journal.domain.windows import Span, window_of
from ipnb_journal.services import history, insights, prompts, today, writing
from ipnb_journal.vault import keys
from ipnb_journal.vault.vault import Vault
from tests.bench.corpus import INSERT, Corpus
from tests.bench.journals import KEY, NOW, TODAY
from tests.bench.table import Table, median_of, milliseconds, side_by_side

if TYPE_CHECKING:
    from pathlib import Path

    from sqlcipher3 import dbapi2 as sqlite3

PLAIN_SEARCH = (
    "SELECT entries.place, entries.id, about_day, written_at, entries.title,"
    " snippet(entry_search, -1, '[', ']', '…', 24)"
    " FROM entry_search CROSS JOIN entries ON entries.place = entry_search.rowid"
    " WHERE entry_search MATCH ? ORDER BY entry_search.rowid DESC LIMIT 50"
)


def unlock(table: Table, small: Path, large: Path) -> None:
    """Derivation against everything else."""
    derivation = median_of(lambda: keys.derive("harbour violet mistake lantern", keys.new_header()), 5)

    def opened(path: Path) -> None:
        vault = Vault.open(path, KEY.raw)
        history.lately(vault, 1)
        vault.close()

    rest, rest_small = side_by_side(lambda: opened(large), lambda: opened(small), 9)
    table.figure("key derivation, Argon2id 256 MiB", derivation, None)
    table.add_share("open, newest entry, close: 20,000 pages", rest, derivation)
    table.ratio("the same beside 1,000 pages", rest, rest_small, 1.2)


def search(table: Table, vault: Vault, plain: sqlite3.Connection, corpus: Corpus) -> None:
    """Newest 50 with snippets, as typed, beside plain FTS5."""
    for what, words in corpus.queries().items():
        wanted = HistoryFilter(text=words, kind=HistoryKind.WRITTEN)
        *whole, last = (f'"{word}"' for word in words.split())
        match = " ".join([*whole, f"{last}*"])
        found = history.page_of(vault, wanted).rows
        theirs = plain.execute(PLAIN_SEARCH, (match,)).fetchall()
        if [row.place for row in found] != [row[0] for row in theirs]:
            raise AssertionError(f"{words!r} finds other pages than plain FTS5")
        ours_ms, theirs_ms = side_by_side(
            lambda wanted=wanted: history.page_of(vault, wanted),
            lambda match=match: plain.execute(PLAIN_SEARCH, (match,)).fetchall(),
        )
        table.ratio(what, ours_ms, theirs_ms, 1.2)
        table.figure("    alone", ours_ms, 10)


def growth(table: Table, small: Vault, large: Vault) -> None:
    """What must not grow with the journal."""
    library = prompts.library()

    ours, theirs = side_by_side(
        lambda: today.view(large, library, NOW), lambda: today.view(small, library, NOW)
    )
    table.ratio("Today's questions, 20,000 beside 200 pages", ours, theirs, 1.2)
    ours, theirs = side_by_side(
        lambda: history.page_of(large, HistoryFilter()), lambda: history.page_of(small, HistoryFilter())
    )
    table.ratio("first rows of the history", ours, theirs, 1.2)


def saving(table: Table, vault: Vault, plain: sqlite3.Connection, corpus: Corpus, folder: Path) -> None:
    """Autosave beside a raw append, setting down beside a plain insert."""
    text = (corpus.text(0) + " " + corpus.text(1))[: 600 * 6]
    draft = writing.open_free(vault, NOW)
    numbers = iter(range(1_000_000))
    page = replace(draft.page, writing=Writing(body=text))

    def autosave() -> None:
        changed = replace(page, writing=Writing(body=f"{text} {next(numbers)}"))
        writing.autosave(vault, replace(draft, page=changed), NOW)

    raw = (folder / "append").open("ab", buffering=0)

    def append() -> None:
        raw.write(text.encode())
        os.fsync(raw.fileno())

    ours, theirs = side_by_side(autosave, append, 101)
    table.ratio("autosave of 600 words, beside append + fsync", ours, theirs, 2)
    raw.close()
    writing.put_back(vault, draft.id)
    _setting_down(table, vault, plain, text)


def _setting_down(table: Table, vault: Vault, plain: sqlite3.Connection, text: str) -> None:
    """Interleaved by hand: each setting down needs a draft that was saved before."""
    ours, theirs = [], []
    for number in range(41):
        draft = writing.open_free(vault, NOW)
        writing.autosave(vault, replace(draft, page=replace(draft.page, writing=Writing(body=text))), NOW)
        ours.append(milliseconds(lambda draft=draft: writing.set_down(vault, draft.id, NOW)))
        told = NOW.isoformat()
        row = ((TODAY.toordinal() + 1 << 24) + number, f"plain{number}", TODAY.isoformat(), told, told, text)
        theirs.append(milliseconds(lambda row=row: plain.execute(INSERT, row)))
    table.ratio(
        "setting a page down, beside a plain insert", statistics.median(ours), statistics.median(theirs), 1.7
    )


def pictures(table: Table, vault: Vault) -> None:
    """Ten years of daily check-ins, asked and answered (not yet painted)."""

    # a line that was drawn once is known, so each answer asks for another
    smoothing = iter(BANDWIDTHS)

    def answer() -> OverTime:
        found = insights.readings(vault)
        return over_time(found, window_of(Span.ALL, found.days[0], TODAY.toordinal()), next(smoothing))

    spent = median_of(answer, len(BANDWIDTHS))
    table.figure("Insights, ten years daily: the answer", spent, 150)
