# SPDX-License-Identifier: MIT
"""The sheet that is written on: a column of the chosen width in the middle, one pane on it at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.growing_editor import GrowingEditor
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.sheet import Rule, Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ipnb_journal.desktop.theme.theme import Theme

MEASURES = {"close": 580, "open": 632, "wide": 680}
LEADINGS = {"close": 0.92, "open": 1.0, "wide": 1.14}
SIDE, SIDE_COMPACT = 78, 40
TOP, TOP_COMPACT = 44, 20
OUTSIDE = 24
GUTTER = 16
# room at the leading edge for the focus ring
LEAD = 8


class PaneScroll(Scroll):
    """A pane's column, under a hairline once it is scrolled.

    Its scroll bar lies beside the column, which keeps its width when the bar comes.
    """

    def __init__(self, theme: Theme, pane: QWidget, column: QLayout) -> None:
        """`column`: the pane's own layout, whose margins make the room."""
        super().__init__(theme, pane)
        self.pane, self._margins_of = pane, column
        self._edge = Rule(theme, parent=self)
        self._edge.hide()
        self.verticalScrollBar().valueChanged.connect(lambda value: self._edge.setVisible(value > 0))
        self.verticalScrollBar().rangeChanged.connect(self._make_room)
        theme.changed.connect(self._make_room)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lead = self._theme.px(LEAD)
        self._edge.setGeometry(lead, 0, self.width() - lead - self._theme.px(GUTTER), 1)
        self._edge.raise_()

    def _make_room(self) -> None:
        bar, column = self.verticalScrollBar(), self._margins_of
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        margins = column.contentsMargins()
        lead, room = self._theme.px(LEAD), max(0, self._theme.px(GUTTER) - taken)
        if (margins.left(), margins.right()) != (lead, room):
            margins.setLeft(lead)
            margins.setRight(room)
            column.setContentsMargins(margins)
        typing = self.pane.focusWidget()
        if isinstance(typing, GrowingEditor):
            typing.show_caret()


class WritingSheet(QWidget):
    """Paper off the foot of the window. `aside` is a row at the top right, over the panes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._compact = False
        self._measure, self._leading = MEASURES["open"], LEADINGS["open"]
        self.sheet = Sheet(theme, open_below=True)
        self.sheet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.panes = QStackedWidget()
        self._aside_host = QWidget()
        self.aside = QHBoxLayout(self._aside_host)
        self.aside.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(self.sheet)
        self._column.setSpacing(0)
        self._column.addWidget(self._aside_host)
        self._column.addWidget(self.panes, 1)
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(self.sheet, 1000)
        self._row.addStretch(1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def add_pane(self, pane: QWidget, column: QLayout) -> None:
        """Lay a pane with its layout on the sheet, in a column of its own that scrolls."""
        self.panes.addWidget(PaneScroll(self._theme, pane, column))

    def show_pane(self, pane: QWidget) -> None:
        """Bring a pane up, at its top."""
        for at in range(self.panes.count()):
            held = self.panes.widget(at)
            if isinstance(held, PaneScroll) and held.pane is pane:
                self.panes.setCurrentIndex(at)
        self.to_top()

    def to_top(self) -> None:
        """Show the top of the pane that is up."""
        held = self.panes.currentWidget()
        if isinstance(held, PaneScroll):
            held.verticalScrollBar().setValue(0)

    def set_width(self, width: str) -> None:
        """Choose the column's width and the leading with it: "close", "open" or "wide"."""
        self._measure = MEASURES.get(width, MEASURES["open"])
        self._leading = LEADINGS.get(width, LEADINGS["open"])
        self._restyle()

    @property
    def measure(self) -> int:
        """The width of the column in design px."""
        return self._measure

    @property
    def leading(self) -> float:
        """The height of the lines as a share of the type's own."""
        return self._leading

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
        aside = theme.px(26) if self.aside.count() else 0
        above = max(theme.space(6), (top - aside) // 2)
        gutter = theme.px(GUTTER)
        self._column.setContentsMargins(side - theme.px(LEAD), above, side - gutter, 0)
        self.aside.setContentsMargins(theme.px(LEAD), 0, gutter, 0)
        self._aside_host.setFixedHeight(max(top - above, aside))
        self.aside.setAlignment(Qt.AlignmentFlag.AlignTop)
