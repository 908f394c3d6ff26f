# SPDX-License-Identifier: MIT
"""All prompts in a list with filters above it, and the one that is chosen whole beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.entry_list import EntryList, EntryRow, EntryRowDelegate
from ipnb_journal.desktop.widgets.prompt_sheet import PromptSheet
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.shelf.filters import ShelfFilters
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import prompts
from ipnb_journal.desktop.wording import shelf as words
from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.shelf import Only, Shelved, narrowed

if TYPE_CHECKING:
    from ipnb_journal.desktop.models.rows import Rows
    from ipnb_journal.desktop.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
LEAST_LIST, RING = 220, 6


class Browse(QWidget):
    """Choosing one moves the preview along; Enter goes over to it. `begun`: prompt id, lighter."""

    begun = Signal(str, bool)
    favoured = Signal(str, bool)
    refused = Signal(str, bool)
    edit_wanted = Signal(str)

    def __init__(self, theme: Theme, model: Rows[Shelved], parent: QWidget | None = None) -> None:
        """`model`: holds the rows of the list."""
        super().__init__(parent)
        self._theme, self.model = theme, model
        self._shelf: tuple[Shelved, ...] = ()
        self._beside = True
        self.filters = ShelfFilters(theme)
        self.list = EntryList(theme)
        self.list.setAccessibleName(words.LIST_NAME)
        self.list.setItemDelegate(EntryRowDelegate(theme, self._row_at, self.list))
        self.list.setModel(self.model)
        self.nothing = Text(theme, "ui", words.NOTHING, colour="ink2")
        self.back = LinkButton(theme, words.BACK_TO_LIST, icon="arrow-left", ink="ink2")
        self.sheet = PromptSheet(theme)
        self._build()
        self._connect()

    @property
    def chosen(self) -> Shelved | None:
        """The prompt that is shown whole."""
        return self.model.row_at(self.list.currentIndex())

    def show_shelf(self, shelf: tuple[Shelved, ...]) -> None:
        """Show these prompts, narrowed as the filters say; the one chosen stays where it is still there."""
        self._shelf = shelf
        self._narrow()

    def choose(self, prompt_id: str) -> None:
        """Show a prompt whole; filters that hide it are let go."""
        if not any(item.prompt.id == prompt_id for item in self.model.rows):
            self.filters.forget()
        at = next((n for n, item in enumerate(self.model.rows) if item.prompt.id == prompt_id), None)
        if at is not None:
            self.list.setCurrentIndex(self.model.index(at))
            self._look_closer()

    def set_beside(self, beside: bool) -> None:
        """Whether there is room for the list and the preview side by side; else one at a time."""
        self._beside = beside
        self.back.setVisible(not beside)
        self._left.show()
        self._right.setVisible(beside)

    def first_focus(self) -> QWidget:
        """Where the keyboard lands."""
        return self.filters.search.line

    def _build(self) -> None:
        theme = self._theme
        listing, self._right, inner = QWidget(), QWidget(), QWidget()
        self._found = QStackedWidget()
        self._found.addWidget(self.list)
        self._found.addWidget(_at_top(self.nothing))
        self._found.setMinimumHeight(theme.px(LEAST_LIST))
        left = QVBoxLayout(listing)
        # room for the focus ring
        left.setContentsMargins(*(theme.px(RING),) * 3, 0)
        left.setSpacing(theme.space(8))
        left.addWidget(self.filters)
        left.addWidget(self._found, 1)
        preview = QVBoxLayout(inner)
        preview.setContentsMargins(theme.space(4), 0, theme.space(12), theme.space(24))
        preview.addWidget(self.sheet)
        preview.addStretch(1)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.back)
        right.addWidget(Scroll(theme, inner), 1)
        # where filters and list don't fit one below the other, both scroll
        self._left = Scroll(theme, listing)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(24))
        row.addWidget(self._left, 11)
        row.addWidget(self._right, 10)

    def _connect(self) -> None:
        self.filters.changed.connect(self._narrow)
        self.filters.search.submitted.connect(self._enter_list)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.list.activated.connect(lambda _: self._look_closer())
        self.list.clicked.connect(lambda _: self._look_closer())
        self.back.clicked.connect(self._back_to_list)
        sheet = self.sheet
        sheet.begun.connect(lambda lighter: self.begun.emit(self._id(), lighter))
        sheet.favoured.connect(lambda on: self.favoured.emit(self._id(), on))
        sheet.refused.connect(lambda on: self.refused.emit(self._id(), on))
        sheet.edit_wanted.connect(lambda: self.edit_wanted.emit(self._id()))

    def _id(self) -> str:
        """The id of the prompt on the sheet, which is there only while one is chosen."""
        return "" if self.chosen is None else self.chosen.prompt.id

    def _narrow(self) -> None:
        kept, wanted = self.chosen, self.filters.wanted
        bar = self.list.verticalScrollBar().value()
        rows = narrowed(self._shelf, wanted)
        self.model.set_rows(rows)
        self.filters.tally.setText(words.count(len(rows)))
        empty = {Only.FAVOURITES: words.NOTHING_FAVOURITE, Only.NEVER: words.NOTHING_NEVER}
        self.nothing.setText(empty.get(wanted.only, words.NOTHING))
        self._found.setCurrentIndex(0 if rows else 1)
        at = 0
        if kept is not None:
            at = next((n for n, item in enumerate(rows) if item.prompt.id == kept.prompt.id), 0)
        self.list.setCurrentIndex(self.model.index(at))
        if kept is not None and at:
            self.list.doItemsLayout()
            self.list.verticalScrollBar().setValue(bar)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.sheet.setVisible(self.chosen is not None)
        if self.chosen is not None:
            self.sheet.show_prompt(self.chosen)

    def _look_closer(self) -> None:
        if not self._beside:
            self._left.hide()
            self._right.show()
        self.sheet.begin.setFocus()

    def _back_to_list(self) -> None:
        self._right.hide()
        self._left.show()
        self.list.setFocus()

    def _enter_list(self) -> None:
        if self.model.rows:
            self.list.setFocus()

    def _row_at(self, index: Index) -> EntryRow:
        item = self.model.row_at(index)
        if item is None:
            return EntryRow()
        prompt = item.prompt
        marks = (
            (item.own, words.OWN_MARK),
            (item.favourite, words.FAVOURITE_MARK),
            (item.never, words.NEVER_MARK),
        )
        return EntryRow(
            day=words.SHORT_MINUTES.format(minutes=prompt.minutes),
            title=prompt.title,
            snippet=prompt.steps[Step.NOTICE],
            people=(),
            note=", ".join([prompts.DEPTHS[prompt.depth], *(mark.lower() for on, mark in marks if on)]),
        )


def spoken(item: Shelved) -> str:
    """A row as a screen reader says it."""
    prompt = item.prompt
    return words.SPOKEN.format(
        title=prompt.title, about=words.about(prompt), notice=prompt.steps[Step.NOTICE]
    )


def _at_top(text: Text) -> QWidget:
    host = QWidget()
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(text)
    column.addStretch(1)
    return host
