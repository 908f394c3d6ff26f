# SPDX-License-Identifier: MIT
"""Close: set the page down, take one thing along, and say how one leaves it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ipnb_journal.desktop.widgets.chips import ChipGroup
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.steps.pane import StepPane
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import session as words
from ipnb_journal.domain.safety import Leaving

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.entries import Page


class ClosePane(StepPane):
    """One field and the leaving question, whose answer is kept nowhere on the page."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._offers_pause = True
        self.takeaway = Field(theme, words.TAKE, role="reading", height=56)
        self.takeaway.edited.connect(self.touched)
        self.leaving = ChipGroup(
            theme,
            [(leaving, words.LEAVING_ANSWERS[leaving]) for leaving in Leaving],
            single=True,
            name=words.LEAVING_QUESTION,
        )
        self.leaving.changed.connect(self._say_effect)
        self.effect = Text(theme, "ui", colour="ink2", measure=560)
        self.effect.hide()
        self.add(self.takeaway, 24)
        self.add(Rule(theme), 24)
        self.add(Text(theme, "label", words.LEAVING_QUESTION), 16)
        self.column.addWidget(Text(theme, "small", words.LEAVING_HINT, colour="ink2"))
        self.add(self.leaving, 4)
        self.add(self.effect, 6)
        self.finish()

    @property
    def answer(self) -> Leaving | None:
        """How the page is left, None where the question was passed over."""
        chosen = self.leaving.chosen()
        return Leaving(str(chosen[0])) if chosen else None

    def offer_pause(self, offered: bool) -> None:
        """Whether a pause follows "too much"; some would rather not be offered one."""
        self._offers_pause = offered

    def show_page(self, page: Page) -> None:
        self.takeaway.set_text(page.writing.takeaway)
        self.leaving.choose(())
        self._say_effect()

    def take(self, page: Page) -> Page:
        return replace(page, writing=replace(page.writing, takeaway=self.takeaway.text()))

    def first_focus(self) -> QWidget | None:
        return self.takeaway.line

    def _say_effect(self) -> None:
        too_much = words.TOO_MUCH_PAUSE if self._offers_pause else words.TOO_MUCH
        told = {Leaving.HEAVIER: words.GROUNDING, Leaving.TOO_MUCH: too_much}
        answer = self.answer
        text = told.get(answer, "") if answer is not None else ""
        self.effect.setText(text)
        self.effect.setVisible(bool(text))
        self.left.emit()
