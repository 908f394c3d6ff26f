# SPDX-License-Identifier: MIT
"""Changing what opens the journal: asked honestly, refused beside the field, finished once begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.change_passphrase import (
    AfterRecoveryPage,
    ChangePassphrasePage,
    KeyChangePage,
    NewRecoveryKeyPage,
)
from ipnb_journal.desktop.runner import Runner
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.errors import ChangedButClosed, DiskFull, MemoryShort, VaultHeld
from ipnb_journal.services import access
from ipnb_journal.vault import copying, keys
from ipnb_journal.vault.keys import VaultKey
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.notices import Notices
    from ipnb_journal.desktop.places import Place

    InVault = Callable[[Callable[[Vault], object]], object]

PRESENT, NEW = "slow river under the old bridge", "seven calm fish under winter ice"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, vault_key: VaultKey) -> None:
    """The test's vault has `PRESENT` for a passphrase; every other one gives a key of its own."""

    def derive(passphrase: str, header: bytes) -> VaultKey:
        keys.passphrase_bytes(passphrase)
        if (passphrase, header) == (PRESENT, vault_key.header):
            return vault_key
        return VaultKey(header, (passphrase.encode() + header).ljust(32, b".")[-32:])

    monkeypatch.setattr(keys, "derive", derive)


def shown(qtbot: QtBot, page: KeyChangePage) -> list[Place]:
    been: list[Place] = []
    page.open_requested.connect(been.append)
    qtbot.addWidget(page)
    page.resize(1280, 756)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.arrive(places.ChangePassphrase())
    page.first_focus().setFocus()
    return been


def seen(page: KeyChangePage) -> str:
    return "\n".join(text.text() for text in page.findChildren(Text) if text.isVisible())


def type_all(qtbot: QtBot, page: KeyChangePage, present: str = PRESENT, new: str = NEW) -> None:
    """Type everything by keys alone, Enter leading from field to field and at last to the change."""
    words = [present] if page.asks_present else []
    words += [new, new] if page.asks_new else []
    for typed in words:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClicks(focus, typed)
        qtbot.keyClick(focus, Qt.Key.Key_Return)


def test_the_passphrase_is_changed_by_keys_alone(
    qtbot: QtBot, context: Context, in_vault: InVault, vault_key: VaultKey
) -> None:
    page = ChangePassphrasePage(context)
    been = shown(qtbot, page)
    assert not page.change_button.isEnabled()
    type_all(qtbot, page)
    assert been == [places.NewSheet()]
    header = in_vault(lambda vault: vault.header)
    assert header != vault_key.header
    assert in_vault(lambda vault: vault.key) == keys.derive(NEW, header)  # type: ignore[arg-type]
    sheet = in_vault(access.recovery_sheet)
    assert isinstance(sheet, access.RecoverySheet)
    assert sheet.made == context.clock().date()


def test_nothing_that_was_typed_stays_behind(qtbot: QtBot, context: Context) -> None:
    page = ChangePassphrasePage(context)
    shown(qtbot, page)
    for field in (page.present, page.chosen.first, page.chosen.again):
        qtbot.keyClicks(field.line, NEW)
    page.leave()
    assert page.present.text() == page.chosen.first.text() == page.chosen.again.text() == ""


@pytest.mark.parametrize("page_class", [ChangePassphrasePage, NewRecoveryKeyPage])
def test_another_passphrase_than_the_present_one_is_told_at_its_field(
    qtbot: QtBot, context: Context, in_vault: InVault, vault_key: VaultKey, page_class: type[KeyChangePage]
) -> None:
    page = page_class(context)
    been = shown(qtbot, page)
    type_all(qtbot, page, present="slow river under the odl bridge")
    assert been == []
    assert page.present.is_wrong
    assert "That isn’t the passphrase of this journal" in seen(page)
    assert QApplication.focusWidget() is page.present.line
    assert page.present.line.selectedText()
    assert in_vault(lambda vault: vault.key) == vault_key
    if page.asks_new:
        assert page.chosen.text() == NEW
    qtbot.keyClicks(page.present.line, PRESENT)
    assert not page.present.is_wrong
    qtbot.keyClick(page.change_button, Qt.Key.Key_Return)
    assert been == [places.NewSheet()]


