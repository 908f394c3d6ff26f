# SPDX-License-Identifier: MIT
"""Making backups and choosing where they go, for the pages that offer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ipnb_journal.desktop.far_progress import FarProgress
from ipnb_journal.desktop.notices import Choice, Question
from ipnb_journal.desktop.wording import backups as words
from ipnb_journal.desktop.wording.history import clock_time
from ipnb_journal.errors import BackupNotMade
from ipnb_journal.services import backups

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.errors import AppError
    from ipnb_journal.services.backups import Backup, Found


class JournalBackup(QObject):
    """Backs the open journal up when asked, and asks for another folder where that one isn't there.

    `began` and `ended` go around each attempt, `moved` tells how far it is, from 0 to 1; `ended` has what to
    say of it, "" where a dialog said it.
    `found` carries the backups there are, for `look`.
    """

    began = Signal()
    moved = Signal(float)
    ended = Signal(str)
    found = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._busy = False

    def look(self) -> None:
        """Ask which backups there are."""
        chosen = self._context.settings.current.backup_folder

        self._context.runner.run(
            self, lambda vault: backups.listed_open(vault, chosen), self.found.emit, latest="backups"
        )

    def make(self) -> None:
        """Back up now."""
        if self._busy:
            return
        self._busy = True
        self.began.emit()
        chosen, now = self._context.settings.current.backup_folder, self._context.clock()
        told = FarProgress(self, self.moved.emit).tell
        self._context.runner.run(
            self, lambda vault: backups.make_now(vault, chosen, now, told), self._made, self._not_made
        )

    def choose_folder(self) -> None:
        """Ask for another folder, and see at once whether it can be written."""

        def picked(folder: Path | None) -> None:
            if folder is not None:
                self._context.runner.run(
                    self, lambda vault: backups.picked(vault, folder), self._chosen, self._not_made
                )

        self._context.notices.ask_folder(words.FOLDER_CAPTION, picked)

    def last(self, found: Found) -> str:
        """When the newest backup was made and where to, or why there is none."""
        if not found.is_there:
            return words.MISSING_LINE.format(folder=words.folder_name(found.folder))
        if not found.backups:
            return words.NONE_YET
        when = words.when(found.backups[0].made, self._context.clock())
        return words.LAST.format(when=when, where=words.where(self._context.settings.current.backup_folder))

    def _chosen(self, folder: Path | None) -> None:
        self._context.settings.change(backup_folder=folder)
        self.make()

    def _made(self, backup: Backup) -> None:
        self._busy = False
        time = clock_time(self._context.clock())
        chosen = self._context.settings.current.backup_folder
        self.ended.emit(words.MADE.format(time=time, where=words.where(chosen)))

    def _not_made(self, error: AppError) -> None:
        self._busy = False
        self.ended.emit("")
        if not isinstance(error, BackupNotMade) or error.facts["reason"] != "missing":
            self._context.notices.show_problem(error)
            return
        folder: Path = error.facts["folder"]  # type: ignore[assignment]
        question = Question(
            words.missing_question(folder, ""),
            (Choice("skip", words.SKIP), Choice("choose", words.CHOOSE_FOLDER)),
        )
        self._context.notices.ask(question, lambda key: self.choose_folder() if key == "choose" else None)
