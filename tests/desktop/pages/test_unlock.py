# SPDX-License-Identifier: MIT
"""Unlocking by keyboard: right, wrong, forgotten, and every way a file can refuse."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ipnb_journal.desktop import places
from ipnb_journal.desktop.context import Context
from ipnb_journal.desktop.pages import unlock
from ipnb_journal.desktop.pages.unlock import UnlockPage
from ipnb_journal.desktop.runner import Runner
from ipnb_journal.desktop.widgets import unattended
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import opening as say
from ipnb_journal.errors import WrongPassphrase
from ipnb_journal.services import access
from ipnb_journal.vault import keys
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.places import Place
    from ipnb_journal.vault.keys import VaultKey

RIGHT = "slow river under the old bridge"


@pytest.fixture
def cheap_keys(monkeypatch: pytest.MonkeyPatch, vault_key: VaultKey) -> None:
    """Derive at once: the right words give the test vault's key, any others another one."""

    def derive(passphrase: str, header: bytes) -> VaultKey:
        return keys.VaultKey(header, vault_key.raw if passphrase == RIGHT else secrets.token_bytes(32))

    monkeypatch.setattr(keys, "derive", derive)


@pytest.fixture
def page(qtbot: QtBot, locked_context: Context, vault_path: Path, cheap_keys: None) -> Iterator[UnlockPage]:
    made = _shown(qtbot, locked_context, vault_path)
    yield made
    made.hide()
    made.deleteLater()
    QApplication.sendPostedEvents(made, 0)


def _shown(qtbot: QtBot, context: Context, path: Path) -> UnlockPage:
    page = UnlockPage(context)
    page.resize(1280, 756)
    page.show()
    qtbot.waitExposed(page)
    page.arrive(places.Unlock(path))
    page.first_focus().setFocus()
    return page


def _been(page: UnlockPage) -> list[Place]:
    been: list[Place] = []
    page.open_requested.connect(been.append)
    return been


def _seen(page: UnlockPage) -> str:
    return "\n".join(text.text() for text in page.findChildren(Text) if text.isVisible())


def _type(qtbot: QtBot, words: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, words)
    qtbot.keyClick(focus, Qt.Key.Key_Return)


def test_the_right_passphrase_opens_and_is_remembered_nowhere(
    qtbot: QtBot, page: UnlockPage, vault_path: Path
) -> None:
    been = _been(page)
    _type(qtbot, RIGHT)
    assert been == [places.Today()]
    assert page.context.runner.is_open
    assert page.context.settings.current.journal_path == vault_path
    page.leave()
    assert page.passphrase.text() == ""


def test_a_wrong_one_says_so_under_the_field_and_keeps_what_was_typed(qtbot: QtBot, page: UnlockPage) -> None:
    _type(qtbot, "slow river under the odl bridge")
    seen = _seen(page)
    assert "That passphrase doesn’t open this journal" in seen
    assert "there’s no limit on tries" in seen
    assert page.passphrase.line.selectionLength() == len("slow river under the odl bridge")
    assert QApplication.focusWidget() is page.passphrase.line
    qtbot.keyClicks(page.passphrase.line, "s")
    assert "doesn’t open" not in _seen(page)


def test_caps_lock_is_mentioned(qtbot: QtBot, page: UnlockPage) -> None:
    qtbot.keyClicks(page.passphrase.line, "SLOW")
    qtbot.keyClick(page.passphrase.line, Qt.Key.Key_Return)
    assert "Caps lock is on." in _seen(page)


def test_after_several_misses_damage_is_thought_of_and_nothing_is_counted(
    qtbot: QtBot, page: UnlockPage
) -> None:
    for _ in range(2):
        _type(qtbot, "no")
        assert "may be damaged" not in _seen(page)
    _type(qtbot, "no")
    assert "the beginning of the file may be damaged" in _seen(page)
    assert not any(digit in page.banner.accessibleName() for digit in "0123456789")


def test_an_empty_field_does_nothing(qtbot: QtBot, page: UnlockPage) -> None:
    been = _been(page)
    qtbot.keyClick(page.passphrase.line, Qt.Key.Key_Return)
    assert been == [] and page.banner.isHidden()


