# SPDX-License-Identifier: MIT
"""The program as `ipnb-journal` starts it, watched until its first page is painted."""

from __future__ import annotations

import sys

from first_paint import watch

from ipnb_journal.cli import main
from ipnb_journal.desktop.window import MainWindow

watch(MainWindow)
sys.exit(main([]))
