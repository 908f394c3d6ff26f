# SPDX-License-Identifier: MIT
"""A chart of equal tiles on the room's own ground, with a key after the last; the page scrolls over it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ipnb_journal.desktop.charts.fitting import scale_to_fit
from ipnb_journal.desktop.charts.tile import HEIGHT, Look
from ipnb_journal.desktop.charts.view import ChartView
from ipnb_journal.desktop.widgets.painting import box

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

    Paint = Callable[[QPainter, Look], None]

NARROWEST, GAP, MOST_COLUMNS = 300, 18, 3
_TAG_HEIGHT, _TAG_GAP = 26, 10
_CHOSEN = 2.0
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Grid(NamedTuple):
    """Where everything lies in px: the tiles, the key after them, and how high all of it is."""

    tiles: tuple[QRectF, ...]
    key: QRectF
    height: float
    columns: int


class TilesView(ChartView):
    """One to three columns of tiles, each a stop, walked in all four directions.

    It is as high as its tiles need at its width, and paints only those that are seen. The pointer chooses by
    a press, not by passing over, so that a tile stays chosen on the way to what can be done with it.
    """

    on_sheet: ClassVar[bool] = False
    grows: ClassVar[bool] = True

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._painted: dict[int, QPixmap] = {}
        self._painted_for: object = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def stops(self) -> Sequence[float]:
        return [place.center().x() for place in self._grid(QSizeF(self.size())).tiles]

    def place_of(self, stop: int) -> QRectF:
        """Where a tile lies on the canvas, in px."""
        return self._grid(QSizeF(self.size())).tiles[stop]

    def nearest(self, position: QPointF) -> int:
        """The tile a place lies on, -1 for none."""
        places = self._grid(QSizeF(self.size())).tiles
        return next((at for at, place in enumerate(places) if place.contains(position)), -1)

    def sizeHint(self) -> QSize:
        wide = self._theme.px(2 * NARROWEST) + self._theme.space(GAP)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(HEIGHT))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._grid(QSizeF(width, 0)).height)

    def move_to(self, stop: int, *, aloud: bool = False) -> None:
        super().move_to(stop, aloud=aloud)
        if aloud and stop >= 0:
            self._bring_into_view(stop)

    def redraw(self) -> None:
        self._painted.clear()
        self.updateGeometry()
        super().redraw()

    def focus_rect(self) -> QRect:
        """The chosen tile, or everything while none is."""
        return self.place_of(self.at).toRect() if 0 <= self.at < self._count() else self.rect()

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        """Paint all of it; for a size too low for the tiles, they are made smaller."""
        grid, scale = self._fitting(size)
        painter.save()
        painter.scale(scale, scale)
        for at, place in enumerate(grid.tiles):
            self._draw_at(painter, place, self._tile_painter(at))
        self._draw_at(painter, grid.key, self._paint_key)
        self._draw_tag(painter, size.width() / scale)
        painter.restore()

    def draw_cursor(self, painter: QPainter, stop: int) -> None:
        theme = self._theme
        box(painter, self.place_of(stop), theme.px(4), None, theme.colour("accent"), _CHOSEN)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self._brush(self)
        grid, seen = self._grid(QSizeF(self.size())), QRectF(event.rect())
        for at, place in enumerate(grid.tiles):
            if place.intersects(seen):
                painter.drawPixmap(place.topLeft(), self._kept_tile(at, place))
        if grid.key.intersects(seen):
            self._draw_at(painter, grid.key, self._paint_key)
        self._draw_tag(painter, self.width())
        if 0 <= self.at < len(grid.tiles):
            self.draw_cursor(painter, self.at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        grid = self._grid(QSizeF(self.size()))
        way = {Qt.Key.Key_Up: -grid.columns, Qt.Key.Key_Down: grid.columns}.get(Qt.Key(event.key()))
        if self.at < 0 and grid.tiles and event.key() in _ARROWS:
            self.move_to(0, aloud=True)
        elif way is None:
            super().keyPressEvent(event)
        elif 0 <= self.at + way < len(grid.tiles):
            self.move_to(self.at + way, aloud=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.nearest(event.position()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.nearest(event.position())
        if at >= 0:
            self.move_to(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.nearest(event.position()) >= 0:
            super().mouseDoubleClickEvent(event)

    @abstractmethod
    def _count(self) -> int:
        """How many tiles there are."""

    @abstractmethod
    def _key_height(self, width: float) -> float:
        """How high the key is at a width, in px; 0 for none."""

    @abstractmethod
    def _paint_tile(self, painter: QPainter, look: Look, at: int) -> None:
        """Paint a tile within `look.size` from the painter's own corner."""

    @abstractmethod
    def _paint_key(self, painter: QPainter, look: Look) -> None:
        """Paint the key in the same way."""

    def _grid(self, size: QSizeF) -> Grid:
        """Lay everything out at a width; the height follows."""
        theme, count = self._theme, self._count()
        gap, wide = theme.space(GAP), size.width()
        columns = int((wide + gap) // (theme.px(NARROWEST) + gap))
        columns = max(1, min(MOST_COLUMNS, columns))
        across, high = (wide - gap * (columns - 1)) // columns, theme.px(HEIGHT)
        top = theme.px(_TAG_HEIGHT) + theme.space(_TAG_GAP) if self.tag else 0

        def place(at: int, tall: float) -> QRectF:
            row, column = divmod(at, columns)
            if self._mirrored:
                column = columns - 1 - column
            return QRectF(column * (across + gap), top + row * (high + gap), across, tall)

        tiles = tuple(place(at, high) for at in range(count))
        key = place(count, self._key_height(across))
        return Grid(tiles, key, max(each.bottom() for each in (*tiles[-1:], key)), columns)

    def _fitting(self, size: QSizeF) -> tuple[Grid, float]:
        """The layout for a size that is not this widget's, shrunk where it would be too high."""
        scale = scale_to_fit(size, lambda width: self._grid(QSizeF(width, 0)).height)
        return self._grid(size / scale), scale

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _kept_tile(self, at: int, place: QRectF) -> QPixmap:
        """A tile's picture, painted when it is first seen."""
        ratio = self.devicePixelRatioF()
        key = (self.size().toTuple(), ratio)
        if key != self._painted_for:
            self._painted.clear()
            self._painted_for = key
        if at not in self._painted:
            picture = QPixmap((place.size() * ratio).toSize())
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = self._brush(picture)
            self._paint_tile(painter, Look(self._theme, place.size(), self._mirrored), at)
            painter.end()
            self._painted[at] = picture
        return self._painted[at]

    def _tile_painter(self, at: int) -> Paint:
        return lambda painter, look: self._paint_tile(painter, look, at)

    def _draw_at(self, painter: QPainter, place: QRectF, paint: Paint) -> None:
        painter.save()
        painter.translate(place.topLeft())
        paint(painter, Look(self._theme, place.size(), self._mirrored))
        painter.restore()

    def _draw_tag(self, painter: QPainter, width: float) -> None:
        if not self.tag:
            return
        theme = self._theme
        painter.setFont(theme.font("small_strong"))
        wide = painter.fontMetrics().horizontalAdvance(self.tag) + theme.space(20)
        place = QRectF(0 if self._mirrored else width - wide, 0, wide, theme.px(_TAG_HEIGHT))
        box(painter, place, theme.px(13), theme.colour("mark"), theme.colour("control"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.tag)

    def _bring_into_view(self, stop: int) -> None:
        """Scroll the page to a tile the keyboard came to."""
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        content = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and content is not None:
            place = self.place_of(stop).toRect()
            middle, room = self.mapTo(content, place.center()), self._theme.space(24)
            above.ensureVisible(middle.x(), middle.y(), 0, place.height() // 2 + room)
