# SPDX-License-Identifier: MIT
"""The settings about who gets to see anything: locking, names, the file and its copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop import capture
from ipnb_journal.desktop.widgets.choices import Switch
from ipnb_journal.desktop.widgets.columns import Columns
from ipnb_journal.desktop.widgets.combo import Combo
from ipnb_journal.desktop.widgets.name_line import NameLine
from ipnb_journal.desktop.widgets.setting_action import SettingAction
from ipnb_journal.desktop.widgets.setting_backup import BackupSetting
from ipnb_journal.desktop.widgets.setting_keyring import KeyringSetting
from ipnb_journal.desktop.widgets.setting_keys import KeysSetting
from ipnb_journal.desktop.widgets.setting_row import SettingRow
from ipnb_journal.desktop.wording import settings as words
from ipnb_journal.desktop.wording import whereabouts

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.services.preferences import Preferences
    from ipnb_journal.services.settings import Settings

_WIDTH = 860


class PrivacyTab(QWidget):
    """Emits `setting_changed` or `preference_changed` with a field's name and its new value.

    `keyring`, `check`, `place`, `export`, `bring_in` and `limits` are rows that do something; the page
    answers their `wanted`.
    """

    setting_changed = Signal(str, object)
    preference_changed = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lock_after: Combo = Combo(theme, words.LOCK)
        for minutes in words.LOCK_MINUTES:
            self.lock_after.add(words.lock_after(minutes), minutes)
        self.on_minimise, self.on_focus_loss = Switch(theme), Switch(theme)
        self.locks_on_focus_loss, self.no_capture = Switch(theme), Switch(theme)
        self.window_name = NameLine(theme, words.WINDOW)
        self.journal_name = NameLine(theme, words.JOURNAL)
        self.keyring = KeyringSetting(theme)
        self.keys = KeysSetting(theme)
        self.backup = BackupSetting(theme)
        self.check = SettingAction(theme, words.CHECK, words.CHECK_LINE, words.CHECK_BUTTON)
        self.export = SettingAction(theme, words.EXPORT, words.EXPORT_LINE, words.EXPORT_BUTTON)
        self.bring_in = SettingAction(theme, words.IMPORT, words.IMPORT_LINE, words.IMPORT_BUTTON)
        self.place = SettingAction(theme, whereabouts.ROW, "", whereabouts.MOVE)
        self.limits = SettingAction(theme, words.LIMITS, words.LIMITS_LINE, words.LIMITS_BUTTON)
        self._lock = SettingRow(theme, words.LOCK, words.LOCK_LINE, self.lock_after, first=True)
        self._build()
        self._connect()

    def show_settings(self, settings: Settings) -> None:
        """Show the settings kept outside the journal."""
        minutes = settings.lock_after_minutes
        if self.lock_after.findData(minutes) < 0:
            self.lock_after.add(words.lock_after(minutes), minutes)
        self.lock_after.choose(minutes)
        self._lock.set_line(words.LOCK_LINE if minutes else words.LOCK_NEVER_LINE)
        self.on_minimise.setChecked(settings.lock_on_minimise)
        self.backup.show_on_lock(settings.back_up_on_lock)
        self.on_focus_loss.setChecked(settings.hide_on_focus_loss)
        self.locks_on_focus_loss.setChecked(settings.lock_on_focus_loss)
        self.no_capture.setChecked(settings.hide_from_capture)
        self.window_name.show_name(settings.window_title)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show the settings kept inside the journal."""
        self.journal_name.show_name(preferences.journal_name)
        self.keys.rehearse.setChecked(preferences.rehearse_key)

    def set_columns(self, wanted: bool) -> None:
        """There is one column only."""

    def keep(self) -> None:
        """Keep a name that was typed and not left yet."""
        self.window_name.keep()
        self.journal_name.keep()

    def _build(self) -> None:
        theme, rows = self._theme, QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._lock)
        column.addWidget(SettingRow(theme, words.MINIMISE, words.MINIMISE_LINE, self.on_minimise))
        column.addWidget(SettingRow(theme, words.FOCUS, words.FOCUS_LINE, self.on_focus_loss))
        column.addWidget(SettingRow(theme, words.FOCUS_LOCK, words.FOCUS_LOCK_LINE, self.locks_on_focus_loss))
        self.capture_row = SettingRow(theme, words.CAPTURE, words.CAPTURE_LINE, self.no_capture)
        self.capture_row.setVisible(capture.is_offered())
        column.addWidget(self.capture_row)
        column.addWidget(self.keyring)
        column.addWidget(self.keys)
        column.addWidget(SettingRow(theme, words.WINDOW, words.WINDOW_LINE, self.window_name))
        column.addWidget(SettingRow(theme, words.JOURNAL, words.JOURNAL_LINE, self.journal_name))
        column.addWidget(self.backup)
        for action in (self.check, self.place, self.export, self.bring_in, self.limits):
            column.addWidget(action)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Columns(theme, rows, width=_WIDTH))

    def _connect(self) -> None:
        self.lock_after.activated.connect(
            lambda _: self.setting_changed.emit("lock_after_minutes", self.lock_after.currentData())
        )
        self.on_minimise.clicked.connect(lambda on: self.setting_changed.emit("lock_on_minimise", on))
        self.on_focus_loss.clicked.connect(lambda on: self.setting_changed.emit("hide_on_focus_loss", on))
        self.locks_on_focus_loss.clicked.connect(
            lambda on: self.setting_changed.emit("lock_on_focus_loss", on)
        )
        self.no_capture.clicked.connect(lambda on: self.setting_changed.emit("hide_from_capture", on))
        self.backup.on_lock_changed.connect(lambda on: self.setting_changed.emit("back_up_on_lock", on))
        self.window_name.named.connect(lambda name: self.setting_changed.emit("window_title", name))
        self.journal_name.named.connect(lambda name: self.preference_changed.emit("journal_name", name))
        self.keys.rehearse_changed.connect(lambda on: self.preference_changed.emit("rehearse_key", on))
