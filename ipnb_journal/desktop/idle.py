# SPDX-License-Identifier: MIT
"""Noticing that nobody is there: no key, no pointer, for as many minutes as the person chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication, QWindow

MINUTE = 60_000
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


class InactivityTimer(QObject):
    """Emits `gone_quiet` once when no input came for `minutes`; 0 minutes never does.

    It listens at the windows of the app and not at the application, so that painting and timers
    cost nothing here; and at what has the keyboard, because what an input method composes goes there
    alone, past the window.
    """

    gone_quiet = Signal()

    def __init__(self, app: QGuiApplication, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.gone_quiet)
        self._minutes = minutes
        self._watching = False
        self._typed_into: QObject | None = None
        app.focusWindowChanged.connect(self.watch)
        app.focusObjectChanged.connect(self._watch_typing)
        self._watch_typing(app.focusObject())

    def watch(self, window: QWindow | None) -> None:
        """Listen at one more window; twice is the same as once."""
        if window is not None:
            window.installEventFilter(self)

    def _watch_typing(self, focus: QObject | None) -> None:
        former, self._typed_into = self._typed_into, focus
        if former is not None and isValid(former):
            former.removeEventFilter(self)
        if focus is not None:
            focus.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Wait for so many minutes from now on; 0 is never."""
        self._minutes = minutes
        self._restart()

    def start(self) -> None:
        """Begin to wait: the journal was opened."""
        self._watching = True
        self._restart()

    def stop(self) -> None:
        """Wait no longer: the journal is locked."""
        self._watching = False
        self._timer.stop()

    def _restart(self) -> None:
        if self._watching and self._minutes > 0:
            self._timer.start(self._minutes * MINUTE)
        else:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._watching and event.type() in _SIGNS_OF_LIFE:
            self._restart()
        return False
