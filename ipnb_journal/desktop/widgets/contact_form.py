# SPDX-License-Identifier: MIT
"""Three lines about somebody who can be reached, on a sheet of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.sheet import Sheet
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import settings as words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.safety import Contact

_LONGEST = 200


class ContactForm(QWidget):
    """`saved` with name, number and hours as typed; Enter saves and Esc cancels."""

    saved = Signal(str, str, str)
    removed = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = Text(theme, "heading", "")
        self.name, self.number = Field(theme, words.NAME), Field(theme, words.NUMBER)
        self.hours = Field(theme, words.HOURS, hint=words.HOURS_HINT)
        self.save = SecondaryButton(theme, words.SAVE, icon="check", small=True)
        self.cancel = QuietButton(theme, words.CANCEL, small=True)
        self.remove = QuietButton(theme, words.REMOVE, small=True, ink="ink2")
        self._inside, self._outside = QVBoxLayout(), QVBoxLayout(self)
        self._build()
        for field in (self.name, self.number, self.hours):
            field.line.setMaxLength(_LONGEST)
            field.submitted.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.cancelled)
        self.remove.clicked.connect(self.removed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def fill(self, contact: Contact | None) -> None:
        """Show what is written down about somebody, or three empty lines."""
        name = contact.name or contact.number if contact is not None else ""
        self._title.setText(words.CHANGE.format(name=name) if contact is not None else words.ADD_TITLE)
        self.name.set_text(contact.name if contact is not None else "")
        self.number.set_text(contact.number if contact is not None else "")
        self.hours.set_text(contact.hours if contact is not None else "")
        self.save.setText(words.SAVE if contact is not None else words.SAVE_NEW)
        self.remove.setVisible(contact is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        sheet, holder = Sheet(self._theme), QWidget()
        buttons = FlowLayout(self._theme, holder, gap=8)
        for button in (self.save, self.cancel, self.remove):
            buttons.addWidget(button)
        self._inside.addWidget(self._title)
        for field in (self.name, self.number, self.hours):
            self._inside.addWidget(field)
        self._inside.addWidget(holder)
        sheet.setLayout(self._inside)
        self._outside.addWidget(sheet)

    def _on_save(self) -> None:
        typed = [" ".join(field.text().split()) for field in (self.name, self.number, self.hours)]
        if not any(typed[:2]):
            self.name.show_error(words.NOTHING_TYPED)
            self.name.line.setFocus()
            return
        self.saved.emit(*typed)

    def _restyle(self) -> None:
        space = self._theme.space
        self._inside.setContentsMargins(space(24), space(18), space(24), space(20))
        self._inside.setSpacing(space(12))
        self._outside.setContentsMargins(0, space(4), 0, space(16))
