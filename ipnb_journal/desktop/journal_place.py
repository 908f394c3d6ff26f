# SPDX-License-Identifier: MIT
"""Where the journal lies: says so, says why a folder may be the wrong one, and moves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ipnb_journal.desktop.journal_moving import JournalMoving
from ipnb_journal.desktop.notices import Choice, Question
from ipnb_journal.desktop.wording import whereabouts as words
from ipnb_journal.services import whereabouts

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.widgets.setting_action import SettingAction
    from ipnb_journal.errors import AppError
    from ipnb_journal.services.whereabouts import Keeper


class JournalPlace(QObject):
    """Answers one row of the settings. The journal stays open while it moves."""

    def __init__(self, context: Context, action: SettingAction, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._action = context, action
        self._path: Path | None = None
        action.wanted.connect(self.move)
        self._moving = JournalMoving(context, self)
        self._moving.moved.connect(self._moved)
        self._moving.ended.connect(action.end)
        self._moving.refused.connect(self._not_moved)

    def show(self, path: Path) -> None:
        """Say where the journal is, and who else keeps that folder."""
        self._path = path
        if not self._action.row.line.text():
            self._action.row.set_line(words.row_line(path, None))
        self._context.runner.run_free(
            self,
            lambda: whereabouts.keeper_of(path),
            lambda keeper: self._action.row.set_line(words.row_line(path, keeper)),
            latest="journal_place",
        )

    def move(self) -> None:
        """Ask for a folder and move the journal there; a folder that somebody keeps is asked about."""
        self._context.notices.ask_folder(words.CAPTION, self._picked)

    def _picked(self, folder: Path | None) -> None:
        if folder is None or self._path is None:
            return
        if folder.resolve() == self._path.parent:
            self._action.end(words.SAME_FOLDER)
            return
        path = folder / self._path.name
        self._context.runner.run_free(
            self, lambda: whereabouts.keeper_of(path), lambda keeper: self._consider(folder, keeper)
        )

    def _consider(self, folder: Path, keeper: Keeper | None) -> None:
        if keeper is None:
            self._go(folder)
            return
        question = Question(
            words.kept_folder(keeper),
            (Choice("leave", words.LEAVE), Choice("another", words.ANOTHER), Choice("go", words.ANYWAY)),
        )

        def answered(key: str) -> None:
            if key == "go":
                self._go(folder)
            elif key == "another":
                self.move()

        self._context.notices.ask(question, answered)

    def _go(self, folder: Path) -> None:
        self._action.begin(words.MOVING)
        self._moving.go(folder)

    def _moved(self, present: Path) -> None:
        self._path = present

    def _not_moved(self, error: AppError) -> None:
        self._action.end()
        self._context.notices.show_problem(error)
