# SPDX-License-Identifier: MIT
"""The least a PySide6 program can do: an empty main window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from first_paint import tell
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Window(QMainWindow):
    """Empty; it says when it was painted first."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QTimer.singleShot(0, tell)


application = QApplication(sys.argv)
window = Window()
window.resize(1280, 800)
window.show()
sys.exit(QApplication.exec())
