# SPDX-License-Identifier: MIT
"""The settings at hand: read once, changed in one place, announced to whoever shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ipnb_journal.errors import AppError
from ipnb_journal.services import settings

if TYPE_CHECKING:
    from collections.abc import Callable


class SettingsStore(QObject):
    """Holds `current`; `change(name=value)` keeps it on disk at once and emits `changed(Settings)`.

    Where the file cannot be written the change still holds for this run and `on_error` is told. With
    `keep` False nothing is written at all.
    """

    changed = Signal(object)

    def __init__(
        self,
        current: settings.Settings,
        on_error: Callable[[AppError], None],
        *,
        keep: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.current = current
        self._on_error, self._keep = on_error, keep

    @property
    def keeps(self) -> bool:
        """Whether anything outlives this run; False for a made-up journal."""
        return self._keep

    def change(self, **fields: object) -> None:
        """Replace the named fields of `current`; the same value again does nothing."""
        wanted = self.current.but(**fields)
        if wanted == self.current:
            return
        self.current = wanted
        if self._keep:
            self._save(wanted)
        self.changed.emit(wanted)

    def _save(self, wanted: settings.Settings) -> None:
        try:
            settings.save(wanted)
        except AppError as error:
            self._on_error(error)
