# SPDX-License-Identifier: MIT
"""Settle: a line to arrive by, nothing to write, and a slow breath for whoever wants one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.widgets.breath import BreathCord
from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.steps.pane import StepPane
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import session as words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.theme.theme import Theme


class SettlePane(StepPane):
    """The settling line; the breath is offered and never starts by itself."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._breath: BreathCord | None = None
        self._breath_words = Text(theme, "ui", colour="ink2")
        self._breath_words.hide()
        self.offer = LinkButton(theme, words.BREATH_OFFER)
        self.offer.clicked.connect(self._turn_breath)
        self.check_in = LinkButton(theme, words.CHECK_IN_FIRST)
        self.add(self._breath_words, 24)
        self.column.addWidget(self.offer)
        self.add(self.check_in, 0)
        self.finish()

    def offer_breath(self, offered: bool) -> None:
        """Offer the breath, or keep it away altogether for whom attending to the body is hard."""
        self.offer.setVisible(offered)
        if not offered:
            self._put_away()

    def _turn_breath(self) -> None:
        if self._breath is not None:
            self._put_away()
            return
        self._breath = BreathCord(self.theme, ground="paper")
        self._breath.turned.connect(self._breath_words.setText)
        self._breath_words.setText(self._breath.words())
        self._breath_words.show()
        self.column.insertWidget(self.column.indexOf(self._breath_words), self._breath)
        self._breath.show()
        self.offer.setText(words.BREATH_HIDE)

    def _put_away(self) -> None:
        if self._breath is not None:
            self._breath.hide()
            self._breath.deleteLater()
            self._breath = None
            self._breath_words.hide()
        self.offer.setText(words.BREATH_OFFER)
