# SPDX-License-Identifier: MIT
"""A quiet line about the recovery key, with what can be done about it; never more than a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import keys as words

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.rehearsal import KeyQuestion


class KeyQuestionLine(QWidget):
    """Hidden until `ask`. `taken` where the person takes it up; `put_off` and `never` where not."""

    taken = Signal()
    put_off = Signal()
    never = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.line = Text(theme, "ui", "", colour="ink2")
        self.take = LinkButton(theme, "")
        self.later, self.stop = LinkButton(theme, words.NOT_NOW), LinkButton(theme, words.NEVER)
        self._column = QVBoxLayout(self)
        self._column.addWidget(Rule(theme))
        self._column.addWidget(self.line)
        links = FlowLayout(theme, gap=20)
        for link, told in ((self.take, self.taken), (self.later, self.put_off), (self.stop, self.never)):
            links.addWidget(link)
            link.clicked.connect(told)
        self._column.addLayout(links)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def ask(self, question: KeyQuestion | None) -> None:
        """Show a question, or none."""
        self.setVisible(question is not None)
        if question is not None:
            told, take = words.QUESTIONS[question]
            self.line.setText(told)
            self.take.setText(take)

    def _restyle(self) -> None:
        space = self._theme.space
        self._column.setContentsMargins(0, space(24), 0, 0)
        self._column.setSpacing(space(10))
