# SPDX-License-Identifier: MIT
"""Stirred up and stuck as the two banks of a river; only sliders ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ipnb_journal.desktop.charts.lens import Asked, Empty, ReadingsLens
from ipnb_journal.desktop.charts.river import RiverChart
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.desktop.wording import river as told
from ipnb_journal.domain.readings import days_of
from ipnb_journal.domain.river import BANKS, river

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.checkins import Scale
    from ipnb_journal.domain.readings import Readings


class RiverLens(ReadingsLens):
    """The river between two banks."""

    key: ClassVar[str] = "river"
    words: ClassVar[str] = told.TAB
    source: ClassVar[str] = "banks"
    scales: ClassVar[tuple[Scale, ...]] = BANKS

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = self.chart = RiverChart(theme)

    def days(self, found: Readings) -> tuple[int, int] | None:
        days = days_of(found.sliders, BANKS)
        return (min(days), max(days)) if days else None

    def draw(self, found: Readings, asked: Asked) -> None:
        self.chart.show_picture(river(found, asked.window, asked.bandwidth), asked.tag)

    def empty(self, name: str) -> Empty:
        return Empty(words.EMPTY_TITLE, told.EMPTY_ABOUT.format(name=name) if name else told.EMPTY)
