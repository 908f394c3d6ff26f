# SPDX-License-Identifier: MIT
"""A line for a name that is kept when the person leaves it, and never left empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from ipnb_journal.desktop.widgets.fields import Line

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.theme.theme import Theme

LONGEST = 40
_WIDTH = 232


class NameLine(Line):
    """Enter or leaving the line keeps the name (`named`); Esc and an empty line bring the old one back."""

    named = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, role="ui", height=36, parent=parent)
        self._kept = ""
        self.setStyleSheet("QLineEdit { min-height: 0; }")  # the usual field is taller than a row's control
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self.keep)

    def show_name(self, name: str) -> None:
        """Show the name as it is kept; what is being typed just now stays."""
        typing = self.isModified() and self.text() != self._kept
        self._kept = name
        if not typing:
            self.setText(name)
            self.setCursorPosition(0)

    def keep(self) -> None:
        """Keep what was typed, if anything was."""
        if not self.isModified():
            return
        typed = " ".join("".join(c if c.isprintable() else " " for c in self.text()).split())
        changed = bool(typed) and typed != self._kept
        self.setText(typed or self._kept)
        if changed:
            self._kept = typed
            self.named.emit(typed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDTH), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._kept:
            self.setText(self._kept)
            return
        super().keyPressEvent(event)
