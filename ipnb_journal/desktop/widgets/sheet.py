# SPDX-License-Identifier: MIT
"""Paper: the sheet things lie on, the rule between them, the bookmark cord over its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ipnb_journal.desktop.widgets.painting import box, pen, smooth, square_knot

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QMoveEvent, QPaintEvent, QResizeEvent, QShowEvent

    from ipnb_journal.desktop.theme.theme import Theme


class Sheet(QFrame):
    """Paper with a hairline and a 2 px lower edge; give it a layout and put things on it."""

    def __init__(
        self,
        theme: Theme,
        *,
        cord: bool = False,
        cord_at: float = 31,
        open_below: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`cord`: a bookmark `cord_at` design px in, or from the other edge where that is negative.

        `open_below`: the sheet runs off the window's foot.
        """
        super().__init__(parent)
        self._theme, self._cord_at, self._open = theme, cord_at, open_below
        self._cord = BookmarkCord(theme, self) if cord else None
        if self._cord is not None:
            self.destroyed.connect(self._cord.deleteLater)
        theme.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, smooth(self)
        radius = theme.px(4)
        rect = QRectF(self.rect()).adjusted(0, 0, 0, radius if self._open else 0)
        if not self._open:
            box(painter, rect, radius, theme.colour("edge"))
            rect.adjust(0, 0, 0, -1)
        box(painter, rect, radius, theme.colour("paper"), theme.colour("hairline"))
        if not self._open:
            painter.setPen(pen(theme.colour("edge"), 1, flat=True))
            y = self.height() - 1.5
            painter.drawLine(QPointF(radius, y), QPointF(self.width() - radius, y))

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._hang()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hang()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange:
            self._hang()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._hang()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hang()

    def _restyle(self) -> None:
        self._hang()
        self.update()

    def _hang(self) -> None:
        """The cord hangs over the sheet's upper edge, so it lives beside the sheet, not in it."""
        if self._cord is None:
            return
        beside = self.parentWidget()
        if beside is not None and self._cord.parentWidget() is not beside:
            self._cord.setParent(beside)
        size = self._cord.sizeHint()
        # always at the left: margins, which keep words clear of it, are not mirrored either
        x = self._theme.space(self._cord_at) + (self.width() if self._cord_at < 0 else 0)
        self._cord.setGeometry(self.x() + x, self.y() - self._theme.px(13), size.width(), size.height())
        self._cord.setVisible(not self.isHidden() and beside is not None)
        self._cord.raise_()


class BookmarkCord(QWidget):
    """Two cords joined by one knot: marks the one thing to do. Ornament, 32 x 150 design px."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(32), self._theme.px(150))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, smooth(self)
        painter.scale(theme.scale, theme.scale)
        x, h = 16.0, 150.0
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for side, role, foot, end in ((-1, "diff", 6, 0.97), (1, "link", 5, 0.9)):
            painter.setPen(pen(theme.colour(role), 3, flat=True))
            painter.drawLine(QPointF(x + side * 3.4, 0), QPointF(x + side * 3.4, h * 0.42))
            tail = QPainterPath(QPointF(x + side * 3.4, h * 0.5))
            tail.cubicTo(x + side * 3.6, h * 0.7, x + side * 7, h * 0.8, x + side * foot, h * end)
            painter.setPen(pen(theme.colour(role), 3))
            painter.drawPath(tail)
        square_knot(painter, QPointF(x, h * 0.46), 1.0, theme.colour("cord"), theme.colour("paper"))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class Rule(QWidget):
    """A hairline across."""

    def __init__(self, theme: Theme, *, role: str = "hairline", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._role = theme, role
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(1)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        smooth(self).fillRect(self.rect(), self._theme.colour(self._role))
