# SPDX-License-Identifier: MIT
"""The field that finds words in pages: a glass at its head, Clear at its end, Esc empties it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout

from ipnb_journal.desktop.theme import icons
from ipnb_journal.desktop.widgets.buttons import BaseButton, Look
from ipnb_journal.desktop.widgets.fields import Field, Line

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.theme.theme import Theme

GLASS = 19


class SearchField(Field):
    """What is looked for. `edited(str)` at every key, `cleared` when emptied by button or Esc."""

    cleared = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        placeholder: str,
        words_to_clear: str = "Clear",
        parent: QWidget | None = None,
    ) -> None:
        """`name`: accessible name."""
        super().__init__(theme, placeholder=placeholder, line=_SearchLine(theme), parent=parent)
        self.line.setAccessibleName(name)
        self.clear = _ClearButton(theme, words_to_clear, icon="x")
        self.clear.clicked.connect(self._clear)
        row = QHBoxLayout(self.line)
        row.setContentsMargins(0, 0, 4, 0)
        row.addStretch()
        row.addWidget(self.clear)
        self.line.textChanged.connect(lambda text: self.clear.setVisible(bool(text)))
        self.clear.hide()

    def take_focus(self) -> None:
        """Bring the keyboard here with all words selected."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self._clear()
        else:
            super().keyPressEvent(event)

    def _clear(self) -> None:
        self.set_text("")
        self.line.setFocus()
        self.cleared.emit()


class _SearchLine(Line):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._make_room()
        theme.changed.connect(self._make_room)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        picture = icons.pixmap(self._theme, "search", GLASS, "ink2")
        size = QSize(self._theme.px(GLASS), self._theme.px(GLASS))
        leading = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        x = self._theme.px(14) if leading else self.width() - self._theme.px(14) - size.width()
        QPainter(self).drawPixmap(QPoint(x, (self.height() - size.height()) // 2), picture)

    def _make_room(self) -> None:
        head, end = self._theme.px(GLASS + 12), self._theme.px(96)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(end if rtl else head, 0, head if rtl else end, 0)


class _ClearButton(BaseButton):
    look = Look(ink="ink2", small_font="small", font="small", height=32, padding=8, ghost_when_off=True)
