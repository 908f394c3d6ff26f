# SPDX-License-Identifier: MIT
"""The question for what opens a file: its passphrase, or the recovery key from its sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.banner import Banner
from ipnb_journal.desktop.widgets.buttons import PrimaryButton, QuietButton
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.secret import SecretField
from ipnb_journal.desktop.wording import backups as words
from ipnb_journal.desktop.wording import opening as say

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.desktop.wording.errors import Words

_WIDTH = 420


class SecretQuestion(QWidget):
    """Emits `answered` with what was typed and whether it is a recovery key."""

    answered = Signal(str, bool)

    def __init__(
        self,
        theme: Theme,
        asked: str = words.ASKED,
        hint: str = words.ASKED_HINT,
        open_words: str = words.LOOK_INSIDE,
        parent: QWidget | None = None,
    ) -> None:
        """`asked`, `hint`: the label of the passphrase and the line under it; `open_words`: on the button."""
        super().__init__(parent)
        self._theme, self._busy, self._with_code = theme, False, False
        self.passphrase = SecretField(theme, asked, hint=hint)
        self.code = Field(theme, say.RECOVERY_KEY, hint=say.RECOVERY_KEY_HINT, role="key_field")
        self.banner = Banner(theme)
        self.open_button = PrimaryButton(theme, open_words)
        self.other_way = QuietButton(theme, say.USE_RECOVERY_KEY)
        self._buttons = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.passphrase, self.code, self.banner):
            self._column.addWidget(part)
        for button in (self.open_button, self.other_way):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)
        for field in (self.passphrase, self.code):
            field.submitted.connect(self._answer)
            field.edited.connect(lambda _: self.clear())
        self.open_button.clicked.connect(self._answer)
        self.other_way.clicked.connect(lambda: self._show_way(with_code=not self._with_code))
        theme.changed.connect(self._restyle)
        self._show_way(with_code=False)
        self._restyle()

    def first_focus(self) -> QWidget:
        """The line to type in."""
        return self._field.line

    def tell(self, problem: Words) -> None:
        """Say what is wrong; what was typed stays, selected."""
        self._field.line.set_wrong(True)
        self.banner.tell(problem)
        self._field.line.selectAll()
        self._field.line.setFocus()

    def clear(self) -> None:
        """Take the problem away."""
        self.banner.clear()

    def wipe(self) -> None:
        """Forget what was typed."""
        self.passphrase.wipe()
        self.code.set_text("")
        self.clear()

    def set_busy(self, busy: bool) -> None:
        """Whether the answer is being tried."""
        self._busy = busy
        self.open_button.setEnabled(not busy)
        self._field.line.setReadOnly(busy)

    @property
    def _field(self) -> Field:
        return self.code if self._with_code else self.passphrase

    def _answer(self) -> None:
        if self._busy:
            return
        if self._field.text():
            self.answered.emit(self._field.text(), self._with_code)
        else:
            self._field.line.setFocus()

    def _show_way(self, *, with_code: bool) -> None:
        self._with_code = with_code
        self.passphrase.setVisible(not with_code)
        self.code.setVisible(with_code)
        self.other_way.setText(say.USE_PASSPHRASE if with_code else say.USE_RECOVERY_KEY)
        self.clear()
        if self.isVisible():
            self._field.line.setFocus()

    def _restyle(self) -> None:
        space = self._theme.space
        self.setMaximumWidth(self._theme.px(_WIDTH))
        self._column.setSpacing(space(16))
        self._buttons.setSpacing(space(8))
