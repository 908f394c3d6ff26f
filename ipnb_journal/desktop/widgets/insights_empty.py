# SPDX-License-Identifier: MIT
"""What Insights shows before there is anything to draw, with the ways on that need no check-ins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.widgets.buttons import LinkButton, QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.empty import EmptyState
from ipnb_journal.desktop.widgets.net_paths import FIRST_KNOTS
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.desktop.wording import look_back, relationships, session_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.theme.theme import Theme


class InsightsEmpty(EmptyState):
    """A check-in and the example first; the Look-back and the sheet for a session stay in reach below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.check_in = SecondaryButton(theme, words.CHECK_IN)
        self.example = QuietButton(theme, words.EXAMPLE)
        buttons = (self.check_in, self.example)
        super().__init__(theme, words.EMPTY_TITLE, words.EMPTY, buttons, net=FIRST_KNOTS, parent=parent)
        self.unhide = QuietButton(theme, relationships.SHOW_HIDDEN)
        self.session_sheet = LinkButton(theme, session_sheet.LINK)
        self.look_back = LinkButton(theme, look_back.LINK)
        self.add_below(self.unhide)
        self.add_below(self.session_sheet, self.look_back)
