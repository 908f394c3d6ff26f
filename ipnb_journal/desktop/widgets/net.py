# SPDX-License-Identifier: MIT
"""The knotted net: it grows with the journal, and hangs loose where there is nothing yet. Ornament only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ipnb_journal.desktop.widgets.net_paths import FIRST_RUN, UNLOCK, Net
from ipnb_journal.desktop.widgets.painting import box, pen, smooth, square_knot

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

_CORD = 3.2


class MacrameNet(QWidget):
    """A net painted once and kept; it fits itself to the height it is given, never larger than 1.25 times."""

    def __init__(
        self, theme: Theme, net: Net = UNLOCK, *, ground: str = "room", parent: QWidget | None = None
    ) -> None:
        """`net`: UNLOCK (7 rows of knots), FIRST_RUN (3), FIRST_KNOTS (1) or LOOSE (none).

        `ground`: the colour role behind it.
        """
        super().__init__(parent)
        self._theme, self._net, self._ground = theme, net, ground
        self._kept: tuple[object, QPixmap] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.update)

    @classmethod
    def unlock(cls, theme: Theme, parent: QWidget | None = None) -> MacrameNet:
        """Seven rows, for the unlock page."""
        return cls(theme, UNLOCK, parent=parent)

    @classmethod
    def first_run(cls, theme: Theme, parent: QWidget | None = None) -> MacrameNet:
        """Three rows, for the first run."""
        return cls(theme, FIRST_RUN, parent=parent)

    def sizeHint(self) -> QSize:
        return QSize(int(self._net.width), int(self._net.height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() / 2

    def paintEvent(self, event: QPaintEvent) -> None:
        smooth(self).drawPixmap(0, 0, self._picture())

    def _picture(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        roles = (self._ground, "cord", "dowel", "control", "diff", "link")
        key = (self.size().toTuple(), ratio, *(self._theme.colour(role).rgb() for role in roles))
        if self._kept is None or self._kept[0] != key:
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = smooth(picture)
            self._paint(painter)
            painter.end()
            self._kept = (key, picture)
        return self._kept[1]

    def _paint(self, painter: QPainter) -> None:
        net = self._net
        scale = min(self.width() / net.width, self.height() / net.height, 1.25)
        painter.translate((self.width() - net.width * scale) / 2, 0)
        painter.scale(scale, scale)
        self._paint_cords(painter)
        for at in net.knots():
            square_knot(painter, at, 1.0, self._theme.colour("cord"), self._theme.colour(self._ground))
        self._paint_dowel(painter)

    def _paint_cords(self, painter: QPainter) -> None:
        theme, dyed = self._theme, self._net.dyed()
        under = pen(theme.colour(self._ground), _CORD + 2.4, flat=True)
        inks = {role: pen(theme.colour(role), _CORD + 0.3) for role in dyed.values()}
        inks["cord"] = pen(theme.colour("cord"), _CORD)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for key, path in sorted(self._net.segments(), key=lambda item: item[0] in dyed):
            painter.strokePath(path, under)
            painter.strokePath(path, inks[dyed.get(key, "cord")])

    def _paint_dowel(self, painter: QPainter) -> None:
        net, theme, dyed = self._net, self._theme, self._net.dyed()
        start, end = net.left - net.apart * 0.82, net.left + (net.groups - 1) * net.apart + net.apart * 0.82
        rail = QRectF(start, net.top - 6, end - start, 12)
        box(painter, rail, 6, theme.colour("dowel"), theme.colour("control"))
        for k in range(net.groups):
            for cord in range(4):
                x = net.lead_x(k, cord)
                wrap = QRectF(QPointF(x - 3.4, net.top - 8.5), QPointF(x + 3.4, net.top + 8.5))
                role = dyed.get((-1, k, cord), "cord")
                box(painter, wrap, 3.4, theme.colour(role), theme.colour(self._ground), 1.4)
