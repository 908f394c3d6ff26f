# SPDX-License-Identifier: MIT
"""Connect: the line that looks towards others, room to answer it, and who or where the page is about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipnb_journal.desktop.widgets.growing_editor import GrowingEditor
from ipnb_journal.desktop.widgets.location_field import LocationField
from ipnb_journal.desktop.widgets.people_picker import PeoplePicker
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.steps.pane import StepPane
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import session as words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.entries import Page

ANSWER_HEIGHT = 170


class ConnectPane(StepPane):
    """An editor of its own under the connecting line, and below it people and a place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.editor = GrowingEditor(theme, least=ANSWER_HEIGHT)
        self.editor.setAccessibleName(words.CONNECT_LABEL)
        self.editor.setPlaceholderText(words.CONNECT_PLACE)
        self.editor.textChanged.connect(self.touched)
        self.add(self.editor, 16)
        self.add(Rule(theme), 8)
        self.add(Text(theme, "label", words.WHO), 8)
        self.people = PeoplePicker(theme)
        self.people.touched.connect(self.touched)
        self.column.addWidget(self.people)
        self.location = LocationField(theme)
        self.location.touched.connect(self.touched)
        self.add(self.location, 10)
        self.finish()

    def show_page(self, page: Page) -> None:
        self.editor.blockSignals(True)
        self.editor.setPlainText(page.writing.connect)
        self.editor.blockSignals(False)
        self.people.choose(page.people)
        self.location.set_location(page.location)

    def take(self, page: Page) -> Page:
        writing = replace(page.writing, connect=self.editor.toPlainText())
        location = self.location.location
        return replace(page, writing=writing, people=self.people.chosen, location=location)

    def first_focus(self) -> QWidget | None:
        return self.editor
