# SPDX-License-Identifier: MIT
"""Sleep and screen lock, told over a real private bus."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtDBus import QDBusConnection

from ipnb_journal.desktop.session_signals import SessionSignals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None or shutil.which("dbus-send") is None, reason="needs D-Bus tools"
)

LOGIN = "/org/freedesktop/login1"
HEARD = [
    (LOGIN, "org.freedesktop.login1.Manager.PrepareForSleep", "boolean:true"),
    (f"{LOGIN}/session/_32", "org.freedesktop.login1.Session.Lock", ""),
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", "boolean:true"),
]
UNHEARD = [
    (LOGIN, "org.freedesktop.login1.Manager.PrepareForSleep", "boolean:false"),
    (LOGIN, "org.freedesktop.login1.Manager.PrepareForShutdown", "boolean:true"),
    (f"{LOGIN}/session/_33", "org.freedesktop.login1.Session.Lock", ""),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", "boolean:false"),
]


@pytest.fixture
def signals(qapp: object, bus: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[SessionSignals]:
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    system = QDBusConnection.connectToBus(bus, "system for the test")
    session = QDBusConnection.connectToBus(bus, "session for the test")
    yield SessionSignals(system, session)
    QDBusConnection.disconnectFromBus("system for the test")
    QDBusConnection.disconnectFromBus("session for the test")


def _send(bus: str, path: str, name: str, value: str) -> None:
    subprocess.run(
        ["dbus-send", f"--bus={bus}", "--type=signal", path, name, *([value] if value else [])], check=True
    )


@pytest.mark.parametrize(("path", "name", "value"), HEARD, ids=[f"{path} {name}" for path, name, _ in HEARD])
def test_what_asks_for_a_lock(
    qtbot: QtBot, bus: str, signals: SessionSignals, path: str, name: str, value: str
) -> None:
    with qtbot.waitSignal(signals.lock_wanted, timeout=3000):
        _send(bus, path, name, value)


def test_what_does_not(qtbot: QtBot, bus: str, signals: SessionSignals) -> None:
    heard: list[bool] = []
    signals.lock_wanted.connect(lambda: heard.append(True))
    for signal in UNHEARD:
        _send(bus, *signal)
    _send(bus, *HEARD[0])
    qtbot.waitUntil(lambda: bool(heard))
    assert len(heard) == 1


def test_no_bus_is_no_trouble(qapp: object) -> None:
    nowhere = QDBusConnection("nowhere")
    assert not nowhere.isConnected()
    SessionSignals(nowhere, nowhere)
