# SPDX-License-Identifier: MIT
"""Insights by keyboard: each picture and its table, a note on the time line, a day's pages and back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ipnb_journal.services import sample
from tests.journeys.test_daily_reflection import first_run

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault
    from tests.journeys.conftest import Person

PICTURES = (
    "Being myself and in touch over time",
    "Being myself and in touch, week by week",
    "Between two banks",
    "Being myself and in touch, by person",
    "Where attention went",
)
RIGHT, END, ENTER = Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Return


def a_year_passes(person: Person) -> None:
    """What nobody can do in a test: live for a year."""
    today = datetime.now().astimezone().date()

    def live(vault: Vault) -> None:
        sample.fill(vault, 5, today)

    person.desktop.runner.run(person.desktop.runner, live)
    person.settle()


def walk_the_pictures(person: Person) -> None:
    """Each tab in turn: the picture is described by its words, and its table by the same."""
    person.hold_ctrl(Qt.Key.Key_5)
    person.waits_to_read("In words")
    for number, picture in enumerate(PICTURES):
        if number:
            person.press(RIGHT)
            person.settle()
        told = person.described(picture)
        assert told and person.reads(told)
        person.hold_ctrl(Qt.Key.Key_T)
        person.settle()
        assert person.described(f"{picture}, as a table") == told
        person.hold_ctrl(Qt.Key.Key_T)
        person.settle()


def note_what_happened(person: Person) -> None:
    person.tab_to("Where it went")
    for _ in PICTURES[1:]:
        person.press(Qt.Key.Key_Left)
    person.settle()
    person.tab_to(PICTURES[0])
    person.press(END)
    person.choose("Note something")
    person.write("a new desk")
    person.press(ENTER)
    person.waits_to_read("It stands on the time line now.")
    person.waits_to_read("You noted")
    assert person.reads("“a new desk”")


def open_a_day_and_come_back(person: Person) -> None:
    person.tab_to(PICTURES[0])
    person.press(END)
    person.press(ENTER)
    person.waits_to_read("Show all days")
    person.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    person.waits_to_read("In words")
    assert PICTURES[0] in person.focus.accessibleName()


def test_a_year_is_looked_at(person: Person) -> None:
    first_run(person)
    a_year_passes(person)
    walk_the_pictures(person)
    note_what_happened(person)
    open_a_day_and_come_back(person)
