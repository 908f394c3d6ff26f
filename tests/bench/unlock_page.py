# SPDX-License-Identifier: MIT
"""The program as `ipnb-journal` starts it, until its first page is painted and before anything after that."""

from __future__ import annotations

import sys

from first_paint import tell

from ipnb_journal.cli import main
from ipnb_journal.desktop.main import Desktop

Desktop._after_first_paint = lambda _: tell()
sys.exit(main([]))
