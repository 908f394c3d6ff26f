# SPDX-License-Identifier: MIT
"""The field for a passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import BaseButton, Look
from ipnb_journal.desktop.widgets.fields import Field, Line
from ipnb_journal.desktop.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ipnb_journal.desktop.theme.theme import Theme


_KEPT = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
    | Qt.InputMethodHint.ImhHiddenText
)


class SecretField(Field):
    """A field for a passphrase: hidden until asked, kept from input services, wiped on demand.

    Caps Lock is told from what typing gives (a capital without Shift), so it shows from the first letter on.
    """

    def __init__(
        self,
        theme: Theme,
        label: str = "",
        *,
        hint: str = "",
        show_words: str = "Show",
        hide_words: str = "Hide",
        caps_words: str = "Caps lock is on.",
        forgets: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`show_words`, `hide_words`: on the button in the field. `caps_words`: the Caps Lock hint.

        `forgets` False keeps what was typed until it is wiped: for a new passphrase, which is perhaps
        being written down and opens nothing yet.
        """
        self._secret = _SecretLine(theme)
        super().__init__(theme, label, hint=hint, line=self._secret, parent=parent)
        self._words = (show_words, hide_words)
        self._toggle = _ShowButton(theme, show_words, icon="eye")
        self._toggle.setAccessibleDescription(label)
        self._toggle.clicked.connect(lambda: self.set_shown(not self.shown))
        row = QHBoxLayout(self.line)
        row.setContentsMargins(0, 0, 2, 0)
        row.addStretch()
        row.addWidget(self._toggle)
        self._caps = Text(theme, "hint", caps_words, colour="ink2", parent=self)
        self._caps.hide()
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.count() - 1, self._caps)
        self._secret.caps_changed.connect(self._caps.setVisible)
        theme.changed.connect(self._reserve)
        self.set_shown(False)
        if forgets:
            self.forget_when_left()

    @property
    def shown(self) -> bool:
        """Whether the letters can be read."""
        return self.line.echoMode() == QLineEdit.EchoMode.Normal

    @property
    def caps_lock(self) -> bool:
        """Whether Caps Lock seems to be on."""
        return self._secret.caps_lock

    def set_shown(self, shown: bool) -> None:
        """Show or hide the letters; the caret and what is typed stay."""
        at = self.line.cursorPosition()
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        # Qt takes the hints away with the dots
        self._secret.setInputMethodHints(_KEPT)
        self.line.setCursorPosition(at)
        self._toggle.setText(self._words[1 if shown else 0])
        self._toggle.set_icon("eye-off" if shown else "eye")
        self._reserve()

    def forget(self) -> None:
        self.set_shown(False)
        super().forget()

    def wipe(self) -> None:
        """Empty the line with its undo history, and hide the letters again."""
        self.line.setText("")
        self.set_shown(False)
        self.clear_error()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._reserve()

    def _reserve(self) -> None:
        self.line.set_reserved(self._toggle.sizeHint().width())


class _SecretLine(Line):
    caps_changed = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.caps_lock = False
        self.setInputMethodHints(_KEPT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # held since it pressed Lock, it must not open again what it just locked
            return
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._tell(not self.caps_lock)
        elif len(letter) == 1 and letter.isalpha() and letter.lower() != letter.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._tell(letter.isupper() != shifted)
        super().keyPressEvent(event)

    def _tell(self, on: bool) -> None:
        if on != self.caps_lock:
            self.caps_lock = on
            self.caps_changed.emit(on)


class _ShowButton(BaseButton):
    look = Look(ink="ink2", font="small", height=34, padding=12, hover_fill="select", ghost_when_off=True)

    def focus_radius(self) -> float:
        return self._theme.px(6)
