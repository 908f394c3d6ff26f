# SPDX-License-Identifier: MIT
"""The places one can go: a sidebar with names, or a rail of icons over names where the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ipnb_journal.desktop.theme import icons
from ipnb_journal.desktop.widgets.marks import AppMark
from ipnb_journal.desktop.widgets.painting import Row, box, in_middle, smooth
from ipnb_journal.desktop.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

Destination = tuple[object, str, str]

_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class NavItem(QAbstractButton):
    """One place: here shows by bar, weight and fill together."""

    def __init__(
        self, theme: Theme, words: str, icon: str, *, rail: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._icon, self._rail = theme, words, icon, rail
        self._face = QFont()
        self.setText(words.replace("&", "&&"))
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._restyle)
        theme.changed.connect(self._restyle)
        self._restyle()

    def focus_radius(self) -> float:
        """Corner radius the focus ring follows, in px."""
        return self._theme.px(8)

    def sizeHint(self) -> QSize:
        advance = QFontMetrics(self._face).horizontalAdvance(self._words)
        if self._rail:
            return QSize(max(self._theme.px(68), advance + 6), self._theme.px(58))
        width = 2 * self._theme.space(12) + self._theme.px(20) + self._theme.space(12) + advance
        return QSize(width, self._theme.px(40))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, on = self._theme, smooth(self), self.isChecked()
        fill = "select" if on or self.isDown() else "hover" if self.underMouse() else ""
        if fill:
            box(painter, self.rect(), self.focus_radius(), theme.colour(fill))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if on:
            inset = theme.px(14 if self._rail else 10)
            bar = QRectF(self.width() - 3 if rtl else 0, inset, 3, self.height() - 2 * inset)
            box(painter, bar, 2, theme.colour("accent"))
        painter.setFont(self._face)
        ink = "ink" if on else "ink2"
        painter.setPen(theme.colour(ink))
        if self._rail:
            self._paint_stacked(painter, ink)
            return
        row = Row(self.rect().adjusted(theme.space(12), 0, -theme.space(12), 0), right_to_left=rtl)
        self._paint_icon(painter, row.take(theme.px(20), theme.space(12)), ink)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(row.rest(), _ONE_LINE | side | Qt.AlignmentFlag.AlignAbsolute, self._words)

    def _paint_stacked(self, painter: QPainter, ink: str) -> None:
        theme = self._theme
        line, side, gap = theme.px(16), theme.px(20), theme.px(4)
        top = (self.height() - side - gap - line) // 2
        self._paint_icon(painter, QRect(0, top, self.width(), side), ink)
        words = QRect(0, top + side + gap, self.width(), line)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self._words)

    def _paint_icon(self, painter: QPainter, place: QRect, ink: str) -> None:
        side = self._theme.px(20)
        drawn = icons.pixmap(self._theme, self._icon, 20, ink, ratio=self.devicePixelRatioF())
        painter.drawPixmap(in_middle(place, side, side).topLeft(), drawn)

    def _restyle(self) -> None:
        theme, on = self._theme, self.isChecked()
        if self._rail:
            font = theme.font("small_strong" if on else "small")
            font.setPixelSize(theme.px(13))
        else:
            font = theme.font("ui_strong" if on else "ui_medium")
        self._face = font
        self.updateGeometry()
        self.update()


class _Places(QWidget):
    """What the sidebar and the rail share: an exclusive group of places, arrow keys between them."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        places: Sequence[Destination],
        foot: Sequence[Destination],
        *,
        rail: bool,
        name: str,
    ) -> None:
        super().__init__()
        self._theme, self._rail = theme, rail
        self._items: dict[object, NavItem] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self.setAccessibleName(name)
        self._build_head()
        for place in places:
            self._add(place)
        self._column.addStretch(1)
        for place in foot:
            self._add(place)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_here(self, key: object) -> None:
        """Show which place one is in; a key that is none of them shows none."""
        self._group.setExclusive(False)
        for at, item in self._items.items():
            item.setChecked(at == key)
        self._group.setExclusive(key in self._items)

    def show_only(self, kinds: tuple[type, ...] | None) -> None:
        """Show only the places of these kinds; None shows every one."""
        for key, item in self._items.items():
            item.setVisible(kinds is None or isinstance(key, kinds))

    def item(self, key: object) -> NavItem:
        """The button of a place."""
        return self._items[key]

    def _build_head(self) -> None:
        """What stands above the places."""

    def _add(self, place: Destination) -> None:
        key, words, icon = place
        item = NavItem(self._theme, words, icon, rail=self._rail, parent=self)
        item.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(item)
        self._items[key] = item
        self._column.addWidget(item)

    def _restyle(self) -> None:
        """Set the measures of the theme."""


class SideNav(_Places):
    """The sidebar, 208 wide: the journal's name, the places, the foot. `chosen` gives a place's key."""

    def __init__(
        self,
        theme: Theme,
        places: Sequence[Destination],
        foot: Sequence[Destination] = (),
        *,
        journal_name: str = "",
        name: str = "",
    ) -> None:
        """`places`, `foot`: key, words and icon each; `foot` stands at the bottom."""
        self._mark = AppMark(theme, 26)
        self._journal = Text(theme, "journal", journal_name, max_lines=2, measure=126)
        super().__init__(theme, places, foot, rail=False, name=name)

    def set_journal_name(self, name: str) -> None:
        """Show the journal's own name."""
        self._journal.setText(name)

    def _build_head(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._mark)
        self._head.addWidget(self._journal, 1)
        self._column.addLayout(self._head)

    def _restyle(self) -> None:
        theme = self._theme
        self.setFixedWidth(max(theme.px(208), self._widest()))
        self._column.setContentsMargins(theme.space(14), theme.space(8), theme.space(12), theme.space(16))
        self._column.setSpacing(theme.space(2))
        self._head.setContentsMargins(theme.space(10), theme.space(6), theme.space(10), theme.space(14))
        self._head.setSpacing(theme.space(10))

    def _widest(self) -> int:
        widest = max((item.sizeHint().width() for item in self._items.values()), default=0)
        return widest + self._theme.space(26)


class NavRail(_Places):
    """The rail, 84 wide: icon over name. `chosen` gives a place's key."""

    def __init__(
        self, theme: Theme, places: Sequence[Destination], foot: Sequence[Destination] = (), *, name: str = ""
    ) -> None:
        super().__init__(theme, places, foot, rail=True, name=name)

    def _restyle(self) -> None:
        theme = self._theme
        widest = max((item.sizeHint().width() for item in self._items.values()), default=0)
        self.setFixedWidth(max(theme.px(84), widest + 2 * theme.space(8)))
        self._column.setContentsMargins(theme.space(8), theme.space(4), theme.space(8), theme.space(8))
        self._column.setSpacing(theme.space(4))
