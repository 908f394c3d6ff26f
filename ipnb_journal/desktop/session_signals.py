# SPDX-License-Identifier: MIT
"""What the computer tells about itself on Linux: about to sleep, screen locked.

Import this after the first paint: QtDBus is not needed to show a window.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_LOGIN = "org.freedesktop.login1"
_SCREEN_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
)


class SessionSignals(QObject):
    """Emits `lock_wanted` when the computer goes to sleep or its screen locks."""

    lock_wanted = Signal()

    def __init__(
        self, system: QDBusConnection, session: QDBusConnection, parent: QObject | None = None
    ) -> None:
        """Listen on the two buses; one that is not connected is left alone."""
        super().__init__(parent)
        # QtDBus takes the slot's name as text; its type stub asks for bytes
        begins: Any = SLOT("_on_begins(bool)")
        locks: Any = SLOT("_on_lock()")
        if system.isConnected():
            manager = f"{_LOGIN}.Manager"
            path = "/org/freedesktop/login1"
            system.connect("", path, manager, "PrepareForSleep", self, begins)
            system.connect("", _own_session(), f"{_LOGIN}.Session", "Lock", self, locks)
        if session.isConnected():
            for interface, path in _SCREEN_SAVERS:
                session.connect("", path, interface, "ActiveChanged", self, begins)

    @Slot(bool)
    def _on_begins(self, begins: bool) -> None:
        if begins:
            self.lock_wanted.emit()

    @Slot()
    def _on_lock(self) -> None:
        self.lock_wanted.emit()


def _own_session() -> str:
    """The bus path of this login session, or "" (any session) where it is not known."""
    name = os.environ.get("XDG_SESSION_ID", "")
    if not name:
        return ""
    # systemd writes a leading digit and every other character as _ and two hex digits
    safe = re.sub(r"^[0-9]|[^A-Za-z0-9]", lambda found: f"_{ord(found[0]):02x}", name)
    return f"/org/freedesktop/login1/session/{safe}"
