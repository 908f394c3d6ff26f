# SPDX-License-Identifier: MIT
"""From exec to painted pixels, and the memory then: the program beside a bare PySide6 main window."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.bench.table import Table

RUNS = 13
HEAVY = ("numpy", "keyring", "cryptography", "sqlcipher3", "nacl", "zxcvbn", "PySide6.QtPrintSupport")


def painted(script: str, home: Path) -> dict[str, Any]:
    """Start one script of this folder and give what it says once its window is painted."""
    environment = {**_environment(), "IPNB_JOURNAL_HOME": str(home)}
    started = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent / script)],
        env=environment,
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
        [sys.executable, "-c", IMPORT_ALONE], env=_environment(), capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def _environment() -> dict[str, str]:
    """Compiled modules are kept between runs, as they are where the program is installed."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def measure(table: Table, home: Path) -> None:
    """Interleaved runs, medians."""
    try:
        painted("unlock_page.py", home)
    except (RuntimeError, subprocess.TimeoutExpired) as problem:
        table.absent("exec to painted unlock page", str(problem)[:90])
        return
    painted("bare_window.py", home)
    pairs = [(painted("unlock_page.py", home), painted("bare_window.py", home)) for _ in range(RUNS)]

    def middle(key: str, which: int) -> float:
        return statistics.median(pair[which][key] for pair in pairs)

    table.ratio("exec to painted unlock page / bare window", middle("ms", 0), middle("ms", 1), 1.3)
    table.ratio("memory (PSS) then", middle("pss", 0), middle("pss", 1), 1.3, "MiB")
    table.ratio("resident (RSS) then", middle("rss", 0), middle("rss", 1), None, "MiB")
    table.figure("importing our own modules", statistics.median(import_alone() for _ in range(RUNS)), 60)
    modules = pairs[0][0]["modules"]
    table.ratio("modules imported before it", len(modules), len(pairs[0][1]["modules"]), None, "")
    heavy = [name for name in modules if name in HEAVY]
    table.figure("heavy ones among them", len(heavy), 0.5, "", ", ".join(heavy))
