# SPDX-License-Identifier: MIT
"""A soft message: what was done, with a way to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QWidget

from ipnb_journal.desktop.theme import icons
from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.buttons import IconButton, QuietButton
from ipnb_journal.desktop.widgets.painting import box, smooth
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import widgets as words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QShowEvent

    from ipnb_journal.desktop.theme.theme import Theme

DONE = "check"
_STAYS_MS = 10_000


class SoftMessage(QFrame):
    """Words and perhaps Undo. It stays until put away, or 10 s after the focus has left it.

    A message nobody focuses stays too, until `leave_soon` says that the person has moved on. Only what is
    done, with nothing to take back, goes by itself 10 s after it was shown.
    """

    undo_pressed = Signal()
    gone = Signal()

    def __init__(
        self, theme: Theme, text: str, *, undo: str = "", icon: str = DONE, parent: QWidget | None = None
    ) -> None:
        """`undo`: words on the button that takes it back ("" for none)."""
        super().__init__(parent)
        self._theme, self._icon_name = theme, icon
        self.text = Text(theme, "ui", text)
        self.undo = QuietButton(theme, undo, small=True)
        self.close_button = IconButton(theme, "x", words.DISMISS)
        self._mark = _Mark(theme, icon)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.undo)
        self._row.addWidget(self.close_button)
        self.undo.setVisible(bool(undo))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(text)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(_STAYS_MS)
        self._connect()
        self._restyle()

    def put_away(self) -> None:
        """Hide it for good."""
        self._leaving.stop()
        if not self.isHidden():
            # told before it hides, while it is still known whether the keyboard was inside
            self.gone.emit()
            self.hide()

    def leave_soon(self) -> None:
        """Go after 10 s, unless the focus is inside."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self._leaving.start()

    @property
    def leaving(self) -> bool:
        """Whether it will go by itself soon."""
        return self._leaving.isActive()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        box(smooth(self), self.rect(), theme.px(8), theme.colour("raised"), theme.colour("control"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        announce(self, self.text.text())
        if self.undo.isHidden() and self._icon_name == DONE:
            self.leave_soon()

    def _connect(self) -> None:
        self._leaving.timeout.connect(self.put_away)
        self.undo.clicked.connect(self._on_undo)
        self.close_button.clicked.connect(self.put_away)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._theme.changed.connect(self._restyle)

    def _on_undo(self) -> None:
        self.undo_pressed.emit()
        self.put_away()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self._leaving.stop()
        elif old is not None and self.isAncestorOf(old) and not self.isHidden():
            self._leaving.start()

    def _restyle(self) -> None:
        space = self._theme.space
        self._row.setContentsMargins(space(14), space(6), space(6), space(6))
        self._row.setSpacing(space(10))
        self.update()


class _Mark(QWidget):
    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(18), self._theme.px(18))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        drawn = icons.pixmap(self._theme, self._icon, 18, "ink", stroke=2, ratio=ratio)
        smooth(self).drawPixmap(0, 0, drawn)
