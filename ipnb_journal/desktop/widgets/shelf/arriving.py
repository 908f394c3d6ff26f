# SPDX-License-Identifier: MIT
"""What a set file would bring, before anything of it is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.sheet import Rule, Sheet
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import own_prompts as words
from ipnb_journal.desktop.wording import prompt_problems, shelf
from ipnb_journal.services.own_prompt_sets import Arrival

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.services.own_prompt_sets import SetPreview

SIDE, TOP = 32, 28
FIELD_WIDTH = 340


class ArrivingSet(Sheet):
    """`taken(group)`: take them in, into that group; `unwanted`: leave the file as it is, as Esc does."""

    taken = Signal(str)
    unwanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._own_theme = theme
        self.title = Text(theme, "h1")
        self.told = Text(theme, "ui")
        self.group = Field(theme, words.INTO_GROUP, hint=words.INTO_GROUP_LINE, role="ui", height=40)
        self.take, self.leave = PrimaryButton(theme, words.TAKE_IN), SecondaryButton(theme, words.LEAVE_IT)
        self._list, self._odd = QVBoxLayout(), QVBoxLayout()
        self._build()
        self.take.clicked.connect(lambda: self.taken.emit(self.group.text()))
        self.leave.clicked.connect(self.unwanted)

    def show_set(self, found: SetPreview, group: str) -> None:
        """Show what is in a file; `group` is suggested for what comes in."""
        theme = self._own_theme
        coming = len(found.prompts) - found.count(Arrival.ALREADY_HERE)
        self.title.setText(words.ARRIVING.format(file=found.file))
        self.told.setText(" ".join((*words.arriving(found), words.ARRIVING_LINE)))
        self.group.set_text(group)
        self.group.setVisible(bool(coming))
        self.take.setVisible(bool(coming))
        clear(self._list)
        for prompt, arrival in found.prompts:
            self._list.addWidget(Text(theme, "ui_medium", prompt.title))
            line = f"{words.NEW_MARK[arrival]}. {shelf.about(prompt)}"
            self._list.addWidget(Text(theme, "small", line, colour="ink2"))
            self._list.addSpacing(theme.space(6))
        self._show_oddities(found)

    def first_focus(self) -> QWidget:
        """Where the keyboard lands: on taking them in, or where there is nothing to take in on leaving it."""
        return self.leave if self.take.isHidden() else self.take

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme, doing = self._own_theme, QWidget()
        row = FlowLayout(theme, doing)
        row.addWidget(self.take)
        row.addWidget(self.leave)
        self.group.setMaximumWidth(theme.px(FIELD_WIDTH))
        column = QVBoxLayout(self)
        side, top = theme.space(SIDE), theme.space(TOP)
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(theme.space(12))
        for part in (self.title, self.told, self.group, doing, Rule(theme)):
            column.addWidget(part)
        column.addLayout(self._list)
        column.addLayout(self._odd)
        self._list.setSpacing(theme.space(2))
        self._odd.setSpacing(theme.space(8))

    def _show_oddities(self, found: SetPreview) -> None:
        theme = self._own_theme
        clear(self._odd)
        if not found.problems:
            return
        self._odd.addWidget(Text(theme, "ui_medium", words.ODDITIES))
        self._odd.addWidget(Text(theme, "hint", words.ODDITIES_LINE, colour="ink2"))
        for problem in found.problems[: words.MOST_ODDITIES]:
            line = f"{prompt_problems.place(problem)}: {prompt_problems.sentence(problem)}"
            self._odd.addWidget(Text(theme, "small", line))
        more = len(found.problems) - words.MOST_ODDITIES
        if more > 0:
            told = words.MORE_ODDITIES.format(count=more)
            self._odd.addWidget(Text(theme, "small", told, colour="ink2"))
