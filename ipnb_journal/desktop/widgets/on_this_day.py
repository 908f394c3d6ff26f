# SPDX-License-Identifier: MIT
"""Pages of this day in earlier years: nothing before a person asks, then days and titles, no text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.contents import ContentsItem
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import on_this_day as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ipnb_journal.desktop.theme.theme import Theme

_NARROW = 560


class OnThisDay(QWidget):
    """`asked`: show them; `opened` and `sealed` give the id of a page to read or never to bring up again."""

    asked, opened, sealed = Signal(), Signal(int), Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[tuple[int, str, str], ...] | None = None
        self.rows: dict[int, DayRow] = {}
        self.line = Text(theme, "ui", words.LINE, colour="ink2")
        self.ask = SecondaryButton(theme, words.ASK)
        self._list, self._column = QVBoxLayout(), QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Text(theme, "heading", words.TITLE))
        self._column.addWidget(self.line)
        self._column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._list)
        self.ask.clicked.connect(self.asked)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def is_open(self) -> bool:
        """Whether the person asked."""
        return self._shown is not None

    def show_pages(self, pages: Sequence[tuple[int, str, str]], *, sealing: bool) -> None:
        """Show these: id, title and day; `sealing`: whether they can be sealed here."""
        shown = tuple(pages)
        if shown == self._shown:
            return
        held = self.ask.hasFocus() or any(row.has_keyboard for row in self.rows.values())
        self._shown = shown
        clear(self._list)
        self.rows = {number: DayRow(self._theme, title, day, sealing=sealing) for number, title, day in shown}
        for number, row in self.rows.items():
            row.read.clicked.connect(partial(self.opened.emit, number))
            row.seal.clicked.connect(partial(self.sealed.emit, number))
            self._list.addWidget(row)
            row.show()
        self.ask.hide()
        self.line.setText("" if shown else words.NONE)
        self.line.setVisible(not shown)
        first = next(iter(self.rows.values()), None)
        if held and first is not None:
            first.read.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Show nothing until it is asked for again."""
        self._shown, self.rows = None, {}
        clear(self._list)
        self.ask.show()
        self.line.setText(words.LINE)
        self.line.show()

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.space(8))
        self._list.setSpacing(self._theme.space(2))


class DayRow(QWidget):
    """A page of an earlier year: its title and day open it, and beside it the way never to see it here."""

    def __init__(
        self, theme: Theme, title: str, day: str, *, sealing: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.read = ContentsItem(theme, title, day)
        self.read.setCheckable(False)
        self.seal = QuietButton(theme, words.SEAL, small=True, ink="ink2")
        self.seal.setAccessibleDescription(f"{title}, {day}")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.read, 1)
        self._row.addWidget(self.seal, 0, Qt.AlignmentFlag.AlignLeft)
        self.seal.setHidden(not sealing)
        theme.changed.connect(self._turn)
        self._turn()

    @property
    def has_keyboard(self) -> bool:
        """Whether one of its buttons has the keyboard."""
        return self.read.hasFocus() or self.seal.hasFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        beside = self.width() >= self._theme.px(_NARROW)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._row.setSpacing(self._theme.space(16 if beside else 0))
