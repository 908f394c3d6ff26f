# SPDX-License-Identifier: MIT
"""A two-circles picture at the size of a word: outlines, what they share, and the wished place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from ipnb_journal.desktop.widgets.circle_places import MIDDLE
from ipnb_journal.desktop.widgets.painting import pen, smooth
from ipnb_journal.domain.circles import FARTHEST, distance

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.checkins import Circles

WIDTH, HEIGHT = 52, 24
"""How large a glyph is beside a line of small words, in design px."""

_USUAL_RADIUS = 9.6
_LINE, _BLANK_LINE, _WISH_LINE = 1.6, 1.1, 1.1
_SHARED = 0.24
_FIRM, _DASHED = 66.0, 33.0


class CircleGlyph(QWidget):
    """One picture, for words beside it to say. It is ornament: deaf to the pointer, silent to a reader."""

    def __init__(self, theme: Theme, circles: Circles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._circles = theme, circles
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_circles(self, circles: Circles) -> None:
        """Show another picture."""
        self._circles = circles
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        paint_glyph(smooth(self), self._theme, QRectF(self.rect()), self._circles, mirrored=mirrored)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def paint_glyph(
    painter: QPainter, theme: Theme, rect: QRectF, circles: Circles, *, mirrored: bool = False
) -> None:
    """Paint a picture in the middle of `rect`, as large as fits however far apart it is.

    Outlines are firm, dashed or dotted by the mean clearness of the edges given (above 66, above 33, below),
    thin while both are blank; what both cover is tinted; the wished place is a dotted ghost. Where nearness
    is blank the circles stand half way and share nothing. `mirrored`: one's own circle is at the right.
    """
    line = _LINE / _USUAL_RADIUS
    radius = min((rect.height() - 1) / (2 + line), (rect.width() - 1) / (FARTHEST + 2 + line))
    near = MIDDLE if circles.closeness is None else circles.closeness
    centres = _centres(rect.center(), radius, near, mirrored=mirrored)
    painter.save()
    if circles.closeness is not None:
        painter.fillPath(
            _round(centres[0], radius) & _round(centres[1], radius), theme.colour("accent", _SHARED)
        )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    scale = radius / _USUAL_RADIUS
    if circles.closeness_wish is not None:
        painter.setPen(pen(theme.colour("accent"), _WISH_LINE * scale, (0.1, 2.8 * scale)))
        for at in _centres(rect.center(), radius, circles.closeness_wish, mirrored=mirrored):
            painter.drawEllipse(at, radius, radius)
    clear = [edge for edge in (circles.edge_me, circles.edge_other) if edge is not None]
    width, dash = _outline(sum(clear) / len(clear) if clear else None)
    for at, role, edge in zip(centres, ("diff", "link"), (circles.edge_me, circles.edge_other), strict=True):
        touched = edge is not None or circles.closeness is not None
        colour = theme.colour(role if touched else "control")
        round_ends = len(dash) > 0 and dash[0] < 1
        painter.setPen(pen(colour, width * scale, [scale * each for each in dash], flat=not round_ends))
        painter.drawEllipse(at, radius, radius)
    painter.restore()


def _outline(clear: float | None) -> tuple[float, tuple[float, ...]]:
    """The width of a line and its dash in px, by how clear the edges are, 0 to 100, None while blank."""
    if clear is None:
        return _BLANK_LINE, ()
    return _LINE, () if clear > _FIRM else (4.0, 2.6) if clear > _DASHED else (0.1, 3.3)


def _centres(middle: QPointF, radius: float, near: float, *, mirrored: bool) -> tuple[QPointF, QPointF]:
    off = radius * distance(near) / 2 * (1 if mirrored else -1)
    return middle + QPointF(off, 0), middle - QPointF(off, 0)


def _round(at: QPointF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(at, radius, radius)
    return path
