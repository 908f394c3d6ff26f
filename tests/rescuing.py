# SPDX-License-Identifier: MIT
"""`rescue.py` as a module, and damage as it happens: bytes of a page that are not what was written."""

from __future__ import annotations

import importlib.util
import random
import sqlite3
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

from ipnb_journal import paths

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PAGE = 4096


@cache
def load() -> Any:
    """The shipped `rescue.py`, imported from where the program finds it."""
    spec = importlib.util.spec_from_file_location("rescue", paths.rescue_script())
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["rescue"] = module
    spec.loader.exec_module(module)
    return module


def damage(path: Path, pages: Iterable[int], seed: int = 1) -> None:
    """Flip one bit in each of these pages of a file, counted from 1; never the salt."""
    chance = random.Random(seed)
    whole = bytearray(path.read_bytes())
    for page in pages:
        whole[(page - 1) * PAGE + chance.randrange(16, PAGE)] ^= 1 << chance.randrange(8)
    path.write_bytes(whole)


def root_of(path: Path, raw: bytes, name: str) -> int:
    """The page, counted from 1, at which a table of a sound journal begins."""
    module = load()
    into = sqlite3.connect(":memory:")
    made = module.Rebuilt(module.Journal(path, module.Secret(raw)), into)
    into.close()
    return next(part.root for part in made._schema() if part.name == name)


def touched_rows(journal: Any, hit: set[int]) -> set[tuple[str, int]]:
    """The rows of which a part lies on one of these pages, found by taking each page away in turn."""
    module = load()
    lost: set[tuple[str, int]] = set()
    trees = module.Trees(journal.pages)
    without = module.Trees(
        {number: None if number in hit else page for number, page in journal.pages.items()}
    )
    into = sqlite3.connect(":memory:")
    made = module.Rebuilt(journal, into)
    for part in made._plain:
        if part.kind == "table":
            for number in trees.below(part.root):
                rows = list(trees.rows(number))
                left = [row.rowid for row in without.rows(number) if not row.is_cut]
                lost |= {(part.name, row.rowid) for row in rows if row.rowid not in left}
    into.close()
    return lost
