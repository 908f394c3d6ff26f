# SPDX-License-Identifier: MIT
"""Notice: words to pick for what it is like and where, and a line of one's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipnb_journal.desktop.widgets.chips import ChipGroup
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.steps.pane import StepPane
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import session as words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.entries import Page


class NoticePane(StepPane):
    """Chips and one field. Words picked earlier that are no chip here are kept as they are."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._others: tuple[str, ...] = ()
        self._where_label = Text(theme, "label", words.WHERE)
        self.like = self._group(words.LIKE, words.LIKE_WORDS)
        self.where = self._group(words.WHERE, words.WHERE_WORDS)
        self.own = Field(theme, words.OWN_WORDS, role="list_title", height=50)
        self.own.edited.connect(self.touched)
        self.add(Text(theme, "label", words.LIKE), 26)
        self.add(self.like, 4)
        self.add(self._where_label, 22)
        self.add(self.where, 4)
        self.add(self.own, 23)
        self.finish()

    def _group(self, name: str, choices: tuple[str, ...]) -> ChipGroup:
        group = ChipGroup(self.theme, [(word, word) for word in choices], name=name)
        group.changed.connect(self.touched)
        return group

    def ask_where(self, asked: bool) -> None:
        """Ask where in the body it is, or not, for whom attending to the body is hard."""
        self._where_label.setVisible(asked)
        self.where.setVisible(asked)

    def show_page(self, page: Page) -> None:
        picked = page.writing.noticed
        self.like.choose(picked)
        self.where.choose(picked)
        shown = {*words.LIKE_WORDS, *words.WHERE_WORDS}
        self._others = tuple(word for word in picked if word not in shown)
        self.own.set_text(page.writing.notice)

    def take(self, page: Page) -> Page:
        picked = tuple(str(word) for word in (*self.like.chosen(), *self.where.chosen()))
        writing = replace(page.writing, noticed=picked + self._others, notice=self.own.text())
        return replace(page, writing=writing)

    def first_focus(self) -> QWidget | None:
        return self.like.chip(words.LIKE_WORDS[0])
