# SPDX-License-Identifier: MIT
"""Keeps the prompt of one's own that is being written: when to save, and what is true of its words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ipnb_journal.desktop.autosave import LONGEST_MILLISECONDS, RETELL_MILLISECONDS, SaveState
from ipnb_journal.errors import NotFound
from ipnb_journal.services import own_prompts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ipnb_journal.desktop.runner import Runner, Vault
    from ipnb_journal.domain.own_prompts import PromptDraft
    from ipnb_journal.errors import AppError
    from ipnb_journal.services.own_prompts import OwnPrompt

_NOTHING = -1


@dataclass(slots=True)
class _Number:
    """The number a prompt has in the vault; only the vault's thread looks and writes here."""

    own_id: int | None


@dataclass(frozen=True, slots=True)
class _Sent:
    """Which changes of which sitting a job was sent with."""

    sitting: int
    changes: int


class OwnPromptSaver(QObject):
    """Saves 400 ms after the first change that is not saved; a new prompt once a word of it is typed.

    `take(draft)` gives the draft and its group as the window holds them. An answer counts only for the
    changes it was sent with. A prompt that was removed meanwhile is kept as a new one: no word is lost.
    `changed` says to look again.
    """

    changed = Signal()

    def __init__(
        self,
        owner: QObject,
        runner: Runner,
        clock: Callable[[], datetime],
        take: Callable[[PromptDraft], tuple[PromptDraft, str]],
    ) -> None:
        super().__init__(owner)
        self._owner, self._runner, self._clock, self._take = owner, runner, clock, take
        self.own: OwnPrompt | None = None
        self.draft: PromptDraft | None = None
        self.state = SaveState.UNTOUCHED
        self.error: AppError | None = None
        self._number = _Number(None)
        self._sitting = self._changes = self._sent = self._kept = 0
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
        return 0.0 if self.own is None else max(0.0, (self._clock() - self.own.changed_at).total_seconds())

    def begin(self, draft: PromptDraft, own: OwnPrompt | None) -> None:
        """Keep this prompt from here on; what was kept before must have been saved. `own` None: a new one."""
        self.end()
        self.draft, self.own = draft, own
        self._number = _Number(own.id if own is not None else None)

    def end(self) -> None:
        """Keep nothing any more."""
        self._soon.stop()
        self.draft = self.own = None
        self._sitting += 1
        self._changes = self._sent = self._kept = 0
        self._complained, self._then = False, None
        self._become(SaveState.UNTOUCHED)

    def touch(self) -> None:
        """Something in the window changed."""
        if self.draft is None:
            return
        self._changes += 1
        if not self._soon.isActive():
            self._soon.start()
        if self.state != SaveState.NOT_SAVED:
            self._become(SaveState.SAVING)

    def save(self) -> None:
        """Hand every change to the vault now; nothing happens where all of them were handed over."""
        self._soon.stop()
        if self.draft is None or not self.unsaved or self._sent == self._changes:
            return
        draft, group = self._take(self.draft)
        if self.own is None and not self._sent and not "".join(draft.words).strip():
            self._kept = self._changes
            self._become(SaveState.UNTOUCHED)
            return
        self._sent = self._changes
        self._become(SaveState.SAVING)
        told = _Sent(self._sitting, self._sent)
        self._runner.run(
            self._owner,
            partial(_keep, number=self._number, draft=draft, group=group, now=self._clock()),
            partial(self._landed, told),
            partial(self._refused, told),
        )

    def when_saved(self, then: Callable[[], None]) -> None:
        """Save what changed and call on; where that is refused `then` is not called."""
        self._then = then
        self.save()
        self._go_on()

    def _go_on(self) -> None:
        if not self.unsaved and self._then is not None:
            then, self._then = self._then, None
            then()

    def _landed(self, sent: _Sent, own: OwnPrompt) -> None:
        if sent.sitting != self._sitting:
            return
        self.own, self.draft = own, own.draft
        self._complained = False
        self._kept = max(self._kept, sent.changes)
        if not self.unsaved:
            self._become(SaveState.SAVED)
        elif self._then is not None:
            self.save()
        self._go_on()

    def _refused(self, sent: _Sent, error: AppError) -> None:
        if sent != _Sent(self._sitting, self._sent):
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


def _keep(vault: Vault, number: _Number, draft: PromptDraft, group: str, now: datetime) -> OwnPrompt:
    own = _kept(vault, number.own_id, draft, group, now)
    number.own_id = own.id
    return own


def _kept(vault: Vault, own_id: int | None, draft: PromptDraft, group: str, now: datetime) -> OwnPrompt:
    if own_id is None:
        return own_prompts.add(vault, draft, group, now)
    try:
        return own_prompts.save(vault, own_id, draft, group, now)
    except NotFound:
        return own_prompts.add(vault, draft, group, now)
