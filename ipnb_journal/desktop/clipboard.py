# SPDX-License-Identifier: MIT
"""Putting a secret on the clipboard: marked so that clipboard managers leave it, and taken back."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard

KEPT_MILLISECONDS = 30_000
_MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"",
    "ExcludeClipboardContentFromMonitorProcessing": b"\x00",
    "CanIncludeInClipboardHistory": b"\x00\x00\x00\x00",
}


def forget_selection(clipboard: QClipboard) -> None:
    """Take back what was merely marked in a page: on X11 and Wayland a middle press pastes it anywhere."""
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


class SecretClipboard(QObject):
    """Copies text as a secret and clears it after 30 seconds, unless something else was copied since."""

    def __init__(self, clipboard: QClipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._text = ""
        self._timer = QTimer(self, singleShot=True, interval=KEPT_MILLISECONDS)
        self._timer.timeout.connect(self.clear)

    def copy(self, text: str) -> None:
        """Put `text` there, marked as a secret."""
        data = QMimeData()
        data.setText(text)
        for name, value in _MARKS.items():
            data.setData(name, value)
        self._clipboard.setMimeData(data)
        self._text = text
        self._timer.start()

    def clear(self) -> None:
        """Take the secret back if it is still there."""
        self._timer.stop()
        if self._text and self._clipboard.text() == self._text:
            self._clipboard.clear()
        self._text = ""
