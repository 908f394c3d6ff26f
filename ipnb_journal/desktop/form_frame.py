# SPDX-License-Identifier: MIT
"""The frame of the pages before the journal: one column at the left, something to look at beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.marks import AppMark
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ipnb_journal.desktop.theme.theme import Theme

NAME = "IPNB Journal"
STRIP = 44
LEAST_GAP = 0.5


class FormFrame(QWidget):
    """A column that scrolls if need be: `left`, `top` (from the window's top) and `width` in design px.

    `column` takes what is asked; `foot` is a row at the window's foot. `beside` stands at the right,
    its x and width given for a window of 1280, as high as the window; it goes where there is no room.
    """

    def __init__(
        self,
        theme: Theme,
        beside: QWidget | None,
        *,
        left: int,
        top: int,
        width: int,
        beside_at: tuple[int, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._beside = theme, beside
        self._left, self._top, self._width, self._beside_at = left, top, width, beside_at
        self._form, self._holder = QWidget(), QWidget()
        self.column = QVBoxLayout(self._form)
        self.foot = QHBoxLayout()
        self._outer = QVBoxLayout(self._holder)
        self._scroll = Scroll(theme, self._holder, self)
        if beside is not None:
            beside.setParent(self)
            beside.lower()
        self._gaps: list[tuple[QSpacerItem, int]] = []
        self._build()
        theme.changed.connect(self._arrange)

    def add_brand(self, size: int, role: str, beside: Text | None = None) -> None:
        """Put the mark and the name at the head of the column, with `beside` at its far end."""
        row = QHBoxLayout()
        row.setSpacing(self._theme.space(11))
        row.addWidget(AppMark(self._theme, size))
        row.addWidget(Text(self._theme, role, NAME, wrap=False))
        row.addStretch(1)
        if beside is not None:
            row.addWidget(beside)
        self.column.addLayout(row)

    def gap(self, room: int) -> None:
        """Leave `room` design px free in the column, or down to half of that where the window is low."""
        spacer = QSpacerItem(0, self._theme.space(room))
        self._gaps.append((spacer, room))
        self.column.addItem(spacer)

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll so that a part of the column is seen, once it has its place there."""
        self._scroll.bring_into_view(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.addWidget(self._form)
        self._row.addStretch(1)
        self._outer.setSpacing(0)
        self._outer.addLayout(self._row)
        self._outer.addStretch(1)
        self._outer.addLayout(self.foot)

    def _fit_gaps(self, width: int, height: int) -> int:
        """Set the gaps of the column so that it fits into `height` if it can; gives the height it has."""
        rooms = [self._theme.space(room) for _, room in self._gaps]
        over = self._set_gaps(rooms, 1.0, width) - height
        if over <= 0 or not rooms:
            return over + height
        return self._set_gaps(rooms, max(LEAST_GAP, 1 - over / sum(rooms)), width)

    def _set_gaps(self, rooms: list[int], share: float, width: int) -> int:
        for (spacer, _), room in zip(self._gaps, rooms, strict=True):
            spacer.changeSize(0, round(room * share))
        self.column.invalidate()
        return self.column.totalHeightForWidth(width)

    def _arrange(self) -> None:
        theme, whole = self._theme, self.rect()
        at, beside_width = (round(whole.width() * part / 1280) for part in self._beside_at)
        left = theme.space(self._left)
        shown = self._beside is not None and at > left + theme.px(self._width) + theme.space(40)
        if self._beside is not None:
            lifted = theme.px(STRIP)
            self._beside.setGeometry(QRect(at, -lifted, beside_width, whole.height() + lifted))
            self._beside.setVisible(shown)
        left = left if shown else theme.space(48)
        width = min(theme.px(self._width), whole.width() - left - theme.space(40))
        self._form.setFixedWidth(width)
        self.foot.setContentsMargins(0, theme.space(24), theme.space(40), 0)
        foot = self.foot.sizeHint().height() + theme.space(34)
        form = self._fit_gaps(width, whole.height() - foot - theme.space(24))
        spare = max(theme.space(24), (whole.height() - foot - form) // 2)
        self._outer.setContentsMargins(left, min(theme.px(self._top - STRIP), spare), 0, theme.space(34))
        self._scroll.setGeometry(whole)
