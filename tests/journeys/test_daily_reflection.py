# SPDX-License-Identifier: MIT
"""One person all the way through: first run, check-in, a guided page, lock, unlock, history, insights."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.conftest import Person

PASSPHRASE = "slow river under the old bridge"


def first_run(person: Person, seen: Callable[[], None] = lambda: None) -> None:
    """Make a journal; `seen` is called while the recovery key is on the screen."""
    person.waits_to_read("Make a new journal")
    person.choose("Make a new journal")
    person.waits_to_read("Choose a passphrase")
    person.tab_to("Passphrase")
    person.write(PASSPHRASE)
    person.waits_to_read("Strong")
    person.tab_to("The same passphrase again")
    person.write(PASSPHRASE)
    person.choose("Continue")
    person.waits_to_read("Keep a spare key on paper")
    asked = next(int(found[1]) for seen in person.sees() if (found := re.search(r"type group (\d+)", seen)))
    seen()
    sheet = person.described("Recovery key").split(", ")
    group = sheet[asked - 1].partition(": ")[2].replace(" ", "")
    person.tab_to(f"To be sure you have it, type group {asked}")
    person.write(group.lower())
    person.choose("Continue")
    person.waits_to_read("What this journal can and can’t protect")
    assert person.reads("No one is watching this journal. It cannot call for help.")
    person.choose("Begin")
    person.waits_to_read("An invitation for today")


def check_in(person: Person) -> None:
    person.hold_ctrl(Qt.Key.Key_I)
    person.waits_to_read("Thinking of the last 24 hours")
    person.tab_to("I felt shut down, flat, or as if I were running on autopilot.")
    person.press(Qt.Key.Key_Right)
    person.choose("Next: four more")
    person.tab_to("There was room for me to be different, or to say no.")
    for _ in range(5):
        person.press(Qt.Key.Key_PageUp)
    person.choose("Save this check-in")
    person.waits_to_read("That’s kept")


def guided_page(person: Person) -> None:
    person.hold_ctrl(Qt.Key.Key_1)
    person.choose("Begin")
    person.choose("Next: notice")
    person.tab_to("In your own words, if you like")
    person.write("tight, and a bit warm")
    person.choose("Next: write")
    person.write("I said yes before I had looked at the week.")
    person.waits_to_read("Saved on this computer, just now")
    person.choose("Next: connect")
    person.choose("Next: close")
    person.tab_to("One thing to take with you or to do next, if there is one")
    person.write("A slow no is still a no")
    person.choose("Close the page")
    person.waits_to_read("The page is set down.")
    assert person.reads("An invitation for today")


def lock_and_unlock(person: Person) -> None:
    person.hold_ctrl(Qt.Key.Key_L)
    person.waits_to_read("Use my recovery key")
    assert not person.reads("I said yes")
    assert person.window.windowTitle() == "Notes"
    person.write("slow river under the odl bridge")
    person.press(Qt.Key.Key_Return)
    person.waits_to_read("That passphrase doesn’t open this journal")
    person.write(PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.waits_to_read("An invitation for today")


def find_it_again(person: Person) -> None:
    person.hold_ctrl(Qt.Key.Key_4)
    person.tab_to("Find in your pages")
    person.write("slow n")
    person.waits_to_read("1 page with “slow n”")
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_Return)
    person.waits_to_read("A slow no is still a no")
    assert person.reads("I said yes before I had looked at the week.")


def look_at_the_chart(person: Person) -> None:
    person.hold_ctrl(Qt.Key.Key_5)
    person.waits_to_read("Being myself, ")
    assert person.reads("Being myself: 7 more days, over two weeks in all, and a line can be drawn.")
    assert person.reads("Why anything moved, what anyone else felt, or how well you are.")
    person.choose("See an example with made-up data")
    person.waits_to_read("Back to your own")


def test_from_first_run_to_insights(person: Person) -> None:
    first_run(person)
    check_in(person)
    guided_page(person)
    lock_and_unlock(person)
    find_it_again(person)
    look_at_the_chart(person)
