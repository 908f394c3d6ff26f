# SPDX-License-Identifier: MIT
"""The plane of being myself and in touch, with the oval of most days where wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ipnb_journal.desktop.charts.lens import Asked, ReadingsLens
from ipnb_journal.desktop.charts.plane import PlaneChart
from ipnb_journal.desktop.widgets.chips import ChipGroup
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.desktop.wording import plane as told
from ipnb_journal.domain.plane import plane

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.readings import Readings

OVAL = "oval"


class PlaneLens(ReadingsLens):
    """Weeks are means already, so smoothing has no meaning here."""

    key: ClassVar[str] = "plane"
    words: ClassVar[str] = told.PLANE
    smoothed: ClassVar[bool] = False

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = self.chart = PlaneChart(theme)
        options = ((OVAL, told.MOST_DAYS),)
        self.extras = self.chips = ChipGroup(theme, options, small=True, name=words.SHOWN_NAME)
        self.chips.changed.connect(self.changed)

    def draw(self, found: Readings, asked: Asked) -> None:
        picture = plane(found, asked.window, with_oval=OVAL in self.chips.chosen())
        self.chart.show_picture(picture, asked.tag)
