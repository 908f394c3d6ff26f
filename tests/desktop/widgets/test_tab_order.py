# SPDX-License-Identifier: MIT
"""Tab goes through a window as it is laid out, whatever was built when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.tab_order import TabOrdered

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> TabOrdered:
    """Two columns: one, two | three, shown with the keyboard on none of them."""
    made = TabOrdered()
    qtbot.addWidget(made)
    columns = QHBoxLayout(made)
    for names in (("one", "two"), ("three",)):
        column = QVBoxLayout()
        columns.addLayout(column)
        for name in names:
            column.addWidget(QPushButton(name))
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made, 5000)
    return made


def button(window: QWidget, name: str) -> QPushButton:
    return next(found for found in window.findChildren(QPushButton) if found.text() == name)


def round_of(window: QWidget, key: Qt.Key, start: str) -> list[str]:
    """The names Tab passes from `start` until it is there again."""
    button(window, start).setFocus()
    passed: list[str] = []
    while start not in passed:
        QTest.keyClick(QApplication.focusWidget(), key)
        passed.append(QApplication.focusWidget().text())
        assert len(passed) < 10, passed
    return passed


def test_tab_goes_down_each_column_and_comes_round(window: TabOrdered) -> None:
    assert round_of(window, Qt.Key.Key_Tab, "one") == ["two", "three", "one"]
    assert round_of(window, Qt.Key.Key_Backtab, "one") == ["three", "two", "one"]


def test_what_is_built_late_is_reached_where_it_stands(window: TabOrdered) -> None:
    first = window.layout().itemAt(0).layout()
    first.insertWidget(1, QPushButton("late"))
    button(window, "late").show()
    assert round_of(window, Qt.Key.Key_Tab, "one") == ["late", "two", "three", "one"]


@pytest.mark.parametrize("away", ["hide", "disable", "hand on"])
def test_what_cannot_be_used_is_passed_over(window: TabOrdered, away: str) -> None:
    two = button(window, "two")
    if away == "hide":
        two.hide()
    elif away == "disable":
        two.setEnabled(False)
    else:
        two.setFocusProxy(button(window, "three"))
    assert round_of(window, Qt.Key.Key_Tab, "one") == ["three", "one"]


def test_a_part_may_name_its_own_order(window: TabOrdered) -> None:
    window.tab_order = (button(window, "three"), button(window, "one"))
    assert round_of(window, Qt.Key.Key_Tab, "three") == ["one", "two", "three"]


def test_from_a_part_that_is_no_stop_tab_goes_on_from_there(window: TabOrdered) -> None:
    two = button(window, "two")
    two.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    two.setFocus()
    QTest.keyClick(two, Qt.Key.Key_Tab)
    assert button(window, "three").hasFocus()
    two.setFocus()
    QTest.keyClick(two, Qt.Key.Key_Backtab)
    assert button(window, "one").hasFocus()


def test_a_window_with_one_stop_keeps_the_keyboard_there(qtbot: QtBot) -> None:
    made = TabOrdered()
    qtbot.addWidget(made)
    only = QPushButton("only", made)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made, 5000)
    only.setFocus()
    QTest.keyClick(only, Qt.Key.Key_Tab)
    assert only.hasFocus()
