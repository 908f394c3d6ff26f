# SPDX-License-Identifier: MIT
"""`python -m ipnb_journal` is `ipnb-journal`."""

from __future__ import annotations

import sys

from ipnb_journal.cli import main

if __name__ == "__main__":
    sys.exit(main())
