# SPDX-License-Identifier: MIT
"""The help panel beside the page: never in the way, closed with F1 or Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import IconButton
from ipnb_journal.desktop.widgets.painting import box, smooth
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.desktop.wording.help import Topic

WIDTH = 362


class HelpPanel(QFrame):
    """Shows one help text at a time; `closed` when the person puts it away."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = Text(theme, "heading", "")
        self.close_button = IconButton(theme, "x", "Close help")
        self.close_button.clicked.connect(self.closed)
        self._parts = QWidget()
        self._scroll = Scroll(theme, self._parts)
        self._topic: Topic | None = None
        outer = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(head)
        outer.addWidget(self._scroll, 1)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def topic(self) -> Topic | None:
        """The text on show."""
        return self._topic

    def show_topic(self, topic: Topic) -> None:
        """Show another text from its beginning."""
        self._topic = topic
        self._title.setText(topic.title)
        self.setAccessibleName(topic.title)
        self._fill()
        self._scroll.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        box(smooth(self), self.rect(), theme.px(10), theme.colour("raised"), theme.colour("control"))

    def _fill(self) -> None:
        theme = self._theme
        self._parts = QWidget()
        column = QVBoxLayout(self._parts)
        column.setContentsMargins(0, 0, theme.space(8), 0)
        column.setSpacing(0)
        for lead, paragraph in self._topic.parts if self._topic else ():
            if lead:
                column.addWidget(Text(theme, "ui_strong", lead))
            if paragraph:
                column.addWidget(Text(theme, "ui", paragraph))
            column.addSpacing(theme.space(10))
        column.addSpacing(theme.space(4))
        column.addWidget(Rule(theme))
        column.addSpacing(theme.space(10))
        column.addWidget(Text(theme, "small", "F1 closes this.", colour="ink2"))
        column.addStretch(1)
        self._scroll.setWidget(self._parts)

    def _restyle(self) -> None:
        space = self._theme.space
        outer = self.layout()
        if outer is not None:
            outer.setContentsMargins(space(24), space(20), space(16), space(22))
            outer.setSpacing(space(8))
        self.setFixedWidth(self._theme.px(WIDTH) if self._theme.percent <= 130 else self._theme.px(300))
        self._fill()
