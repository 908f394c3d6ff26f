# SPDX-License-Identifier: MIT
"""The passphrase field: hidden, kept from input services, wiped with its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from ipnb_journal.desktop.widgets.secret import SecretField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> SecretField:
    made = SecretField(theme, "Passphrase", hint="Six ordinary words")
    qtbot.addWidget(made)
    made.resize(400, made.sizeHint().height())
    made.show()
    return made


@pytest.mark.parametrize("shown", [False, True])
def test_it_is_hidden_and_sensitive_also_while_it_can_be_read(field: SecretField, shown: bool) -> None:
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    field.set_shown(shown)
    hints = field.line.inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText
    assert field.line.accessibleName() == "Passphrase"


def test_show_and_hide_by_keyboard(qtbot: QtBot, field: SecretField) -> None:
    field.set_text("slow river")
    button = field.findChildren(QPushButton)[0]
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert field.shown
    assert button.text() == "Hide"
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not field.shown
    assert field.text() == "slow river"


def test_wipe_leaves_nothing_to_undo(qtbot: QtBot, field: SecretField) -> None:
    qtbot.keyClicks(field.line, "slow river")
    field.set_shown(True)
    field.wipe()
    assert field.text() == ""
    assert not field.shown
    field.line.undo()
    assert field.text() == ""


def test_caps_lock_is_told_from_what_typing_gives(qtbot: QtBot, field: SecretField) -> None:
    qtbot.keyClick(field.line, Qt.Key.Key_A)
    assert not field.caps_lock
    qtbot.keyClick(field.line, "A")
    assert field.caps_lock
    qtbot.keyClick(field.line, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not field.caps_lock


def test_an_error_keeps_and_selects_what_was_typed(qtbot: QtBot, field: SecretField) -> None:
    field.set_text("slow rivr")
    field.show_error("That passphrase doesn’t open this journal", "Nothing is lost.")
    assert field.is_wrong
    assert field.line.selectedText() or field.line.hasSelectedText()
    assert field.text() == "slow rivr"
    assert "Nothing is lost." in field.line.accessibleDescription()
    qtbot.keyClick(field.line, Qt.Key.Key_End)
    qtbot.keyClicks(field.line, "x")
    assert not field.is_wrong


def test_return_submits(qtbot: QtBot, field: SecretField) -> None:
    with qtbot.waitSignal(field.submitted):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
