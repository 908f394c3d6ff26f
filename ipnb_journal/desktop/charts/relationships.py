# SPDX-License-Identifier: MIT
"""A tile for each person, in the person's own order."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ipnb_journal.desktop.charts.tile import paint_tile
from ipnb_journal.desktop.charts.tile_key import key_height, paint_key
from ipnb_journal.desktop.charts.tiles_view import TilesView
from ipnb_journal.desktop.charts.view import PaperShape
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.desktop.wording import relationships as told
from ipnb_journal.desktop.wording.chart_tables import EMPTY, ChartTable, Said
from ipnb_journal.domain.relationships import AboutPerson

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.charts.tile import Look
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.relationships import ByPerson, Tile


class RelationshipTiles(TilesView):
    """Shows one ByPerson; `behind` a tile is AboutPerson."""

    open_words: ClassVar[str] = told.OPEN
    hint: ClassVar[str] = told.HINT
    paper_shape: ClassVar[PaperShape | None] = PaperShape(ratio=1.25)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, told.NAME, parent)
        self._chart: ByPerson | None = None

    def show_picture(self, chart: ByPerson, tag: str = "") -> None:
        """Show other days or another order; the cursor stays with its person while they are there."""
        tile = self.tile()
        self._chart = chart
        ids = [each.person.id for each in chart.tiles]
        self.move_to(ids.index(tile.person.id) if tile is not None and tile.person.id in ids else -1)
        self.shown(tag)

    def tile(self) -> Tile | None:
        """The tile the cursor is at, None without."""
        return self._tiles()[self.at] if 0 <= self.at < self._count() else None

    def said(self, *, table: bool = False, rows: str = "") -> Said:
        return told.said(self._chart, self.tag, table=table) if self._chart is not None else Said("", "", "")

    def table(self, rows: str = "") -> ChartTable:
        return told.table(self._chart) if self._chart is not None else EMPTY

    def behind(self, stop: int) -> object:
        return AboutPerson(self._tiles()[stop].person.id)

    @property
    def is_personal(self) -> bool:
        return self._chart is not None and told.without_names(self._chart) != self._chart

    def when(self) -> str:
        window = self._chart.window if self._chart is not None else None
        return words.dated_stretch(window.first, window.last) if window is not None else ""

    def on_paper(self, theme: Theme, *, named: bool = False) -> RelationshipTiles:
        copy = RelationshipTiles(theme)
        copy.setLayoutDirection(self.layoutDirection())
        if self._chart is not None:
            copy.show_picture(self._chart if named else told.without_names(self._chart), self.tag)
        return copy

    def words_at(self, stop: int) -> str:
        return told.readout(self._chart, self._tiles()[stop]) if self._chart is not None else ""

    def _tiles(self) -> tuple[Tile, ...]:
        return self._chart.tiles if self._chart is not None else ()

    def _count(self) -> int:
        return len(self._tiles())

    def _key_height(self, width: float) -> float:
        return key_height(self._theme, self._chart, width) if self._count() and self._chart else 0.0

    def _paint_tile(self, painter: QPainter, look: Look, at: int) -> None:
        if self._chart is not None:
            paint_tile(painter, look, self._chart, self._chart.tiles[at])

    def _paint_key(self, painter: QPainter, look: Look) -> None:
        if self._chart is not None:
            paint_key(painter, look, self._chart)
