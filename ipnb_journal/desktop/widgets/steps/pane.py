# SPDX-License-Identifier: MIT
"""The base of what lies on the sheet: a column under one question, which gives and takes a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.text import PromptLabel, Text

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.entries import Page


LONG_LINE = 90
OVER_PROMPT = 13


class StepPane(QWidget):
    """One step on the sheet. `touched` says that something was typed or picked; it carries no words."""

    touched = Signal()
    over_question = OVER_PROMPT

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._compact = False
        self.column = QVBoxLayout(self)
        self.question = PromptLabel(theme)
        self.hint = Text(theme, "ui", colour="ink2", measure=520)
        self.column.addWidget(self.question)
        self.column.addWidget(self.hint)
        self.hint.hide()
        theme.changed.connect(self._restyle)

    def ask(self, line: str, hint: str = "") -> None:
        """Show the step's question and, below it, a quieter line."""
        self.question.setText(line)
        self._fit_question()
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def set_compact(self, compact: bool) -> None:
        """Ask in smaller type, where there is little room."""
        self._compact = compact
        self._fit_question()

    def show_page(self, page: Page) -> None:
        """Show what the page holds of this step."""

    def take(self, page: Page) -> Page:
        """The page with what this step holds now."""
        return page

    def first_focus(self) -> QWidget | None:
        """Where the keyboard lands on this step."""
        return None

    def add(self, widget: QWidget, above: float) -> None:
        """Put a widget below the others, `above` design px of room before it."""
        self.column.addSpacing(self.theme.space(above))
        self.column.addWidget(widget)

    def finish(self) -> None:
        """Call last in `__init__`: what is left of the height stays empty, at the foot."""
        self.column.addStretch(1)
        self._restyle()

    def _fit_question(self) -> None:
        short = len(self.question.text()) <= LONG_LINE and not self._compact
        self.question.set_role("prompt" if short else "date")
        above = 0 if self._compact else self.theme.space(self.over_question)
        self.question.setContentsMargins(0, above, 0, 0)

    def _restyle(self) -> None:
        margins = self.column.contentsMargins()
        self.column.setContentsMargins(margins.left(), 0, margins.right(), self.theme.space(24))
        self.column.setSpacing(self.theme.space(8))
