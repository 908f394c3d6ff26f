# SPDX-License-Identifier: MIT
"""Notice: words to pick for the body and for feelings, those of one's own, and a line to write."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.chips import ChipGroup
from ipnb_journal.desktop.widgets.circles_pane import CirclesPane
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.named_chips import NamedChips
from ipnb_journal.desktop.widgets.steps.pane import StepPane
from ipnb_journal.desktop.widgets.tabs import Tabs
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import circles as circle_words
from ipnb_journal.desktop.wording import session as words

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.entries import Page

BODY, FEELING = "body", "feeling"


class NoticePane(StepPane):
    """Chips on two tabs and one field. Words picked earlier that are no chip here are kept as they are."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._others: tuple[str, ...] = ()
        self._folded = False
        self.tabs = Tabs(
            theme, [(BODY, words.NOTICE_BODY), (FEELING, words.NOTICE_FEELING)], name=words.NOTICE_TABS
        )
        self.tabs.changed.connect(self._show_tab)
        self.like = self._group(words.LIKE, words.LIKE_WORDS)
        self.where = self._group(words.WHERE, words.WHERE_WORDS)
        self._where_label = Text(theme, "label", words.WHERE)
        self.feelings = {
            name: NamedChips(theme, name, picked) for name, picked in words.FEELING_WORDS.items()
        }
        for chips in self.feelings.values():
            chips.group.changed.connect(self.touched)
        self.mine = NamedChips(theme, words.OWN_BEFORE, ())
        self.mine.group.changed.connect(self.touched)
        self.own = Field(theme, words.OWN_WORDS, role="list_title", height=50)
        self.own.edited.connect(self.touched)
        self._pages = {BODY: self._body_page(), FEELING: self._feeling_page()}
        self.circles = CirclesPane(theme)
        self.circles.touched.connect(self.touched)
        self.words = LinkButton(theme, circle_words.WORDS_FOLDED)
        self.words.clicked.connect(lambda: self._fold(not self._folded))
        self.add(self.circles, 6)
        self.column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.tabs, 10)
        self.add(self._pages[BODY], 4)
        self.column.addWidget(self._pages[FEELING])
        self.add(self.mine, 8)
        self.add(self.own, 10)
        self.know_words(())
        self.offer_circles(False)
        self.finish()

    def _group(self, name: str, choices: tuple[str, ...]) -> ChipGroup:
        group = ChipGroup(self.theme, [(word, word) for word in choices], name=name)
        group.changed.connect(self.touched)
        return group

    def _body_page(self) -> QWidget:
        page, column = _page(self.theme)
        column.addWidget(Text(self.theme, "label", words.LIKE))
        column.addWidget(self.like)
        column.addSpacing(self.theme.space(8))
        column.addWidget(self._where_label)
        column.addWidget(self.where)
        return page

    def _feeling_page(self) -> QWidget:
        page, column = _page(self.theme)
        for chips in self.feelings.values():
            column.addWidget(chips)
        return page

    def ask_where(self, asked: bool, *, first: bool = True) -> None:
        """Ask where in the body it is, or not, for whom that is hard; `first`: begin with the body."""
        self._where_label.setVisible(asked)
        self.where.setVisible(asked)
        self.tabs.set_value(BODY if asked and first else FEELING)

    def offer_circles(self, offered: bool) -> None:
        """Show the two circles, and fold the words away below them, for a prompt that is built on them."""
        self.circles.setVisible(offered)
        self.words.setVisible(offered)
        self._fold(offered)

    @property
    def has_circles(self) -> bool:
        """Whether two circles are placed here."""
        return not self.circles.isHidden()

    def know_words(self, own: tuple[str, ...]) -> None:
        """Offer the words of one's own that were noticed before, but for those that stand here already."""
        shown = {word.casefold() for word in _shown()}
        self.mine.set_words(tuple(word for word in own if word.casefold() not in shown))

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self.circles.set_compact(compact)
        for chips in (*self.feelings.values(), self.mine):
            chips.set_compact(compact)

    def show_page(self, page: Page) -> None:
        picked = page.writing.noticed
        for group in self._groups():
            group.choose(picked)
        known = {*_shown(), *self.mine.words}
        self._others = tuple(word for word in picked if word not in known)
        self.own.set_text(page.writing.notice)
        self._fold(self.has_circles and not picked)

    def take(self, page: Page) -> Page:
        picked = tuple(str(word) for group in self._groups() for word in group.chosen())
        writing = replace(page.writing, noticed=picked + self._others, notice=self.own.text())
        return replace(page, writing=writing)

    def first_focus(self) -> QWidget | None:
        if self.has_circles:
            return self.circles.canvas
        if self.tabs.value() == BODY:
            return self.like.chip(words.LIKE_WORDS[0])
        name, picked = next(iter(words.FEELING_WORDS.items()))
        return self.feelings[name].group.chip(picked[0])

    def _groups(self) -> tuple[ChipGroup, ...]:
        return (self.like, self.where, *(chips.group for chips in self.feelings.values()), self.mine.group)

    def _fold(self, folded: bool) -> None:
        self._folded = folded
        self.tabs.setVisible(not folded)
        self.mine.setVisible(not folded and bool(self.mine.words))
        self.words.setText(circle_words.WORDS_FOLDED if folded else circle_words.WORDS_SHOWN)
        self._show_tab()

    def _show_tab(self) -> None:
        for key, page in self._pages.items():
            page.setVisible(key == self.tabs.value() and not self._folded)


def _page(theme: Theme) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.space(8))
    return page, column


def _shown() -> tuple[str, ...]:
    feelings = (word for picked in words.FEELING_WORDS.values() for word in picked)
    return (*words.LIKE_WORDS, *words.WHERE_WORDS, *feelings)
