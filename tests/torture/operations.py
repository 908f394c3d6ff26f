# SPDX-License-Identifier: MIT
"""The operations that are interrupted: what each starts from, what it does, and what has to hold then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ipnb_journal.vault import remains
from ipnb_journal.vault.vault import Vault
from tests.torture import journal
from tests.torture.journal import FIRST, NEW, OLD, add, left_over, look, missing, opened, opens, say, vault_in

COMMITS = 25


@dataclass(frozen=True, slots=True)
class Operation:
    """`make` builds the folder it starts from, `act` runs in the child, `judge` looks afterwards.

    `judge(folder, said)` opens what is left as the program would and gives what was lost, None for
    nothing; afterwards the folder is as tidy as the program makes it.
    """

    name: str
    make: Callable[[Path], None]
    act: Callable[[Path], None]
    judge: Callable[[Path, Sequence[str]], str | None]


def _nothing(_folder: Path) -> None:
    """A creation starts from an empty folder."""


def _new_place(folder: Path) -> Path:
    return folder / "made" / "notes.vault"


def _create(folder: Path) -> None:
    path = _new_place(folder)
    vault = Vault.create(path, OLD)
    say("+made")
    try:
        add(vault, 0)
    finally:
        vault.close()


def _judge_created(folder: Path, said: Sequence[str]) -> str | None:
    path = _new_place(folder)
    if not path.exists():
        if "+made" in said:
            return "the journal was made and is not there"
        Vault.create(path, OLD).close()
    found = look(path, OLD)
    return missing(found, said, first=0) or left_over(path.parent)


def _save(folder: Path) -> None:
    with opened(vault_in(folder)) as vault:
        for number in range(FIRST, FIRST + COMMITS // 3):
            add(vault, number)
            if number == FIRST + COMMITS // 6:
                vault.checkpoint()
        journal.begin(vault, FIRST + COMMITS // 3)
        vault.checkpoint()


def _judge_saved(folder: Path, said: Sequence[str]) -> str | None:
    return missing(look(vault_in(folder), OLD), said) or left_over(folder)


def _save_carelessly(folder: Path) -> None:
    with opened(vault_in(folder)) as vault:
        vault.query("PRAGMA synchronous = NORMAL")
        for number in range(FIRST, FIRST + COMMITS // 3):
            add(vault, number)
            if number == FIRST + COMMITS // 6:
                vault.checkpoint()


def _change(folder: Path) -> None:
    with opened(vault_in(folder)) as vault:
        add(vault, FIRST)
        vault.change_key(NEW)
        say("+changed")
        add(vault, FIRST + 1)


def _judge_changed(folder: Path, said: Sequence[str]) -> str | None:
    path = vault_in(folder)
    which = [key for key in (OLD, NEW) if opens(path, key)]
    if len(which) != 1:
        return f"{len(which)} of the two keys open it"
    if "+changed" in said and which == [OLD]:
        return "the change was acknowledged and the old key still opens it"
    return missing(look(path, which[0]), said) or left_over(folder)


def _sweep(folder: Path) -> None:
    with opened(vault_in(folder)) as vault:
        add(vault, FIRST)
        with vault.transaction():
            vault.execute("DELETE FROM entries WHERE CAST(title AS INTEGER) = ?", (FIRST + 1,))
            remains.note(vault)
        remains.sweep(vault)
        add(vault, FIRST + 2)
        with vault.transaction():
            remains.note(vault)


OPERATIONS = {
    operation.name: operation
    for operation in (
        Operation("create", _nothing, _create, _judge_created),
        Operation("save", journal.make, _save, _judge_saved),
        Operation("save carelessly", journal.make, _save_carelessly, _judge_saved),
        Operation("sweep", journal.make, _sweep, _judge_saved),
        Operation("change passphrase", journal.make, _change, _judge_changed),
    )
}


def warm(folder: Path) -> None:
    """Run everything once, so that what the program imports on the way is there before the first fork."""
    for number, operation in enumerate(OPERATIONS.values()):
        place = folder / f"{number}"
        place.mkdir()
        operation.make(place)
        operation.act(place)
        operation.judge(place, ())
