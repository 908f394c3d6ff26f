# SPDX-License-Identifier: MIT
"""A list of contents: each with a line below its title, one of them on show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.one_stop import one_stop
from ipnb_journal.desktop.widgets.painting import box, smooth
from ipnb_journal.desktop.widgets.text import LaidText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

_SIDE, _TOP = 14, 9
_WIDTH = 240


class Contents(QWidget):
    """Arrow keys move through it; `changed` gives the key on show, `entered` says that it was pressed."""

    changed = Signal(object)
    entered = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """`name`: accessible name."""
        super().__init__(parent)
        self._theme = theme
        self._items: dict[object, ContentsItem] = {}
        self._group: QButtonGroup | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(name)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_items(self, items: Iterable[tuple[object, str, str]]) -> None:
        """List these: key, title and the line below it; the first one is on show."""
        clear(self._column)
        self._items = {}
        group = self._group = QButtonGroup(self)
        for key, title, line in items:
            item = ContentsItem(self._theme, title, line, self)
            item.clicked.connect(self.entered)
            item.moved.connect(self._move)
            group.addButton(item)
            self._items[key] = item
            self._column.addWidget(item)
            item.show()
        next(iter(self._items.values())).setChecked(True)
        one_stop(group)
        group.buttonToggled.connect(self._on_toggled)

    @property
    def keys(self) -> tuple[object, ...]:
        """The keys, in order."""
        return tuple(self._items)

    def value(self) -> object:
        """The key on show; None while there are none."""
        return next((key for key, item in self._items.items() if item.isChecked()), None)

    def set_value(self, key: object) -> None:
        """Show a key; `changed` is told when it was another one before."""
        self._items[key].setChecked(True)

    def item(self, key: object) -> ContentsItem:
        """The button of a key."""
        return self._items[key]

    def _move(self, step: int) -> None:
        """Go up or down from the one on show; at an end it stays."""
        items = list(self._items.values())
        at = next(n for n, item in enumerate(items) if item.isChecked()) + step
        if 0 <= at < len(items):
            items[at].setChecked(True)
            items[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_toggled(self, _item: QAbstractButton, on: bool) -> None:
        if on:
            self.changed.emit(self.value())

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.space(2))


class ContentsItem(QAbstractButton):
    """A title that may take several lines, and a quiet line: the one on show has bar, weight and fill.

    `moved`: the keyboard wants the one above (-1) or below (1).
    """

    moved = Signal(int)

    def __init__(self, theme: Theme, title: str, line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._title, self._line = theme, title, line
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(f"{title}, {line}")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    def focus_radius(self) -> float:
        """Corner radius the focus ring follows, in px."""
        return self._theme.px(8)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # as high when it isn't the one on show, so that choosing never moves what is below
        title, line = self._laid(width, strong=True)
        return round(title.height + line.height) + 2 * self._theme.space(_TOP)

    def sizeHint(self) -> QSize:
        width = self._theme.px(_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDTH // 2), self._theme.px(44))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            # Qt's own way counts as a click, which goes further than looking along the list
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, on = self._theme, smooth(self), self.isChecked()
        fill = "select" if on or self.isDown() else "hover" if self.underMouse() else ""
        if fill:
            box(painter, self.rect(), self.focus_radius(), theme.colour(fill))
        if on:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            inset = theme.px(10)
            bar = QRectF(self.width() - 3 if rtl else 0, inset, 3, self.height() - 2 * inset)
            box(painter, bar, 2, theme.colour("accent"))
        title, line = self._laid(self.width(), strong=on)
        at = QPointF(theme.space(_SIDE), theme.space(_TOP))
        painter.setPen(theme.colour("ink" if on else "ink2"))
        title.draw(painter, at)
        painter.setPen(theme.colour("ink2"))
        line.draw(painter, at + QPointF(0, title.height))

    def _laid(self, width: int, *, strong: bool) -> tuple[LaidText, LaidText]:
        theme = self._theme
        room = max(1, width - 2 * theme.space(_SIDE))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        title, small = theme.font("ui_strong" if strong else "ui_medium"), theme.font("small")
        return (
            LaidText(self._title, title, room, theme.line("ui"), align=side),
            LaidText(self._line, small, room, theme.line("small"), align=side),
        )

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
