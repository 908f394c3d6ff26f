# SPDX-License-Identifier: MIT
"""The glossary: every term under its heading, and a field that leaves only those that fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.search_field import SearchField
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import meanings as words
from ipnb_journal.domain.glossary import Glossary, TermGroup

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.glossary import Term

MEASURE = 580


class GlossaryList(QWidget):
    """Terms in three groups; `edited` at every key in the field. References stand small at the foot."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._glossary = Glossary((), ())
        self.terms: dict[str, TermBlock] = {}
        self.groups: dict[TermGroup, Text] = {}
        self.title = Text(theme, "h1", words.WORDS)
        self.search = SearchField(theme, words.SEARCH_NAME, words.SEARCH_PLACEHOLDER)
        self.nothing = Text(theme, "ui", words.NOTHING, colour="ink2", measure=MEASURE)
        self._listed = QWidget()
        self._list = QVBoxLayout(self._listed)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._foot = QWidget()
        self.sources = Text(theme, "small", colour="ink2", measure=MEASURE)
        self.signed = Text(theme, "small", colour="ink2", measure=MEASURE)
        self._build()
        self.search.edited.connect(self._narrow)
        self.search.cleared.connect(self._narrow)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_glossary(self, glossary: Glossary) -> None:
        """List all terms; what is looked for stays."""
        self._glossary = glossary
        clear(self._list)
        self.terms, self.groups = {}, {}
        for group in TermGroup:
            heading = self.groups[group] = Text(self._theme, "title", words.GROUPS[group])
            self._list.addWidget(heading)
            for term in glossary.terms:
                if term.group is group:
                    block = self.terms[term.id] = TermBlock(self._theme, term)
                    self._list.addWidget(block)
        self.sources.setText(words.all_sources(glossary))
        self.signed.setText(words.signed(glossary))
        self._restyle()
        self._narrow()

    def shown(self) -> tuple[str, ...]:
        """The ids of the terms that fit what is looked for."""
        return tuple(key for key, block in self.terms.items() if not block.isHidden())

    def look_for(self, text: str) -> None:
        """Leave only the terms that fit; "" brings all of them back."""
        self.search.set_text(text)
        self._narrow()

    def _narrow(self) -> None:
        found = self._glossary.found(self.search.text())
        kept = {term.id for term in found}
        for key, block in self.terms.items():
            block.setVisible(key in kept)
        for group, heading in self.groups.items():
            heading.setVisible(any(term.group is group for term in found))
        self.nothing.setVisible(not kept)
        self._foot.setVisible(bool(kept))
        self.edited.emit()

    def _build(self) -> None:
        theme = self._theme
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, theme.space(16), 0, 0)
        foot.setSpacing(theme.space(8))
        foot.addWidget(Rule(theme))
        for text in (Text(theme, "label", words.SOURCES), self.sources, self.signed):
            foot.addWidget(text)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.title, self.search, self.nothing, self._listed, self._foot):
            self._column.addWidget(part)
        self.nothing.hide()

    def _restyle(self) -> None:
        space = self._theme.space
        self._column.setSpacing(space(12))
        self._list.setSpacing(space(16))
        for heading in self.groups.values():
            heading.setContentsMargins(0, space(12), 0, 0)


class TermBlock(QWidget):
    """A term: the word, what it means, and small below it what the field calls it."""

    def __init__(self, theme: Theme, term: Term, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.term = term
        self.setAccessibleName(term.word)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(Text(theme, "heading", term.word, measure=MEASURE))
        column.addWidget(Text(theme, "reading", term.says, measure=MEASURE))
        column.addWidget(Text(theme, "small", words.origin(term), colour="ink2", measure=MEASURE))
