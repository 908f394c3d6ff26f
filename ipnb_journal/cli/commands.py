# SPDX-License-Identifier: MIT
"""The tree of commands, and how each of them may end."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from typing import NoReturn

from ipnb_journal import __version__
from ipnb_journal.cli import archive, backups, insights, journal, pages, prompts, windows
from ipnb_journal.cli.terminal import Terminal
from ipnb_journal.cli.wording import line_for
from ipnb_journal.errors import AppError

DONE, REFUSED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

_EPILOG = (
    "Without a command the journal opens in its window. Exit codes: 0 done, 1 refused (the reason is one line"
    " on standard error), 2 wrong usage."
)


class _Parser(argparse.ArgumentParser):
    """Wrong usage is told in one line too."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USAGE, f"{self.prog}: {message} (see {self.prog} --help)\n")


def parser() -> argparse.ArgumentParser:
    """Every command and option with its help."""
    top = _Parser(
        prog="ipnb-journal",
        description="A private, encrypted journal for guided reflection.",
        epilog=_EPILOG,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"ipnb-journal {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for family in (journal, pages, insights, prompts, archive, backups, windows):
        family.add_to(commands)
    return top


def run(arguments: list[str], terminal: Terminal | None = None) -> int:
    """Run one command. Raises SystemExit for --help, --version and wrong usage."""
    terminal = terminal or _real_terminal()
    try:
        asked = parser().parse_args(arguments)
        done = int(asked.run(asked, terminal))
        terminal.out.flush()
    except AppError as problem:
        terminal.err.write(f"ipnb-journal: {line_for(problem)}\n")
        return REFUSED
    except BrokenPipeError:
        _forget_output()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return done


def _real_terminal() -> Terminal:
    for stream in (sys.stdout, sys.stderr):
        # a terminal that cannot show a letter shows a question mark rather than a traceback
        with suppress(AttributeError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    return Terminal()


def _forget_output() -> None:
    """Nobody reads on: keep Python from trying once more, and complaining, when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