def test_the_same_passphrase_again_is_no_change(qtbot: QtBot, context: Context) -> None:
    page = ChangePassphrasePage(context)
    been = shown(qtbot, page)
    type_all(qtbot, page, new=PRESENT)
    assert been == []
    assert "That’s the passphrase you have now" in seen(page)
    assert "Nothing has been changed." in seen(page)


@pytest.mark.parametrize(
    ("new", "again", "ready"), [("password", "password", False), (NEW, NEW[:-1], False), (NEW, NEW, True)]
)
def test_the_button_waits_for_a_good_one_typed_the_same_twice(
    qtbot: QtBot, context: Context, new: str, again: str, ready: bool
) -> None:
    page = ChangePassphrasePage(context)
    shown(qtbot, page)
    qtbot.keyClicks(page.chosen.first.line, new)
    qtbot.keyClicks(page.chosen.again.line, again)
    assert not page.change_button.isEnabled()
    qtbot.keyClicks(page.present.line, "x")
    assert page.change_button.isEnabled() is ready


def test_a_suggested_one_has_to_be_typed_once(qtbot: QtBot, context: Context) -> None:
    page = AfterRecoveryPage(context)
    been = shown(qtbot, page)
    qtbot.keyClick(page.chosen.suggest, Qt.Key.Key_Return)
    words = page.chosen.text()
    assert len(words.split()) == 5
    assert page.chosen.first.shown
    qtbot.keyClicks(page.chosen.again.line, words)
    qtbot.keyClick(page.chosen.again.line, Qt.Key.Key_Return)
    assert been == [places.NewSheet()]


def test_after_recovery_the_present_one_is_not_asked(
    qtbot: QtBot, context: Context, in_vault: InVault
) -> None:
    page = AfterRecoveryPage(context)
    been = shown(qtbot, page)
    assert not page.present.isVisible()
    type_all(qtbot, page)
    assert been == [places.NewSheet()]
    assert in_vault(lambda vault: vault.key == keys.derive(NEW, vault.header))


def test_after_recovery_not_now_keeps_the_old_one(
    qtbot: QtBot, context: Context, in_vault: InVault, vault_key: VaultKey
) -> None:
    page = AfterRecoveryPage(context)
    been = shown(qtbot, page)
    qtbot.keyClick(page.not_now, Qt.Key.Key_Return)
    assert been == [places.Today()]
    assert in_vault(lambda vault: vault.key) == vault_key


def test_a_new_recovery_key_keeps_the_passphrase(
    qtbot: QtBot, context: Context, in_vault: InVault, vault_key: VaultKey
) -> None:
    page = NewRecoveryKeyPage(context)
    been = shown(qtbot, page)
    type_all(qtbot, page)
    assert been == [places.NewSheet()]
    assert in_vault(lambda vault: vault.key == keys.derive(PRESENT, vault.header))
    assert in_vault(lambda vault: vault.key) != vault_key


