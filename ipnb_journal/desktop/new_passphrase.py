# SPDX-License-Identifier: MIT
"""Choosing a passphrase: typed twice, weighed while it is typed, or suggested."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from ipnb_journal.desktop.widgets.buttons import QuietButton
from ipnb_journal.desktop.widgets.secret import SecretField
from ipnb_journal.desktop.widgets.strength import StrengthCord
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import opening as say

if TYPE_CHECKING:
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.form_frame import FormFrame

GOOD = 3


class NewPassphrase(QObject):
    """The fields of a form and what they say; `suggest` is a button the page sets where it likes.

    `judged` after every look at what is typed; `typed` where somebody types; `submitted` at the last Enter.
    """

    judged = Signal()
    typed = Signal()
    submitted = Signal()

    def __init__(self, context: Context, label: str, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._level = context, 0
        theme = context.theme
        self.first = SecretField(theme, label, forgets=False)
        self.strength = StrengthCord(theme)
        self._hint = Text(theme, "hint", say.HINTS[0], colour="ink2")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.again = SecretField(theme, say.AGAIN, forgets=False)
        self._same = Text(theme, "hint", "", colour="ink2")
        self.suggest = QuietButton(theme, say.SUGGEST, icon="dices")
        self.first.edited.connect(self._on_typed)
        self.again.edited.connect(self._judge)
        self.first.submitted.connect(self.again.line.setFocus)
        self.again.submitted.connect(self.submitted)
        self.suggest.clicked.connect(self._suggest)
        theme.changed.connect(self._keep_hint_room)
        self._keep_hint_room()
        self._weigh()

    @property
    def ready(self) -> bool:
        """Whether it is hard to guess and was typed the same twice."""
        return self._level >= GOOD and self.first.text() == self.again.text()

    def text(self) -> str:
        """What is typed."""
        return self.first.text()

    def add_to(self, frame: FormFrame) -> None:
        """Lay the fields into a form, from the first one down."""
        frame.column.addWidget(self.first)
        frame.gap(14)
        frame.column.addWidget(self.strength)
        frame.gap(6)
        frame.column.addWidget(self._hint)
        frame.gap(24)
        frame.column.addWidget(self.again)
        frame.column.addWidget(self._same)

    def set_editable(self, editable: bool) -> None:
        """Let it be typed in, or only be seen."""
        for field in (self.first, self.again):
            field.line.setReadOnly(not editable)
        self.suggest.setEnabled(editable)

    def fill(self, first: str, second: str, *, shown: bool) -> None:
        """Put words into both fields."""
        for field, words in ((self.first, first), (self.again, second)):
            field.set_text(words)
            field.set_shown(shown)
        self._weigh()

    def wipe(self) -> None:
        """Leave nothing of what was typed."""
        self.first.wipe()
        self.again.wipe()
        self._weigh()

    def _on_typed(self, _: str = "") -> None:
        self.typed.emit()
        self._weigh()

    def _weigh(self) -> None:
        typed = self.first.text()
        if not typed:
            self._show_level(typed, 0)
            return
        self._context.runner.run_free(
            self, partial(_strength, typed), partial(self._show_level, typed), latest="passphrase_strength"
        )
        self._judge()

    def _show_level(self, typed: str, level: int) -> None:
        if typed != self.first.text():
            return
        self._level = level
        self.strength.set_level(level, typed=bool(typed))
        self._hint.setText(say.HINTS[level] if typed else say.HINTS[0])
        self._judge()

    def _judge(self, _: str = "") -> None:
        first, second = self.first.text(), self.again.text()
        differs = bool(second) and not first.startswith(second)
        self._same.setText(say.DIFFERENT if differs else "")
        self._same.setVisible(differs)
        self.judged.emit()

    def _suggest(self) -> None:
        def show(words: str) -> None:
            self.fill(words, "", shown=True)
            self._hint.setText(say.SUGGESTED)
            self.again.line.setFocus()

        self._context.runner.run_free(self, _suggested, show)

    def _keep_hint_room(self) -> None:
        """Two lines for the hint, so that nothing below it moves while somebody types."""
        self._hint.setMinimumHeight(2 * self._context.theme.line("hint"))


def _strength(passphrase: str) -> int:
    from ipnb_journal.services import passphrases  # noqa: PLC0415  brings word lists, only needed here

    return passphrases.strength(passphrase).level


def _suggested() -> str:
    from ipnb_journal.services import passphrases  # noqa: PLC0415  brings word lists, only needed here

    return passphrases.suggest()
