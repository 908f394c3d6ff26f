# SPDX-License-Identifier: MIT
"""The way out of an open journal: curtain, farewell, closing, what comes after, a fresh process."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ipnb_journal.desktop.farewell import Farewell
from ipnb_journal.desktop.wording import opening as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.curtain import Curtain
    from ipnb_journal.desktop.pages.page import Page
    from ipnb_journal.desktop.way_out import AfterLock, WayOut

SLOW_MILLISECONDS = 500
VANISH_SECONDS = 1.0


class Locking(QObject):
    """Blanks the window at once, flushes, closes the journal, does what comes after, and restarts.

    Without a restart, and where it is refused, `begin`'s `done` is called instead.
    """

    def __init__(
        self,
        context: Context,
        curtain: Curtain,
        pages: Callable[[], Iterable[Page]],
        way_out: WayOut,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._curtain, self._way_out = context, curtain, way_out
        self._pages = pages
        self._farewell = Farewell(context, pages, self)
        self._done: Callable[[], None] | None = None
        self._work: AfterLock | None = None
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MILLISECONDS)
        self._slow.timeout.connect(self._say_what_goes_on)

    @property
    def under_way(self) -> bool:
        """Whether the journal is being locked."""
        return self._farewell.under_way or self._done is not None

    def begin(
        self,
        restart: Callable[[], None] | None,
        done: Callable[[], None],
        stay: Callable[[], None],
        work: AfterLock | None = None,
    ) -> None:
        """Lock. `restart` returns only where it was refused; `stay` if unsaved words stay in view.

        `work` comes in the place of what follows every lock, which could do away with what it works on.
        """
        self._curtain.cover()
        while popup := QApplication.activePopupWidget():
            popup.close()
        self._work = work or self._way_out.after_lock
        self._farewell.begin(lambda: self._close(restart, done), stay)

    def vanish(self, close: Callable[[], object]) -> None:
        """Hide every window, hand over the last words, and end within a second.

        `close` is called where the process is not ours to end. Words that can't be written in that
        time are lost: whoever asks for this wants nothing to be seen.
        """
        for window in QApplication.topLevelWidgets():
            window.hide()
        # what an input method is still composing belongs to the words
        QGuiApplication.inputMethod().commit()
        QGuiApplication.sync()
        end = time.monotonic() + VANISH_SECONDS
        for _ in range(2):
            # twice: what was typed while a save was under way is handed over only after its answer
            for page in self._pages():
                page.leave()
            self._context.runner.settle(end - time.monotonic())
        self._context.runner.lock()
        self._context.runner.settle(end - time.monotonic())
        (self._way_out.vanish or close)()

    def _close(self, restart: Callable[[], None] | None, done: Callable[[], None]) -> None:
        def closed() -> None:
            self._slow.stop()
            if restart is not None:
                restart()
            self._curtain.say("")
            self._done = None
            done()

        self._done = done
        self._slow.start()
        self._context.runner.lock(closed, None if self._work is None else self._work.job)

    def _say_what_goes_on(self) -> None:
        self._curtain.say(words.LOCKING if self._work is None else self._work.words)
