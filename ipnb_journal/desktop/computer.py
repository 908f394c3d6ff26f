# SPDX-License-Identifier: MIT
"""What each system tells and is told in its own way: sleep, a locked screen, screenshots.

Import this after the first paint: it brings QtDBus.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ipnb_journal.desktop import capture

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.sleep_delay import SleepDelay
    from ipnb_journal.services.settings import Settings

FLUSH_SECONDS = 1.0


class Computer(QObject):
    """Emits `lock_wanted`, and has sleep wait for the lock where the system lets it.

    It keeps the window out of screenshots where that is chosen and can be done.
    """

    lock_wanted = Signal()

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._delay: SleepDelay | None = None
        self._kept: Any = None
        self._left_out = False
        listen = {"linux": self._on_linux, "win32": self._on_windows, "darwin": self._on_mac}
        if sys.platform in listen:
            listen[sys.platform](window)
        if capture.is_offered():
            context.settings.changed.connect(self._leave_out)
            self._leave_out(context.settings.current)

    def follow(self) -> None:
        """The journal may have been opened or closed: sleep waits only for an open one."""
        if self._delay is None:
            return
        if self._context.runner.is_open:
            self._delay.hold()
        else:
            self._delay.release()

    def _leave_out(self, now: Settings) -> None:
        wanted = now.hide_from_capture
        if wanted == self._left_out:
            return
        if capture.exclude(int(self._window.winId()), wanted):
            self._left_out = wanted
        else:
            from ipnb_journal.desktop.wording.settings import CAPTURE_REFUSED  # noqa: PLC0415  brings the prompts

            self._context.notices.say(CAPTURE_REFUSED)
            self._context.settings.change(hide_from_capture=self._left_out)

    def _on_linux(self, _: QWidget) -> None:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415  Linux only

        from ipnb_journal.desktop.session_signals import SessionSignals  # noqa: PLC0415  as above
        from ipnb_journal.desktop.sleep_delay import SleepDelay  # noqa: PLC0415  as above

        system = QDBusConnection.systemBus()
        signals = SessionSignals(system, QDBusConnection.sessionBus(), self)
        signals.lock_wanted.connect(self.lock_wanted)
        self._delay = SleepDelay(system, lambda: self._context.settings.current.window_title, self)
        self.follow()

    def _on_windows(self, window: QWidget) -> None:
        from ipnb_journal.desktop.windows_signals import WindowsSignals, register  # noqa: PLC0415  Windows only

        self._kept = WindowsSignals(self._lock_before_returning)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._kept)
        register(int(window.winId()))

    def _on_mac(self, _: QWidget) -> None:
        from ipnb_journal.desktop import mac_signals  # noqa: PLC0415  macOS only

        self._kept = mac_signals.listen(self._lock_before_returning)

    def _lock_before_returning(self) -> None:
        """Sleep goes on when this returns, so the words are in the file by then."""
        self.lock_wanted.emit()
        self._context.runner.settle(FLUSH_SECONDS)
