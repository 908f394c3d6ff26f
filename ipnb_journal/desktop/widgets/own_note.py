# SPDX-License-Identifier: MIT
"""A few words of a person's own beside something: a box that grows, and whether it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.own_prompt.parts import BoxedEditor
from ipnb_journal.desktop.widgets.text import Text

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.desktop.wording.session import SavedWords

_LEAST = 168


class OwnNote(QWidget):
    """`touched` when a person types, `retry` when words that could not be saved are to be tried again."""

    touched, retry = Signal(), Signal()

    def __init__(self, theme: Theme, name: str, line: str, parent: QWidget | None = None) -> None:
        """`name`: what it is; `line`: a line below that."""
        super().__init__(parent)
        self._theme, self._filling = theme, False
        self._told: SavedWords | None = None
        self.line = Text(theme, "hint", line, colour="ink2")
        self.box = BoxedEditor(theme)
        self.saved = Text(theme, "small", colour="ink2")
        self.again = LinkButton(theme)
        self.editor.setAccessibleName(name)
        self.editor.setAccessibleDescription(line)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (Text(theme, "label", name), self.line, self.box, self.saved):
            self._column.addWidget(part)
        self._column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.again.hide()
        self.box.touched.connect(self._on_touched)
        self.again.clicked.connect(self.retry)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def editor(self) -> QWidget:
        """Where it is typed."""
        return self.box.editor

    def text(self) -> str:
        """What is written."""
        return self.box.text()

    def show_text(self, text: str, *, still: bool) -> None:
        """Show these words; `still`: to be read only."""
        self._filling = True
        self.box.set_text(text)
        self._filling = False
        self.box.editor.setReadOnly(still)
        self.line.setVisible(not still)

    def show_saved(self, told: SavedWords) -> None:
        """Say what is true of the words."""
        if told.risky and told != self._told:
            announce(self.saved, told.text)
        self._told = told
        self.saved.setText(told.text)
        self.saved.set_colour("danger" if told.risky else "ink2")
        self.again.setText(told.retry)
        self.again.setVisible(bool(told.retry))

    def _on_touched(self) -> None:
        if not self._filling:
            self.touched.emit()

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.space(6))
        self.box.setMinimumHeight(self._theme.px(_LEAST))
