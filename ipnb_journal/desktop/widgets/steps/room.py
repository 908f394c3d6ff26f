# SPDX-License-Identifier: MIT
"""Before the steps: how much room there is, what that suggests, and one more tap before a deep prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ipnb_journal.desktop.widgets.buttons import BaseButton, PrimaryButton, QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.chips import ChipGroup
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.steps.pane import StepPane
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import prompts
from ipnb_journal.desktop.wording import session as words
from ipnb_journal.domain.safety import Room
from ipnb_journal.domain.session import Suggested

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.prompts import Prompt


class RoomPane(StepPane):
    """Asks how much room there is; what is suggested comes first and everything stays possible."""

    answered = Signal(object)
    go_on = Signal(object)
    pause_wanted = Signal()
    leave_wanted = Signal()
    # the prompt's title stands over the question here
    over_question = 0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.title = Text(theme, "small", colour="ink2")
        self.column.insertWidget(0, self.title)
        self.column.insertSpacing(0, theme.space(24))
        self.ask(words.ROOM_QUESTION, words.ROOM_LINE)
        self.rooms = ChipGroup(
            theme, [(room, words.ROOM_ANSWERS[room]) for room in Room], single=True, name=words.ROOM_QUESTION
        )
        self.rooms.changed.connect(self._answer)
        self.effect = Text(theme, "lead", colour="ink2", measure=560)
        self.note = Text(theme, "ui", measure=560)
        self.perhaps = Text(theme, "small", colour="ink2", measure=560)
        self._build_buttons()
        self.add(self.rooms, 16)
        self.add(self.effect, 16)
        self.add(self.note, 0)
        self.column.addWidget(self.perhaps)
        self.add(self._row, 12)
        self.finish()

    def _build_buttons(self) -> None:
        theme = self.theme
        self.first = PrimaryButton(theme)
        self.second = SecondaryButton(theme)
        self.elsewhere = QuietButton(theme, words.ROOM_ELSEWHERE, ink="ink2")
        self.first.clicked.connect(lambda: self._press(self.first))
        self.second.clicked.connect(lambda: self._press(self.second))
        self.elsewhere.clicked.connect(self.leave_wanted)
        self._row = QWidget()
        flow = FlowLayout(theme, self._row)
        for button in (self.first, self.second, self.elsewhere):
            flow.addWidget(button)
        self._does: dict[BaseButton, str] = {}

    def show_prompt(self, prompt: Prompt, *, always: bool) -> None:
        """Ask before this prompt; `always`: the question belongs before it."""
        self.title.setText(prompt.title)
        self.note.setText(prompt.note)
        self.note.setVisible(bool(prompt.note))
        perhaps = prompts.perhaps_not(prompt.hold_back)
        self.perhaps.setText(words.PERHAPS_NOT.format(when=perhaps))
        self.perhaps.setVisible(bool(perhaps))
        self.hint.setText(words.ROOM_LINE if always else words.ROOM_LINE_STEADY)
        self.question.setText(words.ROOM_QUESTION)
        self._fit_question()
        self.rooms.choose(())
        self.rooms.show()
        self.effect.hide()
        self.first.hide()
        self.second.setText(words.ROOM_SKIP)
        self._does = {self.second: "whole"}
        self.second.setVisible(not always)

    def show_answer(self, room: Room, suggested: Suggested) -> None:
        """Show an answer that was given before, and what it suggests."""
        self.rooms.choose((room,))
        self.show_suggested(suggested)

    def show_suggested(self, suggested: Suggested) -> None:
        """Put first what the answer suggests, and the other ways beside it."""
        if suggested is Suggested.LIGHTER:
            self._offer(words.ROOM_LITTLE, (words.ROOM_LIGHTER, "lighter"), (words.ROOM_WHOLE, "whole"))
        elif suggested is Suggested.PAUSE:
            self._offer(words.ROOM_NONE, (words.ROOM_PAUSE, "pause"), (words.ROOM_ANYWAY, "whole"))

    def show_one_more_tap(self, title: str) -> None:
        """Before a deep prompt, after writing has left the person with a lot several times in a row."""
        self.title.setText(title)
        self.question.setText(words.COMPANY_TITLE)
        self.hint.setText(words.COMPANY)
        self.rooms.hide()
        self.note.hide()
        self.perhaps.hide()
        self._offer("", (words.ROOM_PAUSE, "pause"), (words.COMPANY_ON, "in"))

    def first_focus(self) -> QWidget | None:
        return self.first if self.rooms.isHidden() else self.rooms.chip(Room.PLENTY)

    def _offer(self, effect: str, first: tuple[str, str], second: tuple[str, str]) -> None:
        self.effect.setText(effect)
        self.effect.setVisible(bool(effect))
        self._does = {self.first: first[1], self.second: second[1]}
        for button, (text, _) in ((self.first, first), (self.second, second)):
            button.setText(text)
            button.show()
        self.first.setFocus()

    def _answer(self) -> None:
        chosen = self.rooms.chosen()
        if chosen:
            self.answered.emit(Room(str(chosen[0])))

    def _press(self, button: BaseButton) -> None:
        what = self._does.get(button, "")
        if what == "pause":
            self.pause_wanted.emit()
        elif what:
            self.go_on.emit(what)
