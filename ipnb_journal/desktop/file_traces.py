# SPDX-License-Identifier: MIT
"""Undoing what Qt's file dialog writes down about where a person looked."""

from __future__ import annotations

from PySide6.QtCore import QSettings

_GROUP = "FileDialog"


class FileTraces:
    """Remembers Qt's own notes about file dialogs when made, and puts them back as they were.

    The notes are shared with other programs of this account, so they are restored and not wiped.
    """

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings(QSettings.Scope.UserScope, "QtProject")
        self._before = {key: self._settings.value(key) for key in self._keys()}

    def restore(self) -> None:
        """Take away what was noted since, and put back what was there."""
        self._settings.sync()
        for key in self._keys():
            if key not in self._before:
                self._settings.remove(key)
        for key, value in self._before.items():
            self._settings.setValue(key, value)
        self._settings.sync()

    def _keys(self) -> list[str]:
        return [key for key in self._settings.allKeys() if key.split("/")[0] == _GROUP]
