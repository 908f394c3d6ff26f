# SPDX-License-Identifier: MIT
"""Before a Look-back is opened: what it is, when, whom it is to be about, and the one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import PrimaryButton
from ipnb_journal.desktop.widgets.look_choices import LookChoices
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import look_back as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.services.looking_back import LookChoice


class LookOpening(QWidget):
    """Offers to open one (`wanted` gives a person's id, or None), or says when the next can be opened."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.when = Text(theme, "ui_medium")
        self._whom = Text(theme, "label", words.WHOM)
        self._takes = Text(theme, "hint", words.TAKES, colour="ink2")
        self.choices = LookChoices(theme)
        self.button = PrimaryButton(theme, words.OPEN)
        self._told = [Text(theme, "ui", told) for told in (words.WHAT, words.SLOW_ON_PURPOSE)]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (*self._told, self._whom, self._takes, self.choices, self.when):
            self._column.addWidget(part)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self._on_pressed)
        theme.changed.connect(self._restyle)
        self._offer(offered=False)
        self._restyle()

    @property
    def offers(self) -> bool:
        """Whether one can be opened now."""
        return not self.button.isHidden()

    def offer(self, choices: Sequence[LookChoice], next_day: str) -> None:
        """Offer these; `next_day`: from when another could be opened after that."""
        self.choices.show_choices(choices)
        some = self.choices.chosen is not None
        self.when.setText(words.COSTS.format(day=next_day) if some else words.NOTHING_YET)
        self._offer(offered=True)
        self.button.setVisible(some)

    def wait(self, told: str) -> None:
        """Say why none can be opened now."""
        self.when.setText(told)
        self._offer(offered=False)

    def first_focus(self) -> QWidget | None:
        """Where the keyboard lands."""
        return self.choices.first() if self.offers else None

    def _offer(self, *, offered: bool) -> None:
        for part in (self._whom, self._takes, self.choices, self.button):
            part.setVisible(offered)

    def _on_pressed(self) -> None:
        chosen = self.choices.chosen
        if chosen is not None:
            self.wanted.emit(chosen.person.id if chosen.person is not None else None)

    def _restyle(self) -> None:
        space = self._theme.space
        self._column.setSpacing(0)
        for text in self._told:
            text.setContentsMargins(0, 0, 0, space(12))
        self._whom.setContentsMargins(0, space(8), 0, space(2))
        self._takes.setContentsMargins(0, 0, 0, space(6))
        self.when.setContentsMargins(0, space(8), 0, space(12))
