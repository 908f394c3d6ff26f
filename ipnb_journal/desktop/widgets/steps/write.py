# SPDX-License-Identifier: MIT
"""Write: the question as an echo, what was noticed, and the paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from ipnb_journal.desktop.widgets.growing_editor import GrowingEditor
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.steps.pane import StepPane
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import session as words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.entries import Page


class WritePane(StepPane):
    """The writing step: one long paper, with the question at its head."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.question.set_role("echo")
        self.question.set_colour("ink2")
        self.editor = GrowingEditor(theme)
        self.editor.setPlaceholderText(words.WRITE_PLACE)
        self.editor.textChanged.connect(self.touched)
        self._add_noticed()
        self.rule = Rule(theme)
        self.add(self.rule, 4)
        self.column.addSpacing(theme.space(14))
        self.column.addWidget(self.editor, 1)
        self._restyle()

    def _add_noticed(self) -> None:
        self.noticed_label = Text(self.theme, "small", words.YOU_NOTICED, colour="ink2", wrap=False)
        self.noticed = Text(self.theme, "small", measure=680)
        row = QHBoxLayout()
        row.setSpacing(self.theme.space(10))
        row.addWidget(self.noticed_label)
        row.addWidget(self.noticed, 1)
        self.column.addLayout(row)

    def show_noticed(self, page: Page) -> None:
        """Show what was noticed on the step before, where anything was."""
        told = words.noticed(page.writing.noticed, page.writing.notice)
        self.noticed.setText(told)
        self.noticed.setVisible(bool(told))
        self.noticed_label.setVisible(bool(told))

    def show_page(self, page: Page) -> None:
        self.editor.blockSignals(True)
        self.editor.setPlainText(page.writing.body)
        self.editor.blockSignals(False)
        self.show_noticed(page)

    def take(self, page: Page) -> Page:
        return replace(page, writing=replace(page.writing, body=self.editor.toPlainText()))

    def first_focus(self) -> QWidget | None:
        return self.editor

    def _fit_question(self) -> None:
        """An echo keeps its own type."""

    def _restyle(self) -> None:
        super()._restyle()
        self.column.setSpacing(self.theme.space(12))
