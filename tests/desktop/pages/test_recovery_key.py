# SPDX-License-Identifier: MIT
"""The spare key: all of it is shown, can be kept, and one group has to be typed back."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.recovery_key import NewSheetPage, RecoveryKeyPage
from ipnb_journal.desktop.recovery_picture import SheetPicture
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.services import access
from ipnb_journal.vault import keys, preferences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.vault.keys import VaultKey


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[RecoveryKeyPage]:
    made = RecoveryKeyPage(context)
    qtbot.addWidget(made)
    made.resize(1280, 756)
    made.show()
    qtbot.waitExposed(made)
    made.arrive(places.RecoveryKey())
    yield made


@pytest.fixture
def groups(vault_key: VaultKey) -> list[str]:
    return keys.recovery_code(vault_key).split("-")


def _asked(page: RecoveryKeyPage) -> int:
    label = next(t.text() for t in page.findChildren(Text) if t.text().startswith("To be sure you have it"))
    return int(label.rsplit(" ", 1)[1])


def test_every_group_is_there_for_eye_and_ear(page: RecoveryKeyPage, groups: list[str]) -> None:
    told = page.findChildren(SheetPicture)[0].accessibleDescription()
    assert told == ", ".join(f"{n}: {' '.join(group)}" for n, group in enumerate(groups, 1))


def test_the_asked_group_turns_continue_on_however_it_is_typed(
    qtbot: QtBot, page: RecoveryKeyPage, groups: list[str]
) -> None:
    been: list[Place] = []
    page.open_requested.connect(been.append)
    assert not page.continue_button.isEnabled()
    qtbot.keyClicks(page.group.line, groups[_asked(page) - 1].lower().replace("0", "o").replace("1", "l"))
    assert page.continue_button.isEnabled()
    qtbot.keyClick(page.group.line, Qt.Key.Key_Return)
    assert been == [places.Protection()]


def test_another_group_does_not(qtbot: QtBot, page: RecoveryKeyPage, groups: list[str]) -> None:
    asked = _asked(page)
    other = next(group for group in groups if group != groups[asked - 1])
    qtbot.keyClicks(page.group.line, other)
    qtbot.keyClick(page.group.line, Qt.Key.Key_Return)
    assert not page.continue_button.isEnabled()
    assert f"Look at group {asked}" in "\n".join(t.text() for t in page.findChildren(Text))


def test_groups_are_asked_for_at_random(page: RecoveryKeyPage) -> None:
    asked = set()
    for _ in range(60):
        page.arrive(places.RecoveryKey())
        asked.add(_asked(page))
    assert len(asked) > 5 and asked <= set(range(1, 15))


def test_the_pdf_is_private(qtbot: QtBot, page: RecoveryKeyPage, tmp_path: Path) -> None:
    target = tmp_path / "key.pdf"
    assert page.context.notices.answers is not None
    page.context.notices.answers.append(target)
    qtbot.keyClick(page.save_button, Qt.Key.Key_Return)
    assert target.read_bytes().startswith(b"%PDF")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_pdf_that_cannot_be_written_is_told(qtbot: QtBot, page: RecoveryKeyPage, tmp_path: Path) -> None:
    assert page.context.notices.answers is not None
    page.context.notices.answers.append(tmp_path / "nowhere" / "key.pdf")
    qtbot.keyClick(page.save_button, Qt.Key.Key_Return)
    told = page.context.notices.told[-1]
    assert told.title == "That file can’t be used just now"  # type: ignore[union-attr]


def test_copying_marks_the_clipboard_as_secret_and_a_lock_clears_it(
    qtbot: QtBot, page: RecoveryKeyPage, groups: list[str]
) -> None:
    qtbot.keyClick(page.copy, Qt.Key.Key_Return)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "-".join(groups)
    assert data.data("x-kde-passwordManagerHint").data() == b"secret"
    page.context.notices.withdraw()
    assert QGuiApplication.clipboard().text() == ""


OF_ANOTHER = {"recovery_sheet_kept": "J1before000000000"}


@pytest.fixture
def new_sheet(qtbot: QtBot, context: Context) -> NewSheetPage:
    made = NewSheetPage(context)
    qtbot.addWidget(made)
    made.resize(1280, 756)
    made.show()
    qtbot.waitExposed(made)
    made.arrive(places.NewSheet())
    return made


def test_a_new_sheet_typed_back_is_noted_as_kept(
    qtbot: QtBot, new_sheet: NewSheetPage, context: Context, groups: list[str]
) -> None:
    been: list[Place] = []
    new_sheet.open_requested.connect(been.append)
    context.runner.run(new_sheet, lambda vault: preferences.store(vault, OF_ANOTHER))
    qtbot.keyClicks(new_sheet.group.line, groups[_asked(new_sheet) - 1])
    qtbot.keyClick(new_sheet.group.line, Qt.Key.Key_Return)
    assert been == [places.OlderBackups()]
    known: list[access.Keys] = []
    context.runner.run(new_sheet, access.keys_in_use, known.append)
    assert known[0].kept


def test_a_new_sheet_left_for_later_is_not(qtbot: QtBot, new_sheet: NewSheetPage, context: Context) -> None:
    been: list[Place] = []
    new_sheet.open_requested.connect(been.append)
    context.runner.run(new_sheet, lambda vault: preferences.store(vault, OF_ANOTHER))
    assert "Step 2" not in "\n".join(text.text() for text in new_sheet.findChildren(Text))
    qtbot.keyClick(new_sheet.later, Qt.Key.Key_Return)
    assert been == [places.OlderBackups()]
    known: list[access.Keys] = []
    context.runner.run(new_sheet, access.keys_in_use, known.append)
    assert not known[0].kept


def test_the_sheet_of_the_key_before_neither_fits_nor_is_copied(
    qtbot: QtBot, new_sheet: NewSheetPage, groups: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # the vault's thread is busy, so the sheet of the key made since isn't read yet
    monkeypatch.setattr(new_sheet.context.runner, "run", lambda *_, **__: None)
    new_sheet.arrive(places.NewSheet())
    qtbot.keyClicks(new_sheet.group.line, groups[_asked(new_sheet) - 1])
    assert not new_sheet.continue_button.isEnabled()
    new_sheet.copy.click()
    assert "-".join(groups) not in QGuiApplication.clipboard().text()
