# SPDX-License-Identifier: MIT
"""The least a PySide6 program can do: an empty main window."""

from __future__ import annotations

import sys

from first_paint import watch
from PySide6.QtWidgets import QApplication, QMainWindow


class Window(QMainWindow):
    """A class of our own, so that its first paint can be watched."""


watch(Window)
application = QApplication(sys.argv)
window = Window()
window.resize(1280, 800)
window.show()
sys.exit(QApplication.exec())
