# SPDX-License-Identifier: MIT
"""The keys that hide everything work even where a menu's shortcut doesn't: over dialogs, menus, popups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QWindow


class QuickKeys(QObject):
    """Triggers the actions given by their keys, in whichever window of ours has the keyboard.

    It sees a key only if no shortcut took it before, so nothing is done twice.
    """

    def __init__(self, actions: list[QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # noqa: S101  there is no action without one
        app.focusWindowChanged.connect(self.watch)
        self.watch(app.focusWindow())

    def watch(self, window: QWindow | None) -> None:
        """Listen at one more window; twice is the same as once."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        keys = QKeySequence(event.keyCombination())
        for action in self._actions:
            if keys in action.shortcuts():
                action.trigger()
                return True
        return False
