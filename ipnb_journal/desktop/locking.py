# SPDX-License-Identifier: MIT
"""The way out of an open journal: curtain, farewell, closing, what comes after, a fresh process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from ipnb_journal.desktop.farewell import Farewell
from ipnb_journal.desktop.wording import opening as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.curtain import Curtain
    from ipnb_journal.desktop.pages.page import Page
    from ipnb_journal.desktop.way_out import AfterLock, WayOut
    from ipnb_journal.vault.vault import Vault

SLOW_MILLISECONDS = 500


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
        self._farewell = Farewell(context, pages, self)
        self._done: Callable[[], None] | None = None
        self._work: list[AfterLock] = []
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

        `work` comes after what follows every lock.
        """
        self._curtain.cover()
        self._work = [one for one in (self._way_out.after_lock, work) if one is not None]
        self._farewell.begin(lambda: self._close(restart, done), stay)

    def _close(self, restart: Callable[[], None] | None, done: Callable[[], None]) -> None:
        def closed() -> None:
            self._slow.stop()
            if restart is not None:
                # what a closed dialog still has to put back
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
                restart()
            self._curtain.say("")
            self._done = None
            done()

        work = self._work

        def afterwards(vault: Vault) -> None:
            for one in work:
                one.job(vault)

        self._done = done
        self._slow.start()
        self._context.runner.lock(closed, afterwards if work else None)

    def _say_what_goes_on(self) -> None:
        self._curtain.say(self._work[-1].words if self._work else words.LOCKING)
