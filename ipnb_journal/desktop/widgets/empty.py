# SPDX-License-Identifier: MIT
"""What a place shows before there is anything in it: hanging cords, a line, and something to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.net import MacrameNet
from ipnb_journal.desktop.widgets.net_paths import LOOSE
from ipnb_journal.desktop.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.desktop.widgets.buttons import BaseButton
    from ipnb_journal.desktop.widgets.net_paths import Net

MEASURE = 520
_LEAST_SEEN = 90


class EmptyState(QWidget):
    """Cords over a title, a line and buttons, in the middle of the room."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        body: str = "",
        buttons: Iterable[BaseButton] = (),
        *,
        net: Net | None = LOOSE,
        parent: QWidget | None = None,
    ) -> None:
        """`net` None leaves the cords out, for small places."""
        super().__init__(parent)
        self._theme = theme
        self.title = Text(theme, "h1", title)
        self.body = Text(theme, "lead", body, colour="ink2", measure=MEASURE)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        if net is not None:
            self._column.addWidget(_Hanging(theme, net), 100)
        for text in (self.title, self.body):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self._column.addWidget(self.title)
        self.title.setVisible(bool(title))
        self._column.addLayout(_in_the_middle([self.body]))
        self._row = _in_the_middle(buttons)
        self._column.addLayout(self._row)
        self._column.addStretch(2)
        theme.changed.connect(self._restyle)
        self._restyle()

    def add_below(self, *buttons: BaseButton) -> None:
        """Put what is less likely to be wanted in a row of its own."""
        row = _in_the_middle(buttons)
        row.setContentsMargins(0, self._theme.space(10), 0, 0)
        row.setSpacing(self._theme.space(24))
        self._column.insertLayout(self._column.count() - 1, row)

    def say(self, title: str, body: str = "") -> None:
        """Change the words; without a title the line stands alone."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.body.setText(body)

    def _restyle(self) -> None:
        space = self._theme.space
        self._row.setSpacing(space(10))
        self.title.setContentsMargins(0, space(26), 0, 0)
        self.body.setContentsMargins(0, space(8), 0, space(26))


class _Hanging(MacrameNet):
    """Cords as tall as there is room for: in a low window the words and buttons matter more."""

    def __init__(self, theme: Theme, net: Net) -> None:
        super().__init__(theme, net)
        self.setMaximumHeight(int(net.height))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.height() >= _LEAST_SEEN:
            super().paintEvent(event)


def _in_the_middle(parts: Iterable[QWidget]) -> QHBoxLayout:
    """Parts between two stretches; aligned in the column itself, text would be reckoned too wide."""
    row = QHBoxLayout()
    row.addStretch(1)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
