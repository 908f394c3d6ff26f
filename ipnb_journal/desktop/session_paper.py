# SPDX-License-Identifier: MIT
"""The sheet for a session on paper: large type, lines to write on where nothing is said, a picture below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QSizeF

from ipnb_journal.desktop.chart_export import ChartBlock, caption_of
from ipnb_journal.desktop.paper import LONG_SIDE, MARGIN, SHORT_SIDE, Paper
from ipnb_journal.desktop.widgets.painting import pen
from ipnb_journal.desktop.widgets.text import LaidText
from ipnb_journal.desktop.wording import session_sheet as words
from ipnb_journal.desktop.wording import taking_along

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.charts.view import ChartView
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.services.session_sheet import SessionSheet

_WIDTH, _HEIGHT = SHORT_SIDE - 2 * MARGIN, LONG_SIDE - 2 * MARGIN
_LARGE = (30, 28, 26, 24, 22, 20, 18, 16, 14)
_LEADING, _NUMBER, _APART, _HEAD_APART = 1.4, 38, 18, 24
_RULES, _RULES_WITH_PICTURE, _RULE_APART = 3, 1, 42
_PICTURE = 560
_GAP = 26


class _Piece(NamedTuple):
    laid: LaidText
    at: QPointF
    role: str


def session_paper(sheet: SessionSheet, theme: Theme, chart: ChartView | None = None) -> Paper:
    """One upright page. `theme`: one made by `Theme.on_paper`; `chart`: put below with its caption."""
    most = _HEIGHT - (_PICTURE + _GAP if chart is not None else _GAP)
    rules = _RULES if chart is None else _RULES_WITH_PICTURE
    layout = _Layout(sheet, theme, _LARGE[0], rules)
    for px in _LARGE[1:]:
        if layout.height <= most:
            break
        layout = _Layout(sheet, theme, px, rules)
    below = layout.height + _GAP
    block = None
    if chart is not None:
        block = ChartBlock(chart, theme, caption_of(chart), _WIDTH, _HEIGHT - below)

    def paint(painter: QPainter) -> None:
        painter.save()
        painter.translate(MARGIN, MARGIN)
        layout.paint(painter)
        if block is not None:
            block.paint(painter, QPointF(0, below))
        painter.restore()

    picture = "" if chart is None else taking_along.description(caption_of(chart))
    return Paper(QSizeF(SHORT_SIDE, LONG_SIDE), paint, words=words.description(sheet.words, picture))


class _Layout:
    """The texts in a type of `px`, and `rules` lines where a text is empty."""

    def __init__(self, sheet: SessionSheet, theme: Theme, px: int, rules: int) -> None:
        self._theme, self._px, self._count = theme, px, rules
        self._pieces: list[_Piece] = []
        self._rules: list[QLineF] = []
        self.height = 0.0
        self._put(words.ON_SHEET, "display", 0, "ink")
        self._head(words.ON_SHEET_THINGS)
        for number, thing in enumerate(sheet.things, 1):
            self._answer(thing, str(number))
        self._head(words.ON_SHEET_QUESTION)
        self._answer(sheet.question, "")

    def paint(self, painter: QPainter) -> None:
        painter.setPen(pen(self._theme.colour("control"), 1, flat=True))
        painter.drawLines(self._rules)
        for piece in self._pieces:
            painter.setPen(self._theme.colour(piece.role))
            piece.laid.draw(painter, piece.at)

    def _head(self, said: str) -> None:
        self.height += _HEAD_APART
        self._put(said, "heading", 0, "ink2")
        self.height += _APART / 2

    def _answer(self, said: str, number: str) -> None:
        inset = _NUMBER if number else 0
        if number:
            laid = self._laid(number, "date", _NUMBER)
            self._pieces.append(_Piece(laid, QPointF(0, self.height), "ink2"))
        if said.strip():
            laid = self._laid(" ".join(said.split()), "date", _WIDTH - inset)
            self._pieces.append(_Piece(laid, QPointF(inset, self.height), "ink"))
            self.height += laid.height
        else:
            for _ in range(self._count):
                self.height += _RULE_APART
                self._rules.append(QLineF(inset, self.height, _WIDTH, self.height))
        self.height += _APART

    def _laid(self, said: str, role: str, wide: float) -> LaidText:
        font = self._theme.font(role)
        font.setPixelSize(self._px)
        return LaidText(said, font, wide, round(self._px * _LEADING))

    def _put(self, said: str, role: str, inset: float, colour: str) -> None:
        laid = LaidText(said, self._theme.font(role), _WIDTH - inset, self._theme.line(role))
        self._pieces.append(_Piece(laid, QPointF(inset, self.height), colour))
        self.height += laid.height
