# SPDX-License-Identifier: MIT
"""A person at the keyboard: presses keys in the real window and reads what is on the screen."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListView, QTextEdit, QWidget

from ipnb_journal.desktop.main import Desktop, make_app
from tests.desktop.seeing import StrayWindows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ipnb_journal.desktop.window import MainWindow

PATIENCE = 15.0
MOST_TABS = 80


class Person:
    """Sits before one window. Everything is done by keys; nothing is called on a page."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop

    @property
    def window(self) -> MainWindow:
        return self.desktop.window

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, to whatever has the keyboard."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self.settle()

    def hold_ctrl(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def write(self, text: str) -> None:
        """Type `text` where the keyboard is."""
        QTest.keyClicks(self.focus, text)
        self.settle()

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, f"nothing has the keyboard; on screen: {self.sees()}"
        return found

    def tab_to(self, name: str) -> None:
        """Press Tab until the keyboard is on the part called `name`."""
        passed = []
        for _ in range(MOST_TABS):
            if name in names_of(self.focus):
                return
            passed.append(names_of(self.focus)[0])
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {name!r}; it went {passed}")

    def choose(self, name: str) -> None:
        """Tab to a button called `name` and press it."""
        self.tab_to(name)
        self.press(Qt.Key.Key_Return)

    def sees(self) -> list[str]:
        """Every text on the screen now."""
        parts = [part for part in self.window.findChildren(QWidget) if part.isVisible()]
        return [text for part in parts for text in texts_of(part) if text]

    def reads(self, text: str) -> bool:
        """Whether `text` stands somewhere on the screen."""
        return any(text in seen for seen in self.sees())

    def described(self, name: str) -> str:
        """What a screen reader says of the part called `name`."""
        parts = (part for part in self.window.findChildren(QWidget) if part.isVisible())
        return next(part.accessibleDescription() for part in parts if part.accessibleName() == name)

    def waits_to_read(self, text: str) -> None:
        """Wait until `text` is on the screen."""
        self.waits(lambda: self.reads(text), f"to read {text!r}")
        self.settle()

    def waits(self, until: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not until():
            assert time.monotonic() < end, f"waited in vain {what}; on screen: {self.sees()}"
            # asleep inside Qt this thread would keep the interpreter to itself, and the workers would starve
            time.sleep(0.02)
            QTest.qWait(0)

    def settle(self) -> None:
        """Let everything under way come to rest."""
        for _ in range(3):
            QApplication.processEvents()
        self.desktop.runner.settle()
        QApplication.processEvents()


def names_of(part: QWidget) -> list[str]:
    """What a person would call a part of the screen."""
    words = [part.accessibleName()]
    if isinstance(part, QAbstractButton | QLabel):
        words.insert(0, part.text().replace("&", ""))
    return words


def texts_of(part: QWidget) -> list[str]:
    """What a part shows."""
    if isinstance(part, QAbstractButton | QLabel):
        return [part.text().replace("&&", "&") or part.accessibleName()]
    if isinstance(part, QLineEdit):
        return [part.text() if part.echoMode() == QLineEdit.EchoMode.Normal else "•" * len(part.text())]
    if isinstance(part, QTextEdit):
        return [part.toPlainText()]
    if isinstance(part, QListView):
        model = part.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())] if model else []
    return []


@pytest.fixture
def person(own_home: object) -> Iterator[Person]:
    """Somebody who just started the program for the first time."""
    app = make_app()
    desktop = Desktop(app, backs_up=True)
    desktop.show()
    assert QTest.qWaitForWindowExposed(desktop.window)
    desktop.window.activateWindow()
    assert QTest.qWaitForWindowActive(desktop.window, 5000)
    strays = StrayWindows()
    app.installEventFilter(strays)
    yield Person(desktop)
    app.removeEventFilter(strays)
    assert strays.seen == []
    desktop.window.close()
    desktop.close()
    app.processEvents()
