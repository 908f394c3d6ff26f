# SPDX-License-Identifier: MIT
"""Keeps the page being written in the vault: when to save, what is saved, and what to say about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from ipnb_journal.services import writing

if TYPE_CHECKING:
    from ipnb_journal.desktop.runner import Runner
    from ipnb_journal.domain.entries import Draft
    from ipnb_journal.errors import AppError
    from ipnb_journal.vault.vault import Vault

T = TypeVar("T")
Finish = Callable[["Vault", "Draft", datetime], T]

PAUSE_MILLISECONDS = 800
# under ten seconds, so that the words are in the file within ten
LONGEST_MILLISECONDS = 9_000
RETELL_MILLISECONDS = 30_000


class SaveState(StrEnum):
    """What is true of the words in the window."""

    UNTOUCHED = "untouched"
    SAVING = "saving"
    SAVED = "saved"
    NOT_SAVED = "not_saved"


class Autosave(QObject):
    """Saves one open draft 800 ms after the last change, and every few seconds while changes go on.

    `take(draft)` gives the draft with what the window holds now; it is called on the GUI thread once
    per save. Changes are numbered: an answer counts only for the changes it was sent with, so a late
    one never calls newer words saved. `changed` says to look again; it carries no words.
    """

    changed = Signal()

    def __init__(
        self,
        owner: QObject,
        runner: Runner,
        clock: Callable[[], datetime],
        take: Callable[[Draft], Draft],
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._runner = runner
        self._clock = clock
        self._take = take
        self.draft: Draft | None = None
        self.state = SaveState.UNTOUCHED
        self.error: AppError | None = None
        self._changes = self._sent = self._kept = 0
        self._pause = self._timer(PAUSE_MILLISECONDS, self.save)
        self._longest = self._timer(LONGEST_MILLISECONDS, self.save)
        self._retell = self._timer(RETELL_MILLISECONDS, self._tell_again)

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.timeout.connect(slot)
        return timer

    @property
    def unsaved(self) -> bool:
        """Whether the window holds changes that are not in the vault yet."""
        return self._kept != self._changes

    @property
    def seconds_since_saved(self) -> float:
        """How long ago the words reached the file; 0 before the first time."""
        return 0.0 if self.draft is None else max(0.0, (self._clock() - self.draft.saved_at).total_seconds())

    def begin(self, draft: Draft) -> None:
        """Keep `draft` from here on; whatever was kept before must have been saved."""
        self._stop()
        self.draft = draft
        self._changes = self._sent = self._kept = 0
        self._become(SaveState.UNTOUCHED)

    def end(self) -> None:
        """Keep nothing any more."""
        self._stop()
        self.draft = None
        self._changes = self._sent = self._kept = 0
        self._become(SaveState.UNTOUCHED)

    def touch(self) -> None:
        """Something in the window changed."""
        if self.draft is None:
            return
        self._changes += 1
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        if self.state != SaveState.NOT_SAVED:
            self._become(SaveState.SAVING)

    def save(self) -> None:
        """Hand every change to the vault now; nothing happens where all of them were handed over."""
        self._stop()
        if self.draft is None or self._sent == self._changes:
            return
        number = self._sent = self._changes
        draft = self._take(self.draft)
        self._become(SaveState.SAVING)
        self._runner.run(
            self._owner,
            partial(_autosave, draft=draft, now=self._clock()),
            partial(self._landed, draft.id, number),
            partial(self._refused, draft.id, number),
        )

    def finish(self, finish: Finish[T], then: Callable[[T], None]) -> None:
        """Save, and `finish(vault, draft, now)` in the same breath; `then` gets what it gave.

        Where that is refused the words stay in the window and the state says so.
        """
        self._stop()
        if self.draft is None:
            return
        number = self._sent = self._changes
        draft = self._take(self.draft)
        self._become(SaveState.SAVING)
        self._runner.run(
            self._owner,
            partial(_finish, finish=finish, draft=draft, now=self._clock()),
            partial(self._finished, then),
            partial(self._refused, draft.id, number),
        )

    def _landed(self, draft_id: int, number: int, saved: Draft) -> None:
        if self.draft is None or self.draft.id != draft_id:
            return
        self._kept = max(self._kept, number)
        self.draft = replace(self.draft, saved_at=saved.saved_at)
        self.error = None
        if not self.unsaved:
            self._become(SaveState.SAVED)
            self._retell.start()

    def _refused(self, draft_id: int, number: int, error: AppError) -> None:
        if self.draft is None or self.draft.id != draft_id or number != self._sent:
            return
        self._sent = -1
        self.error = error
        self._become(SaveState.NOT_SAVED)

    def _finished(self, then: Callable[[T], None], result: T) -> None:
        self.end()
        then(result)

    def _tell_again(self) -> None:
        if self.state == SaveState.SAVED:
            self._retell.start()
            self.changed.emit()

    def _stop(self) -> None:
        for timer in (self._pause, self._longest, self._retell):
            timer.stop()

    def _become(self, state: SaveState) -> None:
        if state != SaveState.NOT_SAVED:
            self.error = None
        told, self.state = self.state, state
        if told != state or state in (SaveState.SAVED, SaveState.NOT_SAVED):
            self.changed.emit()


def _autosave(vault: Vault, draft: Draft, now: datetime) -> Draft:
    return writing.autosave(vault, draft, now)


def _finish(vault: Vault, finish: Finish[T], draft: Draft, now: datetime) -> T:
    return finish(vault, writing.autosave(vault, draft, now), now)
