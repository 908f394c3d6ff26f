# SPDX-License-Identifier: MIT
"""The ground of the plane: two sets of threads, the frame, words in the corners and beside the axes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from ipnb_journal.desktop.charts.strands import STRANDS
from ipnb_journal.desktop.widgets.painting import pen
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.desktop.wording import plane as told
from ipnb_journal.domain.checkins import Scale

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.theme.theme import Theme

PATCH_ALPHA = 0.93
_STEPS = (14, 15, 13, 16)
_PALEST, _DEEPEST = 0.05, 0.30
_THIN, _THICK = 0.8, 1.7
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignAbsolute
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


class Square(NamedTuple):
    """Values 0 to 100, always all of them, to px: being myself to the right, in touch upwards.

    It is not mirrored on a page that reads from right to left: neither axis is time.
    """

    left: float
    top: float
    side: float

    @property
    def plot(self) -> QRectF:
        """The area between the axes."""
        return QRectF(self.left, self.top, self.side, self.side)

    def at(self, being_myself: float, in_touch: float) -> QPointF:
        """Where two values lie."""
        across, up = being_myself / 100 * self.side, in_touch / 100 * self.side
        return QPointF(self.left + across, self.top + self.side - up)


def thread_step(side: float) -> int:
    """How many px apart threads lie, so that they come out most nearly even over `side` px."""
    return min(_STEPS, key=lambda step: side % step)


def axis_width(theme: Theme) -> float:
    """The px the words beside an axis take along it."""
    return max(sum(wide for _, _, wide in _axis_parts(theme, scale)) for scale in words_by_axis())


def words_by_axis() -> tuple[Scale, Scale]:
    """The scales across and up."""
    return Scale.DIFFERENTIATION, Scale.LINKAGE


def paint_ground(painter: QPainter, theme: Theme, square: Square) -> None:
    """Threads (plain lines at 0, 50 and 100 with strong contrast), frame, diagonal, words."""
    painter.save()
    if theme.strong:
        _paint_grid(painter, theme, square)
    else:
        _paint_threads(painter, theme, square)
    painter.setPen(pen(theme.colour("control"), 1, flat=True))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(_crisp(square.plot))
    _paint_diagonal(painter, theme, square)
    _paint_corners(painter, theme, square)
    _paint_axes(painter, theme, square)
    painter.restore()


def patch(painter: QPainter, theme: Theme, place: QRectF) -> None:
    """A little paper for words that stand on threads."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("paper", 1.0 if theme.strong else PATCH_ALPHA))
    painter.drawRoundedRect(place, 3, 3)


def _paint_threads(painter: QPainter, theme: Theme, square: Square) -> None:
    """The further along an axis, the thicker its threads; on whole px, so that none shimmers."""
    plot, count = square.plot, max(1, round(square.side / thread_step(square.side)))
    across, up = (STRANDS[scale].role for scale in words_by_axis())
    for each in range(count):
        share = (each + 0.5) / count
        alpha = _PALEST + (_DEEPEST - _PALEST) * share**1.8
        wide = _THIN + (_THICK - _THIN) * share
        at = square.at(100 * share, 100 * share)
        x, y = round(at.x()) + 0.5, round(at.y()) + 0.5
        painter.fillRect(QRectF(plot.left(), y - wide / 2, plot.width(), wide), theme.colour(up, alpha))
        painter.fillRect(QRectF(x - wide / 2, plot.top(), wide, plot.height()), theme.colour(across, alpha))


def _paint_grid(painter: QPainter, theme: Theme, square: Square) -> None:
    painter.setPen(pen(theme.colour("hairline"), 1, flat=True))
    middle, plot = square.at(50, 50), square.plot
    x, y = round(middle.x()) + 0.5, round(middle.y()) + 0.5
    painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))
    painter.drawLine(QLineF(plot.left(), y, plot.right(), y))


