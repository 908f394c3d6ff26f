# SPDX-License-Identifier: MIT
"""`new` and `check`: making a journal and looking it over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ipnb_journal.cli.opening import add_journal, add_json, opened
from ipnb_journal.cli.terminal import Terminal, safe
from ipnb_journal.cli.wording import RECOVERY
from ipnb_journal.errors import FileProblem, VaultDamaged, VaultExists
from ipnb_journal.services import access

if TYPE_CHECKING:
    import argparse

_HALF = 35


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this family's commands."""
    new = commands.add_parser("new", help="make a journal and show its recovery key once")
    add_journal(new)
    new.set_defaults(run=_new)
    check = commands.add_parser("check", help="check that every part of a journal is as it was written")
    add_journal(check)
    add_json(check)
    check.set_defaults(run=_check)


def _new(asked: argparse.Namespace, terminal: Terminal) -> int:
    if asked.file.exists():
        raise VaultExists(file=asked.file)
    passphrase = terminal.passphrase(asked.passphrase_fd, "New passphrase: ")
    if asked.passphrase_fd is None and terminal.passphrase(None, "Once more: ") != passphrase:
        raise FileProblem(file=asked.file, reason="differ")
    made = access.create(asked.file, passphrase, made=terminal.clock().date())
    try:
        code = made.recovery.code
        told = RECOVERY.format(
            file=safe(str(asked.file)), mark=made.recovery.mark, first=code[: _HALF - 1], second=code[_HALF:]
        )
        terminal.say(told)
        # the key is gone once the vault is locked: be sure that it was really shown
        terminal.out.flush()
    finally:
        access.lock(made.vault)
    return 0


def _check(asked: argparse.Namespace, terminal: Terminal) -> int:
    with opened(asked, terminal) as vault:
        report = access.check(vault)
    if asked.json:
        told = {"file": str(asked.file), "pages": report.pages, "problems": list(report.problems)}
        terminal.say(json.dumps(told))
    else:
        found = f"{len(report.problems)} found damaged" if report.problems else "nothing wrong"
        terminal.say(f"{safe(str(asked.file))}: {report.pages} parts of the file checked, {found}")
        for problem in report.problems:
            terminal.say(f"  {safe(problem)}")
    if report.problems:
        raise VaultDamaged(file=asked.file, detail=f"{len(report.problems)} problems")
    return 0
