# SPDX-License-Identifier: MIT
"""The rows of the settings about backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.buttons import LinkButton, SecondaryButton
from ipnb_journal.desktop.widgets.choices import Switch
from ipnb_journal.desktop.widgets.setting_row import SettingRow
from ipnb_journal.desktop.widgets.working import Working
from ipnb_journal.desktop.wording import backups as words

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme


class BackupSetting(QWidget):
    """When the last one was made and where to, a button for each thing to do, and whether a lock makes one.

    Buttons stay enabled while a backup is made, so that the keyboard stays on them; `busy` says so.
    """

    folder_wanted = Signal()
    backup_wanted = Signal()
    list_wanted = Signal()
    on_lock_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.busy, self._last = theme, False, ""
        self.folder = SecondaryButton(theme, words.CHANGE_FOLDER, small=True)
        self.folder.setAccessibleName(f"{words.ROW}: {words.CHANGE_FOLDER}")
        self.now = SecondaryButton(theme, words.BACK_UP_NOW, small=True)
        self.all = LinkButton(theme, words.ALL_BACKUPS)
        self.on_lock = Switch(theme)
        self.working = Working(theme)
        buttons = QWidget()
        self._buttons = QHBoxLayout(buttons)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.folder, self.now):
            self._buttons.addWidget(button)
        self.row = SettingRow(theme, words.ROW, words.ROW_LINE, buttons)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self._foot.addWidget(self.working, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addLayout(self._foot)
        column.addWidget(SettingRow(theme, words.ON_LOCK, words.ON_LOCK_LINE, self.on_lock))
        self.folder.clicked.connect(self.folder_wanted)
        self.now.clicked.connect(self._on_now)
        self.all.clicked.connect(self.list_wanted)
        self.on_lock.clicked.connect(self.on_lock_changed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_on_lock(self, on: bool) -> None:
        """Show whether a lock makes a backup."""
        self.on_lock.setChecked(on)
        self._tell()

    def show_last(self, last: str) -> None:
        """Show when the last one was made, or why there is none."""
        self._last = last
        self._tell()

    def begin(self) -> None:
        """Show that one is being made."""
        self.busy = True
        self.working.begin(words.MAKING)

    def end(self, line: str = "") -> None:
        """Show that it is over, and what came of it."""
        self.busy = False
        self.working.end()
        if line:
            self.show_last(line)
            announce(self, line)

    def _tell(self) -> None:
        self.row.set_line(words.row_line(self.on_lock.isChecked(), self._last))

    def _on_now(self) -> None:
        if not self.busy:
            self.backup_wanted.emit()

    def _restyle(self) -> None:
        space = self._theme.space
        self._buttons.setSpacing(space(8))
        self._foot.setSpacing(space(20))
        self._foot.setContentsMargins(0, 0, 0, space(12))
