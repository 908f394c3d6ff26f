# SPDX-License-Identifier: MIT
"""Sleep waits while the journal is open, and for no longer; over a real private bus."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtDBus import QDBusConnection

from ipnb_journal.desktop.sleep_delay import SleepDelay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.logind import Logind

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="needs a D-Bus daemon"
)


@pytest.fixture
def delay(qapp: object, bus: str) -> Iterator[SleepDelay]:
    yield SleepDelay(QDBusConnection.connectToBus(bus, "sleep"), lambda: "Notes")
    QDBusConnection.disconnectFromBus("sleep")


def test_sleep_waits_until_it_is_let(qtbot: QtBot, logind: Logind, delay: SleepDelay) -> None:
    delay.hold()
    delay.hold()
    qtbot.waitUntil(lambda: delay.holds)
    delay.hold()
    assert logind.asked == [("sleep", "Notes", "Saving", "delay")]
    assert logind.held == 1
    delay.release()
    qtbot.waitUntil(lambda: logind.held == 0)
    delay.hold()
    qtbot.waitUntil(lambda: logind.held == 1)


def test_what_comes_after_the_release_is_not_kept(qtbot: QtBot, logind: Logind, delay: SleepDelay) -> None:
    delay.hold()
    delay.release()
    qtbot.waitUntil(lambda: len(logind.asked) == 1)
    qtbot.waitUntil(lambda: logind.held == 0)
    assert not delay.holds


def test_a_refusal_is_asked_again_the_next_time(qtbot: QtBot, logind: Logind, delay: SleepDelay) -> None:
    logind.refuses = True
    delay.hold()
    qtbot.waitUntil(lambda: delay._asking is None)
    assert not delay.holds
    logind.refuses = False
    delay.hold()
    qtbot.waitUntil(lambda: delay.holds)


def test_a_bus_without_logind_holds_nothing(qtbot: QtBot, delay: SleepDelay) -> None:
    delay.hold()
    qtbot.waitUntil(lambda: delay._asking is None)
    assert not delay.holds
    delay.release()


def test_no_bus_is_no_trouble(qapp: object) -> None:
    nowhere = SleepDelay(QDBusConnection("nowhere"), lambda: "Notes")
    nowhere.hold()
    nowhere.release()
    assert not nowhere.holds