def test_the_recovery_key_opens_too_however_it_is_typed(
    qtbot: QtBot, page: UnlockPage, vault_key: VaultKey
) -> None:
    been = _been(page)
    page.other_way.setFocus()
    qtbot.keyClick(page.other_way, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.code.line
    _type(qtbot, keys.recovery_code(vault_key).replace("-", " ").lower())
    assert been == [places.AfterRecovery()]


def test_a_slip_in_the_recovery_key_is_told(qtbot: QtBot, page: UnlockPage, vault_key: VaultKey) -> None:
    page.other_way.click()
    code = keys.recovery_code(vault_key)
    slipped = code[:-1] + ("A" if code[-1] != "A" else "B")
    _type(qtbot, slipped)
    assert "isn’t the whole recovery key" in _seen(page)
    other = keys.recovery_code(keys.VaultKey(keys.new_header(), secrets.token_bytes(32)))
    page.code.set_text("")
    _type(qtbot, other)
    assert say.WRONG_SHEET in _seen(page)


def test_groups_are_counted_while_the_key_is_typed(qtbot: QtBot, page: UnlockPage) -> None:
    page.other_way.click()
    qtbot.keyClicks(page.code.line, "ABCD-EFGH-J")
    assert "2 of 14 groups" in _seen(page)


def _cut(path: Path) -> None:
    os.truncate(path, 3000)


def _alter_header(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"hello")


def _newer(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(1)
        file.write(b"9")


def _gone(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    ("spoil", "title"),
    [
        (_cut, "This file isn’t a whole journal"),
        (_alter_header, "This file isn’t a whole journal"),
        (_newer, "This journal was saved by a newer version"),
        (_gone, "This journal isn’t where it was"),
    ],
)
def test_every_way_a_file_refuses_has_its_words(
    qtbot: QtBot, page: UnlockPage, vault_path: Path, spoil: Callable[[Path], None], title: str
) -> None:
    spoil(vault_path)
    _type(qtbot, RIGHT)
    seen = _seen(page)
    assert title in seen
    assert "changed" in seen or "Nothing is wrong with it" in seen
    assert not page.context.runner.is_open


def test_a_journal_open_elsewhere_says_so(
    qtbot: QtBot, page: UnlockPage, vault_path: Path, vault_key: VaultKey
) -> None:
    other = Vault.open(vault_path, vault_key.raw)
    _type(qtbot, RIGHT)
    assert "This journal is already open" in _seen(page)
    assert f"process {os.getpid()}" in _seen(page)
    other.close()
    been = _been(page)
    qtbot.keyClick(page.passphrase.line, Qt.Key.Key_Return)
    assert been == [places.Today()]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_only_allows_reading(qtbot: QtBot, page: UnlockPage, vault_path: Path) -> None:
    folder = vault_path.parent
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        _type(qtbot, RIGHT)
        assert "This journal can’t be written to" in _seen(page)
    finally:
        folder.chmod(stat.S_IRWXU)


def test_another_journal_can_be_picked(qtbot: QtBot, page: UnlockPage, tmp_path: Path) -> None:
    been = _been(page)
    assert page.context.notices.answers is not None
    page.context.notices.answers.append(tmp_path / "other.vault")
    page.different.setFocus()
    qtbot.keyClick(page.different, Qt.Key.Key_Space)
    assert been == [places.Unlock(tmp_path / "other.vault")]


def test_a_file_elsewhere_is_named_and_the_usual_one_is_not(
    page: UnlockPage, vault_path: Path, own_home: Path
) -> None:
    assert vault_path.name in _seen(page)
    own_home.mkdir(parents=True)
    shutil.copy(vault_path, own_home / "notes.vault")
    page.arrive(places.Unlock())
    assert str(own_home) not in _seen(page)


def test_when_the_file_changed_is_said(page: UnlockPage, vault_path: Path, now: datetime) -> None:
    yesterday = now.replace(day=now.day - 1, hour=22, minute=40).timestamp()
    os.utime(vault_path, (yesterday, yesterday))
    page.arrive(places.Unlock(vault_path))
    assert "Last changed yesterday, 22:40" in _seen(page)


def test_slow_opening_says_opening_and_takes_no_second_press(
    qtbot: QtBot, locked_context: Context, vault_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, calls = threading.Event(), []

    def slowly(path: Path, passphrase: str) -> Vault:
        calls.append(passphrase)
        gate.wait(5)
        raise WrongPassphrase(file=path)

    monkeypatch.setattr(access, "unlock", slowly)
    monkeypatch.setattr(unlock, "SLOW_MILLISECONDS", 30)
    runner = Runner(locked_context.notices.show_problem)
    context = Context(
        runner, locked_context.notices, locked_context.settings, locked_context.theme,
        locked_context.clock, locked_context.shelf,
    )  # fmt: skip
    page = _shown(qtbot, context, vault_path)
    qtbot.keyClicks(page.passphrase.line, RIGHT)
    for _ in range(2):
        qtbot.keyClick(page.passphrase.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.open_button.text() == say.OPENING)
    gate.set()
    qtbot.waitUntil(lambda: page.banner.isVisible())
    assert calls == [RIGHT] and page.open_button.text() == say.OPEN
    runner.close()
    page.hide()


def test_a_journal_left_open_on_another_computer_opens_when_the_person_knows_better(
    qtbot: QtBot, page: UnlockPage, vault_path: Path
) -> None:
    note = vault_path.with_name("notes.vault.lock-holder")
    note.write_text("4711 study\n")
    qtbot.keyClicks(page.passphrase.line, RIGHT)
    qtbot.keyClick(page.passphrase.line, Qt.Key.Key_Return)
    assert page.banner.words is not None
    assert page.banner.words.title == "This journal is open on study"
    assert note.exists()
    (way,) = page.banner.ways()
    with qtbot.waitSignal(page.open_requested) as went:
        qtbot.keyClick(way, Qt.Key.Key_Return)
    assert went.args == [places.Today()]


def test_three_misses_offer_a_backup(qtbot: QtBot, page: UnlockPage, vault_path: Path) -> None:
    been = _been(page)
    for number in range(3):
        assert say.OPEN_BACKUP not in [button.text() for button in page.banner.ways()]
        _type(qtbot, f"not this one {number}")
    (way,) = page.banner.ways()
    assert way.text() == say.OPEN_BACKUP
    qtbot.keyClick(way, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: been == [places.Restore(journal=vault_path)])


@pytest.mark.parametrize("content", [None, b"", b"cut short"])
def test_a_journal_that_is_gone_or_cut_short_offers_a_backup(
    qtbot: QtBot, page: UnlockPage, vault_path: Path, content: bytes | None
) -> None:
    been = _been(page)
    if content is None:
        vault_path.unlink()
    else:
        vault_path.write_bytes(content)
    _type(qtbot, RIGHT)
    (way,) = page.banner.ways()
    qtbot.keyClick(way, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: been == [places.Restore(journal=vault_path)])


def test_a_key_left_in_its_field_is_forgotten(
    qtbot: QtBot, locked_context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unattended, "KEPT_MILLISECONDS", 100)
    page = UnlockPage(locked_context)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.arrive(places.Unlock())
    qtbot.keyClicks(page.passphrase.line, "slow river")
    page.other_way.click()
    qtbot.keyClicks(page.code.line, "ABCD")
    qtbot.waitUntil(lambda: not page.passphrase.text() and not page.code.text())


def test_in_large_text_the_words_under_the_field_are_scrolled_into_view(
    qtbot: QtBot, qapp: QApplication, page: UnlockPage, locked_context: Context, vault_path: Path
) -> None:
    locked_context.theme.apply(qapp, "light", 200)
    page.resize(900, 556)
    _cut(vault_path)
    _type(qtbot, RIGHT)
    qtbot.wait(100)  # for the layout to settle: before it has, everything seems to fit
    banner = page.banner
    assert banner.visibleRegion().boundingRect() == banner.rect()
