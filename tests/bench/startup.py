# SPDX-License-Identifier: MIT
"""From exec to painted pixels, and the memory then: the program beside a bare PySide6 main window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.table import undisturbed

if TYPE_CHECKING:
    from tests.bench.table import Table

RUNS = 15
SCRIPTS = ("unlock_page.py", "bare_window.py", "small_form.py")
HEAVY = ("numpy", "keyring", "cryptography", "sqlcipher3", "nacl", "zxcvbn", "PySide6.QtPrintSupport")


def painted(script: str, home: Path) -> dict[str, Any]:
    """Start one script of this folder and give what it says once its window is painted."""
    with_home = {**environment(), "IPNB_JOURNAL_HOME": str(home)}
    started = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent / script)],
        env=with_home,
        capture_output=True,
        text=True,
        timeout=60,
    )
    if done.returncode:
        raise RuntimeError(f"{script}: {done.stderr.strip().splitlines()[-1:]}")
    told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    told["ms"] = (told["painted"] - started) / 1e6
    return told


IMPORT_ALONE = (
    "import time, PySide6.QtWidgets; started = time.perf_counter(); import ipnb_journal.desktop.main;"
    " print((time.perf_counter() - started) * 1000)"
)


def import_alone() -> float:
    """What importing our own modules costs beyond QtWidgets, in ms."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALONE], env=environment(), capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def environment() -> dict[str, str]:
    """Compiled modules are kept between runs, as they are where the program is installed."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def measure(table: Table, home: Path) -> None:
    """Interleaved runs."""
    try:
        painted("unlock_page.py", home)
    except (RuntimeError, subprocess.TimeoutExpired) as problem:
        table.absent("exec to painted unlock page", str(problem)[:90])
        return
    for peer in ("bare_window.py", "small_form.py"):
        painted(peer, home)
    turns = [[painted(script, home) for script in SCRIPTS] for _ in range(RUNS)]

    def usual(key: str, which: int) -> float:
        return undisturbed(turn[which][key] for turn in turns)

    table.ratio("exec to painted unlock page / bare window", usual("ms", 0), usual("ms", 1), 1.3)
    table.ratio("    beside a window with one field", usual("ms", 0), usual("ms", 2), None)
    table.ratio("memory (PSS) then / bare window", usual("pss", 0), usual("pss", 1), 1.3, "MiB")
    table.ratio("resident (RSS) then", usual("rss", 0), usual("rss", 1), None, "MiB")
    table.figure("importing our own modules", undisturbed(import_alone() for _ in range(9)), 60)
    modules, bare = (turns[0][which]["modules"] for which in (0, 1))
    table.ratio("modules imported before it", len(modules), len(bare), None, "")
    heavy = [name for name in modules if name in HEAVY]
    table.figure("heavy ones among them", len(heavy), 0.5, "", ", ".join(heavy))
