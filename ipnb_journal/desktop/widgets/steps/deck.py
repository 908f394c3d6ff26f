# SPDX-License-Identifier: MIT
"""All that a guided page can show on its sheet: the questions before it and its five steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.steps.close import ClosePane
from ipnb_journal.desktop.widgets.steps.connect import ConnectPane
from ipnb_journal.desktop.widgets.steps.leaving import LeavingPane
from ipnb_journal.desktop.widgets.steps.notice import NoticePane
from ipnb_journal.desktop.widgets.steps.room import RoomPane
from ipnb_journal.desktop.widgets.steps.settle import SettlePane
from ipnb_journal.desktop.widgets.steps.write import WritePane
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.widgets.tool_tip import plain_tip
from ipnb_journal.desktop.widgets.writing_sheet import LEAD, WritingSheet
from ipnb_journal.desktop.wording import circles as circle_words
from ipnb_journal.desktop.wording import session as words
from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.prompts import BodyUse
from ipnb_journal.domain.session import Asked, Stage, asks_room, suggested

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.desktop.widgets.steps.pane import StepPane
    from ipnb_journal.domain.checkins import Circles
    from ipnb_journal.domain.entries import AskedPrompt, Page
    from ipnb_journal.domain.prompts import Prompt
    from ipnb_journal.domain.session import Session
    from ipnb_journal.services.session import Sitting


class StepDeck(WritingSheet):
    """The panes of a guided page. `touched`: something was typed or picked."""

    touched = Signal()
    lighter_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._body_hard = False
        self.room = RoomPane(theme)
        self.settle, self.notice, self.write = SettlePane(theme), NoticePane(theme), WritePane(theme)
        self.connecting, self.closing = ConnectPane(theme), ClosePane(theme)
        self.leaving = LeavingPane(theme)
        self.steps: dict[Step, StepPane] = {
            Step.SETTLE: self.settle,
            Step.NOTICE: self.notice,
            Step.WRITE: self.write,
            Step.CONNECT: self.connecting,
            Step.CLOSE: self.closing,
        }
        for pane in (self.room, *self.steps.values(), self.leaving):
            self.add_pane(pane, pane.column)
            pane.touched.connect(self.touched)
        self.connecting.people.touched.connect(self._name_other)
        self._build_aside()

    def _build_aside(self) -> None:
        self.lighter_line = Text(self._theme, "small", words.LIGHTER_LINE, colour="ink2", wrap=False)
        self.note = Text(self._theme, "small", measure=680)
        self.note.setContentsMargins(self._theme.px(LEAD), 0, 0, self._theme.space(10))
        self.note.hide()
        self._column.insertWidget(1, self.note)
        self.lighter = LinkButton(self._theme, words.LIGHTER_BUTTON, ink="ink2")
        self.lighter.setToolTip(plain_tip(words.LIGHTER_KEYS))
        self.lighter.clicked.connect(self.lighter_wanted)
        self.aside.setSpacing(self._theme.space(16))
        self.aside.addStretch(1)
        self.aside.addWidget(self.lighter_line)
        self.aside.addWidget(self.lighter)

    def set_compact(self, compact: bool) -> None:
        """Spend little room around the words, and on the questions."""
        self.compact = compact
        for pane in (self.room, *self.steps.values(), self.leaving):
            pane.set_compact(compact)

    def set_width(self, width: str) -> None:
        """Choose the column's width, and the lines of what is written with it."""
        super().set_width(width)
        for editor in (self.write.editor, self.connecting.editor):
            editor.set_spacing(self.measure, self.leading)

    def offer_pause(self, offered: bool) -> None:
        """Whether a pause follows "too much": not for whom it is in the way, and once in a session."""
        self.closing.offer_pause(offered)
        self.leaving.leaving.offer_pause(offered)

    def suit(self, sitting: Sitting) -> None:
        """Leave out what is in this person's way, and offer the words and places they used before."""
        preferences = sitting.preferences
        self._body_hard = preferences.body_focus_off
        self.settle.offer_breath(not preferences.body_focus_off)
        needs_body = sitting.prompt is None or sitting.prompt.body is not BodyUse.NONE
        self.notice.ask_where(not preferences.body_focus_off, first=needs_body)
        self.notice.know_words(sitting.own_words)
        placed = sitting.draft is not None and sitting.draft.circles is not None
        self.notice.offer_circles(placed or (sitting.prompt is not None and sitting.prompt.circles))
        self.notice.circles.show_circles(None if sitting.draft is None else sitting.draft.circles)
        self.connecting.people.show_people(sitting.people)
        self.connecting.location.offer(sitting.locations)

    def ask(self, prompt: Prompt | None, asked: AskedPrompt) -> None:
        """Show each step's own line; where the prompt is gone, lines that fit any prompt."""
        lines = prompt.steps if prompt is not None else words.OWN_LINES
        other = words.other_way(asked.id)
        other_first = self._body_hard and (prompt is None or prompt.body is not BodyUse.NONE)
        self.settle.offer_ways(lines[Step.SETTLE], other, other_first=other_first)
        hint = circle_words.HINT if self.notice.has_circles else words.NOTICE_HINT
        self.notice.ask(lines[Step.NOTICE], hint)
        self.write.ask(asked.text)
        self.write.editor.setAccessibleName(asked.text)
        self.note.setText(prompt.note if prompt is not None else words.GONE_PROMPT)
        self.connecting.ask(lines[Step.CONNECT])
        self.connecting.editor.setAccessibleName(lines[Step.CONNECT])
        self.closing.ask(lines[Step.CLOSE])
        self.lighter.setVisible(prompt is not None)
        self.lighter.setText(words.WHOLE_BUTTON if asked.lighter else words.LIGHTER_BUTTON)
        self.lighter_line.setVisible(asked.lighter)

    def show_step(self, step: Step, page: Page) -> None:
        """Bring up a step."""
        self.write.show_noticed(page)
        self._name_other()
        self.note.setVisible(step is Step.WRITE and bool(self.note.text()))
        self.show_pane(self.steps[step])

    def show_before(self, before: Session, prompt: Prompt) -> None:
        """Bring up what comes before the steps of this prompt, with what was answered already."""
        if before.stage is Stage.BEFORE_DEEP:
            self.room.show_one_more_tap(prompt.title)
        else:
            self.room.show_prompt(prompt, always=asks_room(before.depth) is Asked.ALWAYS)
            if before.room is not None:
                self.room.show_answer(before.room, suggested(before))
        for widget in (self.lighter, self.lighter_line, self.note):
            widget.hide()
        self.show_pane(self.room)

    def show_leaving(self) -> None:
        """Bring up the question that follows a page stopped midway."""
        for widget in (self.lighter, self.lighter_line, self.note):
            widget.hide()
        self.leaving.leaving.forget()
        self.show_pane(self.leaving)

    def show_page(self, page: Page) -> None:
        """Fill every step from the page."""
        for pane in self.steps.values():
            pane.show_page(page)

    @property
    def circles(self) -> Circles | None:
        """The two circles as they are placed, None where nothing is."""
        return self.notice.circles.circles()

    def _name_other(self) -> None:
        """One person picked gives the second circle its name."""
        self.notice.circles.name_other(self.connecting.people.only_label)

    def take(self, page: Page) -> Page:
        """The page with what every step holds now."""
        for pane in self.steps.values():
            page = pane.take(page)
        return page
