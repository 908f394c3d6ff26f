# SPDX-License-Identifier: MIT
"""`prompts check`: for people who write prompt sets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ipnb_journal.cli import prompts_check
from ipnb_journal.cli.opening import add_json

if TYPE_CHECKING:
    import argparse

    from ipnb_journal.cli.terminal import Terminal


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this family's commands."""
    family = commands.add_parser("prompts", help="for authors of prompt sets")
    inner = family.add_subparsers(metavar="COMMAND", required=True)
    check = inner.add_parser("check", help="check prompt set files and name every slip by its line")
    check.add_argument("files", metavar="FILE", type=Path, nargs="+", help="a prompt set, in TOML")
    add_json(check)
    check.set_defaults(run=_check)


def _check(asked: argparse.Namespace, terminal: Terminal) -> int:
    return prompts_check.check(asked.files, asked.json, terminal.out, terminal.err)
