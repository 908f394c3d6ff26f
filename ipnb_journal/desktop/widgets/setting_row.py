# SPDX-License-Identifier: MIT
"""A row of the settings: its name, one plain line, and the control at the trailing end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.painting import pen, smooth
from ipnb_journal.desktop.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ipnb_journal.desktop.theme.theme import Theme

_SIDE_BY_SIDE = 420


class SettingRow(QWidget):
    """A named setting. The name also names the control for a screen reader; narrow rows put it below."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        line: str,
        control: QWidget,
        *,
        first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`first`: no rule above."""
        super().__init__(parent)
        self._theme, self._first, self.control = theme, first, control
        self.title = Text(theme, "ui_medium", title)
        self.line = Text(theme, "hint", line, colour="ink2", measure=520)
        if not control.accessibleName():
            control.setAccessibleName(title)
        if not control.accessibleDescription():
            control.setAccessibleDescription(line)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.line)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(words, 1)
        self._row.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
        self.line.setVisible(bool(line))
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_line(self, line: str) -> None:
        """Change the plain line."""
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.control.setAccessibleDescription(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._first:
            painter = smooth(self)
            painter.setPen(pen(self._theme.colour("hairline"), 1, flat=True))
            painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))

    def _turn(self) -> None:
        beside = self.width() - self.control.sizeHint().width() >= self._theme.px(_SIDE_BY_SIDE) // 2
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        wanted = across if beside else down
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            self._row.setSpacing(self._theme.space(32 if beside else 8))

    def _restyle(self) -> None:
        pad = self._theme.space(14)
        self._row.setContentsMargins(0, pad, 0, pad)
        self._row.setSpacing(self._theme.space(32))
        self._turn()
        self.update()
