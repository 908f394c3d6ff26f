# SPDX-License-Identifier: MIT
"""A Look-back by keyboard: opened on purpose, with a note, found again after a lock; none is offered then."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ipnb_journal.desktop.wording.history import full_date
from ipnb_journal.desktop.wording.look_back import MISSES, OPEN
from ipnb_journal.domain.checkins import CheckIn, Item
from ipnb_journal.vault import checkins
from tests.journeys.test_daily_reflection import PASSPHRASE, first_run

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault
    from tests.journeys.conftest import Person

NOTE = "I said no more often, and nobody minded."
SENTENCE = "In these 28 days, being myself was rated higher than in the 90 days before: about"


def months_pass(person: Person) -> None:
    """What nobody can do in a test: check in for four months. The last four weeks lie higher."""
    now = datetime.now().astimezone()

    def live(vault: Vault) -> None:
        with vault.transaction():
            for backs, value in ((range(120, 130), 50.0), (range(30, 60), 50.0), (range(1, 11), 75.0)):
                for back in backs:
                    at = now - timedelta(back)
                    answers = dict.fromkeys((Item.D1, Item.D2), value + back % 3)
                    checkins.add(vault, CheckIn(0, "", at.date(), at, "+00:00", answers))

    person.desktop.runner.run(person.desktop.runner, live)
    person.settle()


def go_to_look_back(person: Person) -> None:
    person.hold_ctrl(Qt.Key.Key_5)
    person.waits_to_read("In words")
    person.choose("Look back")
    person.waits_to_read("A Look-back puts your last 28 days beside the 90 before.")


def open_one(person: Person) -> None:
    later = full_date(datetime.now().astimezone().date() + timedelta(28), datetime.now().astimezone().date())
    assert person.reads(f"After this one, the next can be opened from {later}.")
    assert not person.reads(SENTENCE)
    person.choose(OPEN)
    person.waits_to_read(SENTENCE)
    assert person.reads("Too few days to say anything: none in these 28, none in the 90 before.")
    assert person.reads(MISSES)
    assert SENTENCE in person.focus.accessibleDescription()


def write_a_note(person: Person) -> None:
    person.tab_to("A note to yourself")
    person.write(NOTE)
    person.waits_to_read("Saved on this computer, just now")


def lock_and_come_back(person: Person) -> None:
    person.hold_ctrl(Qt.Key.Key_L)
    person.waits_to_read("Use my recovery key")
    assert not person.reads(NOTE) and not person.reads(SENTENCE)
    person.write(PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.waits_to_read("An invitation for today")


def find_it_and_no_other(person: Person) -> None:
    person.waits_to_read("The next one can be opened from")
    assert not person.reads(OPEN) and not person.reads(SENTENCE)
    today = datetime.now().astimezone().date()
    person.choose(full_date(today, today))
    person.waits_to_read(SENTENCE)
    assert person.reads(NOTE) and not person.reads(OPEN)
    person.choose("Put it away")
    assert not person.reads(SENTENCE)
    person.choose("Back to Insights")
    person.waits_to_read("In words")


def test_one_is_opened_kept_and_found_again(person: Person) -> None:
    first_run(person)
    months_pass(person)
    go_to_look_back(person)
    open_one(person)
    write_a_note(person)
    lock_and_come_back(person)
    go_to_look_back(person)
    find_it_and_no_other(person)
