# SPDX-License-Identifier: MIT
"""Who a page is about: a chip for each person, any number of them, and a way to add someone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.chips import Chip
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.wording import session as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.people import Person


class PeoplePicker(QWidget):
    """The people of this journal as chips. `add_wanted(str)` asks for a new person by a label.

    Who answers it calls `show_people` with the new one among them, and `choose` to pick them.
    """

    touched = Signal()
    add_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chips: dict[int, Chip] = {}
        self._chosen: tuple[int, ...] = ()
        self._flow_host = QWidget()
        self._flow = FlowLayout(theme, self._flow_host)
        self.adder = SecondaryButton(theme, words.ADD_SOMEONE, icon="plus", small=True)
        self.adder.clicked.connect(self._start_adding)
        self._flow.addWidget(self.adder)
        self.field = NameField(theme)
        self.field.hide()
        self.field.given.connect(self._add)
        self.field.dropped.connect(self._stop_adding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        column.addWidget(self._flow_host)
        column.addWidget(self.field)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The ids of the people picked, in the order they are shown; hidden ones picked before stay."""
        shown = tuple(number for number, chip in self.chips.items() if chip.isChecked())
        return shown + tuple(number for number in self._chosen if number not in self.chips)

    def show_people(self, people: Iterable[Person]) -> None:
        """Show these people, hidden ones left out; who was chosen stays chosen."""
        chosen = self.chosen
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.adder)
        self.chips = {person.id: self._chip(person) for person in people if not person.hidden}
        self._flow.addWidget(self.adder)
        self._order_tabs()
        self.choose(chosen)

    def choose(self, people: Iterable[int]) -> None:
        """Pick exactly these people."""
        self._chosen = tuple(people)
        for number, chip in self.chips.items():
            chip.blockSignals(True)
            chip.setChecked(number in self._chosen)
            chip.blockSignals(False)
            chip.updateGeometry()

    def _chip(self, person: Person) -> Chip:
        chip = Chip(self._theme, person.label, mark=person.mark)
        chip.toggled.connect(self.touched)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _order_tabs(self) -> None:
        last: QWidget | None = None
        for widget in (*self.chips.values(), self.adder, self.field):
            if last is not None:
                QWidget.setTabOrder(last, widget)
            last = widget

    def _start_adding(self) -> None:
        self.field.show()
        self.field.start()

    def _add(self, label: str) -> None:
        self.add_wanted.emit(label)
        self._stop_adding()

    def _stop_adding(self) -> None:
        self.field.hide()
        self.adder.setFocus(Qt.FocusReason.OtherFocusReason)


class NameField(QWidget):
    """One line to name somebody by, in whatever way the person chooses; Enter adds, Esc leaves it be."""

    given = Signal(str)
    dropped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setAccessibleName(words.ADD_LABEL)
        self.line.setPlaceholderText(words.ADD_LABEL)
        self.line.setMaxLength(60)
        self.line.returnPressed.connect(self._give)
        self.take = SecondaryButton(theme, words.ADD)
        self.take.clicked.connect(self._give)
        self.drop = QuietButton(theme, words.NEVER_MIND)
        self.drop.clicked.connect(self.dropped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(8))
        row.addWidget(self.line, 1)
        row.addWidget(self.take)
        row.addWidget(self.drop)

    def start(self) -> None:
        """Empty the line and put the keyboard there."""
        self.line.clear()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
            return
        super().keyPressEvent(event)

    def _give(self) -> None:
        label = self.line.text().strip()
        if label:
            self.given.emit(label)
