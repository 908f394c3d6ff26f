# SPDX-License-Identifier: MIT
"""The text size: a cord between a small and a large letter, in steps of 25 per cent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.slider import CordSlider
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import settings as words

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme

LEAST, MOST, STEP = 100, 200, 25
_SETTLE_MS = 60


class TextSize(QWidget):
    """`moving` with each percent on the way, `chosen` once the bead is let go or a key has moved it.

    The window changes size under the pointer when the text does, so a drag is applied at its end.
    """

    moving = Signal(int)
    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._percent, self._told = theme, LEAST, LEAST
        self.slider = CordSlider(
            theme, words.SIZE, ticks=5, blank=False, ground="room", minimum=LEAST, maximum=MOST
        )
        self.slider.setSingleStep(STEP)
        self.slider.setPageStep(STEP)
        self._now = Text(theme, "small", "", colour="ink2", wrap=False, tabular=True)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._tell)
        self._head, self._line = QHBoxLayout(), QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._build()
        self.slider.answered.connect(self._on_moved)
        self.slider.sliderReleased.connect(self._tell)
        theme.changed.connect(self._restyle)
        self.show_percent(LEAST)
        self._restyle()

    def show_percent(self, percent: int) -> None:
        """Show the size as it is."""
        self._percent = self._told = percent
        self.slider.set_answer(percent)
        self._say()

    def _build(self) -> None:
        theme = self._theme
        self._head.addWidget(Text(theme, "ui_medium", words.SIZE), 1)
        self._head.addWidget(self._now)
        self._line.addWidget(Text(theme, "journal", "A", wrap=False))
        self._line.addWidget(self.slider, 1)
        self._line.addWidget(Text(theme, "h1", "A", wrap=False))
        self._column.addLayout(self._head)
        self._column.addLayout(self._line)

    def _on_moved(self, value: int) -> None:
        wanted = min(MOST, max(LEAST, round(value / STEP) * STEP))
        dragging = self.slider.isSliderDown()
        if wanted == self._percent and value != wanted and not dragging:
            # a key that moves less than a step still moves one
            wanted = min(MOST, max(LEAST, wanted + (STEP if value > wanted else -STEP)))
        self.slider.set_answer(wanted)
        if wanted != self._percent:
            self._percent = wanted
            self._say()
            self.moving.emit(wanted)
        if not dragging:
            self._settle.start()

    def _tell(self) -> None:
        self._settle.stop()
        if self._percent != self._told:
            self._told = self._percent
            self.chosen.emit(self._percent)

    def _say(self) -> None:
        told = words.SIZE_NOW.format(percent=self._percent)
        self._now.setText(told)
        self.slider.describe(told)

    def _restyle(self) -> None:
        space = self._theme.space
        self._column.setContentsMargins(0, space(17), 0, space(12))
        self._column.setSpacing(space(4))
        self._line.setSpacing(space(2))
