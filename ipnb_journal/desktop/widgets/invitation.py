# SPDX-License-Identifier: MIT
"""The sheet of Today: one invitation, or a page left open, or quietly a free page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import BaseButton, PrimaryButton, QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.sheet import Sheet
from ipnb_journal.desktop.widgets.text import PromptLabel, Text

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme

LEAST_HEIGHT, LEAST_QUIET = 306, 232
TITLE_MEASURE = 480


@dataclass(frozen=True, slots=True)
class Offer:
    """What the sheet says and what can be done. Each action is a key and its words; the first stands out.

    `quiet`: nothing stands out, not even the first; `why`: why this one, "" for nothing.
    """

    above: str
    title: str
    body: str
    pace: str
    actions: tuple[tuple[str, str], ...]
    quiet: bool = False
    why: str = ""


class InvitationSheet(Sheet):
    """One thing offered at a time. `chosen(str)` gives the key of what was pressed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, cord=True, parent=parent)
        self.above = Text(theme, "small", colour="ink2")
        self.title = PromptLabel(theme)
        self.body = Text(theme, "lead", measure=TITLE_MEASURE)
        self.pace = Text(theme, "ui", colour="ink2")
        self.why = Text(theme, "small", colour="ink2", measure=TITLE_MEASURE)
        self._buttons = QWidget()
        self._flow = FlowLayout(theme, self._buttons)
        self.choices: dict[str, BaseButton] = {}
        self._whole = True
        self._column = QVBoxLayout(self)
        for widget in (self.above, self.title, self.body, self.pace, self.why, self._buttons):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._dress)
        self._dress()

    def offer(self, offer: Offer) -> None:
        """Show something; the keyboard stays on a button where it was on one."""
        had_focus = any(button.hasFocus() for button in self.choices.values())
        for text, words in (
            (self.above, offer.above),
            (self.title, offer.title),
            (self.body, offer.body),
            (self.pace, offer.pace),
            (self.why, offer.why),
        ):
            text.setText(words)
            text.setVisible(bool(words))
        self._show_actions(offer)
        self._whole = len(offer.actions) > 2
        self._keep_height()
        if had_focus:
            next(iter(self.choices.values())).setFocus()

    def _show_actions(self, offer: Offer) -> None:
        keys = tuple(key for key, _ in offer.actions)
        if keys != tuple(self.choices):
            for button in self.choices.values():
                self._flow.removeWidget(button)
                button.hide()
                button.deleteLater()
            self.choices = {key: self._button(key, at, offer) for at, key in enumerate(keys)}
        for key, words in offer.actions:
            self.choices[key].setText(words)

    def _button(self, key: str, at: int, offer: Offer) -> BaseButton:
        kind = (SecondaryButton if offer.quiet else PrimaryButton, SecondaryButton, QuietButton)[min(at, 2)]
        button = kind(self._theme, icon="pen-line" if at == 0 else "")
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._flow.addWidget(button)
        button.show()
        return button

    def _dress(self) -> None:
        theme = self._theme
        self._column.setContentsMargins(theme.space(84), theme.space(40), theme.space(48), theme.space(34))
        self._column.setSpacing(theme.space(12))
        self._buttons.setContentsMargins(0, theme.space(14), 0, 0)
        self._keep_height()

    def _keep_height(self) -> None:
        self.setMinimumHeight(self._theme.px(LEAST_HEIGHT if self._whole else LEAST_QUIET))
