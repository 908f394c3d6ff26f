# SPDX-License-Identifier: MIT
"""The last four weeks in small: two threads, their newest marks and their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ipnb_journal.desktop.charts.axes import TimeAxis, ValueAxis
from ipnb_journal.desktop.charts.strands import STRANDS, paint_last_mark, paint_line, paint_marks
from ipnb_journal.desktop.widgets.painting import pen, smooth
from ipnb_journal.desktop.wording import insights as words

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent

    from ipnb_journal.desktop.charts.curves import Point
    from ipnb_journal.desktop.charts.strands import Strand
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.insights import FourWeeks
    from ipnb_journal.domain.series import SeriesPicture

_SMALL_MARK = 2.6
_CASING = 4.0


class Sparkline(QWidget):
    """A picture of FourWeeks on the `ground` colour role; its accessible description says the same."""

    def __init__(self, theme: Theme, ground: str = "room", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._ground = theme, ground
        self._found: FourWeeks | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words.FOUR_WEEKS_NAME)
        theme.changed.connect(self._restyle)

    def show_weeks(self, found: FourWeeks) -> None:
        """Show other weeks."""
        self._found = found
        self.setAccessibleDescription(words.four_weeks_words(found))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(264), self._theme.px(104))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(104))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._found is None:
            return
        painter = smooth(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        drawn = [each for each in (self._found.in_touch, self._found.being_myself) if each.days]
        time, value = self._axes(drawn)
        painter.setPen(pen(self._theme.colour("hairline"), 1, flat=True))
        painter.drawLine(QLineF(time.left, value.bottom + 4, time.right, value.bottom + 4))
        ends: list[tuple[Point, SeriesPicture]] = []
        for picture in drawn:
            points = [(time.x(at.day), value.y(at.value)) for at in picture.days]
            self._paint(painter, picture, points, time, value)
            ends.append((self._end(picture, points, time, value), picture))
        self._paint_names(painter, ends, time)

    def _paint(
        self, painter: QPainter, picture: SeriesPicture, points: list[Point], time: TimeAxis, value: ValueAxis
    ) -> None:
        strand = self._strand(picture)
        pieces = [[(time.x(at.day), value.y(at.value)) for at in piece] for piece in picture.line]
        # threads lie close here, and a wide casing would wipe out the one beneath
        paint_line(painter, self._theme, strand, pieces, self._ground, casing=_CASING)
        if not pieces:
            paint_marks(painter, self._theme, strand, points, _SMALL_MARK, ground=self._ground)
        end = self._end(picture, points, time, value)
        paint_last_mark(painter, self._theme, strand, end, ground=self._ground)

    def _end(self, picture: SeriesPicture, points: list[Point], time: TimeAxis, value: ValueAxis) -> Point:
        """Where the newest mark stands: at the line's end, on the day itself where there is no line."""
        if not picture.line:
            return points[-1]
        last = picture.line[-1][-1]
        return time.x(last.day), value.y(last.value)

    def _axes(self, drawn: list[SeriesPicture]) -> tuple[TimeAxis, ValueAxis]:
        assert self._found is not None  # noqa: S101  painting begins with a picture
        theme, window = self._theme, self._found.window
        metrics = QFontMetricsF(theme.font("small"))
        names = max((metrics.horizontalAdvance(self._name(each)) for each in drawn), default=0.0)
        beside, edge = names + theme.space(16), theme.space(8)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (beside, self.width() - edge) if mirrored else (edge, self.width() - beside)
        value = ValueAxis(theme.space(8), self.height() - theme.space(14))
        return TimeAxis(window.first, window.last, left, right, mirrored), value

    def _paint_names(
        self, painter: QPainter, ends: list[tuple[Point, SeriesPicture]], time: TimeAxis
    ) -> None:
        """Each name beside its thread's end, moved apart where they would touch."""
        theme = self._theme
        high = theme.line("small")
        middles = _apart([end[1] for end, _ in ends], high * 0.9)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink2"))
        away = theme.space(12)
        for middle, (_, picture) in zip(middles, ends, strict=True):
            top = min(self.height() - high, max(0.0, middle - high / 2))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
            if time.mirrored:
                place, side = QRectF(0, top, time.left - away, high), Qt.AlignmentFlag.AlignRight
            else:
                x = time.right + away
                place, side = QRectF(x, top, self.width() - x, high), Qt.AlignmentFlag.AlignLeft
            painter.drawText(place, flags | side, self._name(picture))

    @staticmethod
    def _name(picture: SeriesPicture) -> str:
        return words.title(picture.scale) if picture.scale is not None else ""

    @staticmethod
    def _strand(picture: SeriesPicture) -> Strand:
        assert picture.scale is not None  # noqa: S101  only scales have four weeks
        return STRANDS[picture.scale]

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _apart(middles: list[float], least: float) -> list[float]:
    """Two heights moved to be at least `least` px from each other, about their middle."""
    if len(middles) < 2 or abs(middles[0] - middles[1]) >= least:
        return middles
    centre = (middles[0] + middles[1]) / 2
    first = centre - least / 2 if middles[0] <= middles[1] else centre + least / 2
    return [first, 2 * centre - first]
