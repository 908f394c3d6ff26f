# SPDX-License-Identifier: MIT
"""Earlier Look-backs by their day, newest first; the one on show is marked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.contents import ContentsItem
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import look_back as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipnb_journal.desktop.theme.theme import Theme


class LooksBefore(QWidget):
    """Hidden while there are none. `wanted` gives the id of the one to show."""

    wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[tuple[int, str, str], ...] = ()
        self._marked: int | None = None
        self.items: dict[int, ContentsItem] = {}
        self._list, self._column = QVBoxLayout(), QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Text(theme, "heading", words.EARLIER))
        self._column.addWidget(Text(theme, "hint", words.EARLIER_LINE, colour="ink2"))
        self._column.addLayout(self._list)
        self.hide()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_looks(self, looks: Sequence[tuple[int, str, str]]) -> None:
        """Show these: id, day, and a line below it."""
        shown = tuple(looks)
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        focused = next((look_id for look_id, item in self.items.items() if item.hasFocus()), None)
        self._shown = shown
        clear(self._list)
        self.items = {look_id: self._item(look_id, day, line) for look_id, day, line in shown}
        for item in self.items.values():
            self._list.addWidget(item)
            item.show()
        self.mark(self._marked)
        if focused in self.items:
            self.items[focused].setFocus()

    def mark(self, look_id: int | None) -> None:
        """Mark the one on show, or none."""
        self._marked = look_id
        for number, item in self.items.items():
            item.setChecked(number == look_id)

    def _item(self, look_id: int, day: str, line: str) -> ContentsItem:
        item = ContentsItem(self._theme, day, line)
        item.clicked.connect(partial(self._on_clicked, look_id))
        item.moved.connect(partial(self._move, look_id))
        return item

    def _on_clicked(self, look_id: int) -> None:
        self.mark(self._marked)
        self.wanted.emit(look_id)

    def _move(self, look_id: int, step: int) -> None:
        order = list(self.items)
        at = order.index(look_id) + step
        if 0 <= at < len(order):
            self.items[order[at]].setFocus()

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.space(4))
        self._list.setSpacing(self._theme.space(2))
