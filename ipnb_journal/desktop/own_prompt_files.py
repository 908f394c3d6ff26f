# SPDX-License-Identifier: MIT
"""Own prompts as files: asks where to and from where, writes a set, and takes one in once that is wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ipnb_journal.desktop.wording import own_prompts as words
from ipnb_journal.services import own_prompt_sets

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.runner import Vault
    from ipnb_journal.desktop.widgets.shelf.own import OwnShelf
    from ipnb_journal.services.own_prompt_sets import Imported, SetPreview

LONGEST_GROUP = 40


class OwnPromptFiles(QObject):
    """Answers `export_wanted` and `import_wanted` of the shelf."""

    def __init__(self, context: Context, shelf: OwnShelf, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._shelf = context, shelf
        self._path: Path | None = None
        shelf.export_wanted.connect(self.export)
        shelf.import_wanted.connect(self.look)
        shelf.arriving.taken.connect(self.take_in)

    def export(self, ids: tuple[int, ...]) -> None:
        """Ask where to, then write those with these numbers there."""
        now, notices = self._context.clock(), self._context.notices

        def chosen(path: Path | None) -> None:
            if path is not None:
                self._context.runner.run(
                    self,
                    lambda vault: own_prompt_sets.export(vault, ids, path),
                    lambda told: notices.say(words.exported(told, path)),
                    notices.show_problem,
                )

        notices.ask_save_path(words.EXPORT_CAPTION, words.set_name(now), chosen, words.SETS)

    def look(self) -> None:
        """Ask which file, then show what is in it; nothing is taken in yet."""
        library = self._context.shelf

        def chosen(path: Path | None) -> None:
            if path is None:
                return

            def read(vault: Vault) -> SetPreview:
                return own_prompt_sets.preview_import(vault, path, library().prompts)

            self._context.runner.run(
                self, read, partial(self._show, path), self._context.notices.show_problem
            )

        self._context.notices.ask_open_path(words.IMPORT_CAPTION, chosen, words.SETS)

    def take_in(self, group: str) -> None:
        """Add what the file on show brings to a group."""
        path, library, now = self._path, self._context.shelf, self._context.clock()
        if path is None:
            return

        def add(vault: Vault) -> Imported:
            return own_prompt_sets.import_set(vault, path, group, now, library().prompts)

        self._context.runner.run(self, add, self._taken_in, self._context.notices.show_problem)

    def _show(self, path: Path, found: SetPreview) -> None:
        self._path = path
        self._shelf.show_arriving(found, path.stem[:LONGEST_GROUP])

    def _taken_in(self, told: Imported) -> None:
        self._path = None
        self._shelf.show_arriving(None)
        runner, notices = self._context.runner, self._context.notices

        def undo() -> None:
            runner.run(
                notices,
                lambda vault: own_prompt_sets.take_back(vault, told),
                lambda _: notices.say(words.TAKEN_BACK),
            )

        notices.say(words.imported(told), undo if told.added else None)
