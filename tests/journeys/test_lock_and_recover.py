# SPDX-License-Identifier: MIT
"""Words typed just before locking are there afterwards; a lost passphrase is no lost journal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.journeys.test_daily_reflection import first_run

if TYPE_CHECKING:
    from tests.journeys.conftest import Person


def _recovery_key(person: Person) -> str:
    groups = person.described("Recovery key").split(", ")
    return "-".join(group.partition(": ")[2].replace(" ", "") for group in groups)


def test_words_typed_a_moment_before_locking_are_there_after_it(person: Person) -> None:
    first_run(person)
    person.hold_ctrl(Qt.Key.Key_N)
    person.write("Half a sentence that nobody has")
    person.press(Qt.Key.Key_F12)
    person.waits_to_read("Use my recovery key")
    assert not person.reads("Half a sentence")
    person.write("slow river under the old bridge")
    person.press(Qt.Key.Key_Return)
    person.waits_to_read("You left a page open")
    person.choose("Carry on")
    person.waits_to_read("Half a sentence that nobody has")


def test_the_recovery_key_opens_the_journal(person: Person) -> None:
    keys: list[str] = []
    first_run(person, seen=lambda: keys.append(_recovery_key(person)))
    assert re.fullmatch(r"([0-9A-Z]{4}-){13}[0-9A-Z]{4}", keys[0])
    person.hold_ctrl(Qt.Key.Key_L)
    person.waits_to_read("Use my recovery key")
    person.choose("Use my recovery key")
    person.write(keys[0].lower())
    person.press(Qt.Key.Key_Return)
    person.waits_to_read("Choose a new passphrase")
    person.choose("Not now")
    person.waits_to_read("An invitation for today")