def _paint_diagonal(painter: QPainter, theme: Theme, square: Square) -> None:
    """Faint, with its caption along it: a place like any other, not a course to keep."""
    painter.setPen(pen(theme.colour("control", 1.0 if theme.strong else 0.6), 1, (2, 5), flat=True))
    painter.drawLine(QLineF(square.at(0, 0), square.at(100, 100)))
    painter.save()
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(theme.font("small"))
    wide = metrics.horizontalAdvance(told.EQUAL_PARTS) + theme.space(8)
    painter.translate(square.at(25, 25))
    painter.rotate(-45)
    place = QRectF(-wide / 2, theme.space(3), wide, metrics.height())
    patch(painter, theme, place)
    painter.setPen(theme.colour("ink2"))
    painter.drawText(place, _MIDDLE, told.EQUAL_PARTS)
    painter.restore()


def _paint_corners(painter: QPainter, theme: Theme, square: Square) -> None:
    sides = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    left, right = sides
    plot = square.plot
    for words_there, side, at_top in (
        (told.LITTLE, left, False),
        (told.MYSELF, right, False),
        (told.IN_TOUCH, left, True),
        (told.BOTH, right, True),
    ):
        said = _broken(theme, plot, words_there)
        place = _corner(theme, plot, said, side is right, at_top)
        patch(painter, theme, place)
        painter.setFont(theme.font("journal"))
        painter.setPen(theme.colour("ink"))
        inner = place.adjusted(theme.space(8), 0, -theme.space(8), 0)
        painter.drawText(inner, _WRAPPED | side | Qt.AlignmentFlag.AlignVCenter, said)


def _broken(theme: Theme, plot: QRectF, said: str) -> str:
    """The words on one line where half the plot holds it, else broken at their comma."""
    fits = QFontMetricsF(theme.font("journal")).horizontalAdvance(said) <= _most(theme, plot)
    return said if fits else said.replace(", ", ",\n")


def _most(theme: Theme, plot: QRectF) -> float:
    return max(1.0, plot.width() / 2 - theme.space(32))


def _corner(theme: Theme, plot: QRectF, said: str, at_right: bool, at_top: bool) -> QRectF:
    """Where a corner's words stand."""
    inset, pad = theme.space(8), theme.space(8)
    metrics = QFontMetricsF(theme.font("journal"))
    needed = metrics.boundingRect(QRectF(0, 0, _most(theme, plot), 9999), _WRAPPED, said)
    wide, high = needed.width() + 2 * pad + 2, needed.height() + theme.space(6)
    x = plot.right() - inset - wide if at_right else plot.left() + inset
    y = plot.top() + inset if at_top else plot.bottom() - inset - high
    return QRectF(x, y, wide, high)


def _paint_axes(painter: QPainter, theme: Theme, square: Square) -> None:
    """The plain name, the technical term beside it and an arrow towards more."""
    plot, away = square.plot, theme.space(8)
    across, up = words_by_axis()
    _paint_axis(painter, theme, across, QPointF(plot.center().x(), plot.bottom() + away))
    painter.save()
    painter.translate(plot.left() - away - theme.line("small"), plot.center().y())
    painter.rotate(-90)
    _paint_axis(painter, theme, up, QPointF(0, 0))
    painter.restore()


def _paint_axis(painter: QPainter, theme: Theme, scale: Scale, top: QPointF) -> None:
    parts = _axis_parts(theme, scale)
    x = top.x() - sum(wide for _, _, wide in parts) / 2
    painter.setFont(theme.font("small"))
    for said, role, wide in parts:
        painter.setPen(theme.colour(role))
        painter.drawText(QRectF(x, top.y(), wide + 2, theme.line("small")), _ONE_LINE, said)
        x += wide


def _axis_parts(theme: Theme, scale: Scale) -> list[tuple[str, str, float]]:
    """Words, colour role and px of each part."""
    metrics = QFontMetricsF(theme.font("small"))
    parts = ((f"{words.MORE} {words.NAMES[scale]}", "ink"), (words.TERMS[scale], "ink2"), ("→", "ink2"))
    return [(said, role, metrics.horizontalAdvance(said) + theme.space(8)) for said, role in parts]


def _crisp(place: QRectF) -> QRectF:
    left, top = round(place.left()) + 0.5, round(place.top()) + 0.5
    return QRectF(left, top, round(place.width()) - 1, round(place.height()) - 1)
