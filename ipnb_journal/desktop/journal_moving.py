# SPDX-License-Identifier: MIT
"""Moving the open journal to another folder: it goes on there, then the file it left behind goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ipnb_journal.desktop.wording import whereabouts as words

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.errors import AppError
    from ipnb_journal.services.whereabouts import Moved
    from ipnb_journal.vault.vault import Vault


class JournalMoving(QObject):
    """Emits `moved(path)` when the journal goes on at its new place, then `ended(what came of it)`.

    `refused(error)` instead of both: the journal is where it was.
    """

    moved = Signal(object)
    ended = Signal(str)
    refused = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def go(self, folder: Path) -> None:
        """Move the journal into `folder`."""

        def move(vault: Vault) -> Moved:
            from ipnb_journal.services import whereabouts  # noqa: PLC0415  seldom wanted

            return whereabouts.move(vault, folder)

        self._context.runner.run(self, move, self._on_moved, self.refused.emit)

    def _on_moved(self, moved: Moved) -> None:
        # noted before the old file goes, so that the journal is found wherever the program ends
        self._context.settings.change(journal_path=moved.present)
        self.moved.emit(moved.present)
        folder, former = moved.present.parent, moved.former.parent
        chosen = self._context.settings.current.backup_folder

        def take_away() -> bool:
            from ipnb_journal.services import whereabouts  # noqa: PLC0415  as above

            return whereabouts.take_away(moved, chosen)

        def left(_: AppError) -> None:
            self.ended.emit(words.LEFT.format(folder=folder))

        def done(came: bool) -> None:
            told = words.MOVED if came else words.MOVED_ALONE
            self.ended.emit(told.format(folder=folder, former=former))

        self._context.runner.run_free(self, take_away, done, left)
