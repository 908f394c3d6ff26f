# SPDX-License-Identifier: MIT
"""The river: stirred up from the top, stuck from the bottom, and the room to move between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import QLineF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ipnb_journal.desktop.charts.axes import TimeAxis
from ipnb_journal.desktop.charts.banks import Bank, paint_threads
from ipnb_journal.desktop.charts.day_axis import paint_cursor_day, paint_days, paint_partly, paint_tag
from ipnb_journal.desktop.charts.event_marks import head_room, noted_days, paint_events
from ipnb_journal.desktop.charts.hatch import Bed
from ipnb_journal.desktop.charts.stretches import At, paint_gaps, paint_settling
from ipnb_journal.desktop.charts.time_view import BY_DAY, TimeView
from ipnb_journal.desktop.charts.view import PaperShape
from ipnb_journal.desktop.widgets.painting import pen
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.desktop.wording import river as told
from ipnb_journal.desktop.wording.chart_tables import EMPTY, ChartTable, Said
from ipnb_journal.desktop.wording.over_time import without_own_words

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.river import OpenWater, River

_LOWEST_PLOT = 220
_NAME_PLACES = 7
_LEADING, _CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignCenter
_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute


class _Scene(NamedTuple):
    """A river laid out for one size: its bed, both banks, and the px where the words of notes begin."""

    bed: Bed
    chaos: Bank
    rigidity: Bank
    notes_top: float

    @property
    def banks(self) -> tuple[Bank, Bank]:
        return self.chaos, self.rigidity


class RiverChart(TimeView):
    """The chart of one River; `behind` a mark is the Window of its day."""

    paper_shape: ClassVar[PaperShape | None] = PaperShape()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, told.NAME, parent)
        self._river: River | None = None
        self._scene: _Scene | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, river: River, tag: str = "") -> None:
        """Show other days; the cursor stays on its day where that is still there."""
        day = self.day()
        self._river = river
        marked = {value.day for each in (river.chaos, river.rigidity) for value in each.days}
        self._days = sorted(marked | {note.day.toordinal() for note in noted_days(river)})
        self.move_to(self._days.index(day) if day in self._days else -1)
        self.shown(tag)

    def banks(self) -> tuple[Bank, ...]:
        """What is drawn, top to bottom."""
        return self._scene.banks if self._scene is not None else ()

    def time_axis(self) -> TimeAxis | None:
        return self._scene.bed.time if self._scene is not None else None

    def said(self, *, table: bool = False, rows: str = "") -> Said:
        if self._river is None:
            return Said("", "", "")
        threads = not self._theme.strong
        return told.said(self._river, self.tag, table=table, by_week=rows != BY_DAY, threads=threads)

    def table(self, rows: str = "") -> ChartTable:
        return told.table(self._river, by_week=rows != BY_DAY) if self._river is not None else EMPTY

    def words_at(self, stop: int) -> str:
        return told.readout(self._river, self._days[stop]) if self._river is not None else ""

    @property
    def is_personal(self) -> bool:
        return self._river is not None and without_own_words(self._river) != self._river

    def when(self) -> str:
        window = self._river.window if self._river is not None else None
        return words.dated_stretch(window.first, window.last) if window is not None else ""

    def on_paper(self, theme: Theme, *, named: bool = False) -> RiverChart:
        copy = RiverChart(theme)
        copy.setLayoutDirection(self.layoutDirection())
        if self._river is not None:
            copy.show_picture(self._river if named else without_own_words(self._river), self.tag)
        return copy

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(640), self.minimumSizeHint().height() + self._theme.space(160))

    def minimumSizeHint(self) -> QSize:
        theme = self._theme
        high = self._notes_top(self.width()) + self._notes_room() + theme.space(_LOWEST_PLOT) + self._foot()
        return QSize(theme.px(240), round(high))

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        river = self._river
        if river is None:
            return
        here = self._scene if size == QRectF(self.rect()).size() else None
        theme, scene = self._theme, here or self._laid_out(river, size)
        time, plot = scene.bed.time, scene.bed.plot
        self._draw_head(painter, time)
        self._draw_ground(painter, river, scene)
        for water in river.water:
            if not theme.strong:
                paint_threads(painter, theme, scene.bed, water)
        head = (scene.notes_top, scene.notes_top + self._notes_room())
        paint_events(painter, theme, river, time, plot, head)
        self._draw_room(painter, river, scene.bed)
        for bank in scene.banks:
            self._draw_name(painter, scene.bed, bank)
            bank.paint_edge(painter)
        paint_days(painter, theme, time, plot.bottom() + theme.space(10), size.width())
        if self._has_partial():
            paint_partly(painter, theme, [bank.strand for bank in scene.banks], time, size)
        paint_tag(painter, theme, self.tag, size, mirrored=time.mirrored)

    def draw_cursor(self, painter: QPainter, stop: int) -> None:
        if self._scene is None:
            return
        theme, bed, day = self._theme, self._scene.bed, self._days[stop]
        x = round(self._stops[stop]) + 0.5
        painter.setPen(pen(theme.colour("ink2"), 1, flat=True))
        painter.drawLine(QLineF(x, bed.top, x, bed.bottom + theme.space(6)))
        for bank in self._scene.banks:
            bank.paint_cursor(painter, day)
        paint_cursor_day(painter, theme, bed.time, bed.bottom + theme.space(10), self.width(), day)

    def arrange(self) -> None:
        """Lay banks and stops out for the size, the type and the direction of reading."""
        if self._river is None:
            return
        self._scene = self._laid_out(self._river, QRectF(self.rect()).size())
        self._stops = [self._scene.bed.time.x(day) for day in self._days]

    def _laid_out(self, river: River, size: QSizeF) -> _Scene:
        inset = self._theme.space(10)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        time = TimeAxis(river.window.first, river.window.last, inset, size.width() - inset, mirrored)
        notes_top = self._notes_top(size.width())
        top = notes_top + self._notes_room()
        bed = Bed(time, top, max(top + 1, size.height() - self._foot()))
        theme = self._theme
        return _Scene(bed, Bank(theme, bed, river.chaos), Bank(theme, bed, river.rigidity), notes_top)

    def _notes_top(self, wide: float) -> float:
        theme = self._theme
        return theme.line("title") + self._line_height(wide) + theme.space(10)

    def _line_height(self, wide: float) -> float:
        metrics = QFontMetricsF(self._theme.font("ui"))
        place = QRectF(0, 0, max(1.0, wide - self._theme.space(10)), 1000)
        return metrics.boundingRect(place, Qt.TextFlag.TextWordWrap, told.LINE).height()

    def _notes_room(self) -> float:
        noted = head_room(self._theme, self._river) if self._river is not None else 0
        return self._theme.space(6) + noted

    def _foot(self) -> int:
        legend = self._theme.line("small") + self._theme.space(6) if self._has_partial() else 0
        return self._theme.space(10) + self._theme.line("small") + legend

    def _has_partial(self) -> bool:
        river = self._river
        drawn = (river.chaos, river.rigidity) if river is not None else ()
        return any(value.partial for each in drawn for value in each.days)

    def _draw_head(self, painter: QPainter, time: TimeAxis) -> None:
        """The name, and under it what the picture says in a line."""
        theme, wide = self._theme, time.right - time.left
        side = (Qt.AlignmentFlag.AlignRight if time.mirrored else _LEADING) | _ABSOLUTE
        painter.setFont(theme.font("title"))
        painter.setPen(theme.colour("ink"))
        high = theme.line("title")
        painter.drawText(QRectF(time.left, 0, wide, high), side | Qt.AlignmentFlag.AlignVCenter, told.NAME)
        painter.setFont(theme.font("ui"))
        painter.setPen(theme.colour("ink2"))
        place = QRectF(time.left, high, wide, self._line_height(wide))
        painter.drawText(place, side | Qt.TextFlag.TextWordWrap, told.LINE)

    def _draw_ground(self, painter: QPainter, river: River, scene: _Scene) -> None:
        """Empty stretches, the first days, the sides the banks fill from, and the banks."""
        theme, time, plot = self._theme, scene.bed.time, scene.bed.plot
        none = told.NOT_BY_SLIDERS if river.circle_days else words.NO_CHECKINS
        middle = plot.center().y()
        both = [gap for gap in river.chaos.gaps if gap in river.rigidity.gaps]
        paint_gaps(painter, theme, time, plot, both, at=At.MIDDLE, none=none)
        upper = QRectF(plot.left(), plot.top(), plot.width(), middle - plot.top())
        for bank, half in zip(scene.banks, (upper, upper.translated(0, upper.height())), strict=True):
            alone = [gap for gap in bank.picture.gaps if gap not in both]
            paint_gaps(painter, theme, time, half, alone, at=At.MIDDLE, none=none)
        first = river.chaos if river.chaos.days else river.rigidity
        paint_settling(painter, theme, time, plot, first, At.MIDDLE)
        painter.setPen(pen(theme.colour("hairline"), 1, flat=True))
        for bank in scene.banks:
            y = round(bank.side) + 0.5
            painter.drawLine(QLineF(time.left, y, time.right, y))
        for bank in scene.banks:
            bank.paint_ground(painter)

    def _draw_name(self, painter: QPainter, bed: Bed, bank: Bank) -> None:
        """The plain name of a bank in type and the technical one small beside it, clear of its edge."""
        scale = bank.picture.scale
        if scale is None:
            return
        theme = self._theme
        fonts = (theme.font("journal"), theme.font("small"))
        name, small = words.title(scale), told.SMALL[scale]
        wide, more = (
            QFontMetricsF(font).horizontalAdvance(said) + 2
            for font, said in zip(fonts, (name, small), strict=True)
        )
        apart, around = theme.space(12), theme.space(10)
        if wide + apart + more + 2 * around > bed.plot.width():
            small, more, apart = "", 0, 0
        place = self._name_place(bed, bank, wide + apart + more + 2 * around)
        # round corners here would take a quarter of the time a frame has
        painter.fillRect(place.toRect(), theme.colour("paper", 0.93))
        spans = ((name, wide, "ink", fonts[0]), (small, more, "ink2", fonts[1]))
        x = place.right() - around if bed.time.mirrored else place.left() + around
        for said, across, role, font in spans:
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            left = x - across if bed.time.mirrored else x
            painter.drawText(QRectF(left, place.top(), across, place.height()), _CENTRE, said)
            x += (-1 if bed.time.mirrored else 1) * (across + apart)

    def _name_place(self, bed: Bed, bank: Bank, wide: float) -> QRectF:
        """Along the bank where it covers least, near the beginning if it can."""
        theme, plot = self._theme, bed.plot
        high, away = theme.px(28), theme.space(10)
        top = plot.top() + away if bank.from_top else plot.bottom() - away - high
        step = max(0.0, plot.width() - 2 * away - wide) / (_NAME_PLACES - 1)
        places = [QRectF(plot.left() + away + step * at, top, wide, high) for at in range(_NAME_PLACES)]
        return bank.clearest(places[::-1] if bed.time.mirrored else places)

    def _draw_room(self, painter: QPainter, river: River, bed: Bed) -> None:
        """The words for the open water, where it is widest."""
        theme = self._theme
        font = theme.font("echo")
        metrics = QFontMetricsF(font)
        wide, high = metrics.horizontalAdvance(told.ROOM) + theme.space(16), metrics.height()
        found = _widest(river, bed, wide)
        if found is None:
            return
        x, (top, low) = bed.time.x(found.day), (bed.y(found.banks.fast_edge), bed.y(found.banks.stuck_edge))
        if low - top < 2 * high:
            return
        place = QRectF(x - wide / 2, (top + low - high) / 2, wide, high)
        painter.fillRect(place, theme.colour("paper"))
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        painter.drawText(place, _CENTRE, told.ROOM)


def _widest(river: River, bed: Bed, wide: float) -> OpenWater | None:
    """The day with most room between the banks of those with `wide` px of water about them."""
    half = int(wide / 2 / bed.time.per_day()) + 1
    inner = [water for run in river.water for water in run[half:-half]]
    return max(inner, key=lambda water: water.banks.room, default=None)
