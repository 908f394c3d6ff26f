# SPDX-License-Identifier: MIT
"""The two circles with a line for every value, and the picture in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.buttons import IconButton, LinkButton
from ipnb_journal.desktop.widgets.slider import CordSlider
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.widgets.two_circles import TwoCircles
from ipnb_journal.desktop.wording import circles as words
from ipnb_journal.domain.checkins import Circles

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme

STEP = 5
_FIELDS = ("closeness", "edge_me", "edge_other", "bridge", "closeness_wish")


class ValueRow(QWidget):
    """One value: its name, a line to set it on, and a step less or more. Blank until touched."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, ends: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Text(theme, "label", name)
        self.slider = CordSlider(theme)
        self.slider.describe(" – ".join(ends))
        self.less, self.more = (
            IconButton(theme, "minus", name, boxed=True),
            IconButton(theme, "plus", name, boxed=True),
        )
        self.less.clicked.connect(lambda: self._step(-STEP))
        self.more.clicked.connect(lambda: self._step(STEP))
        self.slider.answered.connect(lambda _: self.changed.emit())
        line = QHBoxLayout()
        line.setSpacing(theme.space(4))
        for part in (self.less, self.slider, self.more):
            line.addWidget(part, 1 if part is self.slider else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.name)
        column.addLayout(line)
        below = QHBoxLayout()
        below.addWidget(Text(theme, "small", ends[0], colour="ink2", wrap=False))
        below.addStretch(1)
        below.addWidget(Text(theme, "small", ends[1], colour="ink2", wrap=False))
        column.addLayout(below)
        self.call(name)

    def call(self, name: str) -> None:
        """Give the value its name, also for a screen reader."""
        self.name.setText(name)
        self.slider.setAccessibleName(name)
        for button, said in ((self.less, words.LESS), (self.more, words.MORE)):
            button.setAccessibleName(said.format(name=name))

    def _step(self, by: int) -> None:
        now = self.slider.answer()
        self.slider.set_answer(max(0, min(100, (50 if now is None else now) + by)))
        self.changed.emit()


class CirclesPane(QWidget):
    """Everything about one picture. `touched`: something was placed."""

    touched = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._other = theme, ""
        self.picture = TwoCircles(theme)
        self.picture.setAccessibleName(words.PICTURE)
        self.sentence = Text(theme, "list_title", words.NOT_YET)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.rows = {
            "closeness": ValueRow(theme, words.NEAR, words.NEAR_ENDS),
            "bridge": ValueRow(theme, words.BRIDGE, words.BRIDGE_ENDS),
            "edge_me": ValueRow(theme, words.MY_EDGE, words.EDGE_ENDS),
            "edge_other": ValueRow(theme, words.their_edge(""), words.EDGE_ENDS),
            "closeness_wish": ValueRow(theme, words.WISH, words.WISH_ENDS),
        }
        self.wish = LinkButton(theme, words.WISH_SHOW)
        self._build()
        self.picture.placed.connect(self._placed)
        for row in self.rows.values():
            row.changed.connect(self._set)
        self.wish.clicked.connect(self._turn_wish)
        self._show_wish(False)

    def circles(self) -> Circles | None:
        """What is placed, None while nothing is."""
        placed = self._values()
        return None if placed == Circles() else placed

    def show_circles(self, circles: Circles | None) -> None:
        """Show a picture, or none."""
        shown = circles or Circles()
        self.picture.show_circles(shown)
        for name, row in self.rows.items():
            value = getattr(shown, name)
            row.slider.set_answer(None if value is None else round(value))
        self._show_wish(shown.closeness_wish is not None)
        self._say()

    def name_other(self, label: str) -> None:
        """Call the second circle by a person's label, "" for nobody in particular."""
        self._other = label
        self.rows["edge_other"].call(words.their_edge(label))
        self.picture.name_other(label)
        self._say()

    def set_compact(self, compact: bool) -> None:
        """Lay the lines below each other, under a smaller picture."""
        self.picture.set_compact(compact)
        for at, row in enumerate(self.rows.values()):
            self._grid.removeWidget(row)
            self._grid.addWidget(row, *((at, 0) if compact else divmod(at, 2)))
        self._grid.setColumnStretch(1, 0 if compact else 1)

    def _build(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(6))
        for part in (self.picture, self.sentence):
            column.addWidget(part)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.space(32))
        self._grid.setVerticalSpacing(theme.space(14))
        self._grid.setColumnStretch(0, 1)
        column.addLayout(self._grid)
        column.addWidget(self.wish, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_compact(False)

    def _values(self) -> Circles:
        exact = self.picture.circles
        kept: dict[str, float | None] = {}
        for name in _FIELDS:
            shown, held = self.rows[name].slider.answer(), getattr(exact, name)
            kept[name] = held if held is not None and shown == round(held) else shown
        return Circles(**kept)

    def _placed(self, circles: Circles) -> None:
        for name, row in self.rows.items():
            value = getattr(circles, name)
            row.slider.set_answer(None if value is None else round(value))
        self._tell()

    def _set(self) -> None:
        self.picture.show_circles(self._values())
        self._tell()

    def _tell(self) -> None:
        self._say()
        announce(self.picture, self.sentence.text())
        self.touched.emit()

    def _say(self) -> None:
        self.sentence.setText(words.sentence(self._values(), self._other))
        self.picture.setAccessibleDescription(self.sentence.text())

    def _turn_wish(self) -> None:
        shown = self.rows["closeness_wish"].isHidden()
        if not shown and self.rows["closeness_wish"].slider.answer() is not None:
            self.rows["closeness_wish"].slider.set_answer(None)
            self._set()
        self._show_wish(shown)

    def _show_wish(self, shown: bool) -> None:
        self.rows["closeness_wish"].setVisible(shown)
        self.wish.setText(words.WISH_HIDE if shown else words.WISH_SHOW)
