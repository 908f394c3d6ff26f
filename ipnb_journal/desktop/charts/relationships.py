# SPDX-License-Identifier: MIT
"""A tile for each person on the room's own ground, in the person's order; the page scrolls over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ipnb_journal.desktop.charts.tile import HEIGHT, Look, paint_tile
from ipnb_journal.desktop.charts.tile_key import key_height, paint_key
from ipnb_journal.desktop.charts.view import ChartView
from ipnb_journal.desktop.widgets.painting import box
from ipnb_journal.desktop.wording import relationships as told
from ipnb_journal.desktop.wording.chart_tables import EMPTY, ChartTable, Said
from ipnb_journal.domain.relationships import AboutPerson

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.relationships import ByPerson, Tile

NARROWEST, GAP, MOST_COLUMNS = 300, 18, 3
_TAG_HEIGHT, _TAG_GAP = 26, 10
_CHOSEN = 2.0


class Grid(NamedTuple):
    """Where everything lies in px: the tiles, the key after them, and how high all of it is."""

    tiles: tuple[QRectF, ...]
    key: QRectF
    height: float
    columns: int


class RelationshipTiles(ChartView):
    """Shows one ByPerson; `behind` a tile is AboutPerson. Each tile is a stop, walked in all four directions.

    It is as high as its tiles need at its width. The pointer chooses by a press, not by passing over, so that
    a chosen tile stays chosen on the way to what can be done with it.
    """

    on_sheet: ClassVar[bool] = False
    grows: ClassVar[bool] = True
    open_words: ClassVar[str] = told.OPEN
    hint: ClassVar[str] = told.HINT

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, told.NAME, parent)
        self._chart: ByPerson | None = None
        self._painted: dict[int, QPixmap] = {}
        self._painted_for: object = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, chart: ByPerson, tag: str = "") -> None:
        """Show other days or another order; the cursor stays with its person while they are there."""
        person = self.person()
        self._chart = chart
        ids = [tile.person.id for tile in chart.tiles]
        self.move_to(ids.index(person) if person in ids else -1)
        self.shown(tag)

    def tile(self) -> Tile | None:
        """The tile under the cursor, None without."""
        tiles = self._tiles()
        return tiles[self.at] if 0 <= self.at < len(tiles) else None

    def person(self) -> int | None:
        """The id of the person whose tile the cursor is at."""
        tile = self.tile()
        return tile.person.id if tile is not None else None

    def said(self, *, table: bool = False, rows: str = "") -> Said:
        return told.said(self._chart, self.tag, table=table) if self._chart is not None else Said("", "", "")

    def table(self, rows: str = "") -> ChartTable:
        return told.table(self._chart) if self._chart is not None else EMPTY

    def behind(self, stop: int) -> object:
        return AboutPerson(self._tiles()[stop].person.id)

    def stops(self) -> Sequence[float]:
        return [place.center().x() for place in self._grid(QSizeF(self.size())).tiles]

    def words_at(self, stop: int) -> str:
        return told.readout(self._chart, self._tiles()[stop]) if self._chart is not None else ""

    def place_of(self, stop: int) -> QRectF:
        """Where a tile lies on the canvas, in px."""
        return self._grid(QSizeF(self.size())).tiles[stop]

    def sizeHint(self) -> QSize:
        wide = self._theme.px(2 * NARROWEST) + self._theme.space(GAP)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(HEIGHT))

    def heightForWidth(self, width: int) -> int:
        return round(self._grid(QSizeF(width, 0)).height)

    def hasHeightForWidth(self) -> bool:
        return True

    def nearest(self, position: QPointF) -> int:
        """The tile a place lies on, -1 for none."""
        places = self._grid(QSizeF(self.size())).tiles
        return next((at for at, place in enumerate(places) if place.contains(position)), -1)

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
        return self.place_of(self.at).toRect() if self.tile() is not None else self.rect()

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        if self._chart is None:
            return
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
        place = self.place_of(stop)
        box(painter, place, theme.px(4), None, theme.colour("accent"), _CHOSEN)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self._brush(self)
        if self._chart is None:
            return
        grid, seen = self._grid(QSizeF(self.size())), QRectF(event.rect())
        for at, place in enumerate(grid.tiles):
            if place.intersects(seen):
                painter.drawPixmap(place.topLeft(), self._kept_tile(at, place))
        if grid.key.intersects(seen):
            self._draw_at(painter, grid.key, self._paint_key)
        self._draw_tag(painter, self.width())
        if self.tile() is not None:
            self.draw_cursor(painter, self.at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        grid = self._grid(QSizeF(self.size()))
        ways = {Qt.Key.Key_Up: -grid.columns, Qt.Key.Key_Down: grid.columns}
        way = ways.get(Qt.Key(event.key()))
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if self.at < 0 and grid.tiles and event.key() in arrows:
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

    def _tiles(self) -> tuple[Tile, ...]:
        return self._chart.tiles if self._chart is not None else ()

    def _grid(self, size: QSizeF) -> Grid:
        """Lay everything out at a width; the height follows."""
        theme, count = self._theme, len(self._tiles())
        gap, wide = theme.space(GAP), size.width()
        columns = int((wide + gap) // (theme.px(NARROWEST) + gap))
        columns = max(1, min(MOST_COLUMNS, columns))
        across, high = (wide - gap * (columns - 1)) / columns, theme.px(HEIGHT)
        top = theme.px(_TAG_HEIGHT) + theme.space(_TAG_GAP) if self.tag else 0

        def place(at: int, tall: float) -> QRectF:
            row, column = divmod(at, columns)
            if self._mirrored:
                column = columns - 1 - column
            return QRectF(column * (across + gap), top + row * (high + gap), across, tall)

        tiles = tuple(place(at, high) for at in range(count))
        key = place(count, key_height(theme, self._chart, across) if self._chart is not None else 0.0)
        ends = [place.bottom() for place in (*tiles[-1:], key)]
        return Grid(tiles, key, max(ends), columns)

    def _fitting(self, size: QSizeF) -> tuple[Grid, float]:
        """The layout for a size that need not be this widget's, shrunk where it would be too high."""
        grid, scale = self._grid(size), 1.0
        while size != QSizeF(self.size()) and grid.height * scale > size.height() and scale > 0.2:
            scale *= 0.92
            grid = self._grid(size / scale)
        return grid, scale

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
            self._tile_painter(at)(painter, Look(self._theme, place.size(), self._mirrored))
            painter.end()
            self._painted[at] = picture
        return self._painted[at]

    def _tile_painter(self, at: int) -> Callable[[QPainter, Look], None]:
        def paint(painter: QPainter, look: Look) -> None:
            if self._chart is not None:
                paint_tile(painter, look, self._chart, self._chart.tiles[at])

        return paint

    def _paint_key(self, painter: QPainter, look: Look) -> None:
        if self._chart is not None:
            paint_key(painter, look, self._chart)

    def _draw_at(self, painter: QPainter, place: QRectF, paint: Callable[[QPainter, Look], None]) -> None:
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
