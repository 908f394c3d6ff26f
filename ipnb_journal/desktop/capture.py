# SPDX-License-Identifier: MIT
"""Keeping the window out of screenshots, recordings and shared screens, where the system can do that.

Windows since 10 version 2004: SetWindowDisplayAffinity with WDA_EXCLUDEFROMCAPTURE. macOS: the window's
sharing type. X11 and Wayland know nothing of the kind.
"""

from __future__ import annotations

import ctypes
import sys

_SHOWN, _EXCLUDED = 0, 0x11
_SHARED_NONE, _SHARED_READ_ONLY = 0, 1


def is_offered() -> bool:
    """Whether this system can leave a window out."""
    return sys.platform in {"win32", "darwin"}


def exclude(window_id: int, wanted: bool) -> bool:
    """Leave the window out, or show it again; whether the system agreed. `window_id`: QWidget.winId()."""
    if sys.platform == "win32":
        affinity = _EXCLUDED if wanted else _SHOWN
        return bool(ctypes.windll.user32.SetWindowDisplayAffinity(ctypes.c_void_p(window_id), affinity))
    if sys.platform == "darwin":
        return _share(window_id, _SHARED_NONE if wanted else _SHARED_READ_ONLY)
    return False


def _share(view: int, kind: int) -> bool:
    """[[view window] setSharingType: kind], as Objective-C would say it."""
    cocoa = ctypes.CDLL("/usr/lib/libobjc.dylib")
    cocoa.sel_registerName.restype = ctypes.c_void_p
    cocoa.sel_registerName.argtypes = (ctypes.c_char_p,)
    own, name = ctypes.c_void_p, cocoa.sel_registerName
    ask = ctypes.CFUNCTYPE(own, own, own)(("objc_msgSend", cocoa))
    tell = ctypes.CFUNCTYPE(None, own, own, ctypes.c_ulong)(("objc_msgSend", cocoa))
    window = ask(view, name(b"window"))
    if not window:
        return False
    tell(window, name(b"setSharingType:"), kind)
    return True
