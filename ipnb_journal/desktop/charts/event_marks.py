# SPDX-License-Identifier: MIT
"""What the person noted on the time line, and the one line that says when homework began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from ipnb_journal.desktop.widgets.painting import pen

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.charts.axes import TimeAxis
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.event_notes import EventNote, Noted

_FLAG, _ROWS = 5.0, 2
_WIDEST = 220.0
_DOTS, _HOMEWORK_DOTS = (1.5, 4), (2, 5)
_AT_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


def noted_days(chart: Noted) -> list[EventNote]:
    """Everything that stands on the time line, oldest first."""
    homework = [chart.homework] if chart.homework is not None else []
    return sorted([*chart.notes, *homework], key=lambda note: (note.day, note.id))


def head_room(theme: Theme, chart: Noted) -> int:
    """Px to keep free above a chart for the words of the notes: none without notes."""
    rows = min(_ROWS, len(noted_days(chart)))
    return rows * theme.line("small") + theme.space(6) if rows else 0


def paint_events(
    painter: QPainter, theme: Theme, chart: Noted, time: TimeAxis, plot: QRectF, head: tuple[float, float]
) -> None:
    """A dotted line for each note through everything drawn, its words above where there is room for them.

    `plot`: what the lines run through; `head`: from where to where, in px, the words of the notes stand.
    """
    taken: list[list[tuple[float, float]]] = [[] for _ in range(_ROWS)]
    for note in reversed(noted_days(chart)):
        x = round(time.x(note.day.toordinal())) + 0.5
        row = _write(painter, theme, note, x, time, head[0], taken)
        top = head[0] + theme.line("small") * (row + 1) if row is not None else head[1]
        is_homework = note is chart.homework
        dots = _HOMEWORK_DOTS if is_homework else _DOTS
        painter.setPen(pen(theme.colour("ink2" if is_homework else "control"), 1.2, dots, flat=True))
        painter.drawLine(QLineF(x, top, x, plot.bottom()))
        _paint_flag(painter, theme, x, max(top, plot.top() - _FLAG), filled=not is_homework)


def _write(
    painter: QPainter,
    theme: Theme,
    note: EventNote,
    x: float,
    time: TimeAxis,
    top: float,
    taken: list[list[tuple[float, float]]],
) -> int | None:
    """Write the words in the first row that is free there; the row, None where none is."""
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(theme.font("small"))
    most = min(_WIDEST * theme.scale, time.right - time.left)
    said = metrics.elidedText(note.text, Qt.TextElideMode.ElideRight, most)
    wide = metrics.horizontalAdvance(said) + theme.space(4)
    left = min(max(time.left, x - wide / 2), time.right - wide)
    for row, places in enumerate(taken):
        if all(left > end or left + wide < start for start, end in places):
            places.append((left - theme.space(10), left + wide + theme.space(10)))
            painter.setPen(theme.colour("ink2"))
            high = theme.line("small")
            painter.drawText(QRectF(left, top + row * high, wide, high), _AT_LEFT, said)
            return row
    return None


def _paint_flag(painter: QPainter, theme: Theme, x: float, y: float, *, filled: bool) -> None:
    """A small knot where the line begins, so that a note without room for words is seen too."""
    painter.setPen(pen(theme.colour("ink2"), 1.2))
    painter.setBrush(theme.colour("ink2") if filled else theme.colour("paper"))
    size = _FLAG / 2 * theme.scale**0.5
    painter.drawEllipse(QPointF(x, y), size, size)
