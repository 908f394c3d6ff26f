# SPDX-License-Identifier: MIT
"""The eight items on paper, four at a time, and the answers given so far for each person in mind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.sheet import Rule, Sheet
from ipnb_journal.desktop.widgets.slider_row import SLIDER_INSET, SliderRow
from ipnb_journal.desktop.wording import check_in as words
from ipnb_journal.domain.checkins import MAY_NOT_APPLY, Item

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme

PART = 4


@dataclass(frozen=True, slots=True)
class Given:
    """Answers as they stand. A blank item is in neither."""

    answers: Mapping[Item, float] = field(default_factory=dict)
    does_not_apply: frozenset[Item] = frozenset()

    @property
    def is_blank(self) -> bool:
        """Whether nothing was answered at all."""
        return not self.answers and not self.does_not_apply


class CheckInSheet(Sheet):
    """Two parts of four sliders; `changed` after any of them was set or left blank."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.rows: dict[Item, SliderRow] = {}
        self._rules: list[QVBoxLayout] = []
        self._parts = _Parts()
        for first in range(0, len(Item), PART):
            self._parts.addWidget(self._part(tuple(Item)[first : first + PART]))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._parts)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def part(self) -> int:
        """Which four are shown, 0 or 1."""
        return self._parts.currentIndex()

    def show_part(self, part: int) -> None:
        """Show the first or the second four."""
        self._parts.setCurrentIndex(part)
        self._parts.updateGeometry()

    @property
    def first_slider(self) -> QWidget:
        """The first slider of the part that is shown."""
        return self.rows[tuple(Item)[self.part * PART]].slider

    @property
    def given(self) -> Given:
        """The answers as they stand."""
        answers = {item: float(row.answer) for item, row in self.rows.items() if row.answer is not None}
        return Given(answers, frozenset(item for item, row in self.rows.items() if row.does_not_apply))

    def ask(self, name: str | None) -> None:
        """Ask in general, or about the person shown as `name`."""
        for item, row in self.rows.items():
            row.ask(words.wording(item, name))

    def set_narrow(self, narrow: bool) -> None:
        """Lay each item out for little width."""
        for row in self.rows.values():
            row.set_narrow(narrow)

    def show_given(self, given: Given) -> None:
        """Show answers given before."""
        for item, row in self.rows.items():
            row.show_answer(given.answers.get(item), does_not_apply=item in given.does_not_apply)

    def show_last(self, answers: Mapping[Item, float]) -> None:
        """Mark faintly what was answered last time."""
        for item, row in self.rows.items():
            row.show_last(answers.get(item))

    def _part(self, items: tuple[Item, ...]) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for item in items:
            row = SliderRow(self._theme, item, may_not_apply=item in MAY_NOT_APPLY)
            row.changed.connect(self.changed)
            if column.count():
                column.addLayout(self._rule())
            column.addWidget(row, 1)
            self.rows[item] = row
        return part

    def _rule(self) -> QVBoxLayout:
        between = QVBoxLayout()
        between.addWidget(Rule(self._theme))
        self._rules.append(between)
        return between

    def _dress(self) -> None:
        theme = self._theme
        inset = round(SLIDER_INSET * theme.scale)
        for between in self._rules:
            between.setContentsMargins(inset, 0, inset, 0)
        side = max(theme.space(8), theme.space(48) - round(SLIDER_INSET * theme.scale))
        self._column.setContentsMargins(side, theme.space(8), side, theme.space(12))


class _Parts(QStackedWidget):
    """As high as the part that is shown."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        shown = self.currentWidget()
        return shown.heightForWidth(width) if shown is not None else 0

    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else QSize()
