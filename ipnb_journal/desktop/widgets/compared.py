# SPDX-License-Identifier: MIT
"""Words compared: what was taken out is struck through, what came in is underlined; both in words too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.painting import pen, smooth
from ipnb_journal.desktop.widgets.reading import Reading
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import versions as words
from ipnb_journal.domain.comparison import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.comparison import Piece

_APART = "\N{THIN SPACE}"


class Compared(Reading):
    """One field of a page in two states at once, to read; a screen reader is told what changed."""

    def __init__(
        self, theme: Theme, name: str, *, role: str = "writing", parent: QWidget | None = None
    ) -> None:
        """`name`: accessible name; `role`: type role of the words."""
        super().__init__(theme, name, role=role, parent=parent)
        self._pieces: tuple[Piece, ...] = ()
        self._looks_theme = theme
        theme.changed.connect(self._show)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show a comparison."""
        self._pieces = tuple(pieces)
        self.setAccessibleDescription(words.spoken_changes(self._pieces))
        self._show()

    def _show(self) -> None:
        self._without_undo(self._fill)

    def _fill(self) -> None:
        document = self.document()
        document.clear()
        looks = _looks(self._looks_theme)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        before = ""
        for piece in self._pieces:
            # a word taken out and the one in its place would read as one
            if piece.change == Change.IN and before[-1:].strip() and piece.text[:1].strip():
                cursor.insertText(_APART, looks[Change.SAME])
            before = piece.text if piece.change == Change.OUT else ""
            for number, line in enumerate(piece.text.split("\n")):
                # paragraphs are told apart by the gap between them, so none is ever empty
                if number and not cursor.atBlockStart():
                    cursor.insertBlock()
                cursor.insertText(line, looks[piece.change])
        cursor.endEditBlock()


def _looks(theme: Theme) -> dict[Change, QTextCharFormat]:
    same, out, come = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    same.setForeground(theme.colour("ink"))
    out.setForeground(theme.colour("ink2"))
    out.setFontStrikeOut(True)
    come.setForeground(theme.colour("ink"))
    come.setBackground(theme.colour("accent_soft"))
    come.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    come.setUnderlineColor(theme.colour("accent"))
    return {Change.SAME: same, Change.OUT: out, Change.IN: come}


class ComparisonKey(QWidget):
    """What struck through and underlined mean, each as a sample of itself."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(theme, self, gap=18)
        row.addWidget(_Sample(theme, words.KEY_OUT, Change.OUT))
        row.addWidget(_Sample(theme, words.KEY_IN, Change.IN))


class _Sample(Text):
    def __init__(self, theme: Theme, text: str, change: Change) -> None:
        super().__init__(theme, "small", text, colour="ink2" if change == Change.OUT else "ink", wrap=False)
        self._sample_theme, self._change = theme, change

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, is_out = self._sample_theme, self._change == Change.OUT
        if not is_out:
            ground = smooth(self)
            ground.fillRect(self.rect(), theme.colour("accent_soft"))
            # the words have a painter of their own, and there is only ever one
            ground.end()
        super().paintEvent(event)
        painter, y = smooth(self), self.height() / 2 + 1 if is_out else self.height() - 2.5
        painter.setPen(pen(theme.colour("ink2" if is_out else "accent"), 1, flat=True))
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
