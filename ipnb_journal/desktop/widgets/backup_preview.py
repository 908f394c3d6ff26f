# SPDX-License-Identifier: MIT
"""What is in a backup beside what the journal holds now, and what would happen to either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.sheet import Sheet
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import backups as words
from ipnb_journal.domain.backups import BackupState

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.services.backups import Preview


class BackupPreview(QWidget):
    """Two sheets side by side, or one below the other, and plain lines under them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._backup, self._journal = _Card(theme, words.IN_BACKUP), _Card(theme, words.IN_JOURNAL)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for card in (self._backup, self._journal):
            self._cards.addWidget(card, 1)
        self.notes = [Text(theme, "ui", "", measure=680) for _ in range(3)]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._cards)
        self._column.addSpacing(theme.space(4))
        for note in self.notes:
            self._column.addWidget(note)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_preview(self, preview: Preview, journal: Path, *, is_open: bool) -> None:
        """Show it for the journal at `journal`; `is_open`: it is open now, and would be locked first."""
        whole = words.state(preview.backup)[1]
        self._backup.tell((*words.contents(preview.inside), whole))
        self._journal.tell(words.present(preview))
        self._journal.setVisible(preview.stands)
        told = _notes(preview, journal, is_open=is_open)
        for note, line in zip(self.notes, told, strict=True):
            note.setText(line)
            note.setVisible(bool(line))

    def set_beside(self, wanted: bool) -> None:
        """Put the sheets side by side, or one below the other."""
        kind = QBoxLayout.Direction
        self._cards.setDirection(kind.LeftToRight if wanted else kind.TopToBottom)

    def _restyle(self) -> None:
        self._cards.setSpacing(self._theme.space(16))
        self._column.setSpacing(self._theme.space(12))


def _notes(preview: Preview, journal: Path, *, is_open: bool) -> tuple[str, str, str]:
    """What would happen, and what that means; of a backup that isn’t whole, that nothing will."""
    if preview.backup.state is not BackupState.SOUND:
        return words.NOTHING_CHANGED, "", ""
    aside = words.KEPT_ASIDE if preview.stands else words.NOTHING_THERE
    return (
        aside.format(name=journal.name, folder=journal.parent),
        words.OTHER_KEY if preview.stands and not preview.same_key else "",
        words.LOCKS_FIRST if is_open else "",
    )


class _Card(Sheet):
    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme)
        self._theme_of_lines = theme
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.space(3))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(20), theme.space(16), theme.space(20), theme.space(18))
        column.setSpacing(theme.space(8))
        column.addWidget(Text(theme, "heading", title))
        column.addLayout(self._lines)
        column.addStretch(1)

    def tell(self, lines: tuple[str, ...]) -> None:
        clear(self._lines)
        for at, line in enumerate(lines):
            text = Text(
                self._theme_of_lines, "hint" if at else "ui_medium", line, colour="ink2" if at else "ink"
            )
            self._lines.addWidget(text, 0, Qt.AlignmentFlag.AlignTop)
            text.show()
