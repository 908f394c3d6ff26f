# SPDX-License-Identifier: MIT
"""Where attention went: a dot on a thread for each theme, a tile of one size for each domain."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, QSizeF, Qt

from ipnb_journal.desktop.charts.attention_plan import AFTER_DOT, GAP, PAD, THREAD, Plan, advance, plan, ticks
from ipnb_journal.desktop.charts.day_axis import paint_tag
from ipnb_journal.desktop.charts.fitting import scale_to_fit
from ipnb_journal.desktop.charts.growing_view import GrowingView
from ipnb_journal.desktop.charts.view import PaperShape
from ipnb_journal.desktop.widgets.painting import box, pen
from ipnb_journal.desktop.wording import attention as told
from ipnb_journal.desktop.wording import taking_along
from ipnb_journal.desktop.wording.chart_tables import EMPTY, ChartTable, Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPainter
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.desktop.wording.attention import Count
    from ipnb_journal.domain.attention import Attention

THEMES, DOMAINS = "themes", "domains"
DOT, NONE_DOT, THREAD_WIDTH = 5.0, 3.5, 1.6
_USUAL, _NARROWEST, _CURSOR = 620, 240, 2.0
_MIDDLE, _LEFT, _RIGHT = (
    Qt.AlignmentFlag.AlignVCenter,
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignRight,
)
_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute


class AttentionChart(GrowingView):
    """Draws one Attention. Its stops are the nine themes, then the nine domains.

    `behind` a theme with pages is PagesOf, behind a domain PromptsWith. It is as high as its width asks for.
    """

    row_kinds: ClassVar[tuple[tuple[str, str], ...]] = ((THEMES, told.BY_THEME), (DOMAINS, told.BY_DOMAIN))
    hint: ClassVar[str] = told.HINT
    open_words: ClassVar[str] = told.OPEN_PAGES
    table_note: ClassVar[str] = ""
    about: ClassVar[str] = told.ABOUT
    made: ClassVar[str] = taking_along.COUNTED
    paper_shape: ClassVar[PaperShape | None] = PaperShape(ratio=1.25)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, told.NAME, parent)
        self._found: Attention | None = None
        self._counts: tuple[Count, ...] = ()
        self._planned: tuple[float, Plan] | None = None

    def show_picture(self, found: Attention, tag: str = "") -> None:
        """Show other counts; the cursor stays where it is."""
        self._found = found
        self._counts = (*told.themes(found), *told.domains(found))
        self.shown(tag)

    def said(self, *, table: bool = False, rows: str = "") -> Said:
        if self._found is None:
            return Said("", "", "")
        return told.said(self._found, self.tag, table=table, by_theme=rows != DOMAINS)

    def table(self, rows: str = "") -> ChartTable:
        return told.table(self._found, by_theme=rows != DOMAINS) if self._found is not None else EMPTY

    def behind(self, stop: int) -> object:
        return self._counts[stop].behind

    def row_behind(self, stop: int, rows: str = "") -> object:
        is_theme = stop < self._themes
        return self.behind(stop) if is_theme == (rows != DOMAINS) else None

    def open_words_at(self, stop: int) -> str:
        return told.OPEN_PROMPTS if stop >= self._themes else told.OPEN_PAGES

    def open_row_words(self, rows: str = "") -> str:
        return told.OPEN_PROMPTS if rows == DOMAINS else told.OPEN_PAGES

    def stops(self) -> Sequence[float]:
        if self._found is None:
            return ()
        found, laid = self._found, self._plan(self.width())
        dots = [laid.x(one.pages, found.most) for one in told.themes(found)]
        middles = [self._turned(place, self.width()).center().x() for place in laid.tiles]
        return [*(self.width() - x if self._is_mirrored() else x for x in dots), *middles]

    def place_of(self, stop: int) -> QRectF:
        laid = self._plan(self.width())
        return self._turned([*laid.rows, *laid.tiles][stop], self.width())

    def height_at(self, width: float) -> float:
        return self._plan(width).height if self._found is not None else 0.0

    def nearest(self, position: QPointF) -> int:
        """The row or tile a place lies on; elsewhere the cursor stays where it is."""
        places = range(len(self._counts))
        return next((at for at in places if self.place_of(at).contains(position)), self.at)

    def words_at(self, stop: int) -> str:
        return told.readout(self._found, stop) if self._found is not None else ""

    def when(self) -> str:
        return told.when(self._found) if self._found is not None else ""

    def on_paper(self, theme: Theme, *, named: bool = False) -> AttentionChart:
        copy = AttentionChart(theme)
        copy.setLayoutDirection(self.layoutDirection())
        if self._found is not None:
            copy.show_picture(self._found, self.tag)
        return copy

    def sizeHint(self) -> QSize:
        wide = self._theme.space(_USUAL)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(_NARROWEST), self._theme.px(_NARROWEST))

    def redraw(self) -> None:
        self._planned = None
        super().redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        way = ways.get(Qt.Key(event.key()))
        if way is None or self._found is None or (self.at < 0 and way < 0):
            super().keyPressEvent(event)
            return
        self.move_to(self._beyond(way), aloud=True)

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        found = self._found
        if found is None:
            return
        scale = scale_to_fit(size, self.height_at)
        wide = size.width() / scale
        painter.save()
        painter.scale(scale, scale)
        laid = self._plan(wide)
        self._draw_heads(painter, laid)
        self._draw_axis(painter, laid, found)
        for place, one in zip(laid.rows, told.themes(found), strict=True):
            self._draw_row(painter, laid, found, place, one)
        for place, one in zip(laid.tiles, told.domains(found), strict=True):
            self._draw_tile(painter, self._turned(place, wide), one)
        paint_tag(painter, self._theme, self.tag, QSizeF(wide, laid.height), mirrored=self._is_mirrored())
        painter.restore()

    def draw_cursor(self, painter: QPainter, stop: int) -> None:
        theme = self._theme
        box(painter, self.place_of(stop), theme.px(4), None, theme.colour("accent"), _CURSOR)

    @property
    def _themes(self) -> int:
        return len(self._found.themes) if self._found is not None else 0

    def _beyond(self, way: int) -> int:
        """The stop below (1) or above (-1) the one at the cursor; the last and the first have none beyond."""
        first, last = self._themes, len(self._counts) - 1
        columns = self._plan(self.width()).columns
        if self.at < first:
            return self.at + way if self.at + way >= 0 else 0
        target = self.at + way * columns
        if target < first:
            return first - 1
        return target if target <= last else self.at

    def _plan(self, width: float) -> Plan:
        if self._found is None:
            raise LookupError
        if self._planned is None or self._planned[0] != width:
            laid = plan(self._theme, self._found, width, mirrored=self._is_mirrored())
            self._planned = (width, laid)
        return self._planned[1]

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _turned(self, place: QRectF, wide: float) -> QRectF:
        """The same place on a page read from the right."""
        if not self._is_mirrored():
            return place
        return QRectF(wide - place.right(), place.top(), place.width(), place.height())

    def _write(self, painter: QPainter, laid: Plan, place: QRectF, role: str, ink: str, said: str) -> None:
        """Words on one line from where a line begins."""
        painter.setFont(self._theme.font(role, tabular=True))
        painter.setPen(self._theme.colour(ink))
        side = _RIGHT if self._is_mirrored() else _LEFT
        painter.drawText(self._turned(place, laid.width), _MIDDLE | side | _ABSOLUTE, said)

    def _draw_heads(self, painter: QPainter, laid: Plan) -> None:
        theme, high = self._theme, self._theme.line("title")
        self._write(painter, laid, QRectF(0, 0, laid.width, high), "title", "ink", told.THEMES_TITLE)
        painter.setPen(theme.colour("ink2"))
        laid.scale_words.draw(painter, QPointF(0, high))
        place = QRectF(0, laid.tiles_head, laid.width, high)
        self._write(painter, laid, place, "title", "ink", told.DOMAINS_TITLE)
        away = advance(theme, "title", told.DOMAINS_TITLE) + theme.space(PAD)
        if away + advance(theme, "small", told.DOMAINS_SMALL) <= laid.width:
            place = QRectF(away, laid.tiles_head + theme.px(2), laid.width - away, high)
            self._write(painter, laid, place, "small", "ink2", told.DOMAINS_SMALL)

    def _draw_axis(self, painter: QPainter, laid: Plan, found: Attention) -> None:
        """A pale upright at each named count, clear of the names, and the counts below."""
        theme, high = self._theme, self._theme.line("small")
        runs = [(laid.rows[0].top(), laid.axis)]
        if not laid.names:
            runs = [(row.bottom() - theme.space(THREAD), row.bottom()) for row in laid.rows]
        half = theme.space(20)
        for count in ticks(found.most, laid.reach - laid.zero, theme) if found.most else (0,):
            place = QRectF(laid.x(count, found.most) - half, laid.axis, 2 * half, high)
            turned = self._turned(place, laid.width)
            x = round(turned.center().x()) + 0.5
            painter.setPen(pen(theme.colour("control" if not count else "hairline"), 1, flat=True))
            painter.drawLines([QLineF(x, top, x, end) for top, end in runs])
            if found.most:
                painter.setFont(theme.font("small", tabular=True))
                painter.setPen(theme.colour("ink2"))
                painter.drawText(turned, Qt.AlignmentFlag.AlignCenter, f"{count:,}")

    def _draw_row(self, painter: QPainter, laid: Plan, found: Attention, place: QRectF, one: Count) -> None:
        """The name, the thread with its dot, and the amounts behind the dot or behind the name."""
        theme, beside = self._theme, laid.names > 0
        x, y = laid.x(one.pages, found.most), place.center().y()
        line, after = place.adjusted(laid.inset, 0, -laid.inset, 0), x + theme.space(AFTER_DOT)
        if not beside:
            y = place.bottom() - theme.space(THREAD / 2)
            line.setHeight(theme.line("ui"))
            after = line.left() + advance(theme, "ui", one.name) + theme.space(PAD)
        self._write(painter, laid, line, "ui", "ink", one.name)
        self._draw_dot(painter, laid, (x, y), any_pages=one.pages > 0)
        pages = ("hint_medium", "ink") if one.pages else ("small", "ink2")
        amounts = ((*pages, told.pages_words(one)), ("small", "ink2", told.minutes_words(one)))
        for role, ink, said in amounts:
            words = QRectF(after, line.top(), advance(theme, role, said), line.height())
            if beside and said:
                patch = QRectF(after - 3, y - theme.line("small") / 2, words.width() + 6, theme.line("small"))
                painter.fillRect(self._turned(patch, laid.width), theme.colour("paper"))
            self._write(painter, laid, words, role, ink, said)
            after = words.right() + theme.space(GAP)

    def _draw_dot(self, painter: QPainter, laid: Plan, at: tuple[float, float], *, any_pages: bool) -> None:
        theme, mirrored = self._theme, self._is_mirrored()
        x, zero = (laid.width - each if mirrored else each for each in (at[0], laid.zero))
        scale = theme.scale**0.5
        if any_pages:
            painter.setPen(pen(theme.colour("control"), THREAD_WIDTH * scale, flat=True))
            painter.drawLine(QLineF(zero, at[1], x, at[1]))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("ink"))
            painter.drawEllipse(QPointF(x, at[1]), DOT * scale, DOT * scale)
            return
        painter.setPen(pen(theme.colour("control"), 1.4))
        painter.setBrush(theme.colour("paper"))
        painter.drawEllipse(QPointF(x, at[1]), NONE_DOT * scale, NONE_DOT * scale)

    def _draw_tile(self, painter: QPainter, place: QRectF, one: Count) -> None:
        theme, mirrored = self._theme, self._is_mirrored()
        box(painter, place, theme.px(4), theme.colour("raised"), theme.colour("hairline"))
        pad, top = theme.space(PAD), place.top() + theme.space(PAD / 2)
        inner = QRectF(place.left() + pad, top, place.width() - 2 * pad, theme.line("ui"))
        beneath = QRectF(inner.left(), inner.bottom(), inner.width(), theme.line("small"))
        lead, trail = (_RIGHT, _LEFT) if mirrored else (_LEFT, _RIGHT)
        known = "ink" if one.pages else "ink2"
        for where, side, role, ink, said in (
            (inner, lead, "ui_medium", "ink", one.name),
            (beneath, lead, "small", "ink2", told.small_term(one)),
            (beneath, trail, "small_strong" if one.pages else "small", known, told.pages_words(one)),
        ):
            painter.setFont(theme.font(role, tabular=True))
            painter.setPen(theme.colour(ink))
            painter.drawText(where, _MIDDLE | side | _ABSOLUTE, said)
