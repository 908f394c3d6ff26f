# SPDX-License-Identifier: MIT
"""One page in the drawer: its title and day, when it is gone for good, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import history as words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ipnb_journal.desktop.theme.theme import Theme

_NARROW = 560


class DrawerRow(QWidget):
    """A page in the drawer. `opened` to read it, `wanted_back` to put it back, `let_go` before its day."""

    opened = Signal()
    wanted_back = Signal()
    let_go = Signal()

    def __init__(
        self, theme: Theme, title: str, day: str, gone: str, *, first: bool, parent: QWidget | None = None
    ) -> None:
        """`day`: which day the page is about; `gone`: when nothing is left of it."""
        super().__init__(parent)
        self._theme = theme
        self.button = SecondaryButton(theme, words.TAKE_OUT, small=True)
        self.button.setAccessibleName(f"{words.TAKE_OUT}: {title}")
        self.button.setAccessibleDescription(f"{day}. {gone}")
        self.read = QuietButton(theme, words.READ, small=True)
        self.read.setAccessibleName(f"{words.READ}: {title}")
        self.go = QuietButton(theme, words.LET_GO, small=True)
        self.go.setAccessibleName(f"{words.LET_GO}: {title}")
        told = QVBoxLayout()
        told.setSpacing(1)
        told.addWidget(Text(theme, "list_title", title, max_lines=2))
        told.addWidget(Text(theme, "small", f"{day}. {gone}.", colour="ink2"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons = FlowLayout(theme, gap=4)
        self._buttons.addWidget(self.read)
        self._buttons.addWidget(self.button)
        self._buttons.addWidget(self.go)
        self._row.addLayout(told, 1)
        self._row.addLayout(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if not first:
            column.addWidget(Rule(theme))
        column.addLayout(self._row)
        self.button.clicked.connect(self.wanted_back)
        self.read.clicked.connect(self.opened)
        self.go.clicked.connect(self.let_go)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def has_keyboard(self) -> bool:
        """Whether one of its buttons has the keyboard."""
        return any(button.hasFocus() for button in (self.read, self.button, self.go))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        beside = self.width() >= self._theme.px(_NARROW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        self.read.begin_line(not beside)
        self._row.setSpacing(self._theme.space(32 if beside else 8))

    def _restyle(self) -> None:
        pad = self._theme.space(12)
        self._row.setContentsMargins(0, pad, 0, pad)
        self._turn()
