# SPDX-License-Identifier: MIT
"""What the GUI thread does: opening Today on a small and a large journal, typing in a long page."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ipnb_journal.domain.entries import Entry, EntryKind, Page, Writing
from ipnb_journal.vault import entries
from ipnb_journal.vault.vault import Vault
from tests.bench.journals import KEY, NOW, TODAY
from tests.bench.startup import environment
from tests.bench.table import undisturbed

if TYPE_CHECKING:
    from tests.bench.corpus import Corpus
    from tests.bench.table import Table

WORDS = 5_000
RUNS = 9
CHART_RUNS = 3


def measure(table: Table, small: Path, large: Path, corpus: Corpus) -> None:
    """Each window in a process of its own, in turn."""
    try:
        pairs = [(_desk("today", large), _desk("today", small)) for _ in range(RUNS)]
        ours, theirs = (undisturbed(told["today"] for told in side) for side in zip(*pairs, strict=True))
    except (RuntimeError, subprocess.TimeoutExpired) as problem:
        table.absent("opening the journal to painted Today", str(problem)[-80:])
    else:
        table.ratio("open to painted Today, 20,000 beside 200", ours, theirs, 1.2)
        table.figure("    alone", ours, 60)
    try:
        told = [_desk("insights", large) for _ in range(CHART_RUNS)]
    except (RuntimeError, subprocess.TimeoutExpired) as problem:
        table.absent("Insights, ten years daily: asked to painted", str(problem)[-80:])
    else:
        asked, pan = (undisturbed(run[what] for run in told) for what in ("insights", "pan"))
        table.figure("Insights, ten years daily: asked to painted", asked, 150)
        table.figure("    a year drawn along, a frame", pan, 16)
    try:
        told = _desk("typing", _long_page(small.parent, corpus))
    except (RuntimeError, subprocess.TimeoutExpired) as problem:
        table.absent("typing in a 5,000-word page", str(problem)[-80:])
    else:
        table.figure("typing in a 5,000-word page, longest gap", told["worst"], 16)


def _desk(mode: str, vault: Path) -> dict[str, float]:
    script = str(Path(__file__).parent / "desk.py")
    done = subprocess.run(
        [sys.executable, script, mode, str(vault), KEY.raw.hex()],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=90,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no word"])[-1]
        raise RuntimeError(f"exit {done.returncode}: {last}")
    told: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return told


def _long_page(folder: Path, corpus: Corpus) -> Path:
    """A journal whose first page has 5,000 words in paragraphs of about 100."""
    path = folder / "long.vault"
    words = " ".join(corpus.text(number) for number in range(40)).split()[:WORDS]
    body = "\n\n".join(" ".join(words[start : start + 100]) for start in range(0, WORDS, 100))
    vault = Vault.create(path, KEY)
    entries.add(vault, Entry(0, "", Page(EntryKind.FREE, TODAY, Writing(body=body)), NOW, NOW, "+00:00"))
    vault.close()
    return path
