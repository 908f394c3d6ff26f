# SPDX-License-Identifier: MIT
"""A sheet as it will come out, in small, painted by the same hand that prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.painting import box, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ipnb_journal.desktop.paper import Paper
    from ipnb_journal.desktop.theme.theme import Theme

_EDGE = 2


class PaperPreview(QWidget):
    """As wide as there is room, up to `widest` design px, and as high as the sheet then is."""

    def __init__(self, theme: Theme, name: str, *, widest: int = 600, parent: QWidget | None = None) -> None:
        """`name`: what it is called for a screen reader; the sheet's own words follow it."""
        super().__init__(parent)
        self._theme, self._widest = theme, widest
        self._paper: Paper | None = None
        self._kept: tuple[object, QPixmap] | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    @property
    def paper(self) -> Paper | None:
        """The sheet on show."""
        return self._paper

    def show_paper(self, paper: Paper) -> None:
        """Show another sheet."""
        self._paper, self._kept = paper, None
        self.setAccessibleDescription(paper.words)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._paper is None:
            return 0
        size = self._paper.size
        return round(min(width, self._most()) * size.height() / size.width()) + _EDGE

    def sizeHint(self) -> QSize:
        return QSize(self._most(), self.heightForWidth(self._most()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), 0)

    def focus_radius(self) -> float:
        """Corner radius the focus ring follows, in px."""
        return self._theme.px(4)

    def focus_rect(self) -> QRect:
        """Where the focus ring goes."""
        return self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._paper is None:
            return
        place, painter = self._place(), smooth(self)
        box(painter, place.adjusted(0, 0, 0, _EDGE), 2, self._theme.colour("edge"))
        painter.drawPixmap(place.topLeft(), self._picture(self._paper, place.size()))
        box(painter, place, 2, None, self._theme.colour("hairline"))

    def _most(self) -> int:
        return self._theme.px(self._widest)

    def _place(self) -> QRect:
        wide = min(self.width(), self._most())
        left = self.width() - wide if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        return QRect(left, 0, wide, self.heightForWidth(self.width()) - _EDGE)

    def _picture(self, paper: Paper, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        key = (size.toTuple(), ratio)
        if self._kept is None or self._kept[0] != key:
            drawn = QPixmap(size * ratio)
            drawn.setDevicePixelRatio(ratio)
            drawn.fill(Qt.GlobalColor.white)
            painter = smooth(drawn)
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            painter.scale(size.width() / paper.size.width(), size.height() / paper.size.height())
            paper.paint(painter)
            painter.end()
            self._kept = (key, drawn)
        return self._kept[1]


def at_top(preview: PaperPreview) -> QWidget:
    """The preview at the top of a column, however high that is."""
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(preview)
    column.addStretch(1)
    return held
