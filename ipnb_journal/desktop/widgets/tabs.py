# SPDX-License-Identifier: MIT
"""Tabs along a rule: the one shown is underlined, heavier and in ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.one_stop import one_stop
from ipnb_journal.desktop.widgets.painting import box, pen, smooth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme


class Tabs(QWidget):
    """Tabs in a row, or in more where they don't fit in one; `changed` gives the key of the one chosen.

    Arrow keys move between them.
    """

    changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        options: Iterable[tuple[object, str]],
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`options`: pairs of key and words."""
        super().__init__(parent)
        self._theme = theme
        self._tabs: dict[object, _Tab] = {}
        self._group = QButtonGroup(self)
        self._row = FlowLayout(theme, self, gap=26, between=4)
        for key, words in options:
            tab = _Tab(theme, words, self)
            self._group.addButton(tab)
            self._tabs[key] = tab
            self._row.addWidget(tab)
        next(iter(self._tabs.values())).setChecked(True)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.buttonToggled.connect(self._on_toggled)
        one_stop(self._group)
        theme.changed.connect(self._restyle)
        self._restyle()

    def value(self) -> object:
        """The key of the tab shown."""
        return next(key for key, tab in self._tabs.items() if tab.isChecked())

    def set_value(self, key: object) -> None:
        """Show a tab; `changed` is told when it was another one before."""
        self._tabs[key].setChecked(True)

    def tab(self, key: object) -> QAbstractButton:
        """The button of `key`."""
        return self._tabs[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(self)
        painter.setPen(pen(self._theme.colour("hairline"), 1, flat=True))
        y = self.height() - 0.5
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))

    def _on_toggled(self, _tab: QAbstractButton, on: bool) -> None:
        if on:
            self.changed.emit(self.value())

    def _restyle(self) -> None:
        self._row.invalidate()
        self.update()


class _Tab(QAbstractButton):
    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._face = QFont()
        self.setText(words.replace("&", "&&"))
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._restyle)
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        # the heavier form is kept, so that choosing never moves the neighbours
        widest = QFontMetrics(self._theme.font("ui_strong")).horizontalAdvance(self._words)
        return QSize(max(widest, self._theme.px(24)), self._theme.line("ui") + self._theme.space(19))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, on = self._theme, smooth(self), self.isChecked()
        painter.setPen(theme.colour("ink" if on or self.underMouse() else "ink2"))
        painter.setFont(self._face)
        painter.drawText(self.rect().adjusted(-2, 0, 2, 0), Qt.AlignmentFlag.AlignCenter, self._words)
        if on:
            bar = QRectF(0, self.height() - 3, self.width(), 3)
            box(painter, bar, 2, theme.colour("accent"))

    def _restyle(self) -> None:
        self._face = self._theme.font("ui_strong" if self.isChecked() else "ui_medium")
        self.updateGeometry()
        self.update()
