# SPDX-License-Identifier: MIT
"""Having the computer wait with sleep, a moment, until the journal is closed.

logind's delay inhibitor: https://systemd.io/INHIBITOR_LOCKS/. It lets sleep begin when the descriptor
it gave is closed, here or by the end of the process, or after five seconds. Import this after the first
paint: QtDBus is not needed to show a window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_LOGIN = "org.freedesktop.login1"
_PATH = "/org/freedesktop/login1"
_WHY = "Saving"
_PATIENCE_MILLISECONDS = 2000


class SleepDelay(QObject):
    """Holds sleep off from `hold` to `release`; where logind isn't there, neither does anything.

    `who()` is the name that the list of inhibitors shows: it is as neutral as the window's.
    """

    def __init__(
        self, system: QDBusConnection, who: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._system, self._who = system, who
        self._held: QDBusUnixFileDescriptor | None = None
        self._asking: QDBusPendingCallWatcher | None = None

    @property
    def holds(self) -> bool:
        """Whether sleep waits for us."""
        return self._held is not None

    def hold(self) -> None:
        """Ask for the delay, unless it is held or asked for; nobody waits for the answer."""
        if self.holds or self._asking is not None or not self._system.isConnected():
            return
        ask = QDBusMessage.createMethodCall(_LOGIN, _PATH, f"{_LOGIN}.Manager", "Inhibit")
        ask.setAutoStartService(False)
        ask.setArguments(["sleep", self._who(), _WHY, "delay"])
        self._asking = QDBusPendingCallWatcher(self._system.asyncCall(ask, _PATIENCE_MILLISECONDS), self)
        self._asking.finished.connect(self._on_answer)

    def release(self) -> None:
        """Let sleep begin: the journal is closed."""
        asking, self._asking, self._held = self._asking, None, None
        if asking is not None:
            # what it would have brought is closed with it
            asking.deleteLater()

    def _on_answer(self, answer: QDBusPendingCallWatcher) -> None:
        if answer is not self._asking:
            return
        self._asking = None
        answer.deleteLater()
        given = answer.reply().arguments()
        if not answer.isError() and given and isinstance(given[0], QDBusUnixFileDescriptor):
            self._held = given[0]
