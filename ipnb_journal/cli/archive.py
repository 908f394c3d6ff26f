# SPDX-License-Identifier: MIT
"""`export` and `import`: a whole journal out of its file, and into it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ipnb_journal.cli.opening import add_journal, opened
from ipnb_journal.cli.terminal import Terminal, safe
from ipnb_journal.cli.wording import NOT_ENCRYPTED
from ipnb_journal.errors import FileProblem
from ipnb_journal.services import transfer

if TYPE_CHECKING:
    import argparse

_STANDARD = "-"
_FORMATS = ("json",)


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this family's commands."""
    out = commands.add_parser("export", help="write the whole journal as a readable archive")
    add_journal(out)
    out.add_argument("--to", choices=_FORMATS, required=True, help="the archive’s format")
    out.add_argument(
        "--out",
        metavar="PATH",
        default=_STANDARD,
        help="where to write it; - or nothing is standard output",
    )
    out.set_defaults(run=_export)
    into = commands.add_parser("import", help="add what an archive holds and the journal does not yet")
    add_journal(into)
    into.add_argument(
        "--from", dest="source_format", choices=_FORMATS, required=True, help="the archive’s format"
    )
    into.add_argument("source", metavar="SOURCE", help="the archive; - is standard input")
    into.set_defaults(run=_import)


def _export(asked: argparse.Namespace, terminal: Terminal) -> int:
    with opened(asked, terminal) as vault:
        target = terminal.bytes_out if asked.out == _STANDARD else Path(asked.out)
        transfer.export_archive(vault, target, terminal.clock())
    terminal.note(NOT_ENCRYPTED)
    return 0


def _import(asked: argparse.Namespace, terminal: Terminal) -> int:
    if asked.source == _STANDARD:
        with opened(asked, terminal) as vault:
            told = transfer.import_archive(vault, terminal.bytes_in, "standard input")
    else:
        try:
            source = Path(asked.source).open("rb")  # noqa: SIM115 - an unreadable one is told before the passphrase
        except OSError as error:
            raise FileProblem(file=asked.source, reason=error.strerror) from error
        with source, opened(asked, terminal) as vault:
            told = transfer.import_archive(vault, source, asked.source)
    terminal.say(
        f"{safe(asked.source)}: added {told.entries} pages, {told.checkins} check-ins, {told.people} people,"
        f" {told.drafts} open pages; {told.already_there} were there already"
    )
    if told.different:
        terminal.note(f"{told.different} pages were there with other words; those in the journal were kept")
    return 0