def test_no_room_is_told_with_what_is_missing_and_the_way_on_is_open(
    qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(folder: Path, size: int, file: Path) -> None:
        raise DiskFull(file=file, needed=41_000_000)

    page = ChangePassphrasePage(context)
    been = shown(qtbot, page)
    with monkeypatch.context() as patch:
        patch.setattr(copying, "need_room", no_room)
        type_all(qtbot, page)
    assert been == []
    assert "Make about 41 MB more, then try again." in seen(page)
    assert page.change_button.isEnabled()
    qtbot.keyClick(page.change_button, Qt.Key.Key_Return)
    assert been == [places.NewSheet()]


@pytest.mark.parametrize(
    "error", [MemoryShort(), VaultHeld(file="notes.vault"), DiskFull(file="notes.vault")]
)
def test_every_other_problem_says_that_nothing_was_changed(
    qtbot: QtBot, context: Context, error: MemoryShort | VaultHeld | DiskFull
) -> None:
    page = ChangePassphrasePage(context)
    shown(qtbot, page)
    page.begin()
    page.show_problem(error)
    assert "Nothing has been changed." in seen(page)
    assert not page.working.isVisible()
    assert page.busy is False


def test_a_change_whose_journal_could_not_be_opened_again_leads_to_the_passphrase(
    qtbot: QtBot, context: Context, notices: Notices
) -> None:
    page = ChangePassphrasePage(context)
    been = shown(qtbot, page)
    page.begin()
    page.show_problem(ChangedButClosed(file="notes.vault", why="vault_busy"))
    assert been == [places.Unlock()]
    told = notices.told[-1]
    assert told.title == "The change is made, but the journal has closed"  # type: ignore[union-attr]


def test_while_it_is_under_way_it_says_so_and_takes_no_second_one(qtbot: QtBot, context: Context) -> None:
    page = ChangePassphrasePage(context)
    shown(qtbot, page)
    type_all(qtbot, page, present="not this one")
    page.begin(0.5)
    qtbot.waitUntil(page.working.isVisible)
    assert page.present.line.isReadOnly()
    assert page.chosen.first.line.isReadOnly()
    assert "it is finished first" in seen(page)
    page.leave()
    assert page.chosen.text() == NEW
    page._change()
    assert page.busy


@pytest.fixture
def real(context: Context, vault_path: Path, vault_key: VaultKey, notices: Notices) -> Context:
    """The same with the thread of its own that the program has."""
    context.runner.close()
    runner = Runner(notices.show_problem)
    runner.open(lambda: Vault.open(vault_path, vault_key.raw))
    return context.but(runner=runner)


def test_left_midway_it_is_finished_and_told_softly(
    qtbot: QtBot, real: Context, notices: Notices, vault_path: Path, vault_key: VaultKey
) -> None:
    qtbot.waitUntil(lambda: real.runner.is_open)
    page = ChangePassphrasePage(real)
    been = shown(qtbot, page)
    qtbot.keyClicks(page.present.line, PRESENT)
    qtbot.keyClicks(page.chosen.first.line, NEW)
    qtbot.keyClicks(page.chosen.again.line, NEW)
    qtbot.waitUntil(page.change_button.isEnabled)
    qtbot.keyClick(page.change_button, Qt.Key.Key_Return)
    page.leave()
    page.hide()
    qtbot.waitUntil(lambda: bool(notices.told))
    assert been == []
    told = notices.told[-1]
    assert told.text.startswith("Everything is locked anew.")  # type: ignore[union-attr]
    real.runner.close()
    assert vault_path.read_bytes()[:16] != vault_key.header


def test_a_lock_waits_until_it_is_whole(
    qtbot: QtBot, real: Context, vault_path: Path, vault_key: VaultKey
) -> None:
    qtbot.waitUntil(lambda: real.runner.is_open)
    page = ChangePassphrasePage(real)
    shown(qtbot, page)
    shares: list[float] = []
    page.working.move_to = shares.append  # type: ignore[method-assign]
    qtbot.keyClicks(page.present.line, PRESENT)
    qtbot.keyClicks(page.chosen.first.line, NEW)
    qtbot.keyClicks(page.chosen.again.line, NEW)
    qtbot.waitUntil(page.change_button.isEnabled)
    qtbot.keyClick(page.change_button, Qt.Key.Key_Return)
    locked: list[bool] = []
    real.runner.lock(lambda: locked.append(True))
    qtbot.waitUntil(lambda: bool(locked))
    real.runner.close()
    assert shares[-1] == 1
    whole = vault_path.read_bytes()
    assert whole[:16] != vault_key.header
    Vault.open_with(vault_path, lambda header: keys.derive(NEW, header)).close()
