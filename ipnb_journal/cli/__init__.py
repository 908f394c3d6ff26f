# SPDX-License-Identifier: MIT
"""The terminal front end; `ipnb-journal` without a command opens the desktop."""

from __future__ import annotations

import gc
import sys

from ipnb_journal import offline


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks and say how it went: 0 done, 1 refused, 2 wrong usage.

    Without `arguments` this is a program of its own, and denies itself the network before anything else.
    """
    if arguments is None:
        offline.deny_network()
    given = sys.argv[1:] if arguments is None else arguments
    if not given:
        return _open_desktop()
    from ipnb_journal.cli.commands import run  # noqa: PLC0415 - as above, the other way round

    return run(given)


def _open_desktop() -> int:
    # nothing made on the way to the first page is garbage, and looking for some takes 10 ms; after that
    # page the window collects by itself
    gc.disable()
    try:
        # the commands bring 60 ms of imports that the first painted page does not need
        from ipnb_journal.desktop.main import run  # noqa: PLC0415

        return run()
    finally:
        gc.enable()
