# SPDX-License-Identifier: MIT
"""What the marks of the tiles mean, in the cell after the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from ipnb_journal.desktop.charts.strands import MARK, STRANDS, paint_line, paint_marks, paint_rings
from ipnb_journal.desktop.charts.tile import HOMEWORK_DOTS
from ipnb_journal.desktop.widgets.circle_glyph import paint_glyph
from ipnb_journal.desktop.widgets.painting import pen
from ipnb_journal.desktop.widgets.text import LaidText
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.desktop.wording import relationships as told
from ipnb_journal.domain.checkins import Circles, Method, Scale
from ipnb_journal.domain.readings import SHOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.charts.tile import Look
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.relationships import ByPerson

_SAMPLE, _GAP, _BETWEEN = 52, 12, 4
_EXAMPLE = Circles(closeness=55, edge_me=90, edge_other=90, closeness_wish=85)


class Entry(NamedTuple):
    """A line of the key: a sample painted in the middle of a place, its words and a smaller term."""

    paint: Callable[[QPainter, Look, QRectF], None]
    said: str
    term: str = ""


def entries(chart: ByPerson) -> list[Entry]:
    """What is drawn in any tile and has to be explained, top to bottom."""
    drawn = [tile for tile in chart.tiles if not tile.needs]
    days = [day for tile in drawn for each in tile.series for day in (*each.days, *each.others)]
    newest = [tile.newest.circles for tile in chart.tiles if tile.newest is not None]
    offered = [
        *((True, Entry(_strand(scale), words.title(scale), words.TERMS[scale])) for scale in SHOWN),
        (any(day.partial for day in days), Entry(_hollow, words.PARTLY)),
        (
            any(tile.method is Method.CIRCLES or tile.other_days for tile in drawn),
            Entry(_ringed, words.BY_CIRCLES),
        ),
        (any(each.closeness_wish is not None for each in newest), Entry(_wished, told.WISHED)),
    ]
    found = [entry for wanted, entry in offered if wanted]
    if chart.homework is not None:
        found.append(Entry(_homework, chart.homework.text))
    return found


def key_height(theme: Theme, chart: ByPerson, width: float) -> float:
    """How high the key is at a width, in px."""
    laid = _laid(theme, chart, width)
    return sum(line.height for line in laid) + theme.space(_BETWEEN) * (len(laid) + 1) + theme.space(8)


def paint_key(painter: QPainter, look: Look, chart: ByPerson) -> None:
    """Paint the key from the painter's own corner at the width of `look`."""
    theme, wide = look.theme, look.theme.px(_SAMPLE)
    listed, top = entries(chart), float(theme.space(8))
    for at, line in enumerate(_laid(theme, chart, look.size.width(), mirrored=look.mirrored)):
        entry = listed[at] if at < len(listed) else None
        left = wide + theme.space(_GAP) if entry is not None else 0
        if entry is not None:
            entry.paint(painter, look, look.place(0, top, wide, theme.line("small")))
        painter.setPen(theme.colour("ink"))
        place = look.place(left, top, look.size.width() - left, line.height)
        line.draw(painter, place.topLeft())
        if entry is not None and entry.term:
            _paint_term(painter, look, entry, left, top)
        top += line.height + theme.space(_BETWEEN)


def _laid(theme: Theme, chart: ByPerson, width: float, *, mirrored: bool = False) -> list[LaidText]:
    """The words of each line, laid out in the room beside its sample."""
    room = width - theme.px(_SAMPLE) - theme.space(_GAP)
    font, high = theme.font("small"), theme.line("small")
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    said = [(f"{entry.said[0].upper()}{entry.said[1:]}", room) for entry in entries(chart)]
    said.append((told.FOOT_AND_TOP, width))
    return [LaidText(each, font, wide, high, align=side) for each, wide in said]


def _paint_term(painter: QPainter, look: Look, entry: Entry, left: float, top: float) -> None:
    theme = look.theme
    font = theme.font("small")
    away = left + QFontMetricsF(font).horizontalAdvance(entry.said) + theme.space(8)
    painter.setFont(font)
    painter.setPen(theme.colour("ink2"))
    room = look.size.width() - away
    if room >= QFontMetricsF(font).horizontalAdvance(entry.term):
        painter.drawText(look.place(away, top, room, theme.line("small")), look.leading, entry.term)


def _strand(scale: Scale) -> Callable[[QPainter, Look, QRectF], None]:
    def paint(painter: QPainter, look: Look, place: QRectF) -> None:
        strand, at = STRANDS[scale], place.center()
        ends = [(place.left(), at.y()), (place.right(), at.y())]
        paint_line(painter, look.theme, strand, [ends], "room")
        paint_marks(painter, look.theme, strand, [(at.x(), at.y())], MARK, ground="room")

    return paint


def _hollow(painter: QPainter, look: Look, place: QRectF) -> None:
    for at, scale in ((0.3, SHOWN[0]), (0.7, SHOWN[1])):
        spot = (place.left() + place.width() * at, place.center().y())
        paint_marks(painter, look.theme, STRANDS[scale], [spot], MARK, hollow=True, ground="room")


def _ringed(painter: QPainter, look: Look, place: QRectF) -> None:
    for at, scale in ((0.3, SHOWN[0]), (0.7, SHOWN[1])):
        spot = [(place.left() + place.width() * at, place.center().y())]
        paint_marks(painter, look.theme, STRANDS[scale], spot, MARK)
        paint_rings(painter, look.theme, STRANDS[scale], spot, MARK)


def _wished(painter: QPainter, look: Look, place: QRectF) -> None:
    paint_glyph(painter, look.theme, place, _EXAMPLE, mirrored=look.mirrored)


def _homework(painter: QPainter, look: Look, place: QRectF) -> None:
    painter.setPen(pen(look.theme.colour("ink2"), 1.2, HOMEWORK_DOTS, flat=True))
    x = round(place.center().x()) + 0.5
    painter.drawLine(QLineF(x, place.top() + 1, x, place.bottom() - 1))
