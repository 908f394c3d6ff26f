# SPDX-License-Identifier: MIT
"""What is copied here leaves the clipboard by itself: marked as a secret, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QClipboard

from ipnb_journal.desktop.widgets.own_words import OwnWords

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

KEPT_MILLISECONDS = 30_000


def forget_selection(clipboard: QClipboard) -> None:
    """Take back what was merely marked in a page: on X11 and Wayland a middle press pastes it anywhere."""
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


class SecretClipboard(QObject):
    """Takes everything copied in this program back after 30 seconds, unless something else came there.

    Words from a page can still be pasted in this program, so that nothing that was cut is lost; a
    secret given to `copy` can't. `copied` is emitted for words from a page.
    """

    copied = Signal()

    def __init__(self, clipboard: QClipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._secret: OwnWords | None = None
        # kept here, so that Qt gives this very object back
        self._own: QMimeData | None = None
        self._timer = QTimer(self, singleShot=True, interval=KEPT_MILLISECONDS)
        self._timer.timeout.connect(self._take_back)
        clipboard.dataChanged.connect(self._on_changed)

    def copy(self, text: str) -> None:
        """Put a secret there, such as a recovery key."""
        self._secret = OwnWords(text)
        self._put(self._secret)

    def clear(self) -> None:
        """Take back for good whatever of ours is there."""
        self._timer.stop()
        if self._is_ours():
            self._clipboard.clear()
        self._secret = self._own = None

    def _is_ours(self) -> bool:
        return isinstance(self._clipboard.mimeData(), OwnWords) or self._clipboard.ownsClipboard()

    def _on_changed(self) -> None:
        data = self._clipboard.mimeData()
        if data is self._own and self._own is not None:
            return
        if isinstance(data, OwnWords):
            self._own = data
        elif self._clipboard.ownsClipboard() and data.hasText():
            # a one-line field marks nothing by itself
            self._put(OwnWords(data.text()))
        else:
            self._timer.stop()
            self._secret = self._own = None
            return
        self._timer.start()
        self.copied.emit()

    def _put(self, data: OwnWords) -> None:
        self._own = data
        self._clipboard.setMimeData(data)
        self._timer.start()

    def _take_back(self) -> None:
        if not self._is_ours():
            return
        data = self._clipboard.mimeData()
        if isinstance(data, OwnWords) and data is not self._secret:
            self._own = OwnWords.hidden(data.words)
            self._clipboard.setMimeData(self._own)
        else:
            self.clear()
