# SPDX-License-Identifier: MIT
"""Marks that stand for somebody or something: a person's shape, two small circles, the app's own rings."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ipnb_journal.desktop.widgets.painting import pen, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QIcon, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

PERSON_SHAPES = ("square", "triangle", "down", "hexagon", "bar", "cross", "circle", "diamond")

_Q = 0.42
_POLYGONS: dict[str, tuple[tuple[float, float], ...]] = {
    "diamond": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "triangle": ((0, -1.15), (1.1, 0.85), (-1.1, 0.85)),
    "down": ((0, 1.15), (1.1, -0.85), (-1.1, -0.85)),
    "hexagon": tuple((math.cos(math.pi / 3 * k) * 1.1, math.sin(math.pi / 3 * k) * 1.1) for k in range(6)),
    "bar": ((-0.45, -1.2), (0.45, -1.2), (0.45, 1.2), (-0.45, 1.2)),
    "cross": (
        (-_Q, -1.1), (_Q, -1.1), (_Q, -_Q), (1.1, -_Q), (1.1, _Q), (_Q, _Q), (_Q, 1.1), (-_Q, 1.1), (-_Q, _Q),
        (-1.1, _Q), (-1.1, -_Q), (-_Q, -_Q),
    ),
}  # fmt: skip


def marker_path(shape: str, at: QPointF, radius: float) -> QPainterPath:
    """The outline of a marker; `shape` is one of PERSON_SHAPES."""
    path = QPainterPath()
    if shape == "circle":
        path.addEllipse(at, radius * 0.95, radius * 0.95)
    else:
        corners = [QPointF(at.x() + x * radius, at.y() + y * radius) for x, y in _POLYGONS[shape]]
        path.addPolygon(QPolygonF(corners))
        path.closeSubpath()
    return path


def paint_marker(
    painter: QPainter, shape: str, at: QPointF, radius: float, colour: QColor, fill: QColor | None = None
) -> None:
    """A marker in `colour`; `fill` other than the colour makes it open."""
    painter.setPen(pen(colour, 1.6))
    painter.setBrush(colour if fill is None else fill)
    painter.drawPath(marker_path(shape, at, radius))


def paint_person(painter: QPainter, theme: Theme, mark: int, at: QPointF, radius: float) -> None:
    """The shape and colour of a person's `mark` (1 to 8) about `at`; `radius` in px."""
    index = (mark - 1) % len(PERSON_SHAPES)
    paint_marker(painter, PERSON_SHAPES[index], at, radius * 0.9, theme.colour(f"rel{index + 1}"))


def paint_app_mark(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    """Two interlaced rings, the first passing over then under the second."""
    side = min(rect.width(), rect.height())
    ring, width, middle = side * 0.30, side * 0.078, rect.center()
    apart = ring * 1.05
    a, b = QPointF(middle.x() - apart / 2, middle.y()), QPointF(middle.x() + apart / 2, middle.y())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for at, role in ((a, "diff"), (b, "link")):
        painter.setPen(QPen(theme.colour(role), width))
        painter.drawEllipse(at, ring, ring)
    crossing = math.degrees(math.acos(apart / 2 / ring))
    painter.setPen(pen(theme.colour("diff"), width, flat=True))
    reach = 31.5
    box = QRectF(a.x() - ring, a.y() - ring, 2 * ring, 2 * ring)
    painter.drawArc(box, round((crossing - reach) * 16), round(2 * reach * 16))


def app_icon(theme: Theme) -> QIcon:
    """The window icon, from the same rings."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415  its enums take 2 ms, and the icon follows the first paint

    made = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = smooth(picture)
        grow = side * 0.16
        paint_app_mark(painter, theme, QRectF(-grow, -grow, side + 2 * grow, side + 2 * grow))
        painter.end()
        made.addPixmap(picture)
    return made


def paint_circles(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    near: float,
    clear_me: float,
    clear_other: float | None = None,
) -> None:
    """Two circles, small: nearness as distance, edge clarity as dash, the shared lens tinted. All 0 to 1."""
    side = min(rect.height(), rect.width() / 2.1)
    scale = side / 24
    ring, middle = side / 2 - 1.4 * scale, rect.center()
    apart = ring * (2.25 - 1.5 * near)
    a, b = QPointF(middle.x() - apart / 2, middle.y()), QPointF(middle.x() + apart / 2, middle.y())
    if apart < 2 * ring:
        one, other = QPainterPath(), QPainterPath()
        one.addEllipse(a, ring, ring)
        other.addEllipse(b, ring, ring)
        painter.fillPath(one.intersected(other), theme.colour("accent", 0.24))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for at, role, clear in (
        (a, "diff", clear_me),
        (b, "link", clear_me if clear_other is None else clear_other),
    ):
        dash = () if clear > 0.6 else (4 * scale, 2.6 * scale) if clear > 0.3 else (1 * scale, 3 * scale)
        painter.setPen(pen(theme.colour(role), 1.6 * scale, dash, flat=0.3 < clear <= 0.6))
        painter.drawEllipse(at, ring, ring)


class AppMark(QWidget):
    """The two rings, `size` design px square. Ornament: the name always stands beside it."""

    def __init__(self, theme: Theme, size: float = 26, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._size = theme, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self._size), self._theme.px(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_app_mark(smooth(self), self._theme, QRectF(self.rect()))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class PersonMark(QWidget):
    """A person's colour and shape; `mark` 1 to 8. The name always stands beside it."""

    def __init__(self, theme: Theme, mark: int = 1, size: float = 13, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._mark, self._size = theme, mark, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_mark(self, mark: int) -> None:
        """Show the mark of somebody else."""
        self._mark = mark
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self._size + 2), self._theme.px(self._size + 2))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        at = QRectF(self.rect()).center()
        paint_person(smooth(self), self._theme, self._mark, at, self._theme.px(self._size) / 2)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class CircleGlyph(QWidget):
    """The two circles at list size: `near` and edge clarity, 0 to 1. Words always stand beside it."""

    def __init__(
        self,
        theme: Theme,
        near: float,
        clear_me: float,
        clear_other: float | None = None,
        *,
        size: float = 24,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._size = theme, size
        self._values = (near, clear_me, clear_other)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_values(self, near: float, clear_me: float, clear_other: float | None = None) -> None:
        """Show another place and other edges."""
        self._values = (near, clear_me, clear_other)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self._size * 2.1), self._theme.px(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_circles(smooth(self), self._theme, QRectF(self.rect()), *self._values)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
