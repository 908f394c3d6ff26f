# SPDX-License-Identifier: MIT
"""Placing two circles: the picture, the same in words, and a line for every value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import QuietButton
from ipnb_journal.desktop.widgets.circle_row import CircleRow
from ipnb_journal.desktop.widgets.sheet import Sheet
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.widgets.two_circles import TwoCircles
from ipnb_journal.desktop.wording import circles as words
from ipnb_journal.domain.checkins import Circles
from ipnb_journal.domain.circles import CirclePart

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ipnb_journal.desktop.theme.theme import Theme

_BESIDE, _ASIDE, _GAP = 860, 296, 40
_TWO_COLUMNS = 560
_NO_LIMIT = 16_777_215


class CirclesPane(QWidget):
    """Everything blank until touched; `touched` after each change the person made.

    Wide, the lines stand beside the picture; else below it, in two columns or in one. Everything can be
    done on the lines alone, and by keys alone. A page may stand its `foot` under the picture and its
    `after` below the lines.
    """

    touched = Signal()

    def __init__(
        self, theme: Theme, name: str = "", *, on_paper: bool = True, parent: QWidget | None = None
    ) -> None:
        """`name`: the person's label, "" for the other. `on_paper`: it lies on a sheet already."""
        super().__init__(parent)
        self._theme, self._name, self._wish_shown = theme, name, False
        self._columns, self._beside = 0, False
        self._foot: tuple[QWidget, ...] = ()
        self._after: tuple[QWidget, ...] = ()
        self._compact = self._low = False
        self.canvas = TwoCircles(theme)
        self.headline = Text(theme, "question")
        self.line = Text(theme, "small", colour="ink2")
        ground = "paper" if on_paper else "room"
        self.rows = {part: CircleRow(theme, part, ground=ground) for part in CirclePart}
        self.wish = QuietButton(theme, small=True)
        self.wish.begin_line(True)
        kept = self.wish.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.wish.setSizePolicy(kept)
        self._lay_out(on_paper)
        self.canvas.moved.connect(self._on_moved)
        for part, row in self.rows.items():
            row.answered.connect(lambda value, part=part: self._on_answered(part, value))
        self.wish.clicked.connect(self._turn_wish)
        theme.changed.connect(self._restyle)
        self.name_other(name)
        self._show_wish(False)
        self._restyle()

    def circles(self) -> Circles | None:
        """What is placed, 0 to 100 each and None where blank; None while everything is blank."""
        placed = self.canvas.circles
        return None if placed == Circles() else placed

    def show_circles(self, circles: Circles | None) -> None:
        """Show a picture placed before, or with None a blank one, without telling of it as new."""
        shown = circles or Circles()
        self.canvas.show_circles(shown)
        for part, row in self.rows.items():
            row.show_value(part.of(shown))
        self._show_wish(shown.closeness_wish is not None)
        self._tell()

    def name_other(self, name: str) -> None:
        """Whom the other circle stands for; "" for no one by name."""
        self._name = name
        self.canvas.name_other(name)
        for row in self.rows.values():
            row.ask(name)
        self._tell()

    def set_compact(self, compact: bool) -> None:
        """Make the picture smaller, where there is little height."""
        self._compact = compact
        self.canvas.set_compact(compact or self._low)

    def set_low(self, low: bool) -> None:
        """Make the picture smaller, so that its sentence is seen with it, where the window is low."""
        self._low = low
        self.canvas.set_compact(self._compact or low)

    def set_still(self, still: bool) -> None:
        """Only show what is placed, or let it be changed again."""
        self.canvas.setEnabled(not still)
        self.wish.setVisible(not still)
        for row in self.rows.values():
            row.set_still(still)

    def stand_around(self, foot: QWidget, after: QWidget) -> None:
        """Stand `foot` under the picture, or below the lines where those are under it, and `after` last."""
        self._foot, self._after = (foot,), (after,)
        for part in (foot, after):
            part.setParent(self)
        self._stand(self._beside)

    def minimumSizeHint(self) -> QSize:
        # what fits one column fits: it is folded into one where there is no more room
        parts = (self.canvas, *self.rows.values())
        sides = self._picture.contentsMargins()
        width = max(part.minimumSizeHint().width() for part in parts) + sides.left() + sides.right()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self, on_paper: bool) -> None:
        for text in (self.headline, self.line):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._holder: QWidget = QWidget() if on_paper else Sheet(self._theme)
        self._on_paper = on_paper
        self._picture = QVBoxLayout(self._holder)
        self._picture.addStretch(1)
        for part in (self.canvas, self.headline, self.line):
            self._picture.addWidget(part)
        self._picture.addStretch(1)
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(self._left, 1)
        self._row.addLayout(self._right)
        for column in (self._left, self._right):
            column.addStretch(1)
        self._stand(False)

    def _arrange(self) -> None:
        """Choose beside or below, and how many columns, by the room there is for the text."""
        theme, width = self._theme, self.width()
        beside = width >= theme.px(_BESIDE)
        columns = 1 if beside or width < theme.px(_TWO_COLUMNS) else 2
        if beside != self._beside:
            self._stand(beside)
        self._row.setSpacing(theme.space(_GAP) if beside else 0)
        self._grid.setVerticalSpacing(theme.space(12 if beside else 20))
        for part in (self._lines, *self._after):
            part.setMinimumWidth(theme.px(_ASIDE) if beside else 0)
            part.setMaximumWidth(theme.px(_ASIDE) if beside else _NO_LIMIT)
        if columns != self._columns:
            self._columns = columns
            self._fill_grid(columns)

    def _stand(self, beside: bool) -> None:
        """Put the parts into one column or into two, in the order they are read in."""
        self._beside = beside
        columns: tuple[tuple[QWidget, ...], ...] = (
            ((self._holder, *self._foot), (self._lines, *self._after))
            if beside
            else ((self._holder, self._lines, *self._foot, *self._after), ())
        )
        for part in (part for parts in columns for part in parts):
            for column in (self._left, self._right):
                column.removeWidget(part)
        for column, parts in zip((self._left, self._right), columns, strict=True):
            for at, part in enumerate(parts):
                column.insertWidget(at, part)

    def _fill_grid(self, columns: int) -> None:
        for laid in (*self.rows.values(), self.wish):
            self._grid.removeWidget(laid)
        two = columns == 2
        places = {
            CirclePart.CLOSENESS: (0, 0),
            CirclePart.EDGE_ME: (1, 0),
            CirclePart.EDGE_OTHER: (1, 1) if two else (2, 0),
            CirclePart.BRIDGE: (0, 1) if two else (3, 0),
            CirclePart.WISH: (2, 0) if two else (4, 0),
        }
        # in the order they are read in, which Tab follows
        for part, (row, column) in sorted(places.items(), key=lambda item: item[1]):
            self._grid.addWidget(self.rows[part], row, column)
        self._grid.addWidget(self.wish, 3 if two else 5, 0, 1, columns, Qt.AlignmentFlag.AlignLeft)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _on_moved(self, part: CirclePart, value: float | None) -> None:
        self.rows[part].show_value(value)
        self._tell()
        self.touched.emit()

    def _on_answered(self, part: CirclePart, value: float | None) -> None:
        self.canvas.show_circles(part.put(self.canvas.circles, value))
        self._tell()
        self.touched.emit()

    def _turn_wish(self) -> None:
        """Offer the wished place, or take it away with what was placed there."""
        placed = self.canvas.circles.closeness_wish is not None
        self._show_wish(not self._wish_shown)
        if self._wish_shown:
            self.rows[CirclePart.WISH].slider.setFocus(Qt.FocusReason.OtherFocusReason)
        elif placed:
            self.rows[CirclePart.WISH].show_value(None)
            self._on_answered(CirclePart.WISH, None)

    def _show_wish(self, wanted: bool) -> None:
        self._wish_shown = wanted
        self.rows[CirclePart.WISH].setVisible(wanted)
        self.wish.setText(words.DROP_WISH if wanted else words.ADD_WISH)
        self.canvas.show_wish(wanted)

    def _tell(self) -> None:
        circles = self.canvas.circles
        for text, told in (
            (self.headline, words.headline(circles, self._name)),
            (self.line, words.lines(circles)),
        ):
            # the same words set anew would lay the whole page again with each step of a drag
            if told != text.text():
                text.setText(told)
        self.canvas.tell(words.sentence(circles, self._name))

    def _restyle(self) -> None:
        theme = self._theme
        for column in (self._left, self._right):
            column.setSpacing(theme.space(24))
        self._grid.setHorizontalSpacing(theme.space(32))
        self._picture.setSpacing(theme.space(4))
        side, top, foot = (0, 0, 0) if self._on_paper else (24, 24, 28)
        self._picture.setContentsMargins(*(theme.space(n) for n in (side, top, side, foot)))
        # an empty one keeps its line, so that the first word moves nothing below it
        self.headline.setMinimumHeight(theme.line("question"))
        self.line.setMinimumHeight(theme.line("small"))
        self._arrange()
