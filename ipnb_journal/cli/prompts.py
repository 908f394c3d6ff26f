# SPDX-License-Identifier: MIT
"""`prompts check`, `schema` and `preview`: for people who write prompt sets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from ipnb_journal.cli import prompts_check, prompts_preview
from ipnb_journal.cli.opening import add_json
from ipnb_journal.desktop.wording import set_fields
from ipnb_journal.formats import set_schema

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
    page = inner.add_parser("preview", help="show a prompt set as a page to print")
    page.add_argument("file", metavar="FILE", type=Path, help="a prompt set, in TOML")
    page.add_argument(
        "--out", metavar="PATH", type=Path, help="write it there, as PDF if the name ends in .pdf, else HTML"
    )
    page.set_defaults(run=_preview)
    schema = inner.add_parser("schema", help="print the JSON Schema of a prompt set, for editors")
    schema.set_defaults(run=_schema)


def _check(asked: argparse.Namespace, terminal: Terminal) -> int:
    return prompts_check.check(asked.files, asked.json, terminal.out, terminal.err)


def _preview(asked: argparse.Namespace, terminal: Terminal) -> int:
    return prompts_preview.preview(asked.file, asked.out, terminal)


def _schema(_asked: argparse.Namespace, terminal: Terminal) -> int:
    made = set_schema.schema(set_fields.TITLE, set_fields.FIELDS)
    terminal.say(json.dumps(made, ensure_ascii=False, indent=2))
    return 0
