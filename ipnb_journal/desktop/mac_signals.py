# SPDX-License-Identifier: MIT
"""What macOS tells about its screen. The rest needs Objective-C classes, which a few lines can't make.

With macOS's usual settings the screen locks as the machine goes to sleep, so that this covers both;
where it doesn't, the journal locks after idle time and when the app is hidden.
"""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_FOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
_LOCKED = b"com.apple.screenIsLocked"
_UTF8, _AT_ONCE = 0x08000100, 4
_Told = ctypes.CFUNCTYPE(
    None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p
)


def listen(lock: Callable[[], None]) -> Any:  # noqa: ANN401  a C function, which only needs to be kept
    """Call `lock` on the GUI thread when the screen locks, as long as what is returned is kept."""
    if sys.platform != "darwin":
        return None
    told = _Told(lambda *_: lock())
    foundation = ctypes.CDLL(_FOUNDATION)
    foundation.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
    foundation.CFStringCreateWithCString.restype = ctypes.c_void_p
    foundation.CFStringCreateWithCString.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32)
    foundation.CFNotificationCenterAddObserver.restype = None
    foundation.CFNotificationCenterAddObserver.argtypes = (
        *(ctypes.c_void_p, ctypes.c_void_p, _Told, ctypes.c_void_p, ctypes.c_void_p),
        ctypes.c_ssize_t,
    )
    center = foundation.CFNotificationCenterGetDistributedCenter()
    name = foundation.CFStringCreateWithCString(None, _LOCKED, _UTF8)
    foundation.CFNotificationCenterAddObserver(center, None, told, name, None, _AT_ONCE)
    return told
