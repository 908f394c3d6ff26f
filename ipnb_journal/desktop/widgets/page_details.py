# SPDX-License-Identifier: MIT
"""What a page is about: who, which day (apart from when it was written), and a few tags."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import SecondaryButton
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.month import MonthGrid
from ipnb_journal.desktop.widgets.people_picker import PeoplePicker
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import session as words
from ipnb_journal.desktop.wording.history import full_date

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.entries import Page

MONTH_WIDTH = 300


class PageDetails(QWidget):
    """Folded out on the sheet; Esc or its own button folds it in again. `touched` carries no words."""

    touched = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._day = self._today = today
        self.people = PeoplePicker(theme)
        self.people.touched.connect(self.touched)
        self.day = SecondaryButton(theme, icon="chevron-down", icon_last=True, small=True)
        self.day.clicked.connect(self._turn_month)
        self.month = MonthGrid(theme, today)
        self.month.day_picked.connect(self._pick_day)
        self.month.hide()
        self.tags = Field(theme, words.DETAILS_TAGS, placeholder=words.TAGS_PLACE)
        self.tags.edited.connect(self.touched)
        self.done = SecondaryButton(theme, words.DETAILS_DONE, small=True)
        self.done.clicked.connect(self.closed)
        self._column = QVBoxLayout(self)
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()
        self._show_day()

    def show_page(self, page: Page) -> None:
        """Show what the page is about."""
        self._day = page.about_day
        self.people.choose(page.people)
        self.tags.set_text(", ".join(page.tags))
        self._show_day()

    @property
    def chosen_day(self) -> date:
        """The day the page is about."""
        return self._day

    @property
    def chosen_tags(self) -> tuple[str, ...]:
        """The tags as they stand."""
        return _tags(self.tags.text())

    def take(self, page: Page) -> Page:
        """The page with what is chosen here."""
        return replace(page, people=self.people.chosen, about_day=self._day, tags=self.chosen_tags)

    def first_focus(self) -> QWidget:
        """Where the keyboard lands when this is folded out."""
        return self.people.first_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.month.isVisible():
                self._turn_month()
            else:
                self.closed.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        theme, column, left = self._theme, self._column, Qt.AlignmentFlag.AlignLeft
        column.addWidget(Text(theme, "label", words.DETAILS_WHO))
        column.addWidget(self.people)
        column.addSpacing(theme.space(12))
        column.addWidget(Text(theme, "label", words.DETAILS_DAY))
        column.addWidget(self.day, 0, left)
        column.addWidget(self.month, 0, left)
        column.addWidget(Text(theme, "small", words.DETAILS_DAY_HINT, colour="ink2"))
        column.addSpacing(theme.space(12))
        column.addWidget(self.tags)
        column.addSpacing(theme.space(8))
        column.addWidget(self.done, 0, left)
        column.addSpacing(theme.space(12))
        column.addWidget(Rule(theme))

    def _turn_month(self) -> None:
        shown = self.month.isHidden()
        self.month.setVisible(shown)
        self.month.show_day(self._day)
        self.month.set_picked(self._day)
        (self.month if shown else self.day).setFocus(Qt.FocusReason.TabFocusReason)

    def _pick_day(self, day: date) -> None:
        self._day = day
        self._show_day()
        self._turn_month()
        self.touched.emit()

    def _show_day(self) -> None:
        day = full_date(self._day, self._today)
        self.day.setText(day)
        self.day.setAccessibleName(f"{words.DETAILS_DAY}: {day}")

    def _dress(self) -> None:
        self._column.setContentsMargins(0, self._theme.space(4), 0, 0)
        self._column.setSpacing(self._theme.space(8))
        self.month.setFixedWidth(self._theme.px(MONTH_WIDTH))


def _tags(text: str) -> tuple[str, ...]:
    """Tags as typed between commas, without a leading #, each once."""
    found = (" ".join(part.strip().lstrip("#").split()) for part in text.split(","))
    return tuple(dict.fromkeys(tag for tag in found if tag))
