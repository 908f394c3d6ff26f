# SPDX-License-Identifier: MIT
"""What the lines and points of the plane mean, in rows below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from ipnb_journal.desktop.charts.strands import MARK, Shape, Strand, paint_marks
from ipnb_journal.desktop.charts.trail import NEWEST_WIDTH, OLDER_DASH, OLDER_WIDTH
from ipnb_journal.desktop.widgets.painting import pen
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.desktop.wording import plane as told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.plane import Plane

A_DAY = Strand("ink2", (), Shape.CIRCLE)
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_SAMPLE = 30


def legend_height(theme: Theme, plane: Plane, wide: float) -> float:
    """Px it needs below the plane, 0 where nothing needs words."""
    return len(_rows(theme, _entries(plane), wide)) * theme.line("small")


def paint_legend(painter: QPainter, theme: Theme, plane: Plane, wide: float, top: float) -> None:
    """In the middle of `wide` px, from `top` down."""
    painter.save()
    painter.setFont(theme.font("small"))
    rows, high = _rows(theme, _entries(plane), wide), theme.line("small")
    y = top
    for row in rows:
        x = (wide - sum(_width(theme, said) for said in row)) / 2
        for said in row:
            sample = theme.px(_SAMPLE)
            _paint_sample(painter, theme, said, QRectF(x, y, sample, high))
            painter.setPen(theme.colour("ink2"))
            place = QRectF(x + sample + theme.space(8), y, _width(theme, said), high)
            painter.drawText(place, _ONE_LINE, said)
            x += _width(theme, said)
        y += high
    painter.restore()


def _entries(plane: Plane) -> list[str]:
    offered = [
        (len(plane.weeks) > 2, told.OLDER),
        (len(plane.weeks) > 2, told.NEWER),
        (bool(plane.points), told.A_DAY),
        (any(point.partial for point in plane.points), words.PARTLY),
    ]
    return [said for wanted, said in offered if wanted]


def _rows(theme: Theme, entries: Sequence[str], wide: float) -> list[list[str]]:
    rows: list[list[str]] = []
    for said in entries:
        if rows and sum(_width(theme, each) for each in (*rows[-1], said)) <= wide:
            rows[-1].append(said)
        else:
            rows.append([said])
    return rows


def _width(theme: Theme, said: str) -> float:
    metrics = QFontMetricsF(theme.font("small"))
    return theme.px(_SAMPLE) + metrics.horizontalAdvance(said) + theme.space(8 + 18)


def _paint_sample(painter: QPainter, theme: Theme, said: str, place: QRectF) -> None:
    scale, middle = theme.scale**0.5, place.center()
    if said in (told.OLDER, told.NEWER):
        older = said == told.OLDER
        dash = [length * scale for length in OLDER_DASH] if older else ()
        wide = (OLDER_WIDTH if older else NEWEST_WIDTH) * scale
        painter.setPen(pen(theme.colour("accent"), wide, dash, flat=True))
        painter.drawLine(QLineF(place.left(), middle.y(), place.right(), middle.y()))
        return
    at = (place.right() - MARK * 2 * scale, middle.y())
    paint_marks(painter, theme, A_DAY, [at], MARK, hollow=said == words.PARTLY)
