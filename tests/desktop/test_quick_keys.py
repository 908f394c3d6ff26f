# SPDX-License-Identifier: MIT
"""Lock and close now work over a dialog, where a menu's own shortcuts don't."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from ipnb_journal.desktop.menus import MENUS, QUICK
from ipnb_journal.desktop.quick_keys import QuickKeys

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def done(window: QWidget) -> list[str]:
    seen: list[str] = []
    action = QAction("Lock", window)
    action.setShortcuts([QKeySequence("Ctrl+L"), QKeySequence("F12")])
    action.triggered.connect(lambda: seen.append("lock"))
    window.addAction(action)
    QuickKeys([action], window)
    return seen


@pytest.mark.parametrize("key", [Qt.Key.Key_F12, Qt.Key.Key_L])
def test_over_a_dialog_the_key_still_works(
    qtbot: QtBot, window: QWidget, done: list[str], key: Qt.Key
) -> None:
    dialog = QDialog(window)
    field = QLineEdit(dialog)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    control = Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_L else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(dialog.windowHandle(), key, control)
    assert done == ["lock"]
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_A)
    assert done == ["lock"]
    assert field.isVisible()
    dialog.reject()


def test_in_the_window_itself_it_works_once(window: QWidget, done: list[str]) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F12)
    assert done == ["lock"]


def test_the_quick_ones_are_in_the_menus_and_have_keys() -> None:
    items = {item.key: item for _, entries in MENUS for item in entries}
    for key in QUICK:
        assert items[key].keys and items[key].when == "always"
    keys = [one for item in items.values() for one in item.keys]
    assert len(keys) == len(set(keys))
