# SPDX-License-Identifier: MIT
"""Says when the first window of this process was painted, and what it had cost by then; then ends it."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Watches the application for the first paint of a top-level window."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._seen = False
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        painting = event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow()
        if painting and not self._seen:
            self._seen = True
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        now = time.monotonic_ns()
        sizes = dict(
            line.split(":", 1) for line in Path("/proc/self/smaps_rollup").read_text().splitlines()[1:]
        )
        told = {"painted": now, "modules": sorted(sys.modules)}
        told |= {name.lower(): int(sizes[name].split()[0]) / 1024 for name in ("Pss", "Rss")}
        print(json.dumps(told), flush=True)
        os._exit(0)


def watch_exec() -> None:
    """Begin to watch where the program starts its event loop."""
    original = QApplication.exec

    def watched_exec(*arguments: object) -> int:
        application = QApplication.instance()
        FirstPaint(application)
        return original()

    QApplication.exec = watched_exec
