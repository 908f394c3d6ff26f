# SPDX-License-Identifier: MIT
"""The sheet that is written on: a column of the chosen width in the middle, one pane on it at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.sheet import Sheet

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme

MEASURES = {"close": 580, "open": 632, "wide": 680}
SIDE, SIDE_COMPACT = 78, 40
TOP, TOP_COMPACT = 44, 20
OUTSIDE = 24


class WritingSheet(QWidget):
    """Paper off the foot of the window. `aside` is a row at the top right, over the panes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._compact = False
        self._measure = MEASURES["open"]
        self.sheet = Sheet(theme, open_below=True)
        self.sheet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.panes = QStackedWidget()
        self.aside = QHBoxLayout()
        self._column = QVBoxLayout(self.sheet)
        self._column.setSpacing(0)
        self._column.addLayout(self.aside)
        self._column.addWidget(self.panes, 1)
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(self.sheet, 1000)
        self._row.addStretch(1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def add_pane(self, pane: QWidget, *, scrolls: bool) -> None:
        """Lay a pane on the sheet; one that doesn't scroll by itself is put in a scrolling column."""
        self.panes.addWidget(Scroll(self._theme, pane) if scrolls else pane)

    def show_pane(self, pane: QWidget) -> None:
        """Bring a pane up, at its top."""
        for at in range(self.panes.count()):
            held = self.panes.widget(at)
            if held is pane or (isinstance(held, Scroll) and held.widget() is pane):
                self.panes.setCurrentIndex(at)
                if isinstance(held, Scroll):
                    held.verticalScrollBar().setValue(0)

    def set_width(self, width: str) -> None:
        """Choose the column's width: "close", "open" or "wide"."""
        self._measure = MEASURES.get(width, MEASURES["open"])
        self._restyle()

    @property
    def measure(self) -> int:
        """The width of the column in design px."""
        return self._measure

    @property
    def compact(self) -> bool:
        """Whether little room is spent around the words."""
        return self._compact

    @compact.setter
    def compact(self, wanted: bool) -> None:
        self._compact = wanted
        self._restyle()

    def _restyle(self) -> None:
        theme = self._theme
        side = theme.space(SIDE_COMPACT if self._compact else SIDE)
        top = theme.space(TOP_COMPACT if self._compact else TOP)
        self._row.setContentsMargins(theme.space(OUTSIDE), 0, theme.space(OUTSIDE), 0)
        self.sheet.setMaximumWidth(theme.px(self._measure) + 2 * side)
        aside = theme.px(34)
        above = max(theme.space(6), (top - aside) // 2)
        self._column.setContentsMargins(side, above, side, 0)
        self.aside.setContentsMargins(0, 0, 0, max(0, top - above - aside))
        self.aside.setAlignment(Qt.AlignmentFlag.AlignRight)
