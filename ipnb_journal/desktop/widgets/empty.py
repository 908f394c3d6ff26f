# SPDX-License-Identifier: MIT
"""What a place shows before there is anything in it: loose cords, a line, and something to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.net import MacrameNet
from ipnb_journal.desktop.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.desktop.widgets.buttons import BaseButton


class EmptyState(QWidget):
    """A net of loose cords over a title, a line and buttons, in the middle of the room."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        body: str = "",
        buttons: Iterable[BaseButton] = (),
        *,
        net: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`net` False leaves the cords out, for small places."""
        super().__init__(parent)
        self._theme = theme
        self.title = Text(theme, "h1", title)
        self.body = Text(theme, "lead", body, colour="ink2", measure=500)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        if net:
            self._column.addWidget(MacrameNet.loose(theme), 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (self.title, self.body):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self._column.addWidget(self.title)
        self._column.addWidget(self.body)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        for button in buttons:
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._column.addLayout(self._row)
        self._column.addStretch(2)
        theme.changed.connect(self._restyle)
        self._restyle()

    def say(self, title: str, body: str = "") -> None:
        """Change the words."""
        self.title.setText(title)
        self.body.setText(body)

    def _restyle(self) -> None:
        space = self._theme.space
        self._row.setSpacing(space(10))
        self.title.setContentsMargins(0, space(26), 0, 0)
        side = space(24)
        self.body.setContentsMargins(side, space(8), side, space(26))
