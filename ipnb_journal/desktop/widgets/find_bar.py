# SPDX-License-Identifier: MIT
"""Finding words in the page at hand: every hit is marked, Enter goes to the next, Esc puts it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QWidget

from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.buttons import IconButton
from ipnb_journal.desktop.widgets.fields import Line
from ipnb_journal.desktop.widgets.painting import smooth
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import session as words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

MOST_HITS = 500
FIELD_WIDTH = 320


class FindBar(QWidget):
    """A field over the foot of the sheet. It marks hits in one editor and never changes a word."""

    closed = Signal()

    def __init__(self, theme: Theme, editor: QTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._editor = theme, editor
        self._hits: list[QTextCursor] = []
        self.line = Line(theme, height=38)
        self.line.setAccessibleName(words.FIND)
        self.line.setPlaceholderText(words.FIND)
        self.line.setMaximumWidth(theme.px(FIELD_WIDTH))
        self.told = Text(theme, "small", colour="ink2", wrap=False)
        self.before = IconButton(theme, "chevron-left", words.FIND_PREVIOUS)
        self.after = IconButton(theme, "chevron-right", words.FIND_NEXT)
        self.away = IconButton(theme, "x", words.FIND_CLOSE)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(28), theme.space(8), theme.space(24), theme.space(8))
        row.addWidget(self.line, 1)
        for widget in (self.before, self.after, self.told):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.away)
        self.line.textEdited.connect(lambda _: self._look())
        self.line.returnPressed.connect(lambda: self.step(1))
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.away.clicked.connect(self.close_find)
        self.hide()

    def open_find(self) -> None:
        """Show the field, with what is selected in the page as its words."""
        chosen = self._editor.textCursor().selectedText()
        self.show()
        if chosen and "\N{PARAGRAPH SEPARATOR}" not in chosen:
            self.line.setText(chosen)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self._look()

    def close_find(self) -> None:
        """Put the field and the marks away; the caret stays at the hit last shown."""
        self.hide()
        self._hits = []
        self._editor.setExtraSelections([])
        self.closed.emit()

    def step(self, by: int) -> None:
        """Go to the next hit, or with -1 to the one before; round at the ends."""
        self._look()
        if not self._hits:
            return
        here = self._editor.textCursor().selectionStart()
        starts = [hit.selectionStart() for hit in self._hits]
        later = [at for at, start in enumerate(starts) if (start > here if by > 0 else start < here)]
        at = (later[0] if by > 0 else later[-1]) if later else (0 if by > 0 else len(starts) - 1)
        self._show_hit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_find()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(self)
        painter.fillRect(self.rect(), self._theme.colour("room"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("hairline"))

    def _look(self) -> None:
        wanted, document = self.line.text(), self._editor.document()
        self._hits = []
        cursor = document.find(wanted) if wanted else QTextCursor()
        while not cursor.isNull() and len(self._hits) < MOST_HITS:
            self._hits.append(QTextCursor(cursor))
            cursor = document.find(wanted, cursor)
        self._mark()
        self.told.setText(words.FIND_NONE if wanted and not self._hits else words.found(len(self._hits)))
        announce(self.line, self.told.text())

    def _mark(self) -> None:
        look = QTextCharFormat()
        look.setBackground(self._theme.colour("mark"))
        look.setForeground(self._theme.colour("ink"))
        marks = []
        for hit in self._hits:
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = hit, look
            marks.append(mark)
        self._editor.setExtraSelections(marks)

    def _show_hit(self, at: int) -> None:
        self._editor.setTextCursor(QTextCursor(self._hits[at]))
        self.told.setText(words.FIND_AT.format(at=at + 1, count=len(self._hits)))
        announce(self.line, self.told.text())
