# SPDX-License-Identifier: MIT
"""A scrolling page that never scrolls sideways and brings whatever has the focus into view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme


class Scroll(QScrollArea):
    """Vertical scrolling for `content`; focus moved by keys is kept in view with room for its ring."""

    def __init__(self, theme: Theme, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # asked for its own viewport, PySide would prepare every kind of widget there is: 10 ms
        viewport = QWidget()
        viewport.setAutoFillBackground(False)
        self.setViewport(viewport)
        # a timer of our own, which goes with us: one shot at a part that is deleted meanwhile crashes
        self._seeking = QTimer(self, singleShot=True)
        self._seeking.timeout.connect(self._seek)
        self._sought: QWidget | None = None
        if content is not None:
            self.set_content(content)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_content(self, content: QWidget) -> None:
        """Put `content` in, which becomes the scroll area's own."""
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll so that a part of the content is seen, once it has its place there."""
        self._sought = part
        self._seeking.start(0)

    def _seek(self) -> None:
        part, self._sought = self._sought, None
        if part is not None and isValid(part):
            self.ensureWidgetVisible(part)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        content = self.widget()
        if new is not None and content is not None and content.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, self._theme.space(24))

    def _restyle(self) -> None:
        self.verticalScrollBar().setSingleStep(self._theme.px(34))


def scroll(theme: Theme, content: QWidget, parent: QWidget | None = None) -> Scroll:
    """`content` in a Scroll."""
    return Scroll(theme, content, parent)
