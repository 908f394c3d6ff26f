# SPDX-License-Identifier: MIT
"""A free page on the sheet: perhaps a title, what it is about, and paper; for a guided page all it holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.fields import Field, Line
from ipnb_journal.desktop.widgets.growing_editor import GrowingEditor
from ipnb_journal.desktop.widgets.page_details import PageDetails
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.steps.pane import StepPane
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import session as words
from ipnb_journal.desktop.wording.history import full_date
from ipnb_journal.desktop.wording.names import reading_names

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.entries import Page
    from ipnb_journal.domain.people import Person


class FreePane(StepPane):
    """Title, details, body; and for a page that answered a prompt also what its other steps held."""

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._today = today
        self._names: Mapping[int, Person] = {}
        self.question.hide()
        self._build_head()
        self.body = self._editor(words.FREE_PLACE, words.FREE_NAME, 240)
        self.column.addSpacing(theme.space(14))
        self.column.addWidget(self.body, 1)
        self._build_answers()
        self._restyle()

    def _build_head(self) -> None:
        theme = self.theme
        self.title = Line(theme, role="date", height=40)
        self.title.setProperty("bare", True)
        # a line edit sets its text two px in
        self.title.setTextMargins(-2, 0, 0, 0)
        self.title.setPlaceholderText(words.FREE_TITLE)
        self.title.setAccessibleName(words.FREE_TITLE)
        self.title.textEdited.connect(lambda _: self.touched.emit())
        self.about = Text(theme, "small", colour="ink2")
        self.turn = LinkButton(theme, words.DETAILS, icon="chevron-down", icon_last=True)
        self.turn.clicked.connect(self.turn_details)
        self.details = PageDetails(theme, self._today)
        self.details.hide()
        self.details.touched.connect(self._on_details)
        self.details.closed.connect(self.turn_details)
        self.echo = Text(theme, "echo", colour="ink2", measure=680)
        self.echo.hide()
        row = QHBoxLayout()
        row.addWidget(self.about, 1)
        row.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self.title)
        self.column.addLayout(row)
        self.column.addWidget(Rule(theme))
        self.column.addWidget(self.details)
        self.column.addWidget(self.echo)

    def _build_answers(self) -> None:
        theme = self.theme
        self.connecting = self._editor(words.CONNECT_PLACE, words.CONNECT_LABEL, 120)
        self.noticed = Field(theme, words.YOU_NOTICED, role="list_title", height=50)
        self.takeaway = Field(theme, words.TAKE, role="reading", height=56)
        self._answers = (
            Rule(theme),
            Text(theme, "label", words.CONNECT_LABEL),
            self.connecting,
            self.noticed,
            self.takeaway,
        )
        for field in (self.noticed, self.takeaway):
            field.edited.connect(self.touched)
        for widget in self._answers:
            widget.hide()
            self.column.addWidget(widget)

    def _editor(self, place: str, name: str, least: float) -> GrowingEditor:
        editor = GrowingEditor(self.theme, least=least)
        editor.setPlaceholderText(place)
        editor.setAccessibleName(name)
        editor.textChanged.connect(self.touched)
        return editor

    def know(self, people: tuple[Person, ...]) -> None:
        """Offer these people."""
        self._names = {person.id: person for person in people}
        self.details.people.show_people(people)
        self._show_about()

    def turn_details(self) -> None:
        """Fold the details out and go there, or fold them in and go back to the words."""
        shown = self.details.isHidden()
        self.details.setVisible(shown)
        self.turn.set_icon("chevron-up" if shown else "chevron-down")
        (self.details.first_focus() if shown else self.body).setFocus(Qt.FocusReason.TabFocusReason)

    def show_page(self, page: Page) -> None:
        writing = page.writing
        self.title.setText(writing.title)
        for editor, text in ((self.body, writing.body), (self.connecting, writing.connect)):
            editor.blockSignals(True)
            editor.setPlainText(text)
            editor.blockSignals(False)
        self.noticed.set_text(writing.notice)
        self.takeaway.set_text(writing.takeaway)
        self.echo.setText(page.asked.text if page.asked else "")
        self.echo.setVisible(page.asked is not None)
        for widget in self._answers:
            widget.setVisible(page.asked is not None)
        self.details.show_page(page)
        self._show_about()

    def take(self, page: Page) -> Page:
        writing = replace(
            page.writing,
            title=self.title.text(),
            body=self.body.toPlainText(),
            connect=self.connecting.toPlainText(),
            notice=self.noticed.text(),
            takeaway=self.takeaway.text(),
        )
        return self.details.take(replace(page, writing=writing))

    def first_focus(self) -> QWidget | None:
        return self.body

    def _on_details(self) -> None:
        self._show_about()
        self.touched.emit()

    def _show_about(self) -> None:
        names = tuple(
            self._names[number].label for number in self.details.people.chosen if number in self._names
        )
        told = [full_date(self.details.chosen_day, self._today)]
        if names:
            told.append(words.ABOUT_LINE.format(names=reading_names(names)))
        self.about.setText(" · ".join((*told, *self.details.chosen_tags)))

    def _restyle(self) -> None:
        super()._restyle()
        self.column.setSpacing(self.theme.space(12))
