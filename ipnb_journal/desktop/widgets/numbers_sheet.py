# SPDX-License-Identifier: MIT
"""The numbers of one scale: each with its number first, and how it was made folded under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.sheet import Rule, Sheet
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import numbers as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.desktop.wording.numbers import Line, Made

_SIDE, _NAME_WIDTH, _NARROW = 28, 190, 560
_UNFOLDED, _FOLDED = "chevron-down", "chevron-right"
_NO_LIMIT = 16_777_215


class NumbersSheet(Sheet):
    """One sheet for a scale; what was folded out stays so when the numbers change."""

    def __init__(self, theme: Theme, title: str, term: str, parent: QWidget | None = None) -> None:
        """`title`: the scale in plain words; `term`: the technical one."""
        super().__init__(theme, parent=parent)
        self._page_theme, self._title = theme, title
        self.rows: list[NumberRow] = []
        self._lines: tuple[Line, ...] = ()
        self.way = Text(theme, "small", colour="ink2")
        self._list, self._column = QVBoxLayout(), QVBoxLayout(self)
        head = FlowLayout(theme, gap=8)
        head.addWidget(Text(theme, "heading", title, wrap=False))
        head.addWidget(Text(theme, "small", term, colour="ink2", wrap=False))
        self._column.addLayout(head)
        self._column.addWidget(self.way)
        self._column.addLayout(self._list)
        self.way.hide()
        self.setAccessibleName(title)
        theme.changed.connect(self._lay_out)
        self._lay_out()

    def show_lines(self, lines: Sequence[Line], way: str) -> None:
        """Show these; `way`: how the check-ins were given, "" where that goes without saying."""
        self.way.setText(way)
        self.way.setVisible(bool(way))
        if tuple(lines) == self._lines:
            return
        out = {row.name for row in self.rows if row.is_out}
        held = next((row.name for row in self.rows if row.fold.hasFocus()), None)
        self._lines = tuple(lines)
        clear(self._list)
        self.rows = [NumberRow(self._page_theme, line, self._title) for line in lines]
        for row in self.rows:
            if row is not self.rows[0]:
                self._list.addWidget(Rule(self._page_theme))
            self._list.addWidget(row)
            row.show()
            if row.name in out:
                row.set_out(out=True)
            if row.name == held:
                row.fold.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        space = self._page_theme.space
        side = space(_SIDE)
        self._column.setContentsMargins(side, space(20), side, space(12))
        self._column.setSpacing(space(4))
        self._list.setSpacing(0)


class NumberRow(QWidget):
    """A name, its number, and a way to fold out how it was made."""

    def __init__(self, theme: Theme, line: Line, scale: str, parent: QWidget | None = None) -> None:
        """`scale`: what a screen reader says the number is of."""
        super().__init__(parent)
        self._theme, self.name = theme, line.made.name
        self.label = Text(theme, "ui", line.made.name, colour="ink2")
        self.said = Text(theme, "ui", line.said, tabular=True)
        self.fold = LinkButton(theme, words.HOW_MADE, icon=_FOLDED)
        self.fold.setAccessibleName(f"{words.HOW_MADE}: {scale}, {line.made.name}")
        self.fold.setAccessibleDescription(line.said)
        self.made = _How(theme, line.made)
        self.made.hide()
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self.said)
        told.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        told.addWidget(self.made)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(told, 1)
        self.fold.clicked.connect(lambda: self.set_out(out=not self.is_out))
        theme.changed.connect(self._turn)
        self._turn()

    @property
    def is_out(self) -> bool:
        """Whether how it was made is on show."""
        return not self.made.isHidden()

    def set_out(self, *, out: bool) -> None:
        """Fold out how it was made, or in again."""
        self.made.setVisible(out)
        self.fold.set_icon(_UNFOLDED if out else _FOLDED)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        theme, space = self._theme, self._theme.space
        beside = self.width() >= theme.px(_NARROW)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._row.setContentsMargins(0, space(10), 0, space(8))
        self._row.setSpacing(space(16) if beside else 0)
        self.label.setMinimumWidth(theme.px(_NAME_WIDTH) if beside else 0)
        self.label.setMaximumWidth(theme.px(_NAME_WIDTH) if beside else _NO_LIMIT)


class _How(QWidget):
    """In plain words, as a formula, and where that comes from."""

    def __init__(self, theme: Theme, made: Made, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        parts = (
            Text(theme, "hint", made.plain),
            Text(theme, "small", words.FORMULA, colour="ink2"),
            # of our faces the only one with every letter that formulas have
            Text(theme, "list_title", made.formula),
            Text(theme, "small", words.SOURCE, colour="ink2"),
            Text(theme, "hint", made.source),
        )
        for part in parts:
            self._column.addWidget(part)
        self._heads = parts[1], parts[3]
        theme.changed.connect(self._lay_out)
        self._lay_out()

    def _lay_out(self) -> None:
        space = self._theme.space
        self._column.setContentsMargins(0, space(4), 0, space(10))
        self._column.setSpacing(space(2))
        for head in self._heads:
            head.setContentsMargins(0, space(6), 0, 0)
