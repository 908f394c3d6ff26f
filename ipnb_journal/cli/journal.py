# SPDX-License-Identifier: MIT
"""`new`, `passphrase`, `check` and `salvage`: making a journal, changing what opens it, looking it over."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from ipnb_journal.cli.opening import add_journal, add_json, opened
from ipnb_journal.cli.terminal import Terminal, safe
from ipnb_journal.cli.wording import OLD_COPIES, RECOVERY
from ipnb_journal.desktop.wording import damage
from ipnb_journal.errors import FileProblem, VaultDamaged, VaultError, VaultExists
from ipnb_journal.services import access, key_change, salvaging

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from ipnb_journal.services.access import RecoverySheet
    from ipnb_journal.vault.vault import Vault

_HALF = 35


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this family's commands."""
    new = commands.add_parser("new", help="make a journal and show its recovery key once")
    add_journal(new)
    new.set_defaults(run=_new)
    change = commands.add_parser(
        "passphrase",
        help="give a journal another passphrase and show its new recovery key once",
        description="Give a journal another passphrase. Everything is locked anew, so the passphrase and the "
        "recovery key it has now open nothing in it any more; copies and backups made before keep theirs. "
        "With --passphrase-fd the first line is the passphrase it has now, the second the new one.",
    )
    add_journal(change)
    change.set_defaults(run=_passphrase)
    check = commands.add_parser("check", help="check that every part of a journal is as it was written")
    add_journal(check)
    add_json(check)
    check.set_defaults(run=_check)
    salvage = commands.add_parser(
        "salvage", help="put what can be read of a damaged journal into a new one beside it"
    )
    add_journal(salvage)
    salvage.set_defaults(run=_salvage)


def _salvage(asked: argparse.Namespace, terminal: Terminal) -> int:
    told = salvaging.with_passphrase(asked.file, terminal.passphrase(asked.passphrase_fd))
    terminal.say(safe(str(told.path)))
    for line in damage.saved(told):
        terminal.say(line)
    return 0


def _new(asked: argparse.Namespace, terminal: Terminal) -> int:
    if asked.file.exists():
        raise VaultExists(file=asked.file)
    passphrase = _new_passphrase(asked, terminal)
    made = access.create(asked.file, passphrase, made=terminal.clock().date())
    try:
        _show(made.recovery, asked.file, terminal)
    finally:
        access.lock(made.vault)
    return 0


def _passphrase(asked: argparse.Namespace, terminal: Terminal) -> int:
    present = terminal.passphrase(asked.passphrase_fd)
    vault = access.unlock(asked.file, present)
    try:
        new, today = _new_passphrase(asked, terminal), terminal.clock().date()

        def change(vault: Vault) -> RecoverySheet:
            return access.change_passphrase(vault, present, new, today)

        changed = key_change.done(vault, change)
        _show(changed.sheet, asked.file, terminal)
        # the key was shown, and a note of that is worth no refusal
        with suppress(VaultError):
            access.sheet_kept(vault)
    finally:
        access.lock(vault)
    terminal.note(OLD_COPIES)
    return 0


def _new_passphrase(asked: argparse.Namespace, terminal: Terminal) -> str:
    passphrase = terminal.passphrase(asked.passphrase_fd, "New passphrase: ")
    if asked.passphrase_fd is None and terminal.passphrase(None, "Once more: ") != passphrase:
        raise FileProblem(file=asked.file, reason="differ")
    return passphrase


def _show(sheet: RecoverySheet, file: Path, terminal: Terminal) -> None:
    first, second = sheet.code[: _HALF - 1], sheet.code[_HALF:]
    terminal.say(RECOVERY.format(file=safe(str(file)), mark=sheet.mark, first=first, second=second))
    # the key is gone once the vault is locked: be sure that it was really shown
    terminal.out.flush()


def _check(asked: argparse.Namespace, terminal: Terminal) -> int:
    with opened(asked, terminal) as vault:
        report = access.check(vault)
    if asked.json:
        told = {"file": str(asked.file), "pages": report.pages, "problems": list(report.problems)}
        if report.problems:
            told |= {"entries": report.entries, "unreadable": report.unreadable}
        terminal.say(json.dumps(told))
    else:
        found = f"{len(report.problems)} found damaged" if report.problems else "nothing wrong"
        terminal.say(f"{safe(str(asked.file))}: {report.pages} parts of the file checked, {found}")
        if report.entries:
            terminal.say(f"  {report.unreadable} of {report.entries} pages can’t be read")
        for problem in report.problems:
            terminal.say(f"  {safe(problem)}")
    if report.problems:
        raise VaultDamaged(file=asked.file, detail=f"{len(report.problems)} problems")
    return 0
