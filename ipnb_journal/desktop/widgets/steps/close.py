# SPDX-License-Identifier: MIT
"""Close: set the page down, one small next step or a rest, and how one leaves it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ipnb_journal.desktop.widgets.choices import Segmented
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.leaving import LeavingQuestion
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.steps.pane import StepPane
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import session as words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.entries import Page
    from ipnb_journal.domain.safety import Leaving


class ClosePane(StepPane):
    """One thing to take along or a rest, and the leaving question, whose answer is kept nowhere."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.after = Segmented(
            theme, [(False, words.AFTER_STEP), (True, words.AFTER_REST)], False, name=words.AFTER
        )
        self.after.changed.connect(self._turn)
        self.takeaway = Field(theme, words.TAKE, role="reading", height=56)
        self.takeaway.edited.connect(self.touched)
        self.rest = Text(theme, "lead", words.REST_LINE, colour="ink2", measure=560)
        self.leaving = LeavingQuestion(theme)
        self.leaving.changed.connect(self.left)
        self.add(Text(theme, "label", words.AFTER), 24)
        self.column.addWidget(self.after, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.takeaway, 10)
        self.column.addWidget(self.rest)
        self.add(Rule(theme), 20)
        self.add(Text(theme, "label", words.LEAVING_QUESTION), 12)
        self.column.addWidget(Text(theme, "small", words.LEAVING_HINT, colour="ink2"))
        self.add(self.leaving, 4)
        self._show_rest(False)
        self.finish()

    @property
    def answer(self) -> Leaving | None:
        """How the page is left, None where the question was passed over."""
        return self.leaving.answer

    def offer_pause(self, offered: bool) -> None:
        """Whether a pause follows "too much"; some would rather not be offered one."""
        self.leaving.offer_pause(offered)

    def show_page(self, page: Page) -> None:
        self.takeaway.set_text(page.writing.takeaway)
        self.after.set_value(page.rest)
        self._show_rest(page.rest)
        self.leaving.forget()

    def take(self, page: Page) -> Page:
        writing = replace(page.writing, takeaway=self.takeaway.text())
        return replace(page, writing=writing, rest=bool(self.after.value()))

    def first_focus(self) -> QWidget | None:
        return self.takeaway.line if not self.takeaway.isHidden() else None

    def _turn(self) -> None:
        self._show_rest(bool(self.after.value()))
        self.touched.emit()

    def _show_rest(self, rest: bool) -> None:
        # what was typed already stays in sight: a rest takes nothing away
        self.takeaway.setVisible(not rest or bool(self.takeaway.text().strip()))
        self.rest.setVisible(rest)
