# SPDX-License-Identifier: MIT
"""Going quiet: input holds it off, silence does not, zero minutes is never."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ipnb_journal.desktop import idle
from ipnb_journal.desktop.idle import InactivityTimer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWindow]:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)
    handle = field.windowHandle()
    assert handle is not None
    yield handle


@pytest.fixture
def timer(qapp: QApplication, window: QWindow, monkeypatch: pytest.MonkeyPatch) -> InactivityTimer:
    monkeypatch.setattr(idle, "MINUTE", 150)
    made = InactivityTimer(qapp, minutes=1)
    made.watch(window)
    return made


def test_silence_is_noticed_once(qtbot: QtBot, timer: InactivityTimer) -> None:
    heard: list[bool] = []
    timer.gone_quiet.connect(lambda: heard.append(True))
    timer.start()
    qtbot.wait(400)
    assert heard == [True]


@pytest.mark.alone
@pytest.mark.parametrize("sign", ["key", "pointer"])
def test_input_holds_it_off(qtbot: QtBot, timer: InactivityTimer, window: QWindow, sign: str) -> None:
    heard: list[bool] = []
    timer.gone_quiet.connect(lambda: heard.append(True))
    timer.start()
    for step in range(6):
        qtbot.wait(50)
        if sign == "key":
            QTest.keyClick(window, Qt.Key.Key_A)
        else:
            QTest.mouseMove(window, QPoint(5 + step, 5))
    assert heard == []
    qtbot.waitUntil(lambda: heard == [True])


def test_zero_minutes_is_never_and_stop_is_now(qtbot: QtBot, timer: InactivityTimer) -> None:
    heard: list[bool] = []
    timer.gone_quiet.connect(lambda: heard.append(True))
    timer.set_minutes(0)
    timer.start()
    qtbot.wait(250)
    timer.set_minutes(1)
    timer.stop()
    qtbot.wait(250)
    assert heard == []


@pytest.mark.alone
def test_an_input_method_is_a_sign_of_life(qtbot: QtBot, timer: InactivityTimer, window: QWindow) -> None:
    heard: list[bool] = []
    timer.gone_quiet.connect(lambda: heard.append(True))
    window.requestActivate()
    qtbot.waitUntil(lambda: isinstance(QGuiApplication.focusObject(), QLineEdit))
    timer.start()
    for _ in range(6):
        qtbot.wait(50)
        composed = QInputMethodEvent()
        composed.setCommitString("字")
        QGuiApplication.sendEvent(QGuiApplication.focusObject(), composed)
    assert heard == []
    qtbot.waitUntil(lambda: heard == [True])
