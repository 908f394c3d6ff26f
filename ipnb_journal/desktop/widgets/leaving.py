# SPDX-License-Identifier: MIT
"""How a page is left: one question that may be passed over, and what the answer brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.chips import ChipGroup
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import session as words
from ipnb_journal.domain.safety import Leaving

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme


class LeavingQuestion(QWidget):
    """Four chips; "heavier" brings one grounding line, "too much" says that a pause comes."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers_pause = True
        self.chips = ChipGroup(
            theme,
            [(leaving, words.LEAVING_ANSWERS[leaving]) for leaving in Leaving],
            single=True,
            name=words.LEAVING_QUESTION,
        )
        self.chips.changed.connect(self._say_effect)
        self.effect = Text(theme, "ui", colour="ink2", measure=560)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        column.addWidget(self.chips)
        column.addWidget(self.effect)
        self.effect.hide()

    @property
    def answer(self) -> Leaving | None:
        """How the page is left, None where the question was passed over."""
        chosen = self.chips.chosen()
        return Leaving(str(chosen[0])) if chosen else None

    def offer_pause(self, offered: bool) -> None:
        """Whether a pause follows "too much"; some would rather not be offered one."""
        self._offers_pause = offered

    def forget(self) -> None:
        """Ask anew."""
        self.chips.choose(())
        self._say_effect()

    def _say_effect(self) -> None:
        too_much = words.TOO_MUCH_PAUSE if self._offers_pause else words.TOO_MUCH
        told = {Leaving.HEAVIER: words.GROUNDING, Leaving.TOO_MUCH: too_much}
        answer = self.answer
        text = told.get(answer, "") if answer is not None else ""
        self.effect.setText(text)
        self.effect.setVisible(bool(text))
        self.changed.emit()
