# SPDX-License-Identifier: MIT
"""Notes on the time line, from the chart they stand on: written, changed, taken away, brought back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.event_note_form import EventNoteForm
from ipnb_journal.desktop.wording import event_notes as words
from ipnb_journal.domain.event_notes import EventNote
from ipnb_journal.services import event_notes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ipnb_journal.desktop.charts.frame import ChartFrame
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.runner import Vault


class TimeLineNotes(QObject):
    """A link in the frame's foot for the day pointed at, and the form that it opens below.

    The vault's topic `event_notes` tells the page of every change. `shown` tells whether the form is open.
    """

    shown = Signal(bool)

    def __init__(self, context: Context, frame: ChartFrame, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._frame = context, frame
        self._notes: tuple[EventNote, ...] = ()
        self._day: int | None = None
        self.link = LinkButton(context.theme, words.WRITE)
        self.form = EventNoteForm(context.theme, context.clock().date())
        self.form.hide()
        self.link.clicked.connect(self.write)
        self.form.given.connect(self._keep)
        self.form.dropped.connect(self._take_away)
        self.form.left.connect(self._leave_it)

    def show_notes(self, notes: Sequence[EventNote]) -> None:
        """Which notes there are."""
        self._notes = tuple(notes)
        self.point_at(None)

    def offer(self, *, offered: bool) -> None:
        """Whether notes can be written from what is on show, which is not where the days are made up."""
        offered = offered and not self._context.runner.read_only
        self.link.setVisible(offered)
        if not offered:
            self.form.hide()

    def point_at(self, day: int | None) -> None:
        """Say what the link does for a day (an ordinal), or with None for today."""
        self._day = day
        self.link.setText(words.CHANGE if self._standing() else words.WRITE)

    def write(self) -> None:
        """Open the form on the note of the day pointed at; again, on its next one; at last on a new one."""
        today = self._context.clock().date()
        day = date.fromordinal(self._day) if self._day is not None else today
        self.form.set_today(today)
        self.form.show_note(self._next() or EventNote(0, "", min(day, today), ""))
        self.shown.emit(True)

    def keep_open(self) -> None:
        """Keep what is typed in the open form, because the page is being left."""
        if self.form.isHidden() or not self.form.is_changed:
            return
        self._keep(self.form.note)

    def _standing(self) -> list[EventNote]:
        return [note for note in self._notes if note.day.toordinal() == self._day]

    def _next(self) -> EventNote | None:
        """The day's note after the one in the open form; its first where the form shows none of them."""
        standing = self._standing()
        numbers = [note.id for note in standing]
        shown = self.form.note.id if not self.form.isHidden() else 0
        following = numbers.index(shown) + 1 if shown in numbers else 0
        return standing[following] if following < len(standing) else None

    def _keep(self, note: EventNote) -> None:
        now = self._context.clock()
        before = next((each for each in self._notes if each.id == note.id), None)
        # one that was undone while it was being changed is written anew
        if before is not None:
            self._run(
                lambda vault: event_notes.change(vault, note),
                lambda _: self._say(words.CHANGED, lambda vault: event_notes.change(vault, before)),
            )
            return
        self._run(
            lambda vault: event_notes.add(vault, note.day, note.text, now, note.kind),
            lambda kept: self._say(words.KEPT, lambda vault: event_notes.remove(vault, kept.id)),
        )

    def _take_away(self, note: EventNote) -> None:
        self._run(
            lambda vault: event_notes.remove(vault, note.id),
            lambda gone: self._say(words.TAKEN_AWAY, lambda vault: event_notes.restore(vault, gone)),
        )

    def _leave_it(self) -> None:
        """Close the form without keeping what was typed, which Undo brings back into it."""
        typed = self.form.note if self.form.is_changed else None
        self._close()
        if typed is not None:
            self._context.notices.say(words.NOT_KEPT, lambda: self._take_up(typed))

    def _take_up(self, typed: EventNote) -> None:
        kept = next((note for note in self._notes if note.id == typed.id), None)
        self.form.show_note(kept or EventNote(0, "", typed.day, ""))
        self.form.type_in(typed)
        self.shown.emit(True)

    def _run(self, job: Callable[[Vault], EventNote], then: Callable[[EventNote], None]) -> None:
        self._context.runner.run(self._frame, job, then)

    def _say(self, told: str, undo: Callable[[Vault], EventNote]) -> None:
        self._close()
        self._context.notices.say(told, lambda: self._run(undo, lambda _: None))

    def _close(self) -> None:
        back_to = self.link if self.link.isVisible() else self._frame.current()
        back_to.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.hide()
        self.shown.emit(False)
