# SPDX-License-Identifier: MIT
"""Signals do not eat references: on one PySide6 with Python 3.11 each of them dropped one, and aborted."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal

EMITS = 2000
NOISE = 50


class Bell(QObject):
    rung = Signal(bool)
    struck = Signal()
    given = Signal(object)


def test_two_thousand_signals_leave_the_singletons_alone() -> None:
    bell = Bell()
    heard = []
    bell.rung.connect(lambda on: heard.append(on))
    bell.struck.connect(lambda: None)
    bell.given.connect(lambda thing: None)
    held = [sys.getrefcount(thing) for thing in (True, None, False)]
    for _ in range(EMITS):
        bell.rung.emit(True)
        bell.struck.emit()
        bell.given.emit(None)
    assert heard == [True] * EMITS
    heard.clear()
    after = [sys.getrefcount(thing) for thing in (True, None, False)]
    for before, now in zip(held, after, strict=True):
        assert abs(now - before) < NOISE
