# SPDX-License-Identifier: MIT
"""After a check-in: it is kept, perhaps a pause would help, and then a page or nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import BaseButton, PrimaryButton, QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.sheet import Sheet
from ipnb_journal.desktop.widgets.text import PromptLabel, Text
from ipnb_journal.desktop.wording import check_in as words

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme


class CheckInKept(Sheet):
    """A quiet end. A pause, where one is offered, comes first and is never in the way of the rest."""

    pause_wanted = Signal()
    page_wanted = Signal()
    done = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.title = PromptLabel(theme)
        self.line = Text(theme, "lead", colour="ink2", measure=560)
        self.pause: BaseButton = PrimaryButton(theme, words.TAKE_A_PAUSE, icon="wind")
        self.write: BaseButton = SecondaryButton(theme, words.WRITE_A_PAGE, icon="pen-line")
        self.finish: BaseButton = QuietButton(theme, words.DONE)
        self.pause.clicked.connect(self.pause_wanted)
        self.write.clicked.connect(self.page_wanted)
        self.finish.clicked.connect(self.done)
        buttons = QWidget()
        flow = FlowLayout(theme, buttons)
        for button in (self.pause, self.write, self.finish):
            flow.addWidget(button)
        self._column = QVBoxLayout(self)
        for widget in (self.title, self.line, buttons):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        theme.changed.connect(self._dress)
        self._dress()

    def show_kept(self, *, kept: bool, offer_pause: bool) -> None:
        """Say that it is kept, or that there was nothing to keep; offer a pause where it may help."""
        title = words.PAUSE_TITLE if offer_pause else words.SAVED_TITLE if kept else words.BLANK_TITLE
        line = words.PAUSE_LINE if offer_pause else words.SAVED_LINE if kept else words.SAVED_BLANK
        self.title.setText(title)
        self.line.setText(line)
        self.pause.setVisible(offer_pause)

    @property
    def first_button(self) -> QWidget:
        """The button the keyboard lands on."""
        return self.write if self.pause.isHidden() else self.pause

    def _dress(self) -> None:
        theme = self._theme
        side = theme.space(48)
        self._column.setContentsMargins(side, theme.space(40), side, theme.space(40))
        self._column.setSpacing(theme.space(16))
