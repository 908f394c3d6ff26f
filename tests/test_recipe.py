# SPDX-License-Identifier: MIT
"""The recipe of SECURITY.md, as it is written there, with programs that are not ours.

The key comes from the `argon2` program. The file is opened by SQLite3 Multiple Ciphers, an engine of
other authors that reads SQLCipher 4 files with code of its own.
"""

from __future__ import annotations

import os
import re
import subprocess
from datetime import date
from pathlib import Path

import apsw
import pytest

from ipnb_journal.services import access, sample
from ipnb_journal.vault import entries

PASSPHRASE = "five ordinary wörds for a test"
ROOT = Path(__file__).parents[1]


def recipe() -> tuple[str, str]:
    """The shell line that makes the key, and the statement that opens the file with it."""
    written = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    [shell] = re.findall(r"^K=\$\(.*\)$", written, re.MULTILINE)
    [pragma] = re.findall(r"PRAGMA key=\"x'\$K'\";", written)
    return shell, pragma


def test_the_documented_recipe_shows_every_entry(tmp_path: Path) -> None:
    opened = access.create(tmp_path / "notes.vault", PASSPHRASE)
    sample.fill(opened.vault, 7, date(2026, 3, 12))
    kept = {
        entry.uid: (entry.page.about_day.isoformat(), entry.page.writing.body)
        for entry in entries.each(opened.vault)
    }
    opened.vault.close()
    shell, pragma = recipe()
    done = subprocess.run(
        ["bash", "-c", f"{shell}; printf %s \"$K\""],
        cwd=tmp_path, env={"PATH": os.environ["PATH"], "PASSPHRASE": PASSPHRASE},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    stock = apsw.Connection(str(tmp_path / "notes.vault"), flags=apsw.SQLITE_OPEN_READWRITE)
    stock.execute("PRAGMA cipher = 'sqlcipher'")
    stock.execute("PRAGMA legacy = 4")
    stock.execute(pragma.replace("$K", done.stdout))
    rows = stock.execute("SELECT uid, about_day, body FROM entries").fetchall()
    assert {uid: (day, body) for uid, day, body in rows} == kept
    assert len(kept) > 40
    word = max(re.findall(r"[a-z]+", next(iter(kept.values()))[1]), key=len)
    found = stock.execute("SELECT body FROM entry_search WHERE entry_search MATCH ?", (word,)).fetchall()
    assert found
    assert all(word in body.lower() for (body,) in found)
    stock.close()


def test_the_other_engine_refuses_a_key_that_does_not_fit(vault_path: Path) -> None:
    stock = apsw.Connection(str(vault_path), flags=apsw.SQLITE_OPEN_READONLY)
    stock.execute("PRAGMA cipher = 'sqlcipher'")
    stock.execute("PRAGMA legacy = 4")
    with pytest.raises(apsw.Error):
        stock.execute(f"PRAGMA key = \"x'{'00' * 32}'\"")
        stock.execute("SELECT count(*) FROM entries").fetchall()
    stock.close()
