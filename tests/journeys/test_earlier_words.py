# SPDX-License-Identifier: MIT
"""Words changed and regretted: the earlier ones are found, compared, brought back; a page is let go of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys.test_daily_reflection import first_run

if TYPE_CHECKING:
    from tests.journeys.conftest import Person

FIRST = "The harbour was quiet and I stayed."


def test_earlier_words_come_back_and_a_page_is_let_go_of(person: Person) -> None:
    first_run(person)
    person.hold_ctrl(Qt.Key.Key_N)
    person.write(FIRST)
    person.choose("Set it down")
    open_page(person, FIRST)
    person.choose("Change this page")
    person.hold_ctrl(Qt.Key.Key_A)
    person.write("Nothing much.")
    person.choose("Keep the changes")
    person.waits_to_read("Earlier versions")
    compare_and_bring_back(person)
    let_go(person)


def open_page(person: Person, words: str) -> None:
    """Open the page that begins with these words from the latest ones."""
    person.hold_ctrl(Qt.Key.Key_1)
    while words not in person.focus.accessibleName():
        person.press(Qt.Key.Key_Tab)
    person.press(Qt.Key.Key_Return)
    person.waits_to_read("Change this page")


def compare_and_bring_back(person: Person) -> None:
    person.choose("Compare with now")
    person.waits_to_read("Taken out since")
    assert "Came in: “Nothing much" in person.described("Written")
    assert "Which earlier version" in person.focus.accessibleName()
    person.choose("Bring these words back")
    person.waits_to_read("The earlier words are back")
    person.waits_to_read(FIRST)
    assert person.reads("Change this page")
    # the way back from bringing back is a key away
    person.press(Qt.Key.Key_F6)
    person.choose("Undo")
    person.waits(lambda: not person.reads("The earlier words are back"), "for the message to go")
    person.waits_to_read("Nothing much.")


def let_go(person: Person) -> None:
    person.choose("Move to the drawer")
    person.waits_to_read("Page moved to the drawer")
    person.hold_ctrl(Qt.Key.Key_4)
    person.choose("The drawer")
    person.waits_to_read("Put it back")
    person.choose("Let it go now")
    person.waits_to_read("Let this page go for good?")
    # what can't be taken back is never what Enter does by itself
    person.press(Qt.Key.Key_Escape)
    # there is no window manager here to give the keyboard back
    person.window.activateWindow()
    person.waits(lambda: QApplication.focusWidget() is not None, "for the keyboard to come back")
    person.choose("Let it go now")
    person.waits_to_read("Let this page go for good?")
    person.choose("Let it go for good")
    person.waits_to_read("Nothing of it is left in the journal file")
    assert person.reads("The drawer is empty.")
