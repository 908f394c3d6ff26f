# SPDX-License-Identifier: MIT
"""Words on the clipboard that are marked as a secret, and that this program remembers as its own."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"",
    "ExcludeClipboardContentFromMonitorProcessing": b"\x00",
    "CanIncludeInClipboardHistory": b"\x00\x00\x00\x00",
}
"""For clipboard managers: KDE's and others', macOS's, and the history and cloud of Windows."""


class OwnWords(QMimeData):
    """`words` with the marks; once `hide` was called, only this program can still paste them.

    Clear the clipboard before the interpreter ends: Qt would look for this object afterwards.
    """

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
        self.setText(words)
        for name, value in MARKS.items():
            self.setData(name, value)

    @classmethod
    def hidden(cls, words: str) -> OwnWords:
        """Words that other programs see nothing of."""
        made = cls(words)
        made.clear()
        return made


def words_in(data: QMimeData) -> str:
    """The text of what is pasted, also where it is hidden from others."""
    return data.words if isinstance(data, OwnWords) else data.text()
