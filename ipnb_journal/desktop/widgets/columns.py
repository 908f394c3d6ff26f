# SPDX-License-Identifier: MIT
"""Two columns beside each other where there is room, the second below the first where there isn't."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ipnb_journal.desktop.theme.theme import Theme

_NO_LIMIT = 16_777_215
_NARROWEST = 240
_GAP, _NARROW_GAP, _GAP_BELOW = 56, 32, 24


class Columns(QWidget):
    """A `main` column at most `width` wide and an `aside` of `aside_width`; both in design px.

    Where both don't fit, the aside narrows, down to 240, and the gap with it; where there is no room
    for columns at all (`set_beside(False)`), the aside comes below. Both end in a stretch of their own.
    """

    def __init__(
        self,
        theme: Theme,
        main: QWidget,
        aside: QWidget | None = None,
        *,
        width: int = 600,
        aside_width: int = 328,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._main, self._aside = theme, main, aside
        self._width, self._aside_width, self._beside = width, aside_width, True
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._holder = _held(main)
        self._row.addWidget(self._holder, 1)
        if aside is not None:
            self._row.addWidget(_held(aside))
        self._row.addStretch(0)
        theme.changed.connect(self._arrange)
        self._arrange()

    def set_beside(self, wanted: bool) -> None:
        """Put the aside beside the main column, or below it."""
        self._beside = wanted
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        theme, aside = self._theme, self._aside
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        widest = theme.px(self._width)
        self._main.setMaximumWidth(widest)
        self._holder.setMaximumWidth(widest if self._beside else _NO_LIMIT)
        self._row.setDirection(across if self._beside else down)
        if aside is None:
            return
        left = self.width() - widest - theme.space(_GAP)
        roomy = left >= theme.px(_NARROWEST)
        gap = _GAP if roomy else _NARROW_GAP
        self._row.setSpacing(theme.space(gap if self._beside else _GAP_BELOW))
        aside.setMinimumWidth(0)
        aside.setMaximumWidth(widest)
        if self._beside:
            aside.setFixedWidth(min(theme.px(self._aside_width), max(left, theme.px(_NARROWEST))))


def _held(column: QWidget) -> QWidget:
    """The column at the leading edge of a row: laid out directly, its height would be reckoned too wide."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(column, 1)
    row.addStretch(0)
    return holder
