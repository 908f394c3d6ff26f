# SPDX-License-Identifier: MIT
"""Being myself and in touch over time, each panel shown or not, and "both present" where wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ipnb_journal.desktop.charts.lens import Asked, ReadingsLens
from ipnb_journal.desktop.charts.over_time import OverTimeChart
from ipnb_journal.desktop.widgets.chips import ChipGroup
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.desktop.wording.over_time import Shown
from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.insights import over_time

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.readings import Readings

_BOTH = "both"
_SHOWN = (
    (Scale.DIFFERENTIATION, words.title(Scale.DIFFERENTIATION)),
    (Scale.LINKAGE, words.title(Scale.LINKAGE)),
    (_BOTH, words.BOTH_HEAD),
)


class OverTimeLens(ReadingsLens):
    """The main chart; the last panel left can't be taken away."""

    key: ClassVar[str] = "over_time"
    words: ClassVar[str] = words.OVER_TIME

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = self.chart = OverTimeChart(theme)
        self.extras = self.chips = ChipGroup(theme, _SHOWN, small=True, name=words.SHOWN_NAME)
        self.chips.choose([Scale.DIFFERENTIATION, Scale.LINKAGE])
        self.chips.changed.connect(self._on_chips)

    def draw(self, found: Readings, asked: Asked) -> None:
        with_both = _BOTH in self.chips.chosen()
        picture = over_time(found, asked.window, asked.bandwidth, with_both=with_both)
        self.chart.show_picture(picture, self._panels(), asked.tag)

    def _panels(self) -> Shown:
        chosen = self.chips.chosen()
        return Shown(Scale.DIFFERENTIATION in chosen, Scale.LINKAGE in chosen)

    def _on_chips(self) -> None:
        panels = self._panels()
        self.chips.chip(Scale.DIFFERENTIATION).setEnabled(panels.in_touch or not panels.being_myself)
        self.chips.chip(Scale.LINKAGE).setEnabled(panels.being_myself or not panels.in_touch)
        self.changed.emit()
