# SPDX-License-Identifier: MIT
"""A row of the settings whose control does something that may take a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.buttons import SecondaryButton
from ipnb_journal.desktop.widgets.setting_row import SettingRow
from ipnb_journal.desktop.widgets.working import Working

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme


class SettingAction(QWidget):
    """Name, line and button; `wanted` when pressed, but never again while it is busy.

    The button stays enabled meanwhile, so that the keyboard stays on it.
    """

    wanted = Signal()

    def __init__(
        self, theme: Theme, title: str, line: str, button: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self.busy = theme, False
        self.button = SecondaryButton(theme, button, small=True)
        self.row = SettingRow(theme, title, line, self.button)
        self.button.setAccessibleName(f"{title}: {button}")
        self.working = Working(theme)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.row)
        self._column.addWidget(self.working)
        self.button.clicked.connect(self._on_clicked)
        theme.changed.connect(self._restyle)
        self._restyle()

    def begin(self, words: str) -> None:
        """Show that it is being done."""
        self.busy = True
        self.working.begin(words)
        self._restyle()

    def end(self, line: str = "") -> None:
        """Show that it is over, and what came of it in place of the plain line."""
        self.busy = False
        self.working.end()
        self._restyle()
        if line:
            self.row.set_line(line)
            announce(self, line)

    def _on_clicked(self) -> None:
        if not self.busy:
            self.wanted.emit()

    def _restyle(self) -> None:
        below = self._theme.space(14) if self.busy else 0
        self._column.setContentsMargins(0, 0, 0, below)
