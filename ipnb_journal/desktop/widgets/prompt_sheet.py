# SPDX-License-Identifier: MIT
"""All of one prompt on a sheet, before anything is begun, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.sheet import Rule, Sheet
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import own_prompts, prompts, session
from ipnb_journal.desktop.wording import shelf as words
from ipnb_journal.domain.entries import Step

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.own_prompts import PromptDraft
    from ipnb_journal.domain.prompts import Prompt
    from ipnb_journal.domain.shelf import Shelved

SIDE, TOP = 32, 28


class PromptSheet(Sheet):
    """The preview. `begun(bool)`: begin, True for the lighter version; the others say what was pressed."""

    begun = Signal(bool)
    favoured = Signal(bool)
    refused = Signal(bool)
    edit_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._own_theme = theme
        self._shown: Shelved | None = None
        self.title = Text(theme, "h1")
        self.about = Text(theme, "small", colour="ink2")
        self.state = Text(theme, "small", colour="ink2")
        self.note = Text(theme, "ui")
        self.perhaps = Text(theme, "small", colour="ink2")
        self.lines = {step: Text(theme, "ui") for step in Step}
        self.lighter = Text(theme, "ui")
        self.touches, self.draws_on = Text(theme, "small"), Text(theme, "small")
        self.signed = Text(theme, "small", colour="ink2")
        self.begin = PrimaryButton(theme, words.BEGIN, icon="pen-line")
        self.begin_lighter = SecondaryButton(theme, words.BEGIN_LIGHTER)
        self.favourite = LinkButton(theme, words.FAVOURITE)
        self.never = LinkButton(theme, words.NEVER, ink="ink2")
        self.edit = LinkButton(theme, words.EDIT_OWN)
        self._build()
        self._connect()

    def show_prompt(self, item: Shelved) -> None:
        """Show a prompt whole."""
        prompt, self._shown = item.prompt, item
        self.setAccessibleName(prompt.title)
        self.title.setText(prompt.title)
        self.about.setText(words.about(prompt))
        told = [words.last_written(item.last)] if item.last is not None else []
        told += [words.HELD_BACK] if item.held_back else []
        for text, said in ((self.state, " ".join(told)), (self.note, prompt.note)):
            text.setText(said)
            text.setVisible(bool(said))
        self._show_words(prompt)
        self.favourite.setText(words.NO_FAVOURITE if item.favourite else words.FAVOURITE)
        self.favourite.set_icon("check" if item.favourite else "")
        self.never.setText(words.OFFER_AGAIN if item.never else words.NEVER)
        self.edit.setVisible(item.own)

    def show_draft(self, draft: PromptDraft) -> None:
        """Show a prompt that is being written, as far as it is there."""
        self.setAccessibleName(own_prompts.AS_IT_WILL_LOOK)
        self.title.setText(own_prompts.title(draft))
        self.about.setText(own_prompts.about(draft))
        self.note.setText(draft.note)
        self.note.setVisible(bool(draft.note.strip()))
        self.state.hide()
        self._show_words(draft)

    def only_to_look(self) -> None:
        """Offer nothing to press."""
        for part in self._doing:
            part.hide()

    def _show_words(self, prompt: Prompt | PromptDraft) -> None:
        perhaps = prompts.perhaps_not(prompt.hold_back)
        self.perhaps.setText(session.PERHAPS_NOT.format(when=perhaps) if perhaps else "")
        self.perhaps.setVisible(bool(perhaps))
        for step, line in self.lines.items():
            line.setText(prompt.steps.get(step, ""))
        self.lighter.setText(prompt.lighter)
        self.touches.setText(words.touches(prompt))
        self.draws_on.setText(words.draws_on(prompt))
        self.signed.setText(words.SIGNED.format(author=prompt.author, licence=prompt.licence))

    def _build(self) -> None:
        theme = self._own_theme
        column = QVBoxLayout(self)
        side, top = theme.space(SIDE), theme.space(TOP)
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(theme.space(6))
        for text in (self.title, self.about, self.state, self.note):
            column.addWidget(text)
        column.addSpacing(theme.space(6))
        self._doing = (
            _row(theme, self.begin, self.begin_lighter),
            _row(theme, self.favourite, self.never, self.edit, gap=24),
            Rule(theme),
        )
        for part in self._doing:
            column.addWidget(part)
        named = [(session.STEPS[step], line) for step, line in self.lines.items()]
        named += [
            (prompts.LIGHTER, self.lighter),
            (words.TOUCHES, self.touches),
            (words.DRAWS_ON, self.draws_on),
        ]
        for name, text in named:
            column.addSpacing(theme.space(6))
            column.addWidget(Text(theme, "label", name, colour="ink2"))
            column.addWidget(text)
        column.addSpacing(theme.space(8))
        column.addWidget(self.perhaps)
        column.addWidget(self.signed)

    def _connect(self) -> None:
        self.begin.clicked.connect(lambda: self.begun.emit(False))
        self.begin_lighter.clicked.connect(lambda: self.begun.emit(True))
        self.favourite.clicked.connect(self._favour)
        self.never.clicked.connect(self._refuse)
        self.edit.clicked.connect(self.edit_wanted)

    def _favour(self) -> None:
        if self._shown is not None:
            self.favoured.emit(not self._shown.favourite)

    def _refuse(self) -> None:
        if self._shown is not None:
            self.refused.emit(not self._shown.never)


def _row(theme: Theme, *buttons: QWidget, gap: float = 10) -> QWidget:
    held = QWidget()
    flow = FlowLayout(theme, held, gap=gap)
    for button in buttons:
        flow.addWidget(button)
    return held
