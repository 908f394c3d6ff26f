# SPDX-License-Identifier: MIT
"""What every chart has beside its picture: the same in words, a table twin, and what stands behind a mark."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import Signal

from ipnb_journal.desktop.charts.canvas import Canvas
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.desktop.wording import taking_along

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.desktop.wording.chart_tables import ChartTable, Said


class PaperShape(NamedTuple):
    """How a chart is put on A4. `lies`: on the sheet's long side; `ratio`: how high by how wide, at most."""

    lies: bool = False
    ratio: float = 0.74


class ChartView(Canvas):
    """A chart that a ChartFrame can show.

    A subclass takes its picture in a method `show_picture(picture, ..., tag="")` of its own, which ends with
    `self.shown(tag)`. `opened` gives what `behind` says of a stop: a Window of days whose pages are wanted,
    or another thing that the page knows to open. The accessible description is the text "In words".

    `row_kinds`: the kinds of rows its table can have, key and words, the first one at the start; () for one
    kind. `on_sheet`: whether it wants a sheet under it; `grows`: whether it is as high as its width asks for,
    and the page scrolls over it. `open_words`: what the link under a stop says, `open_row_words` the same for
    a row of each kind. `table_note`: what has to be said under its table; `about`: what its numbers are,
    `made` the same in a line for paper.

    A chart that can be printed and saved names its `paper_shape` and makes a copy of itself in `on_paper`;
    that copy is never shown, only its `draw` is called, with the size there is on paper.
    """

    opened = Signal(object)

    row_kinds: ClassVar[tuple[tuple[str, str], ...]] = ()
    on_sheet: ClassVar[bool] = True
    grows: ClassVar[bool] = False
    open_words: ClassVar[str] = words.OPEN_DAY
    hint: ClassVar[str] = words.READOUT_HINT
    table_note: ClassVar[str] = words.SLIDER_ENDS
    about: ClassVar[str] = words.ABOUT_TEXT
    made: ClassVar[str] = taking_along.MADE
    paper_shape: ClassVar[PaperShape | None] = None

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """`name`: what the chart is called, for a screen reader and as the caption of a picture of it."""
        super().__init__(theme, name, parent)
        self._tag = ""
        self.chosen.connect(self._open)

    @property
    def tag(self) -> str:
        """The words that stay in the corner, such as "Made-up data"; "" for none."""
        return self._tag

    @abstractmethod
    def said(self, *, table: bool = False, rows: str = "") -> Said:
        """The three texts beside the chart, or beside its table with rows of a kind."""

    @abstractmethod
    def table(self, rows: str = "") -> ChartTable:
        """The drawn values as rows of a kind."""

    @abstractmethod
    def behind(self, stop: int) -> object:
        """What can be opened from a stop, None for nothing."""

    def row_behind(self, stop: int, rows: str = "") -> object:
        """What the table's row of a kind that holds this stop opens, None for no row."""
        return self.behind(stop)

    def open_words_at(self, stop: int) -> str:
        """What the link says while the cursor is at a stop."""
        return self.open_words

    def open_row_words(self, rows: str = "") -> str:
        """What the link under the table says."""
        return self.open_words

    @property
    def is_personal(self) -> bool:
        """Whether the picture on show holds people's labels or the person's own words."""
        return False

    def when(self) -> str:
        """The days drawn, in words with their years; "" where there are none to tell."""
        return ""

    def on_paper(self, theme: Theme, *, named: bool = False) -> ChartView:
        """A new view of the same class with the same picture and tag in the colours of `theme`.

        Unless `named` the copy holds nothing that `is_personal` speaks of, neither drawn nor in `said`.
        A class without a `paper_shape` is never asked.
        """
        raise NotImplementedError

    def shown(self, tag: str) -> None:
        """Tell of a new picture: to be called when one was taken."""
        self._tag = tag
        self.setAccessibleDescription(self.said().in_words)
        self.updateGeometry()
        self.redraw()

    def _open(self, stop: int) -> None:
        found = self.behind(stop)
        if found is not None:
            self.opened.emit(found)
