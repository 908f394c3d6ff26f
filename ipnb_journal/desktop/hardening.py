# SPDX-License-Identifier: MIT
"""What the process denies itself and others: core dumps, and reading its memory."""

from __future__ import annotations

import ctypes
import sys

_PR_SET_DUMPABLE = 4


def harden() -> None:
    """Allow no core dump and, on Linux, no look into this process by others of the same account.

    The crash reporter of a desktop would otherwise keep what was on screen.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  not there on Windows

    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
