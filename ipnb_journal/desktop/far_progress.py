# SPDX-License-Identifier: MIT
"""How far a job is, told from the thread that does it to the one that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable


class FarProgress(QObject):
    """Call `tell(done, total)` on any thread; `show(share)` is called on this one, from 0 to 1.

    `show` belongs to `owner` and is called no more once that is gone.
    """

    _moved = Signal(float)

    def __init__(self, owner: QObject, show: Callable[[float], None]) -> None:
        super().__init__()
        self._owner, self._show = owner, show
        self._moved.connect(self._on_moved, Qt.ConnectionType.AutoConnection)

    def tell(self, done: int, total: int) -> None:
        """So many parts of all are done."""
        self._moved.emit(done / total if total else 1.0)

    def _on_moved(self, share: float) -> None:
        if isValid(self._owner):
            self._show(share)
