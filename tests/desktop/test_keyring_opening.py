# SPDX-License-Identifier: MIT
"""Opening without typing on the real page with a real keyring; every failure ends at the passphrase field."""

from __future__ import annotations

import os
import secrets
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.unlock import UnlockPage
from ipnb_journal.desktop.runner import Runner
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import keyring as words
from ipnb_journal.desktop.wording import opening as say
from ipnb_journal.services import keychain, remembered
from ipnb_journal.vault import keychain as kept
from ipnb_journal.vault import keys
from ipnb_journal.vault.keys import VaultKey
from tests.secret_service import needs_keyring, quiet_about_sockets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place
    from tests.secret_service import SecretService

pytestmark = [needs_keyring, quiet_about_sockets]

RIGHT = "slow river under the old bridge"
ENTER = Qt.Key.Key_Return


@pytest.fixture
def runner(locked_context: Context) -> Iterator[Runner]:
    """The real runner, with its threads."""
    made = Runner(locked_context.notices.show_problem)
    yield made
    made.close()


@pytest.fixture
def remembered_key(secret_service: SecretService, vault_key: VaultKey) -> VaultKey:
    """The test vault's key, in the keyring."""
    keychain.remember(vault_key)
    return vault_key


@pytest.fixture
def page(
    qtbot: QtBot, locked_context: Context, runner: Runner, vault_path: Path, vault_key: VaultKey,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[UnlockPage]:  # fmt: skip
    def derive(passphrase: str, header: bytes) -> VaultKey:
        return VaultKey(header, vault_key.raw if passphrase == RIGHT else secrets.token_bytes(32))

    monkeypatch.setattr(keys, "derive", derive)
    made = UnlockPage(locked_context.but(runner=runner))
    made.resize(1280, 756)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()
    made.deleteLater()
    QApplication.sendPostedEvents(made, 0)


def _arrive(page: UnlockPage, path: Path) -> list[Place]:
    been: list[Place] = []
    page.open_requested.connect(been.append)
    page.arrive(places.Unlock(path))
    page.first_focus().setFocus()
    return been


def _seen(page: UnlockPage) -> str:
    return "\n".join(text.text() for text in page.findChildren(Text) if text.isVisible())


def _is_at_the_field(page: UnlockPage) -> bool:
    line = page.passphrase.line
    return line.isVisible() and QApplication.focusWidget() is line and not line.isReadOnly()


def _type_it(qtbot: QtBot, page: UnlockPage, been: list[Place]) -> None:
    """The passphrase opens the journal as if there had never been a keyring."""
    qtbot.keyClicks(page.passphrase.line, RIGHT)
    qtbot.keyClick(page.passphrase.line, ENTER)
    qtbot.waitUntil(lambda: been == [places.Today()], timeout=10_000)


def test_an_empty_field_opens_what_is_remembered(
    qtbot: QtBot, remembered_key: VaultKey, page: UnlockPage, vault_path: Path
) -> None:
    been = _arrive(page, vault_path)
    assert page.open_button.text() == say.OPEN_WITHOUT_TYPING
    assert say.LEAVE_EMPTY in _seen(page)
    qtbot.wait(300)
    assert been == [], "it opened by itself"
    qtbot.keyClick(page.passphrase.line, ENTER)
    qtbot.waitUntil(lambda: been == [places.Today()], timeout=10_000)
    assert page.context.runner.is_open


def test_enter_still_held_from_locking_opens_nothing(
    qtbot: QtBot, remembered_key: VaultKey, page: UnlockPage, vault_path: Path
) -> None:
    been = _arrive(page, vault_path)
    for _ in range(3):
        held = QKeyEvent(QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
        QApplication.sendEvent(page.passphrase.line, held)
    qtbot.wait(300)
    assert been == [] and not page.context.runner.is_open


def test_the_passphrase_is_one_key_away(
    qtbot: QtBot, remembered_key: VaultKey, page: UnlockPage, vault_path: Path
) -> None:
    been = _arrive(page, vault_path)
    qtbot.keyClicks(page.passphrase.line, "s")
    assert page.open_button.text() == say.OPEN
    qtbot.keyClick(page.passphrase.line, Qt.Key.Key_Backspace)
    assert page.open_button.text() == say.OPEN_WITHOUT_TYPING
    _type_it(qtbot, page, been)


def test_the_recovery_key_still_has_its_own_way(
    remembered_key: VaultKey, page: UnlockPage, vault_path: Path
) -> None:
    _arrive(page, vault_path)
    page.other_way.click()
    assert page.open_button.text() == say.OPEN
    page.other_way.click()
    assert page.open_button.text() == say.OPEN_WITHOUT_TYPING


def test_another_journal_is_not_offered_what_it_has_not(
    remembered_key: VaultKey, page: UnlockPage, tmp_path: Path
) -> None:
    _arrive(page, tmp_path / "other.vault")
    assert page.open_button.text() == say.OPEN
    assert say.LEAVE_EMPTY not in _seen(page)


def _lock(service: SecretService) -> None:
    service.lock()


def _end(service: SecretService) -> None:
    service.stop_daemon()


def _end_session(service: SecretService) -> None:
    service.stop()


def _dismiss(service: SecretService) -> None:
    """A keyring that was emptied asks to be set up, and nobody answers."""
    service.stop_daemon()
    for file in service.folder.glob("data/keyrings/*"):
        file.unlink()
    service.start_daemon(unlocked=False)


def _refuse(_: SecretService) -> None:
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"


@pytest.mark.parametrize("spoil", [_lock, _end, _end_session, _dismiss, _refuse])
def test_every_failure_ends_at_the_passphrase_field_with_one_plain_line(
    qtbot: QtBot,
    secret_service: SecretService,
    remembered_key: VaultKey,
    page: UnlockPage,
    vault_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[SecretService], None],
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "")
    been = _arrive(page, vault_path)
    spoil(secret_service)
    qtbot.keyClick(page.passphrase.line, ENTER)
    qtbot.waitUntil(lambda: "This computer’s keyring isn’t answering" in _seen(page), timeout=10_000)
    assert "Your journal is fine. Your passphrase still opens it." in _seen(page)
    assert page.keyring.again.isVisible()
    assert _is_at_the_field(page)
    assert page.open_button.text() == say.OPEN
    assert remembered.holds(vault_path)
    _type_it(qtbot, page, been)


def test_a_key_that_is_gone_is_told_once_and_not_offered_again(
    qtbot: QtBot, secret_service: SecretService, vault_key: VaultKey, page: UnlockPage, vault_path: Path
) -> None:
    remembered.add(vault_key.header)
    been = _arrive(page, vault_path)
    qtbot.keyClick(page.passphrase.line, ENTER)
    qtbot.waitUntil(lambda: "isn’t in this computer’s keyring any more" in _seen(page), timeout=10_000)
    assert _is_at_the_field(page)
    assert not page.keyring.again.isVisible()
    page.arrive(places.Unlock(vault_path))
    assert say.LEAVE_EMPTY not in _seen(page)
    page.first_focus().setFocus()
    _type_it(qtbot, page, been)


def test_a_key_that_does_not_fit_ends_at_the_field_too(
    qtbot: QtBot, secret_service: SecretService, vault_key: VaultKey, page: UnlockPage, vault_path: Path
) -> None:
    keychain.remember(VaultKey(vault_key.header, secrets.token_bytes(32)))
    been = _arrive(page, vault_path)
    qtbot.keyClick(page.passphrase.line, ENTER)
    qtbot.waitUntil(lambda: "doesn’t fit this journal" in _seen(page), timeout=10_000)
    assert _is_at_the_field(page)
    assert secret_service.secrets() == {}
    _type_it(qtbot, page, been)


def test_trying_again_opens_once_the_keyring_is_back(
    qtbot: QtBot,
    secret_service: SecretService,
    remembered_key: VaultKey,
    page: UnlockPage,
    vault_path: Path,
) -> None:
    been = _arrive(page, vault_path)
    secret_service.stop_daemon()
    qtbot.keyClick(page.passphrase.line, ENTER)
    qtbot.waitUntil(lambda: page.keyring.again.isVisible(), timeout=10_000)
    secret_service.start_daemon()
    page.keyring.again.setFocus()
    qtbot.keyClick(page.keyring.again, ENTER)
    qtbot.waitUntil(lambda: been == [places.Today()], timeout=10_000)


def test_while_a_keyring_hangs_that_is_said_and_the_passphrase_opens(
    qtbot: QtBot,
    secret_service: SecretService,
    remembered_key: VaultKey,
    page: UnlockPage,
    vault_path: Path,
) -> None:
    been = _arrive(page, vault_path)
    secret_service.hang()
    qtbot.keyClick(page.passphrase.line, ENTER)
    qtbot.waitUntil(lambda: words.ASKING in _seen(page))
    assert _is_at_the_field(page)
    _type_it(qtbot, page, been)
    secret_service.go_on()
    qtbot.wait(500)
    assert been == [places.Today()], "the late answer opened it a second time"


def test_a_hanging_keyring_is_given_up_after_its_time(
    qtbot: QtBot,
    secret_service: SecretService,
    remembered_key: VaultKey,
    page: UnlockPage,
    vault_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert kept.LIMIT_SECONDS == 30
    monkeypatch.setattr("ipnb_journal.desktop.keyring_opening.LIMIT_SECONDS", 0.5)
    been = _arrive(page, vault_path)
    secret_service.hang()
    qtbot.keyClick(page.passphrase.line, ENTER)
    qtbot.waitUntil(lambda: "It may be waiting for you in a window of its own." in _seen(page), timeout=5000)
    assert _is_at_the_field(page)
    _type_it(qtbot, page, been)


def test_leaving_the_page_leaves_the_question_behind(
    qtbot: QtBot,
    secret_service: SecretService,
    remembered_key: VaultKey,
    page: UnlockPage,
    vault_path: Path,
) -> None:
    been = _arrive(page, vault_path)
    secret_service.hang()
    qtbot.keyClick(page.passphrase.line, ENTER)
    page.leave()
    secret_service.go_on()
    qtbot.wait(500)
    assert been == [] and not page.context.runner.is_open


def test_quitting_does_not_wait_for_a_hanging_keyring(
    qtbot: QtBot,
    secret_service: SecretService,
    remembered_key: VaultKey,
    page: UnlockPage,
    vault_path: Path,
) -> None:
    _arrive(page, vault_path)
    secret_service.hang()
    qtbot.keyClick(page.passphrase.line, ENTER)
    began = time.monotonic()
    page.context.runner.close()
    assert time.monotonic() - began < 5
