# SPDX-License-Identifier: MIT
"""What Windows tells a window about its session: about to sleep, screen locked, person switched."""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray

if TYPE_CHECKING:
    from collections.abc import Callable

_POWER, _SUSPENDS = 0x0218, 4
_SESSION, _LEAVES = 0x02B1, frozenset({2, 4, 7})
"""WM_WTSSESSION_CHANGE with WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOCK."""


class _Message(ctypes.Structure):
    """The head of a Windows MSG; what follows is not read."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("number", ctypes.c_uint),
        ("detail", ctypes.c_size_t),
        ("more", ctypes.c_ssize_t),
    )


def asks_for_lock(number: int, detail: int) -> bool:
    """Whether a window message, by its number and wParam, says that the person's session is left."""
    return (number == _POWER and detail == _SUSPENDS) or (number == _SESSION and detail in _LEAVES)


class WindowsSignals(QAbstractNativeEventFilter):
    """Calls `lock` before Windows sleeps or locks; install it at the application.

    Windows goes on with sleep once `lock` has returned, after two seconds at most.
    """

    def __init__(self, lock: Callable[[], None]) -> None:
        super().__init__()
        self._lock = lock

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, address: int
    ) -> tuple[bool, int]:
        if QByteArray(kind) == QByteArray(b"windows_generic_MSG"):
            told = _Message.from_address(int(address))
            if asks_for_lock(told.number, told.detail):
                self._lock()
        return False, 0


def register(window_id: int) -> bool:
    """Have Windows tell the window about its session too, as it tells of sleep by itself."""
    if sys.platform != "win32":
        return False
    return bool(ctypes.windll.wtsapi32.WTSRegisterSessionNotification(ctypes.c_void_p(window_id), 0))
