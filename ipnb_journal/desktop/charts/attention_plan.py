# SPDX-License-Identifier: MIT
"""Where the rows of themes and the tiles of domains lie, at a width, with words as large as they are set."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from ipnb_journal.desktop.widgets.text import LaidText
from ipnb_journal.desktop.wording import attention as told

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.desktop.wording.attention import Count
    from ipnb_journal.domain.attention import Attention

MOST_COLUMNS = 3
ROW, THREAD = 28, 20
PAD, GAP, APART = 12, 8, 22
AFTER_DOT = 14
_SHORTEST, _AFTER_NAME, _UNDER_HEAD = 150, 18, 6
_TICKS_APART = 30
_NICE = (1, 2, 5)


class Plan(NamedTuple):
    """Everything of the picture in px; places are those of a page read from the left.

    `names`: how wide the names beside the threads are, 0 where they stand above them. `zero`, `reach`: the
    px of 0 and of the largest count. `axis`: where the counts below the threads begin.
    """

    width: float
    scale_words: LaidText
    rows: tuple[QRectF, ...]
    names: float
    zero: float
    reach: float
    axis: float
    tiles_head: float
    tiles: tuple[QRectF, ...]
    columns: int
    height: float

    def x(self, pages: float, most: int) -> float:
        """The px of a count; `most`: the largest."""
        return self.zero + (self.reach - self.zero) * pages / max(1, most)


def plan(theme: Theme, found: Attention, width: float, *, mirrored: bool = False) -> Plan:
    """Lay everything out at a width; the height follows."""
    themes, domains = told.themes(found), told.domains(found)
    names = _widest(theme, "ui", (one.name for one in themes)) + theme.space(_AFTER_NAME)
    amounts = theme.space(AFTER_DOT) + max(amount_width(theme, one) for one in themes)
    beside = width - names - amounts >= theme.space(_SHORTEST)
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    words = LaidText(told.scale(found), theme.font("small"), width, theme.line("small"), align=side)
    top = theme.line("title") + (words.height if told.scale(found) else 0) + theme.space(_UNDER_HEAD)
    high = theme.space(ROW - theme.line("ui") / theme.scale) + theme.line("ui")
    high += 0 if beside else theme.space(THREAD)
    rows = tuple(QRectF(0, top + at * high, width, high) for at in range(len(themes)))
    axis = rows[-1].bottom()
    tiles_head = axis + (theme.line("small") if found.most else 0) + theme.space(APART)
    columns, tiles = _tiles(theme, domains, width, tiles_head + theme.line("title") + theme.space(GAP))
    edge = theme.space(8)
    return Plan(
        width,
        words,
        rows,
        names if beside else 0.0,
        (names if beside else 0.0) + edge,
        width - (amounts if beside else edge),
        axis,
        tiles_head,
        tiles,
        columns,
        tiles[-1].bottom() + theme.space(2),
    )


def amount_width(theme: Theme, count: Count) -> float:
    """How wide the pages of a theme are in words, and its minutes behind them."""
    pages = advance(theme, "hint_medium", told.pages_words(count))
    minutes = told.minutes_words(count)
    return pages + (theme.space(GAP) + advance(theme, "small", minutes) if minutes else 0.0)


def advance(theme: Theme, role: str, said: str) -> float:
    """How wide words are, with a px to spare."""
    return QFontMetricsF(theme.font(role, tabular=True)).horizontalAdvance(said) + 1


def ticks(most: int, width: float, theme: Theme) -> Sequence[int]:
    """Whole counts from 0 on that are named below threads of `width` px; only 0 where nothing is counted."""
    apart = max(theme.space(_TICKS_APART), advance(theme, "small", f"{most:,}") + theme.space(16))
    power = 1
    while True:
        for nice in _NICE:
            step = nice * power
            if most / step * apart <= width:
                return range(0, most + 1, step)
        power *= 10


def _tiles(
    theme: Theme, domains: Sequence[Count], width: float, top: float
) -> tuple[int, tuple[QRectF, ...]]:
    """As many side by side as their words allow, up to three, all of one size."""
    gap, pad = theme.space(GAP), 2 * theme.space(PAD)
    second = max(
        advance(theme, "small", one.term) + theme.space(PAD) + advance(theme, "small", told.pages_words(one))
        for one in domains
    )
    least = max(_widest(theme, "ui_medium", (one.name for one in domains)), second) + pad
    columns = max(1, min(MOST_COLUMNS, int((width + gap) // (least + gap))))
    across = (width - gap * (columns - 1)) / columns
    high = theme.line("ui") + theme.line("small") + theme.space(PAD)
    places = [divmod(at, columns) for at in range(len(domains))]
    return columns, tuple(
        QRectF(column * (across + gap), top + row * (high + gap), across, high) for row, column in places
    )


def _widest(theme: Theme, role: str, words: Iterable[str]) -> float:
    return max(advance(theme, role, said) for said in words)
