# SPDX-License-Identifier: MIT
"""Which journals' keys this computer's keyring was given: one file, one line for each.

A line is the 16 characters that stand in clear at the journal's start, so the list gives nothing
away, follows a journal that is moved or renamed, and ends with its passphrase. It is no setting:
settings are held and written whole by one window, while this changes beside them and from several.
A line with a dash before it is a key that belongs to nothing any more and still has to be taken out of
the keyring, which could not be reached when that was due.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from ipnb_journal import paths
from ipnb_journal.errors import FileProblem

if TYPE_CHECKING:
    from pathlib import Path

_LINE = re.compile(rb"(-?)(J[0-9][A-Za-z0-9_-]{14})")
_HEADER_SIZE = 16
_LARGEST = 64 * 1024


def headers() -> frozenset[bytes]:
    """The first 16 bytes of each remembered journal; lines that are none are left out."""
    return _read()[0]


def owed() -> frozenset[bytes]:
    """The same of each journal whose key still has to be taken out."""
    return _read()[1]


def holds(journal: Path) -> bool:
    """Whether the journal at this path is remembered.

    Not while this process has it open: closing a file drops every lock of the process on it.
    """
    known = headers()
    if not known:
        return False
    try:
        with journal.open("rb") as file:
            return file.read(_HEADER_SIZE) in known
    except OSError:
        return False


def add(header: bytes) -> None:
    """Note a journal. Raises FileProblem where the list cannot be written."""
    known, due = _read()
    _write(known | {header}, due - {header})


def drop(header: bytes) -> None:
    """Strike a journal off; the last one takes the file with it. Raises FileProblem."""
    known, due = _read()
    if header in known | due:
        _write(known - {header}, due - {header})


def owe(header: bytes) -> None:
    """Strike a journal off, but keep in mind that its key is still to be taken out. Raises FileProblem."""
    known, due = _read()
    _write(known - {header}, due | {header})


def _read() -> tuple[frozenset[bytes], frozenset[bytes]]:
    try:
        with paths.remembered_file().open("rb") as file:
            lines = file.read(_LARGEST).splitlines()
    except OSError:
        lines = []
    found = [match.groups() for line in lines if (match := _LINE.fullmatch(line))]
    return (
        frozenset(header for dash, header in found if not dash),
        frozenset(header for dash, header in found if dash),
    )


def _write(known: frozenset[bytes], due: frozenset[bytes]) -> None:
    file = paths.remembered_file()
    beside = file.with_name(f"{file.name}.new")
    try:
        if not known | due:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            # a link that somebody laid there must not lead the write elsewhere
            beside.unlink()
        with open(beside, "xb", opener=_private) as out:
            out.write(
                b"".join(line + b"\n" for line in (*sorted(known), *(b"-" + one for one in sorted(due))))
            )
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)
    except OSError as error:
        raise FileProblem(file=file.name, reason=error.strerror or "") from error


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
