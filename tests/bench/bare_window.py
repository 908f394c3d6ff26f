# SPDX-License-Identifier: MIT
"""The least a PySide6 program can do: an empty main window."""

from __future__ import annotations

import sys

from first_paint import watch_exec
from PySide6.QtWidgets import QApplication, QMainWindow

watch_exec()
application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1280, 800)
window.show()
sys.exit(QApplication.exec())
