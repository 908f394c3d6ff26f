# SPDX-License-Identifier: MIT
"""Leaving the journal without losing a word: flush every page, look whether it held, then go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ipnb_journal.desktop.notices import Choice, Question
from ipnb_journal.desktop.wording.errors import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.pages.page import Page
    from ipnb_journal.errors import AppError

UNSAVED = Question(
    Words(
        "The last words aren’t saved",
        "They couldn’t be written to the journal file. There may be no room left on the disk.",
        "They’re still here, behind this blank window. Everything saved before is safe.",
        icon="hard-drive",
        risky=True,
    ),
    (Choice("again", "Try again"), Choice("stay", "Go back to the page"), Choice("lose", "Let them go")),
    danger="lose",
)


class Farewell(QObject):
    """Flushes the pages and then calls on; asks first where words would be lost."""

    def __init__(self, context: Context, pages: Callable[[], Iterable[Page]], parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._pages = context, pages
        self._then: Callable[[], None] | None = None
        self._stay: Callable[[], None] | None = None
        self._once_more = False

    @property
    def under_way(self) -> bool:
        """Whether a farewell has begun and not yet ended."""
        return self._then is not None

    def begin(self, then: Callable[[], None], stay: Callable[[], None]) -> None:
        """Flush, then call `then`; or `stay` if the person would rather keep unsaved words in view."""
        self._then, self._stay = then, stay
        self._once_more = True
        self._flush()

    def _flush(self) -> None:
        for page in self._pages():
            page.leave()
        runner = self._context.runner
        if not runner.is_open:
            self._end(self._then)
            return
        # jobs answer in order, so this answer comes after those of the flush
        runner.run(self, lambda vault: None, self._look, self._look_after_failure)

    def _look_after_failure(self, _: AppError) -> None:
        self._look()

    def _look(self, _: None = None) -> None:
        unsaved = any(page.unsaved for page in self._pages())
        if unsaved and self._once_more:
            # a page under way sends what was typed since only after its answer
            self._once_more = False
            self._flush()
        elif unsaved:
            self._context.notices.ask(UNSAVED, self._answered)
        else:
            self._end(self._then)

    def _answered(self, key: str) -> None:
        if key == "again":
            self._flush()
        else:
            self._end(self._stay if key == "stay" else self._then)

    def _end(self, call: Callable[[], None] | None) -> None:
        self._then = self._stay = None
        if call is not None:
            call()
