# SPDX-License-Identifier: MIT
"""A guided page by keyboard: chosen from all prompts, left and taken up at each step, found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.journeys.test_daily_reflection import first_run

if TYPE_CHECKING:
    from tests.journeys.conftest import Person

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
BODY = "I said yes before I had looked at the week."


def choose_a_prompt(person: Person) -> None:
    person.hold_ctrl(Qt.Key.Key_7)
    person.waits_to_read("All prompts")
    person.tab_to("Find in the prompts")
    person.write("agreed silently tiny")
    person.waits_to_read("1 prompt")
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_Return)
    assert person.reads("Yes, no, not yet")
    person.choose("Begin")
    person.waits_to_read("Sit or lean the way you would if no one needed anything from you")


def leave_and_take_up(person: Person, sees: str) -> None:
    """Leave for Today halfway, find the page open there, and carry on at the step where it was."""
    person.press(Qt.Key.Key_Left, ALT)
    person.hold_ctrl(Qt.Key.Key_1)
    person.waits_to_read("You left a page open")
    person.choose("Carry on")
    person.waits_to_read(sees)


def go_through_every_step(person: Person) -> None:
    person.choose("Next: notice")
    person.tab_to("In your own words, if you like")
    person.write("like a held door")
    leave_and_take_up(person, "Since yesterday, what have you agreed to")
    assert person.reads("like a held door")
    person.hold_ctrl(Qt.Key.Key_PageUp)
    leave_and_take_up(person, "Sit or lean the way you would")
    person.hold_ctrl(Qt.Key.Key_PageDown)
    person.hold_ctrl(Qt.Key.Key_PageDown)
    person.write(BODY)
    leave_and_take_up(person, "Sort them into yes, no, and not yet")
    assert person.reads(BODY)
    person.press(Qt.Key.Key_L, CTRL_SHIFT)
    person.waits_to_read("One yes, one no.")
    person.press(Qt.Key.Key_L, CTRL_SHIFT)
    person.choose("Next: connect")
    person.write("They were in a hurry.")
    person.tab_to("Or a place it belongs to, if there is one")
    person.write("the stairs")
    leave_and_take_up(person, "Which yes brought you nearer to someone")
    assert person.reads("They were in a hurry.")
    person.choose("Next: close")
    person.tab_to("One thing to take with you or to do next, if there is one")
    person.write("Look first")
    leave_and_take_up(person, "Circle one “not yet”")
    assert person.reads("Look first")


def stop_in_the_middle(person: Person) -> None:
    person.hold_ctrl(Qt.Key.Key_PageUp)
    person.choose("Stop here for today")
    person.waits_to_read("How are you leaving this?")
    person.choose("Heavier")
    assert person.reads("Press your feet down")
    person.choose("Back to Today")
    person.waits_to_read("An invitation for today")


def find_all_of_it_again(person: Person) -> None:
    person.hold_ctrl(Qt.Key.Key_4)
    person.tab_to("Find in your pages")
    person.write("held door")
    person.waits_to_read("1 page")
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_Return)
    person.waits_to_read(BODY)
    for kept in ("like a held door", "They were in a hurry.", "Look first", "the stairs"):
        assert person.reads(kept), kept


def test_a_page_is_left_and_taken_up_at_each_step_with_nothing_lost(person: Person) -> None:
    first_run(person)
    person.waits_to_read("An invitation for today")
    choose_a_prompt(person)
    go_through_every_step(person)
    stop_in_the_middle(person)
    find_all_of_it_again(person)
