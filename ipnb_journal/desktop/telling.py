# SPDX-License-Identifier: MIT
"""Showing what `notices` has to say: softly at the foot, or as a calm dialog over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ipnb_journal.desktop.notices import Choice, Message, Notices, Question
from ipnb_journal.desktop.widgets.dialog import CalmDialog
from ipnb_journal.desktop.wording.errors import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.body import Body
    from ipnb_journal.desktop.theme.theme import Theme

_CLOSE = Choice("close", "Close")


class Telling(QObject):
    """Puts messages, problems and questions on the screen of one window."""

    def __init__(self, notices: Notices, theme: Theme, window: QWidget, body: Body) -> None:
        super().__init__(window)
        self._theme, self._window, self._body = theme, window, body
        self._dialogs: list[CalmDialog] = []
        notices.message_shown.connect(body.show_message)
        notices.problem_shown.connect(self.show_problem)
        notices.question_asked.connect(self.ask)
        notices.withdrawn.connect(self.withdraw)

    def show_problem(self, words: Words) -> None:
        """A dialog where something may be lost; a soft message otherwise."""
        if words.risky:
            self.ask(Question(words, (_CLOSE,)), lambda _: None)
        else:
            self._body.show_message(Message(f"{words.title}. {words.body}", icon=words.icon))

    def show_bug(self, report: str) -> None:
        """Something went wrong that nobody foresaw: say so once, with lines of code to copy."""
        words = Words(
            "Something in this app broke",
            "It’s a mistake in the program, not yours. You can go on, or lock and open the journal again.",
            "What you type is saved as you type. The details hold nothing you wrote.",
            report,
            risky=True,
        )
        if not self._dialogs:
            self.ask(Question(words, (_CLOSE,)), lambda _: None)

    def ask(self, question: Question, then: Callable[[str], None]) -> None:
        """Ask over the window without stopping the program; `then` gets the key of the choice."""
        words = question.words
        dialog = CalmDialog(
            self._theme,
            words.title,
            words.body,
            safe=words.safe,
            detail=words.detail,
            icon=words.icon,
            risky=words.risky,
            actions=[(choice.key, choice.label) for choice in question.choices],
            danger=question.danger,
            away=question.away,
            parent=self._window,
        )
        dialog.setWindowTitle(self._window.windowTitle())
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialogs.append(dialog)

        def finished(_: int) -> None:
            self._forget(dialog)
            then(dialog.chosen)

        dialog.finished.connect(finished)
        dialog.open()

    def withdraw(self) -> None:
        """Take everything off the screen, unanswered."""
        for dialog in list(self._dialogs):
            dialog.blockSignals(True)
            dialog.reject()
            self._forget(dialog)
        self._body.drop_message()

    def _forget(self, dialog: CalmDialog) -> None:
        self._dialogs.remove(dialog)
        dialog.deleteLater()
