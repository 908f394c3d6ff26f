# SPDX-License-Identifier: MIT
"""The soft message at the foot of the window: what was done, and Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.buttons import IconButton, QuietButton
from ipnb_journal.desktop.widgets.painting import box, smooth
from ipnb_journal.desktop.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QPaintEvent

    from ipnb_journal.desktop.notices import Message
    from ipnb_journal.desktop.theme.theme import Theme

STAYS_MILLISECONDS = 10_000


class SoftMessage(QFrame):
    """Lies over the foot of its parent until dismissed, or ten seconds after pointer and keyboard left it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._message: Message | None = None
        self._words = Text(theme, "ui", "", parent=self)
        self.undo = QuietButton(theme, "Undo", small=True, parent=self)
        self.dismiss = IconButton(theme, "x", "Put this away", parent=self)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MILLISECONDS)
        self._timer.timeout.connect(self._on_timeout)
        self.undo.clicked.connect(self._on_undo)
        self.dismiss.clicked.connect(self.put_away)
        self._build()
        parent.installEventFilter(self)
        theme.changed.connect(self._place)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a message in place of the one before."""
        self._message = message
        self._words.setText(message.text)
        self.undo.setVisible(message.undo is not None)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, message.text)

    def put_away(self) -> None:
        """Hide, and let go of what Undo would have done."""
        self._message = None
        self._timer.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        box(smooth(self), self.rect(), theme.px(10), theme.colour("raised"), theme.colour("control"))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.addWidget(self._words, 1)
        row.addWidget(self.undo)
        row.addWidget(self.dismiss)

    def _place(self) -> None:
        parent, theme = self.parentWidget(), self._theme
        row = self.layout()
        if parent is None or row is None:
            return
        row.setContentsMargins(theme.space(20), theme.space(10), theme.space(10), theme.space(10))
        row.setSpacing(theme.space(12))
        width = min(parent.width() - 2 * theme.space(24), self.sizeHint().width())
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        self.setGeometry(
            (parent.width() - width) // 2, parent.height() - height - theme.space(24), width, height
        )

    def _on_timeout(self) -> None:
        focus = self.focusWidget()
        if focus is not None and focus.hasFocus():
            self._timer.start()
        else:
            self.put_away()

    def _on_undo(self) -> None:
        undo = self._message.undo if self._message is not None else None
        self.put_away()
        if undo is not None:
            undo()
