# SPDX-License-Identifier: MIT
"""Files that leave a journal: whole or not at all, for their owner only, and never over a journal."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from ipnb_journal.errors import DiskFull, FileProblem
from ipnb_journal.vault import files, keys

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ipnb_journal.vault.vault import Vault


@contextmanager
def appearing(vault: Vault, target: Path) -> Iterator[BinaryIO]:
    """A new private file beside `target` that takes its name once it is whole and on the disk.

    Raises FileProblem (`reason` "journal", where one stands there, or the system's word) and DiskFull.
    """
    _spare_journals(vault, target)
    new = files.beside(target, f".{secrets.token_hex(4)}.new")
    try:
        files.new_private_file(new)
        try:
            with new.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            new.replace(target)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
        files.sync_folder(target.parent)
    except OSError as error:
        raise _problem(error, target) from error


def _spare_journals(vault: Vault, target: Path) -> None:
    """Refuse to write over this journal, the files beside it, or any other journal."""
    resolved = target.resolve()
    # this journal's own file must not even be opened: closing it would drop the lock on it
    mine = resolved.parent == vault.path.parent and resolved.name.startswith(vault.path.name)
    if mine or (target.exists() and vault.path.exists() and target.samefile(vault.path)):
        raise FileProblem(file=target, reason="journal")
    if target.is_file() and keys.profile_of(_start_of(target)) is not None:
        raise FileProblem(file=target, reason="journal")


def _start_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(keys.HEADER_SIZE)
    except OSError as error:
        raise _problem(error, path) from error


def _problem(error: OSError, path: Path) -> DiskFull | FileProblem:
    told = files.io_error(error, path)
    return told if isinstance(told, DiskFull) else FileProblem(file=path, reason=error.strerror or "unknown")
