# SPDX-License-Identifier: MIT
"""The program as `ipnb-journal` starts it, until its first page is painted and before anything after that."""

from __future__ import annotations

import gc
import sys

from first_paint import tell

from ipnb_journal.cli import main


def start() -> int:
    """Import the desktop under the watch as `main` would, with the collector off, and go."""
    gc.disable()
    from ipnb_journal.desktop.main import Desktop  # noqa: PLC0415  as said

    Desktop._after_first_paint = lambda _: tell()
    return main([])


sys.exit(start())
