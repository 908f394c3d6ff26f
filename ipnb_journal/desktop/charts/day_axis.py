# SPDX-License-Identifier: MIT
"""The words under a chart along time: named days, the day under the cursor, and the tag in its corner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF

from ipnb_journal.desktop.charts.axes import ticks
from ipnb_journal.desktop.charts.strands import MARK, paint_marks
from ipnb_journal.desktop.widgets.painting import box
from ipnb_journal.desktop.wording import insights as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.charts.axes import Tick, TimeAxis
    from ipnb_journal.desktop.charts.strands import Strand
    from ipnb_journal.desktop.theme.theme import Theme

_MIDDLE = Qt.AlignmentFlag.AlignCenter


def paint_days(painter: QPainter, theme: Theme, time: TimeAxis, top: float, wide: float) -> None:
    """Name days under the axis, from `top` px on, never beyond the canvas, which is `wide` px wide."""
    painter.setFont(theme.font("small", tabular=True))
    painter.setPen(theme.colour("ink2"))
    for place, said in _labels(theme, time, top, wide):
        painter.drawText(place, _MIDDLE, said)


def paint_cursor_day(
    painter: QPainter, theme: Theme, time: TimeAxis, top: float, wide: float, day: int
) -> None:
    """The day under the cursor in a box, over the named days."""
    painter.setFont(theme.font("small_strong", tabular=True))
    said = words.short_day(day, time.last)
    across = painter.fontMetrics().horizontalAdvance(said) + theme.space(14)
    place = _place(theme, round(time.x(day)) + 0.5, across, top, wide)
    for beneath, _ in _labels(theme, time, top, wide):
        if beneath.intersects(place):
            painter.fillRect(beneath, theme.colour("paper"))
    box(painter, place, theme.px(4), theme.colour("raised"), theme.colour("control"))
    painter.setPen(theme.colour("ink"))
    painter.drawText(place, _MIDDLE, said)


def paint_tag(painter: QPainter, theme: Theme, said: str, size: QSizeF, *, mirrored: bool) -> None:
    """Words that stay in the corner, such as that the days are made up; nothing for ""."""
    if not said:
        return
    painter.setFont(theme.font("small_strong"))
    wide = painter.fontMetrics().horizontalAdvance(said) + theme.space(20)
    place = QRectF(0 if mirrored else size.width() - wide, 0, wide, theme.px(26))
    box(painter, place, theme.px(13), theme.colour("mark"), theme.colour("control"))
    painter.setPen(theme.colour("ink"))
    painter.drawText(place, _MIDDLE, said)


def paint_partly(
    painter: QPainter, theme: Theme, strands: Sequence[Strand], time: TimeAxis, size: QSizeF
) -> None:
    """What a hollow mark means, at the foot of the canvas; everything else is named where it is drawn."""
    high, apart = theme.line("small"), theme.px(18)
    y = size.height() - high

    def put(away: float, wide: float) -> QRectF:
        left = time.right - away - wide if time.mirrored else time.left + away
        return QRectF(left, y, wide, high)

    for step, strand in enumerate(strands):
        at = put(step * apart - theme.space(6), apart).center()
        paint_marks(painter, theme, strand, [(at.x(), at.y())], MARK, hollow=True)
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour("ink2"))
    wide = painter.fontMetrics().horizontalAdvance(words.PARTLY) + 4
    painter.drawText(put(len(strands) * apart - theme.space(2), wide), _MIDDLE, words.PARTLY)


def _labels(theme: Theme, time: TimeAxis, top: float, wide: float) -> list[tuple[QRectF, str]]:
    """The words under the axis and where they stand."""
    metrics = QFontMetricsF(theme.font("small", tabular=True))
    found = ticks(time, metrics.horizontalAdvance("28 Sept") + theme.space(20))
    told = [(time.x(tick.day), _named(tick)) for tick in found]
    return [(_place(theme, x, metrics.horizontalAdvance(said) + 2, top, wide), said) for x, said in told]


def _named(tick: Tick) -> str:
    return words.month_tick(tick.day) if tick.whole_month else words.short_day(tick.day, tick.day)


def _place(theme: Theme, x: float, across: float, top: float, wide: float) -> QRectF:
    return QRectF(min(wide - across, max(0.0, x - across / 2)), top, across, theme.line("small"))
