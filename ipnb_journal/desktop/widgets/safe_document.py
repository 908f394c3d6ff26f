# SPDX-License-Identifier: MIT
"""The one document class: whatever markup gets into it, it reads no file, no share and no address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QImage, QTextDocument

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl


class SafeDocument(QTextDocument):
    """A document without resources; for every editor, and for markup of our own on screen and on paper.

    An empty answer would not do for an image: Qt's painter of images then opens the file by its name.
    """

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401 - a QVariant
        if kind == QTextDocument.ResourceType.ImageResource.value:
            blank = QImage(1, 1, QImage.Format.Format_ARGB32)
            blank.fill(0)
            return blank
        return ""
