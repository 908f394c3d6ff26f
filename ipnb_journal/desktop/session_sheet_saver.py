# SPDX-License-Identifier: MIT
"""Keeps the sheet for a session while it is written on, and says what is true of its words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ipnb_journal.desktop.autosave import LONGEST_MILLISECONDS, SaveState
from ipnb_journal.services import session_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipnb_journal.desktop.runner import Runner
    from ipnb_journal.errors import AppError
    from ipnb_journal.services.session_sheet import SessionSheet


class SessionSheetSaver(QObject):
    """Saves 400 ms after the first change that is not saved. `take()` gives the sheet as the window holds it.

    An answer counts only for the changes it was sent with. `changed` says to look again.
    """

    changed = Signal()

    def __init__(self, owner: QObject, runner: Runner, take: Callable[[], SessionSheet]) -> None:
        super().__init__(owner)
        self._owner, self._runner, self._take = owner, runner, take
        self.state = SaveState.UNTOUCHED
        self.error: AppError | None = None
        self._changes = self._sent = self._kept = 0
        self._soon = QTimer(self, singleShot=True, interval=LONGEST_MILLISECONDS)
        self._soon.timeout.connect(self.save)

    @property
    def unsaved(self) -> bool:
        """Whether the window holds changes that are not in the vault yet."""
        return self._kept != self._changes

    def touch(self) -> None:
        """Something in the window changed."""
        self._changes += 1
        if not self._soon.isActive():
            self._soon.start()
        if self.state != SaveState.NOT_SAVED:
            self._become(SaveState.SAVING)

    def save(self) -> None:
        """Hand every change to the vault now; nothing happens where all of them were handed over."""
        self._soon.stop()
        if not self.unsaved or self._sent == self._changes:
            return
        self._sent = self._changes
        self._become(SaveState.SAVING)
        sheet = self._take()
        self._runner.run(
            self._owner,
            lambda vault: session_sheet.write(vault, sheet),
            partial(self._landed, self._sent),
            partial(self._refused, self._sent),
        )

    def _landed(self, sent: int, _: object) -> None:
        self._kept = max(self._kept, sent)
        if not self.unsaved:
            self._become(SaveState.SAVED)

    def _refused(self, sent: int, error: AppError) -> None:
        if sent == self._sent:
            self._sent = self._kept
            self._become(SaveState.NOT_SAVED, error)

    def _become(self, state: SaveState, error: AppError | None = None) -> None:
        self.state, self.error = state, error
        self.changed.emit()
