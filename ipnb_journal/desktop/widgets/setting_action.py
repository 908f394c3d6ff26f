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

    The button stays enabled meanwhile, so that the keyboard stays on it. Where the work can be called
    off the button says so meanwhile, and emits `unwanted`.
    """

    wanted = Signal()
    unwanted = Signal()

    def __init__(
        self, theme: Theme, title: str, line: str, button: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self.busy = theme, False
        self._title, self._label, self._can_stop = title, button, False
        self.button = SecondaryButton(theme, button, small=True)
        self.row = SettingRow(theme, title, line, self.button)
        self.working = Working(theme)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.row)
        self._column.addWidget(self.working)
        self._name_button(button)
        self.button.clicked.connect(self._on_clicked)
        theme.changed.connect(self._restyle)
        self._restyle()

    def begin(self, words: str, stop: str = "") -> None:
        """Show that it is being done; `stop` are the words for calling it off, where that is possible."""
        self.busy, self._can_stop = True, bool(stop)
        self.working.begin(words)
        self._name_button(stop or self._label)
        self._restyle()

    def move_to(self, share: float) -> None:
        """So much of it is done, from 0 to 1."""
        self.working.move_to(share)

    def end(self, line: str = "") -> None:
        """Show that it is over, and what came of it in place of the plain line."""
        self.busy = self._can_stop = False
        self.working.end()
        self._name_button(self._label)
        self._restyle()
        if line:
            self.row.set_line(line)
            announce(self, line)

    def _on_clicked(self) -> None:
        if not self.busy:
            self.wanted.emit()
        elif self._can_stop:
            self.unwanted.emit()

    def _name_button(self, label: str) -> None:
        self.button.setText(label)
        self.button.setAccessibleName(f"{self._title}: {label}")

    def _restyle(self) -> None:
        below = self._theme.space(14) if self.busy else 0
        self._column.setContentsMargins(0, 0, 0, below)
