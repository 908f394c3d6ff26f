# SPDX-License-Identifier: MIT
"""What an operation is: something done to a journal that may be interrupted at any call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


def is_journal(name: str) -> bool:
    """Whether a file may stay after a full disk: the journal, and a log that had no room to go into it.

    A rollback journal may stay too: with no room to play it back, SQLite does so at the next opening.
    """
    return name in {"notes.vault", "notes.vault-wal", "notes.vault-journal"}


@dataclass(frozen=True, slots=True)
class Operation:
    """`make` builds the folder it starts from, `act` runs in the child, `judge` looks afterwards.

    `judge(folder, said)` opens what is left as the program would and gives what was lost, None for
    nothing; afterwards the folder is as tidy as the program makes it. `tells`: the errors that a full
    disk may show itself as. `keeps(name)`: whether a file of that name may be left by it.
    `loses_by` names the campaign that has to see a loss, where it is done carelessly on purpose.
    """

    name: str
    make: Callable[[Path], None]
    act: Callable[[Path], None]
    judge: Callable[[Path, Sequence[str]], str | None]
    tells: frozenset[str] = frozenset({"!disk_full"})
    keeps: Callable[[str], bool] = is_journal
    loses_by: str = ""
