# SPDX-License-Identifier: MIT
"""A secret that was typed and left: the line empties itself when nobody types on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLineEdit

KEPT_MILLISECONDS = 30_000


class Unattended(QObject):
    """Calls `forget` when `line` holds something and no key was pressed in it for 30 seconds.

    It makes no difference whether the window is in view.
    """

    def __init__(self, line: QLineEdit, forget: Callable[[], None]) -> None:
        super().__init__(line)
        self._line = line
        self._timer = QTimer(self, singleShot=True, interval=KEPT_MILLISECONDS)
        self._timer.timeout.connect(forget)
        line.textChanged.connect(self._wait)
        line.installEventFilter(self)

    def _wait(self) -> None:
        if self._line.text():
            self._timer.start()
        else:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.KeyPress, QEvent.Type.InputMethod}:
            self._wait()
        return False
