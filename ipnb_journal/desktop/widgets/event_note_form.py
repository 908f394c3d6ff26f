# SPDX-License-Identifier: MIT
"""Writing a note for the time line: which day, a few words, and whether homework began."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.choices import CheckBox
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.month import MonthGrid
from ipnb_journal.desktop.widgets.tool_tip import plain_tip
from ipnb_journal.desktop.wording import event_notes as words
from ipnb_journal.desktop.wording.insights import long_day
from ipnb_journal.domain.event_notes import LONGEST_NOTE, EventKind, EventNote

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from ipnb_journal.desktop.theme.theme import Theme

_FIELD = 320


class EventNoteForm(QWidget):
    """Shows one note, new (`id` 0) or kept. Enter keeps it, Esc leaves it as it was.

    `given` gives the note to keep, `dropped` the one to take away; `left` when neither is wanted.
    """

    given = Signal(object)
    dropped = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._today = theme, today
        self._note = self._shown = EventNote(0, "", today, "")
        self.field = Field(theme, words.LABEL, placeholder=words.PLACEHOLDER, height=40)
        self.field.line.setMaxLength(LONGEST_NOTE)
        self.day = SecondaryButton(theme, icon="chevron-down", icon_last=True, small=True)
        self.month = MonthGrid(theme, today)
        self.homework = CheckBox(theme, words.HOMEWORK)
        self.keep = PrimaryButton(theme, words.KEEP, small=True)
        self.drop = SecondaryButton(theme, words.TAKE_AWAY, small=True)
        self.leave_it = QuietButton(theme, words.NOT_NOW, small=True)
        self._column = QVBoxLayout(self)
        self._build()
        self._connect()
        self._restyle()

    @property
    def note(self) -> EventNote:
        """The note as it is typed now."""
        kind = EventKind.HOMEWORK if self.homework.isChecked() else EventKind.HAPPENED
        return replace(self._note, text=self.field.text().strip(), kind=kind)

    @property
    def is_changed(self) -> bool:
        """Whether it holds words that would be lost, and that can be kept."""
        return bool(self.note.text) and self.note != self._shown

    def show_note(self, note: EventNote) -> None:
        """Take up a note; the keyboard lands on its words."""
        self._note = self._shown = note
        self.field.set_text(note.text)
        self.homework.setChecked(note.kind is EventKind.HOMEWORK)
        self.drop.setVisible(note.id != 0)
        self._show_day(note.day)
        self.month.hide()
        self.show()
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_today(self, today: date) -> None:
        """Which day is today: none after it can be picked."""
        self._today = today
        self.month.set_today(today)

    def type_in(self, note: EventNote) -> None:
        """Put the words, day and kind of `note` in, as if they had been typed."""
        self.field.set_text(note.text)
        self.homework.setChecked(note.kind is EventKind.HOMEWORK)
        self._show_day(note.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self.field.setMaximumWidth(self._theme.px(_FIELD * 2))
        line = self._row(self.day, self.homework)
        buttons = self._row(self.keep, self.drop, self.leave_it)
        self._column.setContentsMargins(0, 0, 0, 0)
        parts: tuple[QWidget, ...] = (self.field, line, self.month, buttons)
        for part in parts:
            self._column.addWidget(part)
        self.day.setAccessibleName(words.DAY_NAME)
        self.homework.setToolTip(plain_tip(words.HOMEWORK_HINT))
        self.homework.setAccessibleDescription(words.HOMEWORK_HINT)
        self.month.hide()

    def _row(self, *parts: QWidget) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(self._theme, holder, gap=12)
        for part in parts:
            flow.addWidget(part)
        return holder

    def _connect(self) -> None:
        self.field.submitted.connect(self._give)
        self.keep.clicked.connect(self._give)
        self.drop.clicked.connect(lambda: self.dropped.emit(self._note))
        self.leave_it.clicked.connect(self.left)
        self.homework.toggled.connect(self._on_homework)
        self.day.clicked.connect(self._turn_month)
        self.month.day_picked.connect(self._pick)
        self._theme.changed.connect(self._restyle)

    def _give(self) -> None:
        note = self.note
        if not note.text:
            self.field.show_error(words.NEEDS_WORDS)
            self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.given.emit(note)

    def _on_homework(self, on: bool) -> None:
        if on and not self.field.text().strip():
            self.field.set_text(words.HOMEWORK_TEXT)

    def _turn_month(self) -> None:
        shown = self.month.isHidden()
        self.month.setVisible(shown)
        if shown:
            self.month.show_day(self._note.day)
            self.month.set_picked(self._note.day)
            self.month.setFocus(Qt.FocusReason.TabFocusReason)

    def _pick(self, day: date) -> None:
        self._show_day(min(day, self._today))
        self.month.hide()
        self.day.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_day(self, day: date) -> None:
        self._note = replace(self._note, day=day)
        said = words.DAY.format(day=long_day(day.toordinal(), self._today.toordinal()))
        self.day.setText(said)
        self.day.setAccessibleDescription(said)

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.space(10))
        self.field.setMaximumWidth(self._theme.px(_FIELD * 2))
