# SPDX-License-Identifier: MIT
"""The blank cover drawn over the window before anything else happens at a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ipnb_journal.desktop.widgets.announce import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme


class Curtain(QWidget):
    """Covers its parent with the colour of the room; says next to nothing and lets no key through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        parent.installEventFilter(self)
        self.hide()

    def cover(self) -> None:
        """Cover the window now, painted before this returns."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.setFocus()
        self.repaint()

    def say(self, words: str) -> None:
        """Say quietly what takes so long; "" says nothing."""
        self._words = words
        self.setAccessibleName(words)
        if words:
            announce(self, words)
        self.update()

    def lift(self) -> None:
        """Show the window again."""
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        parent = self.parentWidget()
        if event.type() == QEvent.Type.Resize and parent is not None:
            self.setGeometry(parent.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("room"))
        if self._words:
            painter.setFont(self._theme.font("hint"))
            painter.setPen(self._theme.colour("ink2"))
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words
            )
