# SPDX-License-Identifier: MIT
"""Run by test_leaks: a person puts secrets everywhere the window takes words, then locks.

Standard input: one line of JSON (secret by name). Prints "open" with everything written and waits for
a line, then "locked" and waits for another.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ipnb_journal import paths
from ipnb_journal.desktop.main import Desktop, make_app
from ipnb_journal.desktop.places import Today
from ipnb_journal.services import access, contacts, preferences
from tests.journeys.conftest import Person


def main() -> None:
    secret = json.loads(sys.stdin.readline())
    desktop = Desktop(make_app())
    desktop.runner.open(
        lambda: access.create(paths.default_path(), secret["passphrase"]),
        lambda _: desktop.window.go(Today()),
    )
    desktop.show()
    QTest.qWaitForWindowActive(desktop.window, 5000)
    person = Person(desktop)
    person.waits_to_read("An invitation for today")
    write_a_free_page(person, secret)
    write_a_guided_page(person, secret)
    check_in(person)
    person.hold_ctrl(Qt.Key.Key_4)
    person.tab_to("Find in your pages")
    person.write(secret["body"])
    desktop.runner.run(desktop, lambda vault: contacts.add_contact(vault, secret["contact"], "123"))
    desktop.runner.run(desktop, lambda vault: name_the_journal(vault, secret["journal"]))
    person.hold_ctrl(Qt.Key.Key_N)
    person.write(secret["draft"])
    person.settle()
    QTest.qWait(1200)
    say("open")
    person.press(Qt.Key.Key_F12)
    person.waits_to_read("Use my recovery key")
    say("locked")
    desktop.window.close()
    desktop.close()


def write_a_free_page(person: Person, secret: dict[str, str]) -> None:
    person.hold_ctrl(Qt.Key.Key_N)
    person.write(secret["body"])
    person.hold_ctrl(Qt.Key.Key_R)
    person.choose("Add someone")
    person.write(secret["person"])
    person.press(Qt.Key.Key_Return)
    person.tab_to("Tags")
    person.write(secret["tag"])
    person.choose("Done")
    person.choose("Set it down")
    person.waits_to_read(secret["body"])


def write_a_guided_page(person: Person, secret: dict[str, str]) -> None:
    person.hold_ctrl(Qt.Key.Key_1)
    person.choose("Begin")
    person.choose("Next: notice")
    person.tab_to("In your own words, if you like")
    person.write(secret["noticed"])
    person.choose("Next: write")
    person.write(secret["answer"])
    person.choose("Next: connect")
    person.write(secret["connect"])
    person.tab_to("Or a place it belongs to, if there is one")
    person.write(secret["location"])
    person.choose("Next: close")
    person.tab_to("One thing to take with you or to do next, if there is one")
    person.write(secret["takeaway"])
    person.choose("Close the page")
    person.waits_to_read(secret["answer"])


def check_in(person: Person) -> None:
    person.hold_ctrl(Qt.Key.Key_I)
    person.tab_to("I felt shut down, flat, or as if I were running on autopilot.")
    person.press(Qt.Key.Key_Right)
    person.choose("Save just this")
    person.waits_to_read("That’s kept")


def name_the_journal(vault: object, name: str) -> None:
    preferences.write(vault, replace(preferences.read(vault), journal_name=name))


def say(state: str) -> None:
    sys.stdout.write(f"{state}\n")
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    main()
