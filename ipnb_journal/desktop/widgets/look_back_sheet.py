# SPDX-License-Identifier: MIT
"""One Look-back on its sheet: which days, the one sentence that may be said of each scale, what it misses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import QuietButton
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.sheet import Rule, Sheet
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import insights as chart_words
from ipnb_journal.desktop.wording import look_back as words
from ipnb_journal.desktop.wording.history import full_date

if TYPE_CHECKING:
    from datetime import date

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.look_back import LookBack, ScaleLook

_SIDE, _TOP = 32, 26


class LookBackSheet(Sheet):
    """Its title takes the keyboard, so that a screen reader reads all of it; `put_away` when done with."""

    put_away = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._page_theme = theme
        self.title, self.stretch = Text(theme, "title"), Text(theme, "small", colour="ink2")
        self.about, self.misses = Text(theme, "ui", colour="ink2"), Text(theme, "ui", colour="ink2")
        self.away = QuietButton(theme, words.PUT_AWAY)
        self.sentences: list[Text] = []
        self._inner, self._column = QVBoxLayout(), QVBoxLayout(self)
        self._column.addWidget(self.title)
        # room for the focus ring of the title
        self._column.addSpacing(theme.space(8))
        for part in (self.stretch, self.about):
            self._column.addWidget(part)
        self._column.addLayout(self._inner)
        self._column.addWidget(Rule(theme))
        self._column.addWidget(self.misses)
        foot = FlowLayout(theme)
        foot.addWidget(self.away)
        self._column.addLayout(foot)
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.away.clicked.connect(self.put_away)
        theme.changed.connect(self._lay_out)
        self._lay_out()

    def show_look(self, look: LookBack, name: str, today: date) -> None:
        """Show what was kept; `name`: whom it is about, "" in general."""
        theme = self._page_theme
        self.title.setText(words.SHEET.format(day=full_date(look.day, today)))
        self.stretch.setText(words.stretches(look, today))
        self.about.setText(words.about(look, name))
        self.misses.setText(words.MISSES)
        clear(self._inner)
        self.sentences = [Text(theme, "reading", words.said(scale, name)) for scale in look.scales]
        for scale, sentence in zip(look.scales, self.sentences, strict=True):
            self._add(scale, sentence)
        if not look.scales:
            self._inner.addWidget(Text(theme, "ui", words.LOST))
        self.setAccessibleName(self.title.text())
        self.title.setAccessibleDescription(" ".join(self._spoken(look)))
        self._lay_out()

    def _spoken(self, look: LookBack) -> list[str]:
        told = [self.stretch.text(), self.about.text()]
        for scale, sentence in zip(look.scales, self.sentences, strict=True):
            told.append(f"{chart_words.title(scale.scale)}: {sentence.text()}")
        return [*told, self.misses.text()] if look.scales else [*told, words.LOST]

    def _add(self, scale: ScaleLook, sentence: Text) -> None:
        theme = self._page_theme
        block = QWidget()
        head = FlowLayout(theme, gap=8)
        head.addWidget(Text(theme, "label", chart_words.title(scale.scale), wrap=False))
        head.addWidget(Text(theme, "small", chart_words.TERMS[scale.scale], colour="ink2", wrap=False))
        held = QVBoxLayout(block)
        held.setContentsMargins(0, 0, 0, 0)
        held.setSpacing(theme.space(2))
        held.addLayout(head)
        held.addWidget(sentence)
        self._inner.addWidget(block)
        block.show()

    def _lay_out(self) -> None:
        space = self._page_theme.space
        side, top = space(_SIDE), space(_TOP)
        self._column.setContentsMargins(side, top, side, space(18))
        self._column.setSpacing(0)
        self.about.setContentsMargins(0, space(2), 0, space(20))
        self._inner.setSpacing(space(20))
        self._inner.setContentsMargins(0, 0, 0, space(22))
        self.misses.setContentsMargins(0, space(14), 0, space(8))
