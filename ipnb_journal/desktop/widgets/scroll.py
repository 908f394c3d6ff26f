# SPDX-License-Identifier: MIT
"""A column that scrolls up and down, never sideways, and brings what has the keyboard into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme

SIGHT = 24


class ScrollColumn(QScrollArea):
    """Holds one widget as wide as itself, on whatever ground lies below; the widget sets the height."""

    def __init__(self, theme: Theme, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _: QWidget | None, to: QWidget | None) -> None:
        inside = self.widget()
        if to is not None and inside is not None and inside.isAncestorOf(to):
            room = self._theme.space(SIGHT)
            self.ensureWidgetVisible(to, room, room)
