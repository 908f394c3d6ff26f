# SPDX-License-Identifier: MIT
"""What a Look-back could be about: one of several, each with the days there are or what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.choices import RadioButton
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.one_stop import one_stop
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import look_back as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.services.looking_back import LookChoice


_WIDEST = 260


class LookChoices(QWidget):
    """In general first, then people in their own order. Who has too few days can be read, not chosen."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[LookChoice, ...] = ()
        self.rows: list[RadioButton | Text] = []
        self._lines: list[Text] = []
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(words.WHOM)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def chosen(self) -> LookChoice | None:
        """The one chosen; None where none can be."""
        found = self._group.checkedId()
        return self._shown[found] if found >= 0 else None

    def first(self) -> QWidget | None:
        """Where the keyboard lands: on the one chosen."""
        return self._group.checkedButton()

    def show_choices(self, choices: Sequence[LookChoice]) -> None:
        """Show these; who was chosen stays chosen where that is possible, else the first that has enough."""
        if tuple(choices) == self._shown:
            return
        before = self.chosen
        self._empty()
        self._shown = tuple(choices)
        for number, choice in enumerate(choices):
            self._add(number, choice)
        open_ones = [number for number, choice in enumerate(choices) if choice.open]
        person = before.person if before is not None else None
        same = [number for number in open_ones if choices[number].person == person]
        for number in (same or open_ones)[:1]:
            self._group.button(number).setChecked(True)
        one_stop(self._group)
        self._group.buttonToggled.connect(self.changed)
        self._restyle()

    def _empty(self) -> None:
        clear(self._column)
        self.rows, self._lines = [], []
        self._group.deleteLater()
        self._group = QButtonGroup(self)

    def _add(self, number: int, choice: LookChoice) -> None:
        theme = self._theme
        name = words.whom(choice.person.label if choice.person is not None else "")
        told = words.days(
            choice.recent_days, choice.base_days, words.ENOUGH if choice.open else words.NOT_YET
        )
        line = Text(theme, "small", told, colour="ink2")
        row: RadioButton | Text = Text(theme, "ui", name, colour="ink2")
        if choice.open:
            row = RadioButton(theme, self._cut(name))
            row.setAccessibleName(name)
            row.setAccessibleDescription(told)
            self._group.addButton(row, number)
        self.rows.append(row)
        self._lines.append(line)
        self._column.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft if choice.open else Qt.AlignmentFlag(0))
        self._column.addWidget(line)
        for part in (row, line):
            part.show()

    def _cut(self, name: str) -> str:
        """A name no wider than a row of it may be."""
        metrics = QFontMetrics(self._theme.font("ui_strong"))
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, self._theme.px(_WIDEST))

    def _restyle(self) -> None:
        space = self._theme.space
        self._column.setSpacing(0)
        indent = self._theme.px(22) + space(11)
        for row, line in zip(self.rows, self._lines, strict=True):
            line.setContentsMargins(indent, space(2), 0, space(8))
            if isinstance(row, Text):
                row.setContentsMargins(indent, space(4), 0, 0)
