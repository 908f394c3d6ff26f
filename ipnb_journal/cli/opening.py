# SPDX-License-Identifier: MIT
"""How commands name a journal and open it; the passphrase never comes by argument or environment."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ipnb_journal.services import access

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ipnb_journal.cli.terminal import Terminal
    from ipnb_journal.vault.vault import Vault


def add_journal(command: argparse.ArgumentParser) -> None:
    """Let a command take the journal's file and a way to give its passphrase."""
    command.add_argument("file", metavar="FILE", type=Path, help="the journal’s file")
    command.add_argument(
        "--passphrase-fd",
        metavar="N",
        type=int,
        help="read the passphrase as one line from file descriptor N instead of asking for it",
    )


def add_json(command: argparse.ArgumentParser) -> None:
    """Let a command print JSON."""
    command.add_argument("--json", action="store_true", help="print JSON, for other programs to read")


@contextmanager
def opened(asked: argparse.Namespace, terminal: Terminal) -> Iterator[Vault]:
    """The journal a command names, open while it works and locked afterwards whatever happens."""
    vault = access.unlock(asked.file, terminal.passphrase(asked.passphrase_fd))
    try:
        yield vault
    finally:
        access.lock(vault)
