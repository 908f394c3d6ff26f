# SPDX-License-Identifier: MIT
"""The row of the settings about the passphrase and the recovery key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import SecondaryButton
from ipnb_journal.desktop.widgets.choices import Switch
from ipnb_journal.desktop.widgets.setting_row import SettingRow
from ipnb_journal.desktop.wording import keys as words

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.services.access import Keys


class KeysSetting(QWidget):
    """When they were made, a button for each, and whether the key is asked after now and then."""

    change_wanted = Signal()
    new_key_wanted = Signal()
    rehearse_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.change = SecondaryButton(theme, words.CHANGE_PASSPHRASE, small=True)
        self.new_key = SecondaryButton(theme, words.NEW_KEY, small=True)
        self.rehearse = Switch(theme)
        buttons = QWidget()
        self._buttons = QHBoxLayout(buttons)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.change, self.new_key):
            self._buttons.addWidget(button)
        self.row = SettingRow(theme, words.ROW, words.ROW_LINE, buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addWidget(SettingRow(theme, words.REHEARSE, words.REHEARSE_LINE, self.rehearse))
        self.change.clicked.connect(self.change_wanted)
        self.new_key.clicked.connect(self.new_key_wanted)
        self.rehearse.clicked.connect(self.rehearse_changed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_keys(self, keys: Keys) -> None:
        """Show when they were made or changed."""
        self.row.set_line(words.row_line(keys))

    def _restyle(self) -> None:
        self._buttons.setSpacing(self._theme.space(8))
