# SPDX-License-Identifier: MIT
"""The real window on a real journal, worked by a script: opens Today, opens Insights, types in a long page.

Run as `python desk.py typing|today|insights VAULT KEY_HEX`; prints one JSON object, times in ms.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ipnb_journal.desktop import places
from ipnb_journal.desktop.main import Desktop, make_app
from ipnb_journal.desktop.page_table import page_class
from ipnb_journal.desktop.pages.insights import InsightsPage
from ipnb_journal.desktop.pages.page import Page
from ipnb_journal.desktop.widgets.editor import PaperEditor
from ipnb_journal.domain.windows import Span
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable

KEYS, EVERY_MS, PAUSE_MS = 60, 30, 1500
LONG_PAGE = 20_000
FRAMES, DAYS_A_FRAME = 60, 9
PATIENCE_S = 30


def until(done: Callable[[], bool]) -> None:
    """Let the window live until something is true of it."""
    end = time.monotonic() + PATIENCE_S
    while not done():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()
        time.sleep(0.0005)


class Heartbeat(QObject):
    """Keeps the longest times between two turns of the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(0)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now
        time.sleep(0.0002)


def _on_show(desktop: Desktop, name: str) -> bool:
    return any(type(page).__name__ == name and page.isVisible() for page in desktop.window.findChildren(Page))


def insights(desktop: Desktop) -> float:
    """From asking for Insights to its painted chart, its module imported already."""
    page_class(places.Insights)
    started = time.perf_counter()
    desktop.window.go(places.Insights())
    until(lambda: not desktop.runner._pending and _on_show(desktop, "InsightsPage"))
    QApplication.processEvents()
    return (time.perf_counter() - started) * 1000


def panning(desktop: Desktop) -> list[float]:
    """Each frame, in ms, while a year is drawn along by a hand, from the move to the painted picture."""
    (page,) = (found for found in desktop.window.findChildren(InsightsPage) if found.isVisible())
    page.look_back(Span.YEAR)
    until(lambda: not desktop.runner._pending)
    QApplication.processEvents()
    frames = []
    for _ in range(FRAMES):
        started = time.perf_counter()
        page.over_time.chart.panned.emit(-DAYS_A_FRAME)
        page.over_time.chart.repaint()
        frames.append((time.perf_counter() - started) * 1000)
    return frames


def typing(desktop: Desktop) -> dict[str, float]:
    """Type into a page of 5,000 words twice, with an autosave between and after."""
    desktop.window.go(places.Write(entry_id=1))
    editors: list[PaperEditor] = []

    def ready() -> bool:
        found = desktop.window.findChildren(PaperEditor)
        editors[:] = [one for one in found if one.isVisible() and len(one.toPlainText()) > LONG_PAGE]
        return bool(editors)

    until(ready)
    editor = editors[0]
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(len(editor.toPlainText()) // 2)
    editor.setTextCursor(cursor)
    QTest.qWait(500)
    heartbeat, keys = Heartbeat(), iter("the quick brown fox jumps over it " * 4)
    clock = QTimer()
    clock.timeout.connect(lambda: QTest.keyClick(editor, next(keys)))
    for _ in range(2):
        clock.start(EVERY_MS)
        QTest.qWait(KEYS * EVERY_MS)
        clock.stop()
        QTest.qWait(PAUSE_MS)
    gaps = sorted(heartbeat.gaps)
    return {"worst": gaps[-1], "p99": gaps[int(len(gaps) * 0.999)], "median": statistics.median(gaps)}


def main() -> int:
    mode, path, key = sys.argv[1], Path(sys.argv[2]), bytes.fromhex(sys.argv[3])
    app = make_app()
    desktop = Desktop(app, path, remember=False)
    desktop.window.resize(1280, 800)
    # once the first page was painted and what comes in behind it is there, as when somebody types
    desktop.show()
    QTest.qWait(400)
    until(lambda: not desktop.runner._pending)
    started = time.perf_counter()
    desktop.runner.open(
        lambda: Vault.open(path, key),
        lambda _: desktop.window.go(places.Today()),
        desktop.notices.show_problem,
    )
    until(lambda: desktop.runner.is_open and not desktop.runner._pending and _on_show(desktop, "TodayPage"))
    # what was posted meanwhile: the last layout, and the paint of it
    QApplication.processEvents()
    spent = (time.perf_counter() - started) * 1000
    told = {"today": spent}
    if mode == "insights":
        told["insights"] = insights(desktop)
        frames = sorted(panning(desktop))
        told |= {"pan": statistics.median(frames), "pan_p95": frames[int(len(frames) * 0.95)]}
    elif mode == "typing":
        told |= typing(desktop)
    print(json.dumps(told), flush=True)
    desktop.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
