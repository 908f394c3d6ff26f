# SPDX-License-Identifier: MIT
"""Who a page is about: a chip for each person, any number of them, and a way to add someone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.chips import ChipGroup
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.wording import session as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.people import Person

LABEL_LENGTH = 60


class PeoplePicker(QWidget):
    """The people of this journal as chips. `add_wanted(str)` asks for a new person by a label.

    Who answers it calls `show_people` with the new one among them, and `choose` to pick them.
    """

    touched = Signal()
    add_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: tuple[int, ...] = ()
        self._kept: tuple[int, ...] = ()
        self._labels: dict[int, str] = {}
        self.chips = ChipGroup(theme, name=words.WHO)
        self.chips.changed.connect(self.touched)
        self.adder = SecondaryButton(theme, words.ADD_SOMEONE, icon="plus", small=True)
        self.adder.clicked.connect(self._start_adding)
        self.field = NameField(theme)
        self.field.hide()
        self.field.given.connect(self._add)
        self.field.dropped.connect(self._stop_adding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(10))
        column.addWidget(self.chips)
        column.addWidget(self.adder, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.field)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The ids of the people picked, in the order shown; somebody picked who is not shown stays picked."""
        return (*(number for number in self.chips.chosen() if isinstance(number, int)), *self._kept)

    @property
    def only_label(self) -> str:
        """What the one person picked is called; "" where nobody or several are."""
        chosen = self.chosen
        return self._labels.get(chosen[0], "") if len(chosen) == 1 else ""

    def show_people(self, people: Iterable[Person]) -> None:
        """Show these people, hidden ones left out; who was chosen stays chosen."""
        chosen, everybody = self.chosen, tuple(people)
        shown = [person for person in everybody if not person.hidden]
        self._labels = {person.id: person.label for person in everybody}
        self.chips.set_options(
            [(person.id, person.label) for person in shown], {person.id: person.mark for person in shown}
        )
        self.chips.setVisible(bool(shown))
        self._order = tuple(person.id for person in shown)
        self.choose(chosen)

    def choose(self, people: Iterable[int]) -> None:
        """Pick exactly these people."""
        wanted = tuple(people)
        self.chips.choose(wanted)
        self._kept = tuple(number for number in wanted if number not in self._order)

    def first_focus(self) -> QWidget:
        """The first person, or the way to add one where there is nobody yet."""
        return self.chips.chip(self._order[0]) if self._order else self.adder

    def _start_adding(self) -> None:
        self.adder.hide()
        self.field.show()
        self.field.start()

    def _add(self, label: str) -> None:
        self._stop_adding()
        self.add_wanted.emit(label)

    def _stop_adding(self) -> None:
        self.adder.show()
        self.adder.setFocus(Qt.FocusReason.TabFocusReason)
        self.field.hide()


class NameField(QWidget):
    """One line to name somebody by, in whatever way the person chooses; Enter adds, Esc leaves it be."""

    given = Signal(str)
    dropped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = Field(theme, words.ADD_LABEL)
        self.field.line.setMaxLength(LABEL_LENGTH)
        self.field.submitted.connect(self._give)
        self.take = SecondaryButton(theme, words.ADD)
        self.take.clicked.connect(self._give)
        self.drop = QuietButton(theme, words.NEVER_MIND)
        self.drop.clicked.connect(self.dropped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(10))
        row.addWidget(self.field, 1)
        for button in (self.take, self.drop):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)

    def start(self) -> None:
        """Empty the line and put the keyboard there."""
        self.field.set_text("")
        self.field.line.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
            return
        super().keyPressEvent(event)

    def _give(self) -> None:
        label = self.field.text().strip()
        if label:
            self.given.emit(label)
