# SPDX-License-Identifier: MIT
"""The row of the settings that gives a journal's key to the keyring, or has it forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.buttons import SecondaryButton
from ipnb_journal.desktop.widgets.choices import Switch
from ipnb_journal.desktop.widgets.setting_row import SettingRow
from ipnb_journal.desktop.widgets.working import Working
from ipnb_journal.desktop.wording import keyring as words

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme


class KeyringSetting(QWidget):
    """A switch that shows what is so, never what was only asked for; under it the way to forget.

    `wanted(on)` says what the person asks for; it stays as it is until `show_remembered`.
    """

    wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._on, self.busy = theme, False, False
        self.switch = Switch(theme)
        self.row = SettingRow(theme, words.REMEMBER, words.REMEMBER_LINE, self.switch)
        self.forget = SecondaryButton(theme, words.FORGET, small=True)
        self.working = Working(theme)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.row)
        self._column.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(self.working)
        self.switch.clicked.connect(self._on_switched)
        self.forget.clicked.connect(lambda: self._ask(False))
        theme.changed.connect(self._restyle)
        self.show_remembered(False)

    def show_remembered(self, on: bool, line: str = "") -> None:
        """Show whether the key is remembered, and a line of what came of asking."""
        leaving = self.forget.hasFocus() and not on
        self._on, self.busy = on, False
        self.switch.setChecked(on)
        self.forget.setVisible(on)
        self.working.end()
        if leaving:
            self.switch.setFocus()
        self.row.set_line(line or (words.REMEMBERED_LINE if on else words.REMEMBER_LINE))
        if line:
            announce(self, line)
        self._restyle()

    def begin(self, line: str) -> None:
        """Show that the keyring is being asked; nothing more can be asked for meanwhile."""
        self.busy = True
        self.working.begin(line)
        self._restyle()

    def _on_switched(self, on: bool) -> None:
        self.switch.setChecked(self._on)
        self._ask(on)

    def _ask(self, on: bool) -> None:
        if not self.busy and on != self._on:
            self.wanted.emit(on)

    def _restyle(self) -> None:
        below = self._theme.space(14) if self.busy or self._on else 0
        self._column.setContentsMargins(0, 0, 0, below)
        self._column.setSpacing(self._theme.space(8) if self.busy and self._on else 0)
