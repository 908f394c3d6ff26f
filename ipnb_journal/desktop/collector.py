# SPDX-License-Identifier: MIT
"""Cyclic garbage is swept on the GUI thread alone, so that no Qt object dies on another one.

Python runs its collector on whichever thread happens to allocate. A timer or widget that it finds
in a cycle would be destroyed there, which Qt answers with a crash now and then.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer

EVERY_MILLISECONDS = 2_000


class Collector(QObject):
    """While started, garbage is collected here and nowhere else: the young every two seconds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_on = False
        self._timer = QTimer(self, interval=EVERY_MILLISECONDS, timerType=Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.sweep)

    def start(self) -> None:
        """Take the collector over: call before the first thread starts."""
        if not self._timer.isActive():
            self._was_on = gc.isenabled()
            gc.disable()
            self._timer.start()

    def stop(self) -> None:
        """Give it back: call when no thread is left."""
        if self._timer.isActive():
            self._timer.stop()
            if self._was_on:
                gc.enable()

    def sweep(self) -> None:
        """Collect what is young, in a millisecond: somebody may be typing."""
        for generation in (1, 0):
            if _is_due(generation):
                gc.collect(generation)
                return

    def sweep_old(self) -> None:
        """Collect what is old too, where Python would by now: some 30 ms, for when nobody is typing."""
        if self._timer.isActive() and _is_due(2):
            gc.collect()

    def sweep_all(self) -> None:
        """Collect everything there is, so that nothing shown before stays."""
        if self._timer.isActive():
            # first what Qt was asked to delete, each with its children: the collector would take them apart
            # in whatever order it finds them, and a page that is half gone can crash on its way out
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            gc.collect()


def _is_due(generation: int) -> bool:
    return gc.get_count()[generation] > gc.get_threshold()[generation]
