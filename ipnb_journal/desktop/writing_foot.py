# SPDX-License-Identifier: MIT
"""Keeps the bar under a page true: whether its words are saved, and how many they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ipnb_journal.desktop.wording import session as words
from ipnb_journal.domain.entries import word_count

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipnb_journal.desktop.autosave import Autosave
    from ipnb_journal.desktop.settings_store import SettingsStore
    from ipnb_journal.desktop.widgets.growing_editor import GrowingEditor
    from ipnb_journal.desktop.widgets.writing_bar import WritingBar

COUNT_MILLISECONDS = 300


class WritingFoot(QObject):
    """Looks again whenever words are saved; `counts()` says whether the editor's words are counted now."""

    def __init__(
        self,
        bar: WritingBar,
        saver: Autosave,
        editor: GrowingEditor,
        settings: SettingsStore,
        counts: Callable[[], bool],
    ) -> None:
        super().__init__(bar)
        self._bar, self._saver, self._editor = bar, saver, editor
        self._settings, self._counts = settings, counts
        self._timer = QTimer(self, singleShot=True, interval=COUNT_MILLISECONDS)
        self._timer.timeout.connect(self.show_count)
        saver.changed.connect(self.show_saved)
        bar.retry_pressed.connect(saver.save)

    def touch(self) -> None:
        """Something was typed: count again in a moment."""
        if self._settings.current.word_count and not self._timer.isActive():
            self._timer.start()

    def show(self) -> None:
        """Show both as they are now."""
        self.show_saved()
        self.show_count()

    def show_saved(self) -> None:
        """Say whether the words are in the file."""
        saver = self._saver
        code = saver.error.code if saver.error is not None else ""
        self._bar.show_saved(words.saved_words(saver.state, saver.seconds_since_saved, code))

    def show_count(self) -> None:
        """Say how many words there are, where that is wanted."""
        counted = self._settings.current.word_count and self._counts()
        self._bar.show_count(words.words(word_count(self._editor.toPlainText())) if counted else "")
