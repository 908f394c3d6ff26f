# SPDX-License-Identifier: MIT
"""How each series looks wherever it is drawn: colour role, dash and mark, never colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPen

from ipnb_journal.desktop.charts.curves import circles, curve, diamonds
from ipnb_journal.desktop.widgets.painting import pen
from ipnb_journal.domain.checkins import Scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.charts.curves import Point
    from ipnb_journal.desktop.theme.theme import Theme

LINE, CASING = 2.4, 6.0
MARK, LAST_MARK = 3.5, 5.6
FAINT, FAINT_OUTLINE = 0.4, 0.7
_OUTLINE = 1.6


@dataclass(frozen=True, slots=True)
class Strand:
    """A colour role, a dash in px (empty for solid) and a mark."""

    role: str
    dash: tuple[float, ...]
    diamond: bool


STRANDS = {
    Scale.DIFFERENTIATION: Strand("diff", (), diamond=False),
    Scale.LINKAGE: Strand("link", (8, 4.5), diamond=True),
}


def paint_line(
    painter: QPainter, theme: Theme, strand: Strand, pieces: Sequence[Sequence[Point]], ground: str = "paper"
) -> None:
    """Smooth lines in px, each cased in the `ground` role, so that crossings read as over and under."""
    scale = theme.scale**0.5
    painter.setBrush(Qt.BrushStyle.NoBrush)
    casing = theme.colour(ground)
    for points in pieces:
        path = curve(points)
        painter.setPen(pen(casing, CASING * scale, flat=True))
        painter.drawPath(path)
        dash = [length * scale for length in strand.dash]
        painter.setPen(pen(theme.colour(strand.role), LINE * scale, dash, flat=bool(dash)))
        painter.drawPath(path)


def paint_marks(
    painter: QPainter,
    theme: Theme,
    strand: Strand,
    points: Sequence[Point],
    radius: float,
    *,
    hollow: bool = False,
    faint: bool = False,
    ground: str = "paper",
) -> None:
    """Marks at points in px; `hollow` shows the ground inside, `faint` lets what is beneath show through."""
    if not points:
        return
    size = radius * theme.scale**0.5
    path = diamonds(points, size * 1.2) if strand.diamond else circles(points, size)
    path.setFillRule(Qt.FillRule.WindingFill)
    if not hollow:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(strand.role, FAINT if faint else 1.0))
    else:
        colour = theme.colour(strand.role, FAINT_OUTLINE if faint else 1.0)
        painter.setPen(QPen(colour, _OUTLINE * theme.scale**0.5))
        painter.setBrush(theme.colour(ground))
    painter.drawPath(path)


def paint_last_mark(
    painter: QPainter, theme: Theme, strand: Strand, at: Point, *, hollow: bool = False, ground: str = "paper"
) -> None:
    """The newest mark, larger, on a little ground of its own."""
    scale = theme.scale**0.5
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawEllipse(QPointF(*at), (LAST_MARK + 2) * scale, (LAST_MARK + 2) * scale)
    paint_marks(painter, theme, strand, [at], LAST_MARK, hollow=hollow, ground=ground)
