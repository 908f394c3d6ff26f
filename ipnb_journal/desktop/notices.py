# SPDX-License-Identifier: MIT
"""The one door for words to the person: messages, problems, questions and file pickers."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from ipnb_journal.desktop.wording.opening import COPIED
from ipnb_journal.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.clipboard import SecretClipboard
    from ipnb_journal.desktop.pickers import FilePicker
    from ipnb_journal.desktop.wording.errors import Words
    from ipnb_journal.errors import AppError


class Message(Record):
    """Something that was done, told softly. `undo` takes it back."""

    text: str
    undo: Callable[[], None] | None = None
    icon: str = "check"


class Choice(Record):
    """One way to answer. `key` is what the asker gets."""

    key: str
    label: str


class Question(Record):
    """Something only the person can decide. The first choice is the safe one, taken by Enter and Esc.

    `danger` is the key of a choice that can't be taken back; `away` that of another choice for Esc.
    """

    words: Words
    choices: tuple[Choice, ...]
    danger: str = ""
    away: str = ""


class Notices(QObject):
    """Tells and asks; nothing here waits, every answer comes to a `then`.

    Tests set `answers` to a deque: each question and each picker takes the next one from it (a
    choice's key, or a Path, or None for "cancelled") and nothing is shown. `told` keeps every
    message, problem and question in order.
    """

    message_shown = Signal(object)
    problem_shown = Signal(object)
    question_asked = Signal(object, object)
    withdrawn = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.answers: deque[object] | None = None
        self.told: deque[Message | Words | Question] = deque(maxlen=50)
        self._host: QWidget | None = None
        self._picker: FilePicker | None = None
        self._clipboard: SecretClipboard | None = None
        self._told_of_copies = False

    def attach(self, host: QWidget) -> None:
        """Name the window that pickers open over."""
        self._host = host

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Tell softly, at the foot of the window, with Undo where it can be taken back."""
        message = Message(text, undo)
        self.told.append(message)
        self.message_shown.emit(message)

    def show_problem(self, error: AppError) -> None:
        """Tell what went wrong, what is safe, what can be done."""
        from ipnb_journal.desktop.wording.errors import words_for  # noqa: PLC0415  no first page has a problem

        words = words_for(error)
        self.told.append(words)
        self.problem_shown.emit(words)

    def ask(self, question: Question, then: Callable[[str], None]) -> None:
        """Ask in the middle of the window; `then` gets the key of the choice taken."""
        self.told.append(question)
        if self.answers is not None:
            then(cast("str", self.answers.popleft()))
        else:
            self.question_asked.emit(question, then)

    def copy_secret(self, text: str) -> None:
        """Put a secret on the clipboard: marked as one, taken back after 30 seconds and at a lock."""
        self.watch_clipboard().copy(text)

    def watch_clipboard(self) -> SecretClipboard:
        """Have whatever is copied in this program taken back; say so the first time it is a page's words."""
        if self._clipboard is None:
            from ipnb_journal.desktop.clipboard import SecretClipboard  # noqa: PLC0415  no first page copies

            self._clipboard = SecretClipboard(QGuiApplication.clipboard(), self)
            self._clipboard.copied.connect(self._on_copied)
        return self._clipboard

    def _on_copied(self) -> None:
        if not self._told_of_copies:
            self._told_of_copies = True
            self.say(COPIED)

    def withdraw(self) -> None:
        """Take away everything on show or on the clipboard, unanswered: the journal is being locked."""
        from ipnb_journal.desktop.clipboard import forget_selection  # noqa: PLC0415  as above

        if self._picker is not None:
            self._picker.withdraw()
        if self._clipboard is not None:
            self._clipboard.clear()
        forget_selection(QGuiApplication.clipboard())
        # what Undo would do may hold the words it would bring back
        kept = [one.but(undo=None) if isinstance(one, Message) else one for one in self.told]
        self.told = deque(kept, self.told.maxlen)
        self.withdrawn.emit()

    def ask_save_path(
        self, caption: str, name: str, then: Callable[[Path | None], None], patterns: Sequence[str] = ()
    ) -> None:
        """Let the person pick where to save. `patterns` like "PDF (*.pdf)"; `then` gets None if cancelled."""
        self._pick(caption, then, patterns, name)

    def ask_open_path(
        self, caption: str, then: Callable[[Path | None], None], patterns: Sequence[str] = ()
    ) -> None:
        """Let the person pick a file that exists."""
        self._pick(caption, then, patterns, None)

    def ask_folder(self, caption: str, then: Callable[[Path | None], None]) -> None:
        """Let the person pick a folder; `then` gets None if cancelled."""
        self._pick(caption, then, (), None, folder=True)

    def _pick(
        self,
        caption: str,
        then: Callable[[Path | None], None],
        patterns: Sequence[str],
        name: str | None,
        *,
        folder: bool = False,
    ) -> None:
        if self.answers is not None:
            then(cast("Path | None", self.answers.popleft()))
            return
        from ipnb_journal.desktop.pickers import FilePicker  # noqa: PLC0415  no first page picks a file

        self._picker = FilePicker(caption, then, patterns, name, self._host, folder=folder)
