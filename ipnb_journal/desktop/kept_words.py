# SPDX-License-Identifier: MIT
"""Keeps words that are typed straight into the journal: when to save, and what is true of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ipnb_journal.desktop.autosave import LONGEST_MILLISECONDS, RETELL_MILLISECONDS, SaveState

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ipnb_journal.desktop.runner import Runner, Vault
    from ipnb_journal.errors import AppError

_NOTHING = -1


class KeptWords(QObject):
    """Saves 400 ms after the first change that is not saved.

    `take()` gives the job that writes the words the window holds now. An answer counts only for the changes
    it was sent with. `changed` says to look again.
    """

    changed = Signal()

    def __init__(
        self,
        owner: QObject,
        runner: Runner,
        clock: Callable[[], datetime],
        take: Callable[[], Callable[[Vault], object]],
    ) -> None:
        super().__init__(owner)
        self._owner, self._runner, self._clock, self._take = owner, runner, clock, take
        self.is_open = False
        self._sitting = 0
        self.state = SaveState.UNTOUCHED
        self.error: AppError | None = None
        self._saved_at: datetime | None = None
        self._changes = self._sent = self._kept = 0
        self._complained = False
        self._then: Callable[[], None] | None = None
        self._soon = QTimer(self, singleShot=True, interval=LONGEST_MILLISECONDS)
        self._soon.timeout.connect(self.save)
        self._retell = QTimer(self, interval=RETELL_MILLISECONDS)
        self._retell.timeout.connect(self.changed)

    @property
    def unsaved(self) -> bool:
        """Whether the window holds changes that are not in the vault yet."""
        return self._kept != self._changes

    @property
    def seconds_since_saved(self) -> float:
        """How long ago the words reached the file; 0 before the first time."""
        at = self._saved_at
        return 0.0 if at is None else max(0.0, (self._clock() - at).total_seconds())

    def begin(self, *, kept: bool = True) -> None:
        """Begin with other words, which are to be `kept` or are only looked at; those before were saved."""
        self._soon.stop()
        self.is_open, self._saved_at, self._then = kept, None, None
        self._sitting += 1
        self._changes = self._sent = self._kept = 0
        self._complained = False
        self._become(SaveState.UNTOUCHED)

    def touch(self) -> None:
        """Something in the window changed."""
        if not self.is_open:
            return
        self._changes += 1
        if not self._soon.isActive():
            self._soon.start()
        if self.state != SaveState.NOT_SAVED:
            self._become(SaveState.SAVING)

    def save(self) -> None:
        """Hand every change to the vault now; nothing happens where all of them were handed over."""
        self._soon.stop()
        if not self.is_open or self._changes in (self._kept, self._sent):
            return
        self._sent = self._changes
        self._become(SaveState.SAVING)
        told = (self._sitting, self._sent)
        self._runner.run(self._owner, self._take(), partial(self._landed, told), partial(self._refused, told))

    def when_saved(self, then: Callable[[], None]) -> None:
        """Save what changed and call on; where that is refused `then` is not called."""
        self._then = then
        self.save()
        self._go_on()

    def _go_on(self) -> None:
        if not self.unsaved and self._then is not None:
            then, self._then = self._then, None
            then()

    def _landed(self, sent: tuple[int, int], _: object) -> None:
        sitting, changes = sent
        if sitting != self._sitting:
            return
        self._complained, self._saved_at = False, self._clock()
        self._kept = max(self._kept, changes)
        if not self.unsaved:
            self._become(SaveState.SAVED)
        elif self._then is not None:
            self.save()
        self._go_on()

    def _refused(self, sent: tuple[int, int], error: AppError) -> None:
        if sent != (self._sitting, self._sent):
            return
        self._then = None
        self._sent = _NOTHING
        self._become(SaveState.NOT_SAVED, error)
        if not self._complained and isinstance(self._owner, QWidget) and not self._owner.isVisible():
            # the page that would say so is out of sight
            self._complained = True
            self._runner.tell(error)

    def _become(self, state: SaveState, error: AppError | None = None) -> None:
        told, self.state, self.error = self.state, state, error
        if state is SaveState.SAVED:
            self._retell.start()
        else:
            self._retell.stop()
        if told != state or state in (SaveState.SAVED, SaveState.NOT_SAVED):
            self.changed.emit()
