# SPDX-License-Identifier: MIT
"""The least that asks for something: a label, a line and a button in a bare window, placed at its left."""

from __future__ import annotations

import sys

from first_paint import tell
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget


class Form(QWidget):
    """Says when its window was painted first."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        for part in (QLabel("Passphrase"), QLineEdit(), QPushButton("Open")):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, tell)
        return super().event(event)


application = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(Form())
window.resize(1280, 800)
window.show()
sys.exit(QApplication.exec())
