# SPDX-License-Identifier: MIT
"""`backup`, `backups` and `restore`: copies of a journal, and one of them in its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from ipnb_journal.cli.opening import add_journal, add_json, opened
from ipnb_journal.cli.terminal import Terminal, safe
from ipnb_journal.domain.backups import BackupState
from ipnb_journal.errors import BackupNotMade
from ipnb_journal.services import backups

if TYPE_CHECKING:
    import argparse

    from ipnb_journal.services.backups import Backup, Inside

_STATES = {
    BackupState.UNCHECKED: "not checked",
    BackupState.SOUND: "sound",
    BackupState.DAMAGED: "damaged",
    BackupState.OTHER_KEY: "another passphrase",
    BackupState.NEWER: "newer version",
}


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this family's commands."""
    make = commands.add_parser("backup", help="copy a journal, check the copy, thin older ones")
    add_journal(make)
    _add_folder(make)
    make.set_defaults(run=_backup)
    listing = commands.add_parser("backups", help="list the backups of a journal and check each")
    add_journal(listing)
    _add_folder(listing)
    add_json(listing)
    listing.set_defaults(run=_backups)
    restore = commands.add_parser(
        "restore", help="put a backup in a journal’s place; what stands there is set aside, never overwritten"
    )
    add_journal(restore)
    restore.add_argument(
        "backup", metavar="BACKUP", type=Path, help="the backup; its passphrase is asked for"
    )
    restore.set_defaults(run=_restore)


def _add_folder(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--to", metavar="FOLDER", type=Path, help="the folder of backups (“backups” beside the journal)"
    )


def _backup(asked: argparse.Namespace, terminal: Terminal) -> int:
    with opened(asked, terminal) as vault:
        pass
    made = backups.make(vault, asked.to, terminal.clock())
    if made is None:
        terminal.say(f"{safe(str(asked.file))}: nothing changed since the newest backup")
    else:
        terminal.say(f"{safe(str(made.path))}: {_pages(made)}, every part of it was read back")
    return 0


def _backups(asked: argparse.Namespace, terminal: Terminal) -> int:
    with opened(asked, terminal) as vault:
        found = backups.listed(vault.path, asked.to, vault.key)
    if not found.is_there:
        raise BackupNotMade(folder=found.folder, reason="missing")
    checked = [backups.checked(backup, vault.key) for backup in found.backups]
    if asked.json:
        terminal.say(json.dumps([_plain(backup) for backup in checked]))
        return 0
    for backup in checked:
        made = f"{backup.made.astimezone(terminal.clock().tzinfo):%Y-%m-%d %H:%M}"
        terminal.say(f"{made}  {_STATES[backup.state]:<18}  {_pages(backup)}  {safe(str(backup.path))}")
    if not checked:
        terminal.note(f"there is no backup in {safe(str(found.folder))}")
    return 0


def _restore(asked: argparse.Namespace, terminal: Terminal) -> int:
    passphrase = terminal.passphrase(asked.passphrase_fd, "Passphrase of the backup: ")
    key = backups.key_from_passphrase(asked.backup, passphrase)
    terminal.say(f"{safe(str(asked.backup))}: {_contents(backups.inside(asked.backup, key))}")
    aside = backups.restore(asked.backup, asked.file, key, terminal.clock())
    terminal.say(f"{safe(str(asked.file))}: the backup stands there now")
    if aside is not None:
        terminal.say(f"{safe(str(aside))}: what stood there before")
    return 0


def _pages(backup: Backup) -> str:
    return "? pages" if backup.pages is None else _many(backup.pages, "page")


def _contents(inside: Inside) -> str:
    days = "" if inside.first is None else f", {inside.first} to {inside.last}"
    return f"{_many(inside.pages, 'page')}, {_many(inside.checkins, 'check-in')}{days}"


def _many(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"


def _plain(backup: Backup) -> dict[str, object]:
    return {
        "file": str(backup.path),
        "made": backup.made.isoformat(),
        "bytes": backup.size,
        "pages": backup.pages,
        "state": str(backup.state),
    }
