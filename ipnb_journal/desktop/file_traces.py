# SPDX-License-Identifier: MIT
"""Undoing what Qt's file dialog writes down about where a person looked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QUrl

if TYPE_CHECKING:
    from collections.abc import Iterable

_GROUP = "FileDialog"
_NAMING = ("FileDialog/lastVisited", "FileDialog/history")


def forget_folders(folders: Iterable[Path], settings: QSettings | None = None) -> None:
    """Strike these folders, and what lies in them, from Qt's notes: an earlier run may have been killed."""
    kept = settings or QSettings(QSettings.Scope.UserScope, "QtProject")
    ours = [folder.absolute() for folder in folders]
    for key in _NAMING:
        noted = kept.value(key)
        names = [str(name) for name in (noted if isinstance(noted, list) else [noted] if noted else [])]
        strange = [name for name in names if not _lies_in(name, ours)]
        if strange == names:
            continue
        if strange:
            kept.setValue(key, strange)
        else:
            kept.remove(key)
    kept.sync()


def _lies_in(name: str, folders: list[Path]) -> bool:
    path = Path(QUrl(name).toLocalFile() or name)
    return any(path == folder or folder in path.parents for folder in folders)


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
