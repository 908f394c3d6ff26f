# SPDX-License-Identifier: MIT
"""What the words mean: a glossary and short readings, each chosen in a list. Works while locked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.pages.page import Chrome, Command, Page, State
from ipnb_journal.desktop.places import Meanings, Place
from ipnb_journal.desktop.widgets.buttons import LinkButton, SecondaryButton
from ipnb_journal.desktop.widgets.contents import Contents
from ipnb_journal.desktop.widgets.glossary_list import GlossaryList
from ipnb_journal.desktop.widgets.reading_sheet import MEASURE, SIDE_OF_SHEET, ReadingSheet
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.widgets.working import Working
from ipnb_journal.desktop.wording import meanings as words
from ipnb_journal.desktop.wording.errors import words_for
from ipnb_journal.desktop.wording.prompts import minutes
from ipnb_journal.services import glossary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.domain.glossary import Glossary
    from ipnb_journal.errors import AppError

SIDE, TOP, GAP, RING = 256, 18, 32, 6
_NO_LIMIT = 16_777_215
_ACT = QAbstractSlider.SliderAction
_SCROLLS = {
    Qt.Key.Key_Up: _ACT.SliderSingleStepSub,
    Qt.Key.Key_Down: _ACT.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _ACT.SliderPageStepSub,
    Qt.Key.Key_PageDown: _ACT.SliderPageStepAdd,
    Qt.Key.Key_Home: _ACT.SliderToMinimum,
    Qt.Key.Key_End: _ACT.SliderToMaximum,
}


class MeaningsPage(Page):
    """The list beside what is read, or one of the two where there is no room; "" is the glossary's key."""

    help_key: ClassVar[str] = "words"
    chrome: ClassVar[Chrome] = Chrome.BARE
    back_label: ClassVar[str] = words.BACK

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._glossary: Glossary | None = None
        self._wanted = ""
        self._listing = False
        self.contents = Contents(theme, words.CONTENTS_NAME)
        self.to_contents = LinkButton(theme, words.BACK_TO_CONTENTS, icon="arrow-left", ink="ink2")
        self.terms, self.sheet = GlossaryList(theme), ReadingSheet(theme)
        self.working, self.problem = Working(theme), Text(theme, "ui", measure=MEASURE)
        self.again = SecondaryButton(theme, words.TRY_AGAIN)
        self._left, self._right, self._main = QWidget(), QWidget(), QWidget()
        self._build()
        self._connect()
        self.reflow()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        def look_up(page: MeaningsPage) -> None:
            page.contents.entered.emit()
            page.terms.look_for("touch")

        return (
            State("meanings", Meanings()),
            State("meanings-looked-up", Meanings(), look_up),
            State("meanings-reading", Meanings("stirred-up-and-stuck")),
        )

    def arrive(self, place: Place) -> None:
        if isinstance(place, Meanings):
            self._wanted = place.key
        self.refresh()

    def refresh(self) -> None:
        if self._glossary is not None:
            self._go_to_wanted()
            return
        self.working.begin(words.READING)
        self._show_problem("")
        self.context.runner.run_free(self, glossary.read, self._take, self._tell, latest="meanings")

    def first_focus(self) -> QWidget | None:
        if self._glossary is None:
            return None if self.again.isHidden() else self.again
        if self._listing or (self.columns and not self.contents.value()):
            return self.contents.item(self.contents.value())
        # the page itself, so that arrow and page keys scroll
        return None

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        return {Command.FIND_IN_PAGE: self._find} if self._glossary is not None else {}

    def reflow(self) -> None:
        theme, around, beside = self.context.theme, self.room_around(), self.columns
        ring, edge = theme.space(RING), around.right()
        self._row.setContentsMargins(around.left() - ring, around.top(), 0, 0)
        self._row.setSpacing(theme.space(GAP))
        self._left.setMaximumWidth(theme.px(SIDE) + 2 * ring if beside else _NO_LIMIT)
        self._left.setMinimumWidth(theme.px(SIDE) + 2 * ring if beside else 0)
        self._listed.setContentsMargins(ring, theme.space(TOP), ring if beside else edge, theme.space(24))
        self._column.setContentsMargins(ring, theme.space(TOP), edge, theme.space(72))
        self._main.setMaximumWidth(theme.px(MEASURE) + 2 * theme.space(SIDE_OF_SHEET))
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = _SCROLLS.get(Qt.Key(event.key()))
        if action is not None and self._right.isVisible():
            self._scroll.verticalScrollBar().triggerAction(action)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self.context.theme
        body, listed = QWidget(), QWidget()
        self._listed = left = QVBoxLayout(listed)
        left.setSpacing(theme.space(16))
        left.addWidget(Text(theme, "h1", words.TITLE))
        for part in (self.contents, self.working, self.problem):
            left.addWidget(part)
        left.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch(1)
        _filled(self._left, Scroll(theme, listed))
        main = QVBoxLayout(self._main)
        main.setContentsMargins(0, 0, 0, 0)
        main.addWidget(self.terms)
        main.addWidget(self.sheet)
        self._column = column = QVBoxLayout(body)
        column.setSpacing(theme.space(12))
        column.addWidget(self.to_contents, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addWidget(self._main, 1)
        row.addStretch(0)
        column.addLayout(row)
        column.addStretch(1)
        self._scroll = Scroll(theme, body)
        _filled(self._right, self._scroll)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._left)
        self._row.addWidget(self._right, 1)

    def _connect(self) -> None:
        self.contents.changed.connect(lambda _: self._show_chosen())
        self.contents.entered.connect(self._enter)
        self.to_contents.clicked.connect(self._back_to_contents)
        self.sheet.next_wanted.connect(self._read_on)
        self.again.clicked.connect(self.refresh)
        self.context.theme.changed.connect(self.reflow)

    def _take(self, found: Glossary) -> None:
        self.working.end()
        self._glossary = found
        readings = [(reading.id, reading.title, minutes(reading.minutes)) for reading in found.readings]
        self.contents.set_items([("", words.WORDS, words.WORDS_LINE), *readings])
        self.terms.show_glossary(found)
        self._go_to_wanted()
        if self.hasFocus():
            (self.first_focus() or self).setFocus()
        self.commands_changed.emit()

    def _tell(self, error: AppError) -> None:
        self.working.end()
        told = words_for(error)
        self._show_problem(f"{told.title}. {told.body}")
        self.again.setFocus()

    def _show_problem(self, told: str) -> None:
        self.problem.setText(told)
        for part in (self.problem, self.again):
            part.setVisible(bool(told))
        self.contents.setVisible(not told)
        self._arrange()

    def _go_to_wanted(self) -> None:
        """Show the reading or the term that was asked for; the contents where it is neither."""
        if self._glossary is None:
            return
        reading, term = self._glossary.reading(self._wanted), self._glossary.term(self._wanted)
        self._listing = reading is None and term is None
        self.terms.look_for("" if term is None else term.word)
        self.contents.set_value("" if reading is None else reading.id)
        self._show_chosen()
        self._arrange()

    def _show_chosen(self) -> None:
        if self._glossary is None:
            return
        reading = self._glossary.reading(str(self.contents.value()))
        if reading is not None:
            self.sheet.show_reading(reading, self._glossary.after(reading))
        self.sheet.setVisible(reading is not None)
        self.terms.setVisible(reading is None)
        self._scroll.verticalScrollBar().setValue(0)

    def _arrange(self) -> None:
        beside, there = self.columns, self._glossary is not None
        self._left.setVisible(beside or self._listing or not there)
        self._right.setVisible(there and (beside or not self._listing))
        self.to_contents.setVisible(not beside)

    def _enter(self) -> None:
        """Go over to what is on show: to the field of the glossary, or to where keys scroll a reading."""
        self._listing = False
        self._arrange()
        (self if self.contents.value() else self.terms.search.line).setFocus()

    def _back_to_contents(self) -> None:
        self._listing = True
        self._arrange()
        self.contents.item(self.contents.value()).setFocus()

    def _read_on(self, key: str) -> None:
        self.contents.set_value(key)
        self._enter()

    def _find(self) -> None:
        self.contents.set_value("")
        self._enter()
        self.terms.search.take_focus()


def _filled(holder: QWidget, content: QWidget) -> None:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(content)
