# SPDX-License-Identifier: MIT
"""One short reading: its three parts under headings, its sources small at the foot, and the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from ipnb_journal.desktop.widgets.buttons import SecondaryButton
from ipnb_journal.desktop.widgets.reading import Reading as ReadingText
from ipnb_journal.desktop.widgets.sheet import Rule, Sheet
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import meanings as words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.glossary import Reading

MEASURE, SIDE_OF_SHEET = 580, 36


class ReadingSheet(Sheet):
    """A reading in the reading type. `next_wanted` gives the key of the next one, "" for the glossary."""

    next_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._own_theme = theme
        self._next = ""
        self.title, self.under = Text(theme, "h1"), Text(theme, "hint", colour="ink2")
        named = (words.HOLDS, words.CONTESTED, words.HERE)
        self.headings = [Text(theme, "heading", name) for name in named]
        self.parts = [_Part(theme, name, role="reading") for name in named]
        self.sources = Text(theme, "small", colour="ink2", measure=MEASURE)
        self.following = SecondaryButton(theme, icon="arrow-right", icon_last=True)
        self.following.clicked.connect(lambda: self.next_wanted.emit(self._next))
        self._column = QVBoxLayout(self)
        self._build()
        theme.changed.connect(self._lay_out)
        self._lay_out()

    def show_reading(self, reading: Reading, following: Reading | None) -> None:
        """Show a reading; `following` comes after it, None after the last."""
        self.setAccessibleName(reading.title)
        self.title.setText(reading.title)
        self.under.setText(words.under_title(reading))
        for part, said in zip(self.parts, (reading.holds, reading.contested, reading.here), strict=True):
            part.show_words("\n".join(said))
        self.sources.setText(words.sources(reading.sources))
        self._next = "" if following is None else following.id
        told = words.ALL_WORDS if following is None else words.NEXT.format(title=following.title)
        self.following.setText(told)

    def _build(self) -> None:
        column, theme = self._column, self._own_theme
        column.addWidget(self.title)
        column.addWidget(self.under)
        for heading, part in zip(self.headings, self.parts, strict=True):
            column.addWidget(heading)
            column.addWidget(part)
        column.addSpacing(theme.space(16))
        column.addWidget(Rule(theme))
        column.addSpacing(theme.space(4))
        column.addWidget(Text(theme, "label", words.SOURCES))
        column.addWidget(self.sources)
        column.addSpacing(theme.space(12))
        column.addWidget(self.following, 0, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        space = self._own_theme.space
        side = space(SIDE_OF_SHEET)
        self._column.setContentsMargins(side, space(28), side, space(32))
        self._column.setSpacing(space(8))
        for heading in self.headings:
            heading.setContentsMargins(0, space(16), 0, 0)
        for part in self.parts:
            part.set_spacing(MEASURE)


class _Part(ReadingText):
    """Words whose arrow and page keys scroll what is around them; with Shift they select."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        scrolling = (
            keys.Key_Up,
            keys.Key_Down,
            keys.Key_PageUp,
            keys.Key_PageDown,
            keys.Key_Home,
            keys.Key_End,
        )
        if event.key() in scrolling and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
