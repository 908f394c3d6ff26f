# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from ipnb_journal.desktop.far_progress import FarProgress
from ipnb_journal.desktop.widgets.working import Working

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme


def test_shares_come_in_order_on_the_thread_that_shows_them(qtbot: QtBot) -> None:
    owner, told = QObject(), list[tuple[float, bool]]()
    here = threading.get_ident()
    progress = FarProgress(owner, lambda share: told.append((share, threading.get_ident() == here)))

    def work() -> None:
        for done in range(5):
            progress.tell(done, 4)
        progress.tell(0, 0)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(told) == 6)
    assert told == [(share, True) for share in (0.0, 0.25, 0.5, 0.75, 1.0, 1.0)]


def test_nothing_is_shown_once_its_owner_is_gone(qtbot: QtBot) -> None:
    owner, told = QObject(), list[float]()
    progress = FarProgress(owner, told.append)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete.value)
    progress.tell(1, 2)
    assert told == []


def test_a_rope_that_knows_how_far_it_is_says_so(qtbot: QtBot, theme: Theme) -> None:
    working = Working(theme)
    qtbot.addWidget(working)
    working.begin("Locking everything anew")
    qtbot.waitUntil(working.isVisible)
    working.resize(400, 24)
    pictures = [working.grab().toImage()]
    for share in (0.25, 1.0):
        working.move_to(share)
        pictures.append(working.grab().toImage())
    assert working.accessibleDescription() == "100 of 100 done"
    assert pictures[0] != pictures[1] != pictures[2]
    working.begin("Locking everything anew")
    assert working.grab().toImage() == pictures[0]
