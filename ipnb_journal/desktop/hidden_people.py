# SPDX-License-Identifier: MIT
"""Hidden people: listed only for somebody who knows what opens the journal, and shown again one by one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ipnb_journal.desktop.secret_question import SecretQuestion
from ipnb_journal.desktop.widgets.buttons import QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.marks import PersonMark
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.widgets.working import Working
from ipnb_journal.desktop.wording import hidden_people as words
from ipnb_journal.desktop.wording import relationships as told
from ipnb_journal.domain.people import Person
from ipnb_journal.services import access, people

if TYPE_CHECKING:
    from PySide6.QtCore import QMargins
    from PySide6.QtGui import QKeyEvent

    from ipnb_journal.desktop.charts.relationships_lens import RelationshipsLens
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.runner import Vault
    from ipnb_journal.desktop.widgets.buttons import BaseButton
    from ipnb_journal.errors import AppError

WIDTH = 460


class HiddenPeople(QStackedWidget):
    """Shows the pictures, and in their place, once it is asked, the question and the list.

    `turned` when it goes from one to the other. `put_away` forgets what was typed and who was listed.
    """

    turned = Signal()

    def __init__(self, context: Context, pictures: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._pictures = context, pictures
        theme = context.theme
        self._asked_by: QWidget | None = None
        self.title = Text(theme, "h1", words.TITLE)
        self.lead = Text(theme, "ui", words.LEAD, colour="ink2")
        self.question = SecretQuestion(theme, words.ASKED, words.HINT, words.LIST)
        self.working = Working(theme)
        self.rows: dict[int, SecondaryButton] = {}
        self._list, self._listed = QWidget(), QVBoxLayout()
        self.back = QuietButton(theme, words.BACK)
        self._inner, self._column, self._row = QWidget(), QVBoxLayout(), QHBoxLayout()
        self._build()
        self.question.answered.connect(self._try)
        self.back.clicked.connect(self.go_back)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.put_away()

    @property
    def is_asking(self) -> bool:
        """Whether the question or the list is on show."""
        return self.currentWidget() is not self._pictures

    def serve(self, lens: RelationshipsLens, unhide: BaseButton) -> None:
        """Do what is wanted of the lens; `unhide` asks for the hidden ones where there are no tiles."""
        lens.moved.connect(self._move)
        lens.hidden.connect(self._hide)
        lens.hidden_wanted.connect(lambda: self.ask(lens.acts.show_hidden))
        unhide.clicked.connect(lambda: self.ask(unhide))

    def set_room(self, room: QMargins) -> None:
        """How much to keep free at the page's edges."""
        self._row.setContentsMargins(room)

    def first_focus(self) -> QWidget:
        """Where the keyboard lands."""
        row = next(iter(self.rows.values()), None)
        return self.question.first_focus() if not self.question.isHidden() else row or self.back

    def ask(self, asked_by: QWidget | None = None) -> None:
        """Ask for what opens the journal, and list nobody before that; `asked_by` gets the keyboard back."""
        self._asked_by = asked_by
        self._show_list(None)
        self.setCurrentIndex(1)
        self.turned.emit()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Forget everything, and show the pictures."""
        self.question.wipe()
        self._settle()
        self._show_list(None)
        self.setCurrentIndex(0)
        self.turned.emit()

    def go_back(self) -> None:
        """Back to the pictures, and to what asked."""
        self.put_away()
        if self._asked_by is not None and self._asked_by.isVisible():
            self._asked_by.setFocus()

    def show_some(self) -> None:
        """Show what the list looks like, for a picture of it."""
        self.ask()
        self.show_hidden((Person(1, "", "Ana", 1, 1), Person(2, "", "Mom", 2, 2)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_asking:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _move(self, person_id: int, by: int) -> None:
        self._context.runner.run(self, lambda vault: people.move(vault, person_id, by))

    def _hide(self, person_id: int) -> None:
        """Take somebody out of sight, and say so with a way back."""
        context = self._context

        def back() -> None:
            context.runner.run(self, lambda vault: people.hide(vault, person_id, hidden=False))

        def say(person: Person) -> None:
            context.notices.say(told.HIDDEN.format(name=person.label), back)

        context.runner.run(self, lambda vault: people.hide(vault, person_id), say)

    def show_hidden(self, found: tuple[Person, ...]) -> None:
        """List these people, each with a way back."""
        self.question.wipe()
        self._settle()
        self._show_list(found)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self, typed: str, is_code: bool) -> None:
        self.question.clear()
        self.question.set_busy(True)
        self.working.begin(words.CHECKING)

        def look(vault: Vault) -> tuple[Person, ...]:
            (access.confirm_recovery_code if is_code else access.confirm)(vault, typed)
            return people.hidden(vault)

        self._context.runner.run(self, look, self._found, self._refused, latest="hidden people")

    def _found(self, found: tuple[Person, ...]) -> None:
        # whoever went elsewhere meanwhile is shown nothing
        if self.is_asking and self.isVisible():
            self.show_hidden(found)
        else:
            self.put_away()

    def _refused(self, error: AppError) -> None:
        self._settle()
        self.question.tell(words.refused(error))

    def _settle(self) -> None:
        self.working.end()
        self.question.set_busy(False)

    def _show_list(self, found: tuple[Person, ...] | None) -> None:
        """The people in place of the question; None puts the question back."""
        clear(self._listed)
        self.rows = {}
        for person in found or ():
            self._listed.addLayout(self._person_row(person))
        listed = found is not None
        self.lead.setText(words.LEAD if not listed else words.LISTED if found else words.NOBODY)
        self.question.setVisible(not listed)
        self._list.setVisible(bool(found))
        self.back.setText(words.DONE if listed else words.BACK)

    def _person_row(self, person: Person) -> QHBoxLayout:
        theme = self._context.theme
        again = SecondaryButton(theme, words.SHOW_AGAIN, small=True)
        again.setAccessibleName(words.SHOW_NAMED.format(name=person.label))
        again.clicked.connect(partial(self._show_again, person))
        self.rows[person.id] = again
        row = QHBoxLayout()
        row.setSpacing(theme.space(12))
        row.addWidget(PersonMark(theme, person.mark))
        row.addWidget(Text(theme, "ui", person.label), 1)
        row.addWidget(again)
        return row

    def _show_again(self, person: Person) -> None:
        def show(vault: Vault) -> tuple[Person, ...]:
            people.hide(vault, person.id, hidden=False)
            return people.hidden(vault)

        def shown(left: tuple[Person, ...]) -> None:
            self._context.notices.say(words.SHOWN.format(name=person.label))
            self._found(left)

        self._context.runner.run(self, show, shown)

    def _build(self) -> None:
        self._list.setLayout(self._listed)
        self._listed.setContentsMargins(0, 0, 0, 0)
        self._inner.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.title, self.lead, self.question, self._list, self.working):
            self._column.addWidget(part)
        ways = FlowLayout(self._context.theme)
        ways.addWidget(self.back)
        self._column.addLayout(ways)
        self._column.addStretch(1)
        body = QWidget()
        body.setLayout(self._row)
        self._row.addWidget(self._inner, 1)
        self._row.addStretch()
        self.addWidget(self._pictures)
        self.addWidget(Scroll(self._context.theme, body))

    def _restyle(self) -> None:
        theme = self._context.theme
        self._inner.setMaximumWidth(theme.px(WIDTH))
        self._column.setSpacing(theme.space(16))
        self._listed.setSpacing(theme.space(12))
