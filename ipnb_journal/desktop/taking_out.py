# SPDX-License-Identifier: MIT
"""Letting a sheet out of the journal: asks where to, writes the file whole or not at all, or prints."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ipnb_journal.desktop.paper import Kind, bytes_of, print_paper
from ipnb_journal.desktop.wording import taking_along as words
from ipnb_journal.services import taking_along

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.paper import Paper


class TakingOut(QObject):
    """`make()` gives the sheet as it is wanted when it is asked for; `stem` is a file's suggested name."""

    def __init__(
        self, context: Context, page: QWidget, make: Callable[[], Paper], stem: str = words.PICTURE
    ) -> None:
        super().__init__(page)
        self._context, self._page, self._make, self._stem = context, page, make, stem

    def save(self, kind: Kind) -> None:
        """Ask where to, then write a file of a kind there."""
        content = bytes_of(self._make(), kind)
        self._context.notices.ask_save_path(
            words.CAPTION,
            f"{self._stem}.{kind.value}",
            partial(self._write, content),
            (words.PATTERNS[kind.value],),
        )

    def print_it(self) -> None:
        """Let the person choose a printer."""
        print_paper(self._make(), self._page)

    def _write(self, content: bytes, path: Path | None) -> None:
        if path is None:
            return
        notices = self._context.notices
        self._context.runner.run(
            self,
            lambda vault: taking_along.write(vault, content, path),
            lambda _: notices.say(words.saved(path.name)),
            notices.show_problem,
        )
