# SPDX-License-Identifier: MIT
"""A page's words to read: as tall as they are, selectable, plain, never changed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ipnb_journal.desktop.widgets.editor import PaperEditor

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QWheelEvent

    from ipnb_journal.desktop.theme.theme import Theme


class Reading(PaperEditor):
    """Words set down. Shift and arrow keys select, Ctrl+C copies; the page around it scrolls."""

    ring_free = False

    def __init__(
        self, theme: Theme, name: str, *, role: str = "writing", parent: QWidget | None = None
    ) -> None:
        """`name`: accessible name; `role`: type role of the words."""
        super().__init__(theme, role=role, parent=parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def show_words(self, text: str) -> None:
        """Show `text`; paragraphs are told apart by the gap between them, so blank lines are left out."""
        self.setPlainText("\n".join(line for line in text.rstrip().split("\n") if line.strip()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _fit(self) -> None:
        self.setFixedHeight(max(1, round(self.document().size().height())))
