# SPDX-License-Identifier: MIT
"""The frame of a bare page that only has something to say: one column from the top, which scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.columns import Columns
from ipnb_journal.desktop.widgets.scroll import Scroll

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme

WIDTH = 620
WIDE_SIDE, NARROW_SIDE = 120, 40


class BareFrame(Scroll):
    """`column` takes what is shown; `width` is what it fills at most, in design px."""

    def __init__(self, theme: Theme, *, width: int = WIDTH, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        inner, body = QWidget(), QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._around = QVBoxLayout(body)
        self._around.addWidget(Columns(theme, inner, width=width))
        self._around.addStretch(1)
        self._columns = True
        self.set_content(body)
        theme.changed.connect(self._fit)
        self._fit()

    def set_columns(self, wanted: bool) -> None:
        """Stand further in where the window has room."""
        self._columns = wanted
        self._fit()

    def _fit(self) -> None:
        space = self._theme.space
        side = space(WIDE_SIDE if self._columns else NARROW_SIDE)
        self._around.setContentsMargins(side, space(28), side, space(32))
