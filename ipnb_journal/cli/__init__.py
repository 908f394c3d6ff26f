# SPDX-License-Identifier: MIT
"""The terminal front end; `ipnb-journal` without a command opens the desktop."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks and say how it went: 0 done, 1 refused, 2 wrong usage."""
    given = sys.argv[1:] if arguments is None else arguments
    if not given:
        # the commands below bring 60 ms of imports that the first painted page does not need
        from ipnb_journal.desktop.main import run as open_desktop  # noqa: PLC0415

        return open_desktop()
    from ipnb_journal.cli.commands import run  # noqa: PLC0415 - as above, the other way round

    return run(given)
