# SPDX-License-Identifier: MIT
"""Paper that grows with what is written, so that the question above it scrolls away with the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSizeF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QScrollArea, QSizePolicy

from ipnb_journal.desktop.widgets.editor import PaperEditor

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.theme.theme import Theme

LINES_BELOW = 2
LINES_KEPT = 1.5


class GrowingEditor(PaperEditor):
    """An editor as tall as its text, for use inside a scroll area, which follows the caret."""

    def __init__(
        self,
        theme: Theme,
        *,
        least: float = 120,
        role: str = "writing",
        below: int = LINES_BELOW,
        parent: QWidget | None = None,
    ) -> None:
        """`least`: design px it never goes below; `below`: empty lines kept under what is written."""
        super().__init__(theme, role=role, parent=parent)
        self._least, self._below = least, below
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.cursorPositionChanged.connect(self.show_caret)
        theme.changed.connect(self._measure_again)
        self._measure_again()

    def show_caret(self) -> None:
        """Scroll whatever holds this until the caret is in sight."""
        area = self._area()
        inside = None if area is None else area.widget()
        if area is None or inside is None or not self.hasFocus():
            return
        line = self.cursorRect()
        at = self.viewport().mapTo(inside, line.center())
        room = line.height() // 2 + round(self._theme.line(self._role) * LINES_KEPT)
        area.ensureVisible(at.x(), at.y(), 0, min(room, area.viewport().height() // 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()), 0)
        area = self._area()
        if not step or area is None or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
            return
        reach = area.viewport().height() - 2 * self._theme.line(self._role)
        held = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._move_by(step * max(reach, self._theme.line(self._role)), held=held)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_caret()

    def _move_by(self, down: int, *, held: bool) -> None:
        here = self.cursorRect().center()
        there = self.cursorForPosition(QPoint(here.x(), here.y() + down)).position()
        mode = QTextCursor.MoveMode.KeepAnchor if held else QTextCursor.MoveMode.MoveAnchor
        cursor = self.textCursor()
        cursor.setPosition(there, mode)
        self.setTextCursor(cursor)

    def _area(self) -> QScrollArea | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above

    def _grow(self, size: QSizeF) -> None:
        wanted = round(size.height()) + self._below * self._theme.line(self._role)
        wanted = max(wanted, self._theme.px(self._least))
        if wanted != self.minimumHeight():
            self.setMinimumHeight(wanted)

    def _measure_again(self) -> None:
        self._grow(self.document().size())
