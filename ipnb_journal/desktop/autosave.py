# SPDX-License-Identifier: MIT
"""Keeps the page being written in the vault: when to save, what is saved, and what to say about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ipnb_journal.services import session

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ipnb_journal.desktop.runner import Runner
    from ipnb_journal.domain.entries import Draft, Entry
    from ipnb_journal.domain.safety import Leaving
    from ipnb_journal.errors import AppError

T = TypeVar("T")

PAUSE_MILLISECONDS = 800
# well under a second, so that words a second old are in the file however busy the computer is
LONGEST_MILLISECONDS = 400
RETELL_MILLISECONDS = 30_000
_NOTHING = -1


class SaveState(StrEnum):
    """What is true of the words in the window."""

    UNTOUCHED = "untouched"
    SAVING = "saving"
    SAVED = "saved"
    NOT_SAVED = "not_saved"


@dataclass(frozen=True, slots=True)
class _Sent:
    """Which changes of which sitting a job was sent with."""

    sitting: int
    changes: int


class Autosave(QObject):
    """Saves one open draft 400 ms after the first change that is not saved, however long changes go on.

    `take(draft)` gives the draft with what the window holds now; it is called on the GUI thread once
    per save. Changes are numbered: an answer counts only for the changes it was sent with, so a late
    one never calls newer words saved. While changes go on the state stays SAVING; it becomes SAVED
    when they rest for 800 ms, or when `save` was called. `changed` says to look again; it carries no
    words.
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
        self._sitting = self._changes = self._sent = self._kept = 0
        # a job whose answer has to come before anything else is sent
        self._alone = False
        self._complained = False
        self._queued: Callable[[], None] | None = None
        self._leaving: Callable[[], None] | None = None
        self._pause = self._timer(PAUSE_MILLISECONDS, self._rest)
        self._longest = self._timer(LONGEST_MILLISECONDS, self._save_on_the_way)
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
        """Keep `draft` from here on; whatever was kept before must have been saved.

        A draft that is not in the vault yet gets there with the first save.
        """
        self.end()
        self.draft = draft

    def end(self) -> None:
        """Keep nothing any more."""
        self._stop()
        self.draft = None
        self._sitting += 1
        self._changes = self._sent = self._kept = 0
        self._alone = self._complained = False
        self._queued = self._leaving = None
        self._become(SaveState.UNTOUCHED)

    def let_go(self, then: Callable[[], None]) -> None:
        """Save what changed, keep nothing any more and call on.

        Where that is refused the words stay in the window, and `then` is not called.
        """
        self.save()
        if not self.unsaved:
            self.end()
            then()
        elif self.state != SaveState.NOT_SAVED:
            self._leaving = then

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
        self._pause.stop()
        if self._alone and self._sent != self._changes:
            self._queued = self._queued or self.save
        elif self.unsaved:
            self._send()
        else:
            self._rest()

    def _save_on_the_way(self) -> None:
        """As `save`, but one after the other, and without calling the words saved while they go on."""
        # what is under way sends the rest when it lands
        if not self._alone and self._sent <= self._kept:
            self._send()

    def _rest(self) -> None:
        """The changes came to rest: say so, or save what is left of them."""
        if self.unsaved:
            self._save_on_the_way()
        elif self.state == SaveState.SAVING and not self._alone:
            self._be_saved()

    def _send(self) -> None:
        if self.draft is None or self._sent == self._changes:
            return
        draft, told = self._hand_over(self.draft)
        self._runner.run(
            self._owner,
            partial(session.keep, draft=draft, now=self._clock()),
            partial(self._landed, told),
            partial(self._refused, told),
        )

    def finish(self, then: Callable[[Entry | None], None], leaving: Leaving | None = None) -> None:
        """Save what changed and set the page down; `then` gets the page that stands now.

        Where that is refused the words stay in the window and the state says so.
        """
        if self.draft is None:
            return
        if self._alone:
            self._queued = partial(self.finish, then, leaving)
            return
        changed = self._changes > 0
        draft, told = self._hand_over(self.draft, alone=True)
        self._runner.run(
            self._owner,
            partial(session.finish, draft=draft, now=self._clock(), changed=changed, leaving=leaving),
            partial(self._set_down, told, then),
            partial(self._refused, told),
        )

    def put_back(self, then: Callable[[], None]) -> None:
        """Forget what was changed since the page was opened."""
        if self.draft is None or self._alone:
            return
        draft, told = self._hand_over(self.draft, alone=True)
        self._runner.run(
            self._owner,
            partial(session.put_back, draft=draft),
            partial(self._finished, told, lambda _: then()),
            partial(self._refused, told),
        )

    def _hand_over(self, draft: Draft, *, alone: bool = False) -> tuple[Draft, _Sent]:
        self._longest.stop()
        self._retell.stop()
        self._sent = self._changes
        self._alone = alone or draft.id == session.NOT_YET
        # on a full disk the plain fact stands while changes go on, whatever is tried meanwhile
        if self.state != SaveState.NOT_SAVED or not self._pause.isActive():
            self._become(SaveState.SAVING)
        return self._take(draft), _Sent(self._sitting, self._sent)

    def _landed(self, sent: _Sent, saved: Draft) -> None:
        if self.draft is None or sent.sitting != self._sitting:
            return
        if self.draft.id == session.NOT_YET:
            self._alone = False
        self._complained = False
        if self.state == SaveState.NOT_SAVED:
            self._become(SaveState.SAVING)
        self._kept = max(self._kept, sent.changes)
        self.draft = replace(saved, page=self.draft.page, step=self.draft.step)
        queued, self._queued = self._queued, None
        if queued is not None:
            queued()
        elif self._leaving is not None:
            self.let_go(self._leaving)
        else:
            self._go_on()

    def _go_on(self) -> None:
        """A save landed: send what was typed meanwhile, or say that all is well once typing rests."""
        if self.unsaved:
            if not self._longest.isActive():
                self._save_on_the_way()
        elif not self._pause.isActive():
            self._be_saved()

    def _be_saved(self) -> None:
        self._become(SaveState.SAVED)
        self._retell.start()

    def _refused(self, sent: _Sent, error: AppError) -> None:
        if sent != _Sent(self._sitting, self._sent):
            return
        self._alone, self._queued, self._leaving = False, None, None
        self._sent = _NOTHING
        self._become(SaveState.NOT_SAVED, error)
        if not self._complained and isinstance(self._owner, QWidget) and not self._owner.isVisible():
            # the page that would say so is out of sight
            self._complained = True
            self._runner.tell(error)

    def _set_down(self, sent: _Sent, then: Callable[[Entry | None], None], entry: Entry | None) -> None:
        if sent.sitting != self._sitting or self.draft is None or sent.changes == self._changes:
            self._finished(sent, then, entry)
            return
        # typed while the page was being set down: its draft is gone, so those words go after it
        self._queued = None
        self.draft = replace(self.draft, id=session.NOT_YET, entry_id=None)
        draft, told = self._hand_over(self.draft, alone=True)
        self._runner.run(
            self._owner,
            partial(session.write_on, entry=entry, draft=draft, now=self._clock()),
            partial(self._set_down, told, then),
            partial(self._refused, told),
        )

    def _finished(self, sent: _Sent, then: Callable[[T], None], result: T) -> None:
        if sent.sitting == self._sitting:
            leaving = self._leaving
            self.end()
            then(result)
            if leaving is not None:
                leaving()

    def _tell_again(self) -> None:
        if self.state == SaveState.SAVED:
            self._retell.start()
            self.changed.emit()

    def _stop(self) -> None:
        for timer in (self._pause, self._longest, self._retell):
            timer.stop()

    def _become(self, state: SaveState, error: AppError | None = None) -> None:
        told, self.state, self.error = self.state, state, error
        if told != state or state in (SaveState.SAVED, SaveState.NOT_SAVED):
            self.changed.emit()
