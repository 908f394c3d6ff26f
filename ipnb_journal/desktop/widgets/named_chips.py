# SPDX-License-Identifier: MIT
"""A row of chips with its name beside it, or above it where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from ipnb_journal.desktop.widgets.chips import ChipGroup
from ipnb_journal.desktop.widgets.text import Text

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme

NAME_WIDTH = 96
_NO_LIMIT = 16_777_215


class NamedChips(QWidget):
    """Words to pick from, hidden altogether while there are none."""

    def __init__(
        self, theme: Theme, name: str, picked: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._compact = theme, False
        self.words = picked
        self.name = Text(theme, "small", name, colour="ink2")
        self.group = ChipGroup(theme, [(word, word) for word in picked], small=True, name=name)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.name)
        self._row.addWidget(self.group, 1)
        theme.changed.connect(self._dress)
        self._dress()

    def set_words(self, picked: tuple[str, ...]) -> None:
        """Offer these words; what was picked stays so where the word stays."""
        self.words = picked
        self.group.set_options([(word, word) for word in picked])
        self.setVisible(bool(picked))

    def set_compact(self, compact: bool) -> None:
        """Put the name above the chips."""
        self._compact = compact
        self._dress()

    def _dress(self) -> None:
        theme, above = self._theme, self._compact
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if above else way.LeftToRight)
        self._row.setSpacing(theme.space(4 if above else 10))
        self._row.setAlignment(self.name, Qt.AlignmentFlag(0) if above else Qt.AlignmentFlag.AlignTop)
        self.name.setContentsMargins(0, 0 if above else theme.px(7), 0, 0)
        self.name.setMinimumWidth(0 if above else theme.px(NAME_WIDTH))
        self.name.setMaximumWidth(_NO_LIMIT if above else theme.px(NAME_WIDTH))
