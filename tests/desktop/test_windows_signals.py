# SPDX-License-Identifier: MIT
"""Reading what Windows says; the messages are built here as Windows lays them out in memory."""

from __future__ import annotations

import ctypes
import sys

import pytest

from ipnb_journal.desktop.windows_signals import WindowsSignals, _Message, asks_for_lock, register

POWER, SESSION = 0x0218, 0x02B1


@pytest.mark.parametrize(
    ("number", "detail", "locks"),
    [
        (POWER, 4, True),  # suspends
        (POWER, 7, False),  # resumes
        (POWER, 10, False),  # battery
        (SESSION, 7, True),  # locked
        (SESSION, 8, False),  # unlocked
        (SESSION, 2, True),  # another person's turn
        (SESSION, 1, False),
        (0x0102, 4, False),  # a letter typed
        (0x0102, 7, False),
    ],
)
def test_what_leaves_the_session(number: int, detail: int, locks: bool) -> None:
    assert asks_for_lock(number, detail) is locks
    locked: list[bool] = []
    signals = WindowsSignals(lambda: locked.append(True))
    message = _Message(1, number, detail, 0)
    assert signals.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(message)) == (False, 0)
    assert bool(locked) is locks


def test_other_systems_messages_are_not_read() -> None:
    signals = WindowsSignals(lambda: pytest.fail("there is no such message"))
    assert signals.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)


def test_a_message_is_laid_out_as_on_windows() -> None:
    at = {name: getattr(_Message, name).offset for name in ("window", "number", "detail", "more")}
    assert at == {"window": 0, "number": 8, "detail": 16, "more": 24}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does register")
def test_elsewhere_nothing_is_registered() -> None:
    assert not register(0)
