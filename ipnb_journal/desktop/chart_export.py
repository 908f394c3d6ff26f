# SPDX-License-Identifier: MIT
"""A chart on white paper with its caption: its name and days above, what it is and is not below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF

from ipnb_journal.desktop.charts.fitting import scale_to_fit
from ipnb_journal.desktop.charts.view import PaperShape
from ipnb_journal.desktop.paper import LONG_SIDE, MARGIN, SHORT_SIDE, Paper
from ipnb_journal.desktop.widgets.painting import pen
from ipnb_journal.desktop.widgets.text import LaidText
from ipnb_journal.desktop.wording import taking_along as words

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.charts.view import ChartView
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.desktop.wording.taking_along import Caption

_TEXT_SIZES = (14, 13, 12, 11, 10)
_LEADING = 1.45
_GAP, _COLUMN_GAP, _BELOW_HEAD, _BELOW_TEXT = 16, 32, 2, 10
_LOWEST, _LOWEST_BELOW_SMALL_TEXT, _SMALL = 0.4, 0.8, 12
_SIDE_BY_SIDE = ((0.5, (0,)), (0.5, (1, 2)))
_THREE = ((0.44, (0,)), (0.32, (1,)), (0.24, (2,)))


class _Line(NamedTuple):
    """A laid-out text, where it stands and its colour role."""

    laid: LaidText
    at: QPointF
    role: str


def chart_paper(view: ChartView, theme: Theme, *, named: bool = False, about: str = "") -> Paper:
    """A sheet with the picture of a view. `theme`: one made by `Theme.on_paper`.

    `named`: with people's labels and the person's own words; `about`: whom it is about, said only then.
    """
    chart = view.on_paper(theme, named=named)
    shape = view.paper_shape or PaperShape()
    wide, high = (LONG_SIDE, SHORT_SIDE) if shape.lies else (SHORT_SIDE, LONG_SIDE)
    caption = caption_of(chart, about=about if named else "")
    block = ChartBlock(chart, theme, caption, wide - 2 * MARGIN, high - 2 * MARGIN)

    def paint(painter: QPainter) -> None:
        block.paint(painter, QPointF(MARGIN, MARGIN))

    size = QSizeF(wide, block.height + 2 * MARGIN)
    return Paper(size, paint, shape.lies, words.description(caption))


def _height(chart: ChartView, most: QSizeF) -> float:
    """How high a chart is drawn in the room there is: no higher than one that grows comes out in it."""
    if not chart.grows:
        return most.height()

    def at(width: float) -> float:
        return float(chart.heightForWidth(round(width)))

    scale = scale_to_fit(most, at)
    return min(most.height(), at(most.width() / scale) * scale)


def caption_of(chart: ChartView, *, about: str = "") -> Caption:
    """What stands around a chart; `about`: the label of whom it is about, "" to leave it out."""
    name, when, said = chart.accessibleName(), chart.when(), chart.said()
    return words.caption(name, when, said, tag=chart.tag, about=about, made=chart.made)


class ChartBlock:
    """A chart with its caption, laid out `width` px wide and at most `most` px high, `height` px in fact.

    Where the words are many their type gets smaller, then the chart does.
    """

    def __init__(self, chart: ChartView, theme: Theme, caption: Caption, width: float, most: float) -> None:
        self._chart, self._theme, self._caption, self._width = chart, theme, caption, width
        shape = chart.paper_shape or PaperShape()
        self._columns = _THREE if shape.lies else _SIDE_BY_SIDE
        lowest = max(float(chart.minimumSizeHint().height()), width * _LOWEST)
        self._lines, top = self._head()
        for px in _TEXT_SIZES:
            lines, below = self._foot(px)
            room = most - top - below - 2 * _GAP
            if room >= lowest * (1 if px > _SMALL else _LOWEST_BELOW_SMALL_TEXT):
                break
        high = _height(chart, QSizeF(width, max(1.0, min(room, width * shape.ratio))))
        self._picture = QRectF(0, top + _GAP, width, high)
        start = self._picture.bottom() + _GAP
        self._rule = start + _GAP / 2
        self._lines += [line._replace(at=line.at + QPointF(0, start)) for line in lines]
        self.height = start + below

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint it with its top left corner at a place."""
        painter.save()
        painter.translate(at)
        self._paint_chart(painter)
        painter.setPen(pen(self._theme.colour("hairline"), 1, flat=True))
        painter.drawLine(QLineF(0, self._rule, self._width, self._rule))
        for line in self._lines:
            painter.setPen(self._theme.colour(line.role))
            line.laid.draw(painter, line.at)
        painter.restore()

    def _paint_chart(self, painter: QPainter) -> None:
        """Draw it at the size it needs at least, and smaller where there is less room."""
        place, least = self._picture, self._chart.minimumSizeHint()
        scale = min(1.0, place.width() / max(1, least.width()), place.height() / max(1, least.height()))
        painter.save()
        painter.translate(place.topLeft())
        painter.scale(scale, scale)
        self._chart.draw(painter, QSizeF(place.width() / scale, place.height() / scale))
        painter.restore()

    def _head(self) -> tuple[list[_Line], float]:
        theme, caption = self._theme, self._caption
        title = LaidText(caption.title, theme.font("date"), self._width, theme.line("date"))
        lines, top = [_Line(title, QPointF(0, 0), "ink")], title.height
        if caption.under:
            under = LaidText(caption.under, theme.font("ui"), self._width, theme.line("ui"))
            lines.append(_Line(under, QPointF(0, top), "ink2"))
            top += under.height
        return lines, top

    def _foot(self, px: int) -> tuple[list[_Line], float]:
        """The texts below the chart in a type of `px`, from 0 down, and how high they are."""
        said = self._caption.said
        texts = (
            (words.IN_WORDS, said.in_words),
            (words.SHOWS, said.shows),
            (words.DOES_NOT, said.does_not),
        )
        lines: list[_Line] = []
        left, bottom = 0.0, 0.0
        room = self._width - _COLUMN_GAP * (len(self._columns) - 1)
        for share, wanted in self._columns:
            wide, down = room * share, float(_GAP + _BELOW_TEXT)
            for number in wanted:
                column, down = self._paragraph(texts[number], wide, px, QPointF(left, down))
                lines += column
            left, bottom = left + wide + _COLUMN_GAP, max(bottom, down)
        made, bottom = self._made(px, bottom)
        return [*lines, made], bottom

    def _paragraph(
        self, text: tuple[str, str], wide: float, px: int, at: QPointF
    ) -> tuple[list[_Line], float]:
        head = self._laid(text[0], "hint_strong", wide, px)
        body = self._laid(text[1], "hint", wide, px)
        below = at + QPointF(0, head.height + _BELOW_HEAD)
        return [_Line(head, at, "ink"), _Line(body, below, "ink")], below.y() + body.height + _BELOW_TEXT

    def _made(self, px: int, top: float) -> tuple[_Line, float]:
        laid = self._laid(self._caption.made, "hint", self._width, min(px, 12))
        at = QPointF(0, top + _BELOW_TEXT)
        return _Line(laid, at, "ink2"), at.y() + laid.height

    def _laid(self, text: str, role: str, wide: float, px: int) -> LaidText:
        font = self._theme.font(role)
        font.setPixelSize(px)
        return LaidText(text, font, wide, round(px * _LEADING))
