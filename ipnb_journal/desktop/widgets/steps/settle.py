# SPDX-License-Identifier: MIT
"""Settle: two ways to arrive, nothing to write, and a slow breath for whoever wants one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ipnb_journal.desktop.widgets.breath import BreathCord
from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.choices import Segmented
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.steps.pane import StepPane
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import session as words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.theme.theme import Theme

_OWN, _OTHER = "own", "other"


class SettlePane(StepPane):
    """The prompt's settling line or another one; the breath is offered and never starts by itself."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._lines = {_OWN: "", _OTHER: ""}
        self._breath: BreathCord | None = None
        self._breath_words = Text(theme, "ui", colour="ink2")
        self._breath_words.hide()
        ways = [(_OWN, words.SETTLE_OWN_WAY), (_OTHER, words.SETTLE_OTHER_WAY)]
        self.way = Segmented(theme, ways, _OWN, name=words.SETTLE_WAYS)
        self.way.changed.connect(self._show_way)
        self.offer = LinkButton(theme, words.BREATH_OFFER)
        self.offer.clicked.connect(self._turn_breath)
        self.hold = LinkButton(theme, words.BREATH_STILL)
        self.hold.clicked.connect(self._turn_still)
        self.hold.hide()
        self.check_in = LinkButton(theme, words.CHECK_IN_FIRST)
        self.add(self.way, 16)
        self.column.setAlignment(self.way, Qt.AlignmentFlag.AlignLeft)
        self.add(self._breath_words, 16)
        links = FlowLayout(theme, gap=28)
        for link in (self.offer, self.hold):
            links.addWidget(link)
        self.column.addLayout(links)
        self.add(self.check_in, 0)
        self.finish()

    def offer_ways(self, own: str, other: str, *, other_first: bool = False) -> None:
        """The prompt's own line, and one that needs no body; `other_first` begins with the second."""
        lines = {_OWN: own, _OTHER: other}
        if lines == self._lines:
            return
        self._lines = lines
        self.way.set_value(_OTHER if other_first else _OWN)
        self._show_way()

    def offer_breath(self, offered: bool) -> None:
        """Offer the breath, or keep it away altogether for whom attending to the body is hard."""
        self.offer.setVisible(offered)
        if not offered:
            self._put_away()

    def first_focus(self) -> QWidget | None:
        return None

    def _show_way(self) -> None:
        self.ask(self._lines[str(self.way.value())], words.SETTLE_NOTHING)

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
        self._name_hold(self._breath)
        self.hold.show()

    def _turn_still(self) -> None:
        if self._breath is not None:
            self._breath.set_still(not self._breath.still)
            self._name_hold(self._breath)

    def _name_hold(self, breath: BreathCord) -> None:
        self.hold.setText(words.BREATH_MOVE if breath.still else words.BREATH_STILL)

    def _put_away(self) -> None:
        if self._breath is not None:
            self._breath.hide()
            self._breath.deleteLater()
            self._breath = None
            self._breath_words.hide()
            self.hold.hide()
        self.offer.setText(words.BREATH_OFFER)
