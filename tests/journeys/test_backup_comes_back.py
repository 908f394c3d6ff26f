# SPDX-License-Identifier: MIT
"""A journal is damaged on the disk; its backup, made by the lock before, brings every word back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal import paths
from tests.journeys.test_daily_reflection import first_run

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.conftest import Person

PASSPHRASE = "slow river under the old bridge"


def _unlock(person: Person, passphrase: str = PASSPHRASE) -> None:
    person.write(passphrase)
    person.press(Qt.Key.Key_Return)


def _flipped(whole: bytes) -> bytes:
    return whole[:20] + bytes([whole[20] ^ 1]) + whole[21:]


@pytest.mark.parametrize(
    ("damage", "tries", "told"),
    [
        (_flipped, 3, "That passphrase doesn’t open this journal"),
        (lambda whole: whole[:-100], 1, "Part of this journal is damaged"),
        (lambda whole: b"", 1, "This file isn’t a whole journal"),
    ],
    ids=["a bit at its beginning", "its end is missing", "nothing is left"],
)
def test_a_damaged_journal_opens_again_from_its_backup(
    person: Person, damage: Callable[[bytes], bytes], tries: int, told: str
) -> None:
    first_run(person)
    person.hold_ctrl(Qt.Key.Key_N)
    person.write("The harbour was quiet, and so was I.")
    person.press(Qt.Key.Key_F12)
    person.waits_to_read("Use my recovery key")

    vault = paths.default_path()
    (backup,) = (vault.parent / "backups").glob("notes-*.vault")
    whole = vault.read_bytes()
    assert backup.read_bytes() == whole
    vault.write_bytes(damage(whole))
    for _ in range(tries):
        _unlock(person)
    person.waits_to_read(told)
    person.waits_to_read("Open a backup")
    person.choose("Open a backup")
    person.waits_to_read("You see what’s in it before anything happens")
    person.press(Qt.Key.Key_Return)
    person.waits_to_read("Its passphrase")
    _unlock(person)
    person.waits_to_read("In this backup")
    person.choose("Put this backup in its place")
    person.waits_to_read("The backup is in place")
    (aside,) = vault.parent.glob("notes.replaced-*.vault")
    assert person.reads(aside.name)
    person.press(Qt.Key.Key_Return)
    person.waits_to_read("Use my recovery key")
    _unlock(person)
    person.waits_to_read("You left a page open")
    person.choose("Carry on")
    person.waits_to_read("The harbour was quiet, and so was I.")
