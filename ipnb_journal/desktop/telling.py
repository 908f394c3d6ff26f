# SPDX-License-Identifier: MIT
"""Showing what `notices` has to say: softly at the foot, or as a calm dialog over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from ipnb_journal.desktop.dialog import CalmDialog
from ipnb_journal.desktop.notices import Choice, Message, Notices, Question
from ipnb_journal.desktop.wording.errors import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.soft_message import SoftMessage
    from ipnb_journal.desktop.theme.theme import Theme

_CLOSE = Choice("close", "Close")


class Telling(QObject):
    """Puts messages, problems and questions on the screen of one window."""

    def __init__(self, notices: Notices, theme: Theme, window: QWidget, message: SoftMessage) -> None:
        super().__init__(window)
        self._theme, self._window, self._message = theme, window, message
        self._dialogs: list[CalmDialog] = []
        notices.message_shown.connect(message.show_message)
        notices.problem_shown.connect(self.show_problem)
        notices.question_asked.connect(self.ask)
        notices.withdrawn.connect(self.withdraw)

    def show_problem(self, words: Words) -> None:
        """A dialog where something may be lost; a soft message otherwise."""
        if words.risky:
            self.ask(Question(words, (_CLOSE,)), lambda _: None)
        else:
            self._message.show_message(Message(f"{words.title}. {words.body}", detail=words.detail))

    def show_bug(self, report: str) -> None:
        """Something went wrong that nobody foresaw: say so, with lines of code to copy."""
        words = Words(
            "Something in this app broke",
            "It's a mistake in the program, not yours. You can go on, or lock and open the journal again.",
            "What you typed is saved as you type. The details hold nothing you wrote.",
            report,
            risky=True,
        )
        self._dialogs = [dialog for dialog in self._dialogs if isValid(dialog)]
        if not self._dialogs:
            self.ask(Question(words, (_CLOSE,)), lambda _: None)

    def ask(self, question: Question, then: Callable[[str], None]) -> None:
        """Ask; `then` gets the key of the choice."""
        dialog = CalmDialog(self._theme, question.words, question.choices, self._window)
        dialog.chosen.connect(then)
        self._dialogs = [*(shown for shown in self._dialogs if isValid(shown)), dialog]
        dialog.open()

    def withdraw(self) -> None:
        """Take everything off the screen, unanswered."""
        dialogs, self._dialogs = self._dialogs, []
        for dialog in dialogs:
            if isValid(dialog):
                dialog.withdraw()
        self._message.put_away()
