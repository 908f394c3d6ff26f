# SPDX-License-Identifier: MIT
"""After a page was stopped midway: it is set down already, and one question may be answered or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.widgets.leaving import LeavingQuestion
from ipnb_journal.desktop.widgets.steps.pane import StepPane
from ipnb_journal.desktop.wording import session as words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.theme.theme import Theme


class LeavingPane(StepPane):
    """The leaving question by itself."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.leaving = LeavingQuestion(theme)
        self.ask(words.LEAVING_QUESTION, words.SET_DOWN_HERE)
        self.add(self.leaving, 20)
        self.finish()

    def first_focus(self) -> QWidget | None:
        return None
