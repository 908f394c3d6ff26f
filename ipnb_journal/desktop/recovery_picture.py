# SPDX-License-Identifier: MIT
"""The recovery sheet as a picture: the same drawing on screen, on paper and in a PDF."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ipnb_journal.desktop.theme.fonts import build_font
from ipnb_journal.desktop.theme.tokens import SERIF, TYPE, TypeStyle
from ipnb_journal.desktop.widgets.painting import smooth
from ipnb_journal.desktop.widgets.text import LaidText
from ipnb_journal.desktop.wording import opening as say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

WIDTH, HEIGHT = 476, 730
ON_SCREEN = 664
_LEFT, _RIGHT = 56, 420
_ROWS = 7
_LINE = 36
_BODY = TypeStyle(SERIF, 15, 23)


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What stands on the sheet. `groups`: the 14 groups of the code."""

    name: str
    made: str
    mark: str
    groups: tuple[str, ...] = field(repr=False)
    raw_key_line: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of the drawing."""

    ink: QColor
    muted: QColor
    rule: QColor
    marked: QColor

    @classmethod
    def on_paper(cls) -> Inks:
        """Black on white, greys for what is beside the point."""
        black = QColor(Qt.GlobalColor.black)
        return cls(black, QColor(Qt.GlobalColor.darkGray), QColor(Qt.GlobalColor.lightGray), black)

    @classmethod
    def on_screen(cls, theme: Theme) -> Inks:
        """The colours of the theme."""
        return cls(
            theme.colour("ink"), theme.colour("ink2"), theme.colour("hairline"), theme.colour("accent")
        )


def paint_sheet(painter: QPainter, words: SheetWords, inks: Inks, asked: int | None = None) -> None:
    """Draw the sheet, `WIDTH` by `HEIGHT` units; group `asked` (from 0) is underlined."""
    y = 50.0
    y = _text(painter, "date", say.SHEET_TITLE, y, inks.ink)
    y = _text(painter, "small", say.SHEET_MADE.format(name=words.name, day=words.made), y + 4, inks.muted)
    y = _rule(painter, y + 32, inks) + 14
    for number, group in enumerate(words.groups):
        column, row = divmod(number, _ROWS)
        at = QPointF(_LEFT + column * 186, y + row * _LINE)
        _group(painter, number, group, at, inks, marked=number == asked)
    y = _rule(painter, y + _ROWS * _LINE + 14, inks) + 14
    for paragraph in say.SHEET_WORDS:
        y = _text(painter, _BODY, paragraph, y, inks.ink) + 8
    y = _text(painter, "small", say.SHEET_USE, y + 6, inks.muted)
    y = _text(painter, "small", say.SHEET_MARK.format(mark=words.mark), y, inks.muted)
    if asked is None:
        y = _text(painter, "small", say.SHEET_RAW, y + 8, inks.muted)
        _small_print(painter, words.raw_key_line, y, inks)


def _font(role: str) -> QFont:
    return build_font(TYPE[role], 1.0)


def _text(painter: QPainter, role: str | TypeStyle, text: str, y: float, ink: QColor) -> float:
    style = TYPE[role] if isinstance(role, str) else role
    laid = LaidText(text, build_font(style, 1.0), _RIGHT - _LEFT, style.line)
    painter.setPen(ink)
    laid.draw(painter, QPointF(_LEFT, y))
    return y + laid.height


def _rule(painter: QPainter, y: float, inks: Inks) -> float:
    painter.setPen(inks.rule)
    painter.drawLine(QPointF(_LEFT, y), QPointF(_RIGHT, y))
    return y


def _group(painter: QPainter, number: int, group: str, at: QPointF, inks: Inks, *, marked: bool) -> None:
    painter.setFont(_font("small"))
    painter.setPen(inks.muted)
    tag = QRectF(at.x(), at.y(), 26, _LINE)
    painter.drawText(tag, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number + 1))
    font = _font("key")
    font.setPixelSize(23)
    painter.setFont(font)
    painter.setPen(inks.ink)
    place = QRectF(at.x() + 38, at.y(), 130, _LINE)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, group)
    if marked:
        painter.fillRect(QRectF(place.x(), at.y() + _LINE - 4, 84, 2), inks.marked)


def _small_print(painter: QPainter, text: str, y: float, inks: Inks) -> None:
    font = _font("key")
    font.setPixelSize(9)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0)
    painter.setPen(inks.ink)
    LaidText(text, font, _RIGHT - _LEFT, 13).draw(painter, QPointF(_LEFT, y))


class SheetPicture(QWidget):
    """The sheet on screen, at the chosen text size, or smaller where the page is narrower than that.

    A screen reader gets every group in words.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: SheetWords | None = None
        self._asked = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_sheet(self, words: SheetWords, asked: int) -> None:
        """Show a sheet, with the group that is asked for underlined."""
        self._words, self._asked = words, asked
        groups = ", ".join(f"{number}: {' '.join(group)}" for number, group in enumerate(words.groups, 1))
        self.setAccessibleName(say.SHEET_TITLE)
        self.setAccessibleDescription(groups)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), self._theme.px(ON_SCREEN))

    def minimumSizeHint(self) -> QSize:
        return QSize(WIDTH, ON_SCREEN)

    def heightForWidth(self, width: int) -> int:
        return round(ON_SCREEN * self._scale(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._words is None:
            return
        painter = smooth(self)
        painter.scale(self._scale(self.width()), self._scale(self.width()))
        paint_sheet(painter, self._words, Inks.on_screen(self._theme), self._asked)

    def _scale(self, width: int) -> float:
        return min(self._theme.scale, width / WIDTH)

    def _restyle(self) -> None:
        self.setMaximumWidth(self._theme.px(WIDTH))
        self.updateGeometry()
        self.update()
