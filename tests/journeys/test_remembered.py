# SPDX-License-Identifier: MIT
"""Somebody lets the computer remember the key, opens without typing, and has it forgotten again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.journeys.test_daily_reflection import PASSPHRASE, first_run
from tests.secret_service import needs_keyring, quiet_about_sockets

if TYPE_CHECKING:
    from tests.journeys.conftest import Person
    from tests.secret_service import SecretService

pytestmark = [needs_keyring, quiet_about_sockets]

ROW = "Remember the key on this computer"


def _settings(person: Person) -> None:
    person.hold_ctrl(Qt.Key.Key_Comma)
    person.waits_to_read(ROW)
    person.tab_to(ROW)


def _lock(person: Person) -> None:
    person.hold_ctrl(Qt.Key.Key_L)
    person.waits_to_read("Use my recovery key")


def test_remember_open_without_typing_forget(secret_service: SecretService, person: Person) -> None:
    first_run(person)
    _settings(person)
    person.press(Qt.Key.Key_Space)
    person.waits_to_read("Anyone who can sign in to this computer as you")
    person.choose("Remember the key")
    person.waits_to_read("Forget on this computer")
    # there is no window manager here, which hands the keyboard back after a question
    person.window.activateWindow()
    person.waits(person.window.isActiveWindow, "for the window to have the keyboard")
    assert len(secret_service.secrets()) == 1
    _lock(person)
    assert person.reads("Leave this empty, and the journal opens without typing.")
    person.press(Qt.Key.Key_Return)
    person.waits_to_read("An invitation for today")
    _settings(person)
    person.choose("Forget on this computer")
    person.waits_to_read("The key is gone from this computer’s keyring.")
    assert secret_service.secrets() == {}
    _lock(person)
    assert not person.reads("without typing")
    person.write(PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.waits_to_read("An invitation for today")
