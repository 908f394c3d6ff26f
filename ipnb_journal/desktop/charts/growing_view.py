# SPDX-License-Identifier: MIT
"""A chart as high as its width asks for: the page scrolls over it, and to the place the keyboard comes to."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ipnb_journal.desktop.charts.view import ChartView

if TYPE_CHECKING:
    from PySide6.QtCore import QRect, QRectF

    from ipnb_journal.desktop.theme.theme import Theme


class GrowingView(ChartView):
    """Each of its stops has a place of its own, which the focus ring goes round while it is chosen."""

    grows: ClassVar[bool] = True

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @abstractmethod
    def place_of(self, stop: int) -> QRectF:
        """Where a stop lies on the canvas, in px."""

    @abstractmethod
    def height_at(self, width: float) -> float:
        """How high all of it is at a width, in px."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self.height_at(width))

    def move_to(self, stop: int, *, aloud: bool = False) -> None:
        super().move_to(stop, aloud=aloud)
        if aloud and stop >= 0:
            self._bring_into_view(stop)

    def focus_rect(self) -> QRect:
        """The place chosen, or everything while none is."""
        return self.place_of(self.at).toRect() if 0 <= self.at < len(self.stops()) else self.rect()

    def redraw(self) -> None:
        self.updateGeometry()
        super().redraw()

    def _bring_into_view(self, stop: int) -> None:
        """Scroll the page to a place the keyboard came to."""
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        content = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and content is not None:
            place = self.place_of(stop).toRect()
            middle, room = self.mapTo(content, place.center()), self._theme.space(24)
            above.ensureVisible(middle.x(), middle.y(), 0, place.height() // 2 + room)
