# SPDX-License-Identifier: MIT
"""The column beside a chart: the same in words, what it shows and doesn't, what the numbers are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.desktop.wording import look_back as looking
from ipnb_journal.desktop.wording import numbers
from ipnb_journal.desktop.wording import session_sheet as sheet
from ipnb_journal.desktop.wording import taking_along as taking

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme


class Notes(QWidget):
    """Three short texts under their heads, links that lead on, and "About these numbers" folded beneath."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.in_words = Text(theme, "question")
        self.shows = Text(theme, "hint", colour="ink2")
        self.does_not = Text(theme, "hint", colour="ink2")
        self.take_along = LinkButton(theme, taking.LINK)
        self.session_sheet = LinkButton(theme, sheet.LINK)
        self.look_back = LinkButton(theme, looking.LINK)
        self.numbers = LinkButton(theme, numbers.TITLE)
        self.about_link = LinkButton(theme, words.ABOUT)
        self.about = Text(theme, "hint", words.ABOUT_TEXT, colour="ink2")
        self.about_link.clicked.connect(self._fold)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rule = Rule(theme)
        self._heads = [Text(theme, "label", head) for head in (words.IN_WORDS, words.SHOWS, words.DOES_NOT)]
        self._build()
        theme.changed.connect(self._restyle)
        self._restyle()

    def say(self, in_words: str, shows: str, does_not: str) -> None:
        """Change the three texts."""
        self.in_words.setText(in_words)
        self.shows.setText(shows)
        self.does_not.setText(does_not)

    def tell_about(self, text: str) -> None:
        """Change what the numbers are said to be."""
        self.about.setText(text)

    def _build(self) -> None:
        first, second, third = self._heads
        column = self._column
        for part in (first, self.in_words, self._rule, second, self.shows, third, self.does_not):
            column.addWidget(part)
        links = (self.take_along, self.session_sheet, self.look_back, self.numbers, self.about_link)
        flow = FlowLayout(self._theme, gap=16, between=2)
        for link in links:
            flow.addWidget(link)
        column.addLayout(flow)
        column.addWidget(self.about)
        column.addStretch(1)
        self.about.hide()

    def _fold(self) -> None:
        self.about.setVisible(self.about.isHidden())

    def _restyle(self) -> None:
        space = self._theme.space
        first, second, third = self._heads
        first.setContentsMargins(0, 0, 0, space(6))
        self.in_words.setContentsMargins(0, 0, 0, space(14))
        second.setContentsMargins(0, space(14), 0, space(2))
        third.setContentsMargins(0, space(14), 0, space(2))
        self.does_not.setContentsMargins(0, 0, 0, space(14))
        self.about.setContentsMargins(0, space(4), 0, space(16))
