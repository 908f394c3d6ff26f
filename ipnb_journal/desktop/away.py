# SPDX-License-Identifier: MIT
"""Noticing that the person went away: nothing typed, the window put away, or another one in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ipnb_journal.desktop.idle import InactivityTimer

if TYPE_CHECKING:
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.services.settings import Settings

_PUT_AWAY = (Qt.ApplicationState.ApplicationHidden, Qt.ApplicationState.ApplicationSuspended)
"""macOS hides an app with all its windows, which are not minimised then."""
FOCUS_MILLISECONDS = 300
"""A system dialog or an input method may take the focus for a moment between two windows of ours."""


class Away(QObject):
    """Emits `lock_wanted`, or `hide_wanted` and then `back`, as the settings ask; only while open.

    `focus_moved` has the widget that the keyboard is on now, or None.
    """

    lock_wanted = Signal()
    hide_wanted = Signal()
    back = Signal()
    focus_moved = Signal(object)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101  there is no window without one
        self.idle = InactivityTimer(app, context.settings.current.lock_after_minutes, self)
        self._hidden = False
        self._gone = QTimer(self, singleShot=True, interval=FOCUS_MILLISECONDS)
        self._gone.timeout.connect(self._lock_if_gone)
        self.idle.gone_quiet.connect(self.lock_wanted)
        app.applicationStateChanged.connect(self._on_state)
        app.focusChanged.connect(self._on_focus)
        context.settings.changed.connect(self._on_settings)
        window.installEventFilter(self)

    def _on_focus(self, _: QWidget | None, focus: QWidget | None) -> None:
        self.focus_moved.emit(focus)

    def _on_settings(self, settings: Settings) -> None:
        self.idle.set_minutes(settings.lock_after_minutes)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        active = state == Qt.ApplicationState.ApplicationActive
        settings, is_open = self._context.settings.current, self._context.runner.is_open
        if active:
            self._gone.stop()
            if self._hidden:
                self._hidden = False
                self.back.emit()
        elif is_open and state in _PUT_AWAY and settings.lock_on_minimise:
            self.lock_wanted.emit()
        elif is_open:
            if settings.hide_on_focus_loss and not self._hidden:
                self._hidden = True
                self.hide_wanted.emit()
            if settings.lock_on_focus_loss and not _system_dialog_is_open():
                self._gone.start()

    def _lock_if_gone(self) -> None:
        if QApplication.applicationState() != Qt.ApplicationState.ApplicationActive:
            self._lock()

    def _lock(self) -> None:
        if self._context.runner.is_open:
            self.lock_wanted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        minimised = event.type() == QEvent.Type.WindowStateChange and self._window.isMinimized()
        if minimised and self._context.settings.current.lock_on_minimise:
            self._lock()
        return False


def _system_dialog_is_open() -> bool:
    """Whether a file or print dialog is open, which may belong to another process."""
    from ipnb_journal.desktop.widgets.dialog import CalmDialog  # noqa: PLC0415  no first page has one

    dialogs = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog)]
    return any(dialog.isVisible() and not isinstance(dialog, CalmDialog) for dialog in dialogs)
