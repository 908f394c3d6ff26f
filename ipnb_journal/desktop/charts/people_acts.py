# SPDX-License-Identifier: MIT
"""What can be done with the chosen person's tile: move it, put it out of sight, and ask for hidden ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.wording import relationships as words

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme


class PeopleActs(QWidget):
    """`moved` gives by how many places, `hidden` and `shown` what was asked for."""

    moved = Signal(int)
    hidden = Signal()
    shown = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.earlier = LinkButton(theme, words.EARLIER)
        self.later = LinkButton(theme, words.LATER)
        self.hide_one = LinkButton(theme, words.HIDE)
        self.show_hidden = LinkButton(theme, words.SHOW_HIDDEN)
        self.setAccessibleName(words.ACTS_NAME)
        flow = FlowLayout(theme, self, gap=18)
        for link in (self.earlier, self.later, self.hide_one, self.show_hidden):
            flow.addWidget(link)
        self.earlier.clicked.connect(lambda: self.moved.emit(-1))
        self.later.clicked.connect(lambda: self.moved.emit(1))
        self.hide_one.clicked.connect(self.hidden)
        self.show_hidden.clicked.connect(self.shown)
        self.offer("", first=True, last=True)

    def offer(self, name: str, *, first: bool, last: bool) -> None:
        """Name whom the links act on, "" for nobody; the keyboard goes on to the opposite one at an end."""
        held = next((link for link in (self.earlier, self.later) if link.hasFocus()), None)
        for link, usual, named, able in (
            (self.earlier, words.EARLIER, words.EARLIER_NAMED, not first),
            (self.later, words.LATER, words.LATER_NAMED, not last),
            (self.hide_one, words.HIDE, words.HIDE_NAMED, True),
        ):
            link.setAccessibleName(named.format(name=name) if name else usual)
            link.setEnabled(bool(name) and able)
        if held is not None and not held.isEnabled():
            other = self.later if held is self.earlier else self.earlier
            (other if other.isEnabled() else self.show_hidden).setFocus()
