# SPDX-License-Identifier: MIT
"""`demo` and `screenshots`: commands that open the desktop on a made-up journal."""

from __future__ import annotations

import argparse
import re
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ipnb_journal import paths
from ipnb_journal.errors import FileProblem
from ipnb_journal.services import sample

if TYPE_CHECKING:
    from ipnb_journal.cli.terminal import Terminal

_SIZE = re.compile(r"(\d{3,4})x(\d{3,4})", re.ASCII)
_SEED = 1


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this family's commands."""
    demo = commands.add_parser("demo", help="open a throwaway journal with a made-up year in it")
    demo.add_argument("--seed", metavar="N", type=int, default=_SEED, help="which made-up year (1)")
    demo.set_defaults(run=_demo)
    shots = commands.add_parser("screenshots", help="save a picture of every page, with a made-up journal")
    shots.add_argument("folder", metavar="DIR", type=Path, help="where the pictures go")
    shots.add_argument("--theme", choices=("light", "dark"), help="one theme only, instead of both")
    shots.add_argument(
        "--size", metavar="WxH", type=_size, default=(1280, 800), help="window size (1280x800)"
    )
    shots.add_argument(
        "--text", metavar="100..200", type=_percent, default=100, help="text size in percent (100)"
    )
    shots.add_argument("--page", metavar="NAME", help="one page only, by its name")
    shots.set_defaults(run=_screenshots)


def _demo(asked: argparse.Namespace, terminal: Terminal) -> int:
    from ipnb_journal.desktop.main import run as open_desktop  # noqa: PLC0415 - Qt only where a window opens

    with tempfile.TemporaryDirectory(prefix="ipnb-journal-demo-") as folder:
        journal = Path(folder) / f"demo{paths.VAULT_SUFFIX}"
        key = sample.make(journal, asked.seed, terminal.clock().date())
        terminal.note("This journal is made up, and it is removed when its window closes.")
        terminal.err.flush()
        return open_desktop(journal, partial(sample.reopen, journal, key), remember=False)


def _screenshots(asked: argparse.Namespace, terminal: Terminal) -> int:
    from ipnb_journal.desktop import screenshots  # noqa: PLC0415 - Qt only where a window opens

    themes = (asked.theme,) if asked.theme else ("light", "dark")
    try:
        asked.folder.mkdir(parents=True, exist_ok=True)
        nothing = screenshots.take(asked.folder, themes, asked.size, asked.text, asked.page, terminal.out)
    except OSError as error:
        raise FileProblem(file=asked.folder, reason=error.strerror or "unknown") from error
    if nothing:
        raise FileProblem(file=asked.page, reason="no page has this name")
    return 0


def _size(text: str) -> tuple[int, int]:
    found = _SIZE.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no size such as 1280x800")
    return int(found[1]), int(found[2])


def _percent(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 100 <= int(text) <= 200:
        raise argparse.ArgumentTypeError(f"{text!r} is not from 100 to 200")
    return int(text)
