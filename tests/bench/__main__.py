# SPDX-License-Identifier: MIT
"""`make bench`: every figure beside its peer in one run, taken in turn, with the goal it has to reach."""

from __future__ import annotations

import platform
import sys
import tempfile
import time
from pathlib import Path

from sqlcipher3.dbapi2 import sqlite_version

from ipnb_journal.vault.vault import Vault
from tests.bench import startup, storage, window
from tests.bench.corpus import Corpus
from tests.bench.display import display
from tests.bench.journals import KEY, make_plain, make_vault
from tests.bench.table import Table

LARGE, MIDDLE, SMALL = 20_000, 1_000, 200


def main() -> int:
    """Print the table. The exit code is 0 whatever was reached: figures are to be read, not obeyed."""
    started = time.monotonic()
    table = Table()
    build = Path(__file__).parents[2] / "build"
    build.mkdir(exist_ok=True)
    # beside the project, not in /tmp: a file system in memory would make every fsync free
    with tempfile.TemporaryDirectory(prefix="bench-", dir=build) as name, display() as screen:
        print(f"Python {platform.python_version()}, SQLite {sqlite_version}, screen: {screen}", flush=True)
        _everything(table, Path(name))
    print(table.summary())
    print(f"{time.monotonic() - started:.0f} s in all")
    return 0


def _everything(table: Table, folder: Path) -> None:
    paths = {count: folder / str(count) / "notes.vault" for count in (LARGE, MIDDLE, SMALL)}
    for path in paths.values():
        path.parent.mkdir()
    for count in (MIDDLE, SMALL):
        make_vault(paths[count], Corpus(count))

    table.head("Start")
    startup.measure(table, paths[SMALL].parent)

    corpus = Corpus(LARGE)
    built = time.monotonic()
    make_vault(paths[LARGE], corpus)
    plain = make_plain(folder / "plain.db", corpus)
    print(f"\n(20,000 pages of about 300 words written twice in {time.monotonic() - built:.0f} s)")

    table.head("Unlock")
    storage.unlock(table, paths[MIDDLE], paths[LARGE])
    large, small = (Vault.open(paths[count], KEY.raw) for count in (LARGE, SMALL))
    table.head("Search as typed, newest 50 with snippets, beside plain FTS5")
    storage.search(table, large, plain, corpus)
    table.head("Growth")
    storage.growth(table, small, large)
    storage.pictures(table, large)
    table.head("Save, with 20,000 pages in the journal")
    storage.saving(table, large, plain, corpus, folder)
    for vault in (large, small):
        vault.close()
    plain.close()
    table.head("Window")
    window.measure(table, paths[SMALL], paths[LARGE], corpus)


if __name__ == "__main__":
    sys.exit(main())
