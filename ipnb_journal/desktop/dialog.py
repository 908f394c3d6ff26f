# SPDX-License-Identifier: MIT
"""The calm dialog: what happened, what is safe, what you can do, in that order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.theme import icons
from ipnb_journal.desktop.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.painting import smooth
from ipnb_journal.desktop.widgets.ring import FocusRing
from ipnb_journal.desktop.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from ipnb_journal.desktop.notices import Choice
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.desktop.wording.errors import Words


class CalmDialog(QDialog):
    """Asks over its window without stopping the program; `chosen(key)` comes once.

    The first choice is the safe one: Enter takes it, and so does Esc.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, words: Words, choices: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words, self._safe_key = theme, words, choices[0].key
        self.setWindowTitle(parent.window().windowTitle())
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(f"{words.body} {words.safe}".strip())
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.space(n) for n in (22, 22, 24, 20)))
        row.setSpacing(theme.space(14))
        row.addWidget(_Sign(theme, words, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._told(), 1)
        self._buttons(choices)
        self.setFixedWidth(min(theme.px(470), max(parent.width() - theme.space(48), theme.px(300))))
        self._ring = FocusRing(theme, self)
        self.rejected.connect(lambda: self._finish(self._safe_key))

    def _told(self) -> QVBoxLayout:
        theme, words = self._theme, self._words
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.space(9))
        for role, text in (("title", words.title), ("ui", words.body)):
            if text:
                self._column.addWidget(Text(theme, role, text))
        if words.safe:
            self._column.addWidget(_Safe(theme, words.safe, self))
        return self._column

    def _buttons(self, choices: Sequence[Choice]) -> None:
        theme = self._theme
        holder = QWidget(self)
        flow = FlowLayout(theme, holder, gap=8)
        flow.setContentsMargins(0, theme.space(14), 0, 0)
        for number, choice in enumerate(choices):
            button = (SecondaryButton if number else PrimaryButton)(theme, choice.label, small=True)
            button.clicked.connect(lambda _=False, key=choice.key: self._finish(key))
            flow.addWidget(button)
            if not number:
                button.setFocus()
        self._column.addWidget(holder)
        if self._words.detail:
            self._column.addWidget(Text(theme, "small", self._words.detail, colour="ink2"))
            copy = LinkButton(theme, "Copy the details")
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._words.detail))
            self._column.addWidget(copy)

    def withdraw(self) -> None:
        """Close without an answer."""
        self.blockSignals(True)
        self.done(0)
        self.deleteLater()

    def _finish(self, key: str) -> None:
        self.blockSignals(True)
        self.done(0)
        self.deleteLater()
        self.blockSignals(False)
        self.chosen.emit(key)


class _Sign(QWidget):
    """The icon at the head of a dialog, in the danger colour only where something may be lost or wrong."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.setFixedSize(theme.px(24), theme.px(28))

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        role = "danger" if self._words.risky else "ink2"
        ratio = self.devicePixelRatioF()
        drawn = icons.pixmap(self._theme, self._words.icon, 24, role, ratio=ratio)
        smooth(self).drawPixmap(QPointF(0, self._theme.px(2)), drawn)


class _Safe(QWidget):
    """What is safe, beside an undyed cord."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(17), 0, 0, 0)
        column.addWidget(Text(theme, "ui", text))

    def paintEvent(self, event: QPaintEvent) -> None:
        smooth(self).fillRect(0, 0, 3, self.height(), self._theme.colour("cord"))
