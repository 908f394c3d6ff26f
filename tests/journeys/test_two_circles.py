# SPDX-License-Identifier: MIT
"""Two circles by keyboard: placed, kept, taken back, kept, and seen again among those of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.journeys.conftest import names_of
from tests.journeys.test_daily_reflection import first_run

if TYPE_CHECKING:
    from tests.journeys.conftest import Person

CANVAS = "Two circles: you and Ana"
SENTENCE = "Very near, your edge very clear"


def name_somebody(person: Person) -> None:
    person.hold_ctrl(Qt.Key.Key_I)
    person.waits_to_read("Thinking of the last 24 hours")
    person.tab_to("Who you have in mind")
    assert not person.reads("Two circles instead")
    person.press(Qt.Key.Key_Down)
    person.tab_to("A name, initials, or any word you’ll know them by")
    person.write("Ana")
    person.press(Qt.Key.Key_Return)
    person.waits_to_read("Thinking of you and Ana")


def place(person: Person) -> None:
    """On the canvas, which is one stop, and the band on its line."""
    person.choose("Two circles instead")
    person.waits_to_read("You and Ana")
    person.waits_to_read("Blank so far")
    person.tab_to(CANVAS)
    person.press(Qt.Key.Key_End)
    person.press(Qt.Key.Key_Space)
    person.press(Qt.Key.Key_End)
    assert person.reads(SENTENCE)
    assert person.described(CANVAS) == f"{SENTENCE}."
    person.press(Qt.Key.Key_Tab)
    assert names_of(person.focus)[0] == "Keep this"
    person.tab_to("How much passes between you")
    person.press(Qt.Key.Key_Home)
    assert person.described(CANVAS) == f"{SENTENCE}. In touch: hardly anything passes between you, both ways."


def keep_undo_and_keep(person: Person) -> None:
    person.choose("Keep this")
    person.waits_to_read("That’s kept")
    assert person.reads("The circles are kept")
    person.choose("Undo")
    person.waits_to_read(SENTENCE)
    assert person.reads("Pictures you keep will stand here")
    person.hold_ctrl(Qt.Key.Key_Return)
    person.waits_to_read("That’s kept")


def add_words(person: Person) -> None:
    person.choose("Write a page")
    person.write("It has been a good week.")
    person.hold_ctrl(Qt.Key.Key_Return)
    person.waits_to_read("An invitation for today")


def see_it_among_those_of_before(person: Person) -> None:
    person.hold_ctrl(Qt.Key.Key_I)
    person.tab_to("Who you have in mind")
    person.press(Qt.Key.Key_Down)
    person.choose("Two circles instead")
    person.waits_to_read("Blank so far")
    person.tab_to(CANVAS)
    person.press(Qt.Key.Key_Home)
    person.choose(f"Today: {SENTENCE}. In touch: hardly anything passes between you, both ways.")
    person.waits_to_read("Today, as you placed it")
    assert person.reads(SENTENCE)
    person.press(Qt.Key.Key_Return)
    assert person.reads("Far apart") and not person.reads("as you placed it")
    assert CANVAS in person.focus.accessibleName()


def test_circles_are_kept_taken_back_and_seen_again(person: Person) -> None:
    first_run(person)
    name_somebody(person)
    place(person)
    keep_undo_and_keep(person)
    add_words(person)
    see_it_among_those_of_before(person)
