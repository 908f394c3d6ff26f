# SPDX-License-Identifier: MIT
"""Stretches of days on a chart along time: those without values, and the first days that settle in."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from ipnb_journal.desktop.widgets.painting import pen
from ipnb_journal.desktop.wording import insights as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.charts.axes import TimeAxis
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.series import Gap, SeriesPicture

_GAPS_NAMED = 3
_HATCH_APART = 7


class At(Enum):
    """Where the words of a stretch stand in it."""

    TOP = "top"
    MIDDLE = "middle"
    FOOT = "foot"


def stretch_of(time: TimeAxis, plot: QRectF, first: int, last: int) -> QRectF:
    """The full height of `plot` from half a day before `first` to half a day after `last`."""
    ends = [min(time.right, max(time.left, time.x(day))) for day in (first - 0.5, last + 0.5)]
    return QRectF(min(ends), plot.top(), max(1.0, abs(ends[1] - ends[0])), plot.height())


def paint_gaps(
    painter: QPainter,
    theme: Theme,
    time: TimeAxis,
    plot: QRectF,
    gaps: Sequence[Gap],
    *,
    at: At = At.FOOT,
    none: str = words.NO_CHECKINS,
) -> None:
    """Shade stretches without values and name the longest; `none`: what to call one without any check-in."""
    named = sorted(gaps, key=lambda gap: gap.first - gap.last)[:_GAPS_NAMED]
    for gap in gaps:
        place = stretch_of(time, plot, gap.first, gap.last)
        if not theme.strong:
            painter.fillRect(place, theme.colour("room", 0.55))
        if gap in named:
            paint_label(painter, theme, place, words.LEFT_BLANK if gap.left_blank else none, at)


def paint_settling(
    painter: QPainter, theme: Theme, time: TimeAxis, plot: QRectF, picture: SeriesPicture, at: At = At.TOP
) -> None:
    """Hatch the first five days where they are drawn, a dotted box in strong contrast."""
    until = picture.settling_until
    if until is None or not picture.days or picture.days[0].day > until:
        return
    place = stretch_of(time, plot, picture.days[0].day, until)
    painter.save()
    painter.setClipRect(place)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if theme.strong:
        painter.setPen(pen(theme.colour("control"), 1, (3, 3), flat=True))
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        painter.setPen(pen(theme.colour("control", 0.32), 1, flat=True))
        painter.drawLines(_hatching(place, theme.px(_HATCH_APART)))
    painter.restore()
    paint_label(painter, theme, place, words.SETTLING_IN, at, backed=True)


def paint_label(
    painter: QPainter, theme: Theme, place: QRectF, said: str, at: At, *, backed: bool = False
) -> None:
    """Words in a stretch, upright where it is narrow, none where that won't fit; `backed` on paper."""
    metrics = QFontMetricsF(theme.font("small"))
    wide, high = metrics.horizontalAdvance(said) + theme.space(8), metrics.height()
    flat = place.width() >= wide
    if not flat and (place.width() < high or place.height() < wide):
        return
    painter.save()
    painter.setFont(theme.font("small"))
    away = theme.space(6) + (high / 2 if flat else wide / 2)
    heights = {At.TOP: place.top() + away, At.MIDDLE: place.center().y(), At.FOOT: place.bottom() - away}
    painter.translate(place.center().x(), heights[at])
    if not flat:
        painter.rotate(-90)
    box = QRectF(-wide / 2, -high / 2, wide, high)
    if backed:
        painter.fillRect(box, theme.colour("paper", 0.85))
    painter.setPen(theme.colour("ink2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)
    painter.restore()


def _hatching(place: QRectF, apart: float) -> list[QLineF]:
    """Slanting lines across a place, to be clipped to it."""
    lines, x = [], place.left() - place.height()
    while x < place.right():
        lines.append(QLineF(x, place.bottom(), x + place.height(), place.top()))
        x += apart
    return lines
