# SPDX-License-Identifier: MIT
"""What can be done when a page can't be saved for want of room: make some, or go on somewhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ipnb_journal.desktop.autosave import SaveState
from ipnb_journal.errors import DiskFull

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.desktop.autosave import Autosave
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.kept_words import KeptWords
    from ipnb_journal.desktop.notices import Question
    from ipnb_journal.desktop.own_prompt_saver import OwnPromptSaver
    from ipnb_journal.errors import AppError


def question() -> Question:
    """What is asked; the first choice is the safe one."""
    from ipnb_journal.desktop.notices import Choice, Question  # noqa: PLC0415  a disk is seldom full
    from ipnb_journal.desktop.wording import whereabouts as words  # noqa: PLC0415  as above
    from ipnb_journal.desktop.wording.errors import words_for  # noqa: PLC0415  as above

    choices = (Choice("again", words.TRY_AGAIN), Choice("elsewhere", words.SAVE_ELSEWHERE))
    return Question(words_for(DiskFull()), choices)


class FullDisk(QObject):
    """Asks once for each time the disk ran full; the words stay in the window meanwhile.

    "Somewhere else" moves the whole journal to a folder that has room, locked as it is: a page by itself
    would have to leave the journal in the clear.
    """

    def __init__(
        self, context: Context, saver: Autosave | OwnPromptSaver | KeptWords, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._saver = context, saver
        self._told = False
        saver.changed.connect(self._look)

    def _look(self) -> None:
        if self._saver.state == SaveState.SAVED:
            self._told = False
        full = self._saver.state == SaveState.NOT_SAVED and isinstance(self._saver.error, DiskFull)
        if full and not self._told:
            self._told = True
            self._ask()

    def _ask(self) -> None:
        self._context.notices.ask(question(), self._answered)

    def _answered(self, key: str) -> None:
        if key == "elsewhere":
            from ipnb_journal.desktop.wording import whereabouts as words  # noqa: PLC0415  as above

            self._context.notices.ask_folder(words.CAPTION, self._picked)
        else:
            self._told = False
            self._saver.save()

    def _picked(self, folder: Path | None) -> None:
        if folder is None:
            return
        from ipnb_journal.desktop.journal_moving import JournalMoving  # noqa: PLC0415  as above

        moving = JournalMoving(self._context, self)
        moving.moved.connect(lambda _: self._saver.save())
        moving.ended.connect(self._context.notices.say)
        moving.refused.connect(self._refused)
        moving.go(folder)

    def _refused(self, error: AppError) -> None:
        self._told = False
        self._context.notices.show_problem(error)
