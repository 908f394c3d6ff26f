# SPDX-License-Identifier: MIT
"""The switch in the settings, with a real keyring: asked before it turns on, true whatever happens."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop.journal_key import QUESTION
from ipnb_journal.desktop.pages.settings import SettingsPage
from ipnb_journal.desktop.places import Settings
from ipnb_journal.desktop.runner import Runner
from ipnb_journal.desktop.settings_store import SettingsStore
from ipnb_journal.desktop.wording import keyring as words
from ipnb_journal.services import keychain, remembered
from ipnb_journal.services.settings import Settings as Kept
from ipnb_journal.vault.vault import Vault
from tests.secret_service import needs_keyring, quiet_about_sockets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.widgets.setting_keyring import KeyringSetting
    from ipnb_journal.vault.keys import VaultKey
    from tests.secret_service import SecretService

pytestmark = [needs_keyring, quiet_about_sockets]
SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return


@pytest.fixture
def open_context(locked_context: Context, vault_path: Path, vault_key: VaultKey) -> Iterator[Context]:
    """An open journal on a real runner with its threads."""
    runner = Runner(locked_context.notices.show_problem)
    runner.open(lambda: Vault.open(vault_path, vault_key.raw))
    runner.settle()
    yield locked_context.but(runner=runner)
    runner.close()


@pytest.fixture
def page(open_context: Context, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(open_context)
    qtbot.addWidget(made)
    made.resize(1072, 756)
    made.show()
    made.arrive(Settings("privacy"))
    open_context.runner.settle()
    return made


def _answers(page: SettingsPage, *given: str) -> None:
    page.context.notices.answers = deque(given)


def _row(page: SettingsPage) -> KeyringSetting:
    return page.privacy.keyring


def _turn_on(qtbot: QtBot, page: SettingsPage) -> None:
    _answers(page, "on")
    qtbot.keyClick(_row(page).switch, SPACE)
    qtbot.waitUntil(lambda: _row(page).switch.isChecked(), timeout=10_000)


def test_it_is_off_and_turns_on_after_an_honest_question(
    qtbot: QtBot, secret_service: SecretService, page: SettingsPage, vault_key: VaultKey
) -> None:
    row = _row(page)
    assert not row.switch.isChecked() and not row.forget.isVisible()
    _turn_on(qtbot, page)
    assert page.context.notices.told[-1] is QUESTION
    assert QUESTION.choices[0].key == "off"
    assert "Anyone who can sign in" in QUESTION.words.body and "any program" in QUESTION.words.body
    assert list(secret_service.secrets()) == [f"vault:{vault_key.header.decode()}"]
    assert row.row.line.text() == words.REMEMBERED_LINE
    assert row.forget.isVisible()


def test_leaving_it_off_touches_nothing(
    qtbot: QtBot, secret_service: SecretService, page: SettingsPage
) -> None:
    _answers(page, "off")
    qtbot.keyClick(_row(page).switch, ENTER)
    assert not _row(page).switch.isChecked() and not _row(page).busy
    assert secret_service.secrets() == {}
    assert remembered.headers() == frozenset()


@pytest.mark.parametrize("part", ["switch", "forget"])
def test_forgetting_takes_the_key_out_and_leaves_the_keyboard_on_the_row(
    qtbot: QtBot, secret_service: SecretService, page: SettingsPage, part: str
) -> None:
    _turn_on(qtbot, page)
    pressed = getattr(_row(page), part)
    pressed.setFocus()
    qtbot.keyClick(pressed, SPACE)
    qtbot.waitUntil(lambda: not _row(page).switch.isChecked(), timeout=10_000)
    assert secret_service.secrets() == {}
    assert _row(page).row.line.text() == words.FORGOTTEN
    assert page.focusWidget() is _row(page).switch


def test_the_switch_shows_what_was_remembered_another_day(
    secret_service: SecretService, open_context: Context, qtbot: QtBot, vault_key: VaultKey
) -> None:
    keychain.remember(vault_key)
    secret_service.stop_daemon()
    again = SettingsPage(open_context)
    qtbot.addWidget(again)
    again.arrive(Settings("privacy"))
    open_context.runner.settle()
    assert _row(again).switch.isChecked()


def test_a_keyring_that_refuses_leaves_it_off_and_says_why(
    qtbot: QtBot, session_bus: SecretService, page: SettingsPage
) -> None:
    _answers(page, "on")
    qtbot.keyClick(_row(page).switch, SPACE)
    qtbot.waitUntil(lambda: "isn’t answering" in _row(page).row.line.text(), timeout=10_000)
    assert not _row(page).switch.isChecked()
    assert remembered.headers() == frozenset()


def test_what_could_not_be_forgotten_stays_on_and_is_told(
    qtbot: QtBot, secret_service: SecretService, page: SettingsPage, vault_key: VaultKey
) -> None:
    _turn_on(qtbot, page)
    secret_service.lock()
    qtbot.keyClick(_row(page).forget, SPACE)
    qtbot.waitUntil(lambda: words.STILL_THERE in _row(page).row.line.text(), timeout=10_000)
    assert _row(page).switch.isChecked()
    assert remembered.headers() == {vault_key.header}


def test_while_a_keyring_hangs_that_is_said_asked_once_and_the_journal_goes_on(
    qtbot: QtBot, secret_service: SecretService, page: SettingsPage
) -> None:
    secret_service.hang()
    _answers(page, "on")
    qtbot.keyClick(_row(page).switch, SPACE)
    qtbot.waitUntil(_row(page).working.isVisible)
    qtbot.keyClick(_row(page).switch, SPACE)
    answered: list[str] = []
    page.context.runner.run(page, lambda vault: str(vault.path), answered.append)
    page.context.runner.settle()
    assert answered, "the vault's thread waits for the keyring"
    secret_service.go_on()
    qtbot.waitUntil(_row(page).switch.isChecked, timeout=10_000)


def test_a_made_up_journal_is_not_remembered(
    qtbot: QtBot, secret_service: SecretService, open_context: Context
) -> None:
    store = SettingsStore(Kept(), open_context.notices.show_problem, keep=False)
    page = SettingsPage(open_context.but(settings=store))
    qtbot.addWidget(page)
    page.arrive(Settings("privacy"))
    open_context.runner.settle()
    qtbot.keyClick(_row(page).switch, SPACE)
    assert not _row(page).switch.isChecked()
    assert _row(page).row.line.text() == words.NOT_MADE_UP
    assert secret_service.secrets() == {}
