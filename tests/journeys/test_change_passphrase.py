# SPDX-License-Identifier: MIT
"""A passphrase changed from the settings: the sheet typed back, the old one refused, recovery and on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.journeys.test_daily_reflection import PASSPHRASE, first_run

if TYPE_CHECKING:
    from tests.journeys.conftest import Person

NEW, NEWEST = "seven calm fish under winter ice", "four grey geese over quiet water"


def sheet(person: Person) -> list[str]:
    """The groups of the recovery key, as a screen reader tells them."""
    groups = person.described("Recovery key").split(", ")
    return [group.partition(": ")[2].replace(" ", "") for group in groups]


def write_a_page(person: Person) -> None:
    person.hold_ctrl(Qt.Key.Key_N)
    person.write("The lantern was lit before anyone asked.")
    person.waits_to_read("Saved on this computer, just now")


def change(person: Person) -> None:
    person.hold_ctrl(Qt.Key.Key_Comma)
    person.choose("Change passphrase")
    person.waits_to_read("Change your passphrase")
    person.tab_to("The passphrase you have now")
    person.write(PASSPHRASE)
    choose(person, NEW, "Change it")


def choose(person: Person, words: str, button: str) -> None:
    person.tab_to("New passphrase")
    person.write(words)
    person.waits_to_read("Strong")
    person.tab_to("The same passphrase again")
    person.write(words)
    person.choose(button)


def keep_the_sheet(person: Person) -> str:
    """Type the asked group back; the whole key."""
    person.waits_to_read("Keep the new key on paper")
    asked = next(int(found[1]) for seen in person.sees() if (found := re.search(r"type group (\d+)", seen)))
    groups = sheet(person)
    person.tab_to(f"To be sure you have it, type group {asked}")
    person.write(groups[asked - 1].lower())
    person.choose("Continue")
    person.waits_to_read("A new backup is made, and every part of it was read.")
    return "-".join(groups)


def unlock(person: Person, words: str) -> None:
    person.waits_to_read("Use my recovery key")
    person.write(words)
    person.press(Qt.Key.Key_Return)


def test_a_passphrase_is_changed_and_the_recovery_key_leads_to_the_next(person: Person) -> None:
    old: list[str] = []
    first_run(person, seen=lambda: old.append("-".join(sheet(person))))
    write_a_page(person)
    change(person)
    new = keep_the_sheet(person)
    assert new != old[0]
    person.choose("Done")
    person.waits_to_read("Changed on ")

    person.hold_ctrl(Qt.Key.Key_L)
    unlock(person, PASSPHRASE)
    person.waits_to_read("That passphrase doesn’t open this journal")
    unlock(person, NEW)
    person.waits_to_read("You left a page open")
    assert not person.reads("recovery key is new")

    person.hold_ctrl(Qt.Key.Key_L)
    person.waits_to_read("Use my recovery key")
    person.choose("Use my recovery key")
    person.write(old[0])
    person.press(Qt.Key.Key_Return)
    person.waits_to_read("That key is for another journal")
    person.write(new.lower())
    person.press(Qt.Key.Key_Return)
    person.waits_to_read("Choose a new passphrase")
    choose(person, NEWEST, "Use this passphrase")
    person.waits_to_read("Keep the new key on paper")
    person.choose("Later")
    person.waits_to_read("Backups from before the change")
    person.choose("Keep them")
    person.hold_ctrl(Qt.Key.Key_1)
    person.waits_to_read("Your recovery key is new, and its sheet isn’t kept yet.")

    person.hold_ctrl(Qt.Key.Key_L)
    unlock(person, NEWEST)
    person.waits_to_read("You left a page open")
    person.choose("Carry on")
    person.waits_to_read("The lantern was lit before anyone asked.")
