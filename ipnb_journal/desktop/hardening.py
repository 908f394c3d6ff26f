# SPDX-License-Identifier: MIT
"""What the process denies itself and others: core dumps, and reading its memory."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_PR_SET_DUMPABLE = 4
_WER_NO_HEAP = 1


def harden() -> None:
    """Allow no core dump and, on Linux, no look into this process by others of the same account.

    The crash reporter of a desktop would otherwise keep what was on screen. Windows is asked to leave
    memory out of its reports; there, as on macOS, other programs of the same account may still look. A
    box such as Flatpak keeps others out by itself, and its portals must be able to look in.
    """
    if sys.platform == "win32":
        ctypes.windll.kernel32.WerSetFlags(_WER_NO_HEAP)
        return
    import resource  # noqa: PLC0415  not there on Windows

    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    if sys.platform == "linux" and not is_boxed():
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def is_boxed() -> bool:
    """Whether a Flatpak or snap box is around this process."""
    return "SNAP" in os.environ or Path("/.flatpak-info").exists()
