# SPDX-License-Identifier: MIT
"""Says when the first window of this process was painted, and what it had cost by then; then ends it.

It listens to nothing but that one paint, and imports nothing for itself until then: an event filter in
Python would make a bare window pay for enums that only a real program uses, and flatter ours.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget


def watch(window: type[QWidget]) -> None:
    """Wait for the first paint of a window of this class: its children are painted in the same turn."""
    paint = window.paintEvent

    def first_paint(self: QWidget, event: QPaintEvent) -> None:
        window.paintEvent = paint
        paint(self, event)
        QTimer.singleShot(0, _tell)

    window.paintEvent = first_paint


def _tell() -> None:
    painted, modules = time.monotonic_ns(), sorted(sys.modules)
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()[1:]
    import json  # noqa: PLC0415  not before the time and the memory were taken

    sizes = dict(line.split(":", 1) for line in lines)
    told = {"painted": painted, "modules": modules}
    told |= {name.lower(): int(sizes[name].split()[0]) / 1024 for name in ("Pss", "Rss")}
    print(json.dumps(told), flush=True)
    os._exit(0)
