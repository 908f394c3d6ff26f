# SPDX-License-Identifier: MIT
"""The folded part of an own prompt: what it draws on, when it is held back, where it fits, who wrote it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.chips import ChipGroup
from ipnb_journal.desktop.widgets.choices import Switch
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.own_prompt.parts import FIELD_HEIGHT, Named, Pick
from ipnb_journal.desktop.widgets.setting_row import SettingRow
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import own_prompts as words
from ipnb_journal.desktop.wording import prompts
from ipnb_journal.domain.prompts import BodyUse, Domain, HoldBack, Moment, Technique

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.own_prompts import PromptDraft


class MoreFields(QWidget):
    """`touched` says that something changed; `parts` are where the keyboard goes, by field."""

    touched = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.draws_on = ChipGroup(theme, list(prompts.TECHNIQUES.items()), small=True)
        self.domains = ChipGroup(theme, list(prompts.DOMAINS.items()), small=True)
        self.suits = ChipGroup(theme, list(prompts.MOMENTS.items()), small=True)
        self.body = Pick(theme, "", {use.value: said for use, said in prompts.BODY.items()}, blank="")
        self.circles = Switch(theme)
        self.hold_back = {code: Switch(theme) for code in HoldBack}
        self.author = Field(theme, words.LABELS["author"], role="ui", height=FIELD_HEIGHT)
        self.licence = Field(theme, words.LABELS["licence"], role="ui", height=FIELD_HEIGHT)
        self._build(theme)
        self._connect()

    @property
    def parts(self) -> Mapping[str, QWidget]:
        """Where the keyboard goes for a field."""
        return {
            "draws_on": self.draws_on.chip(Technique.EXPRESSIVE_WRITING),
            "domains": self.domains.chip(Domain.AWARENESS),
            "hold_back": self.hold_back[HoldBack.FLOODED],
            "body": self.body,
            "suits": self.suits.chip(Moment.MORNING),
            "circles": self.circles,
            "author": self.author.line,
            "licence": self.licence.line,
        }

    def show_draft(self, draft: PromptDraft) -> None:
        """Show what the draft holds."""
        self.draws_on.choose(draft.draws_on)
        self.domains.choose(draft.domains)
        self.suits.choose(draft.suits)
        self.body.show_key(draft.body.value)
        self.circles.setChecked(draft.circles)
        for code, switch in self.hold_back.items():
            switch.setChecked(code in draft.hold_back)
        self.author.set_text(draft.author)
        self.licence.set_text(draft.licence)

    def take(self, draft: PromptDraft) -> PromptDraft:
        """The draft with what is chosen here."""
        return replace(
            draft,
            draws_on=tuple(Technique(str(key)) for key in self.draws_on.chosen()),
            domains=tuple(Domain(str(key)) for key in self.domains.chosen()),
            suits=tuple(Moment(str(key)) for key in self.suits.chosen()),
            body=BodyUse(self.body.key() or BodyUse.OFFERS),
            circles=self.circles.isChecked(),
            hold_back=tuple(code for code, switch in self.hold_back.items() if switch.isChecked()),
            author=self.author.text(),
            licence=self.licence.text(),
        )

    def _build(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(20))
        column.addWidget(Named(theme, "draws_on", self.draws_on))
        column.addWidget(Named(theme, "domains", self.domains))
        column.addWidget(self._held_back(theme))
        column.addWidget(Named(theme, "body", self.body))
        column.addWidget(Named(theme, "suits", self.suits))
        column.addWidget(SettingRow(theme, words.LABELS["circles"], words.LINES["circles"], self.circles))
        for field, name in ((self.author, "author"), (self.licence, "licence")):
            field.set_hint(words.LINES[name])
            column.addWidget(field)

    def _held_back(self, theme: Theme) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(theme, "label", words.LABELS["hold_back"]))
        column.addWidget(Text(theme, "hint", words.LINES["hold_back"], colour="ink2"))
        for code, switch in self.hold_back.items():
            row = SettingRow(
                theme, words.capital(prompts.HOLD_BACK[code]), "", switch, first=code is HoldBack.FLOODED
            )
            column.addWidget(row)
        return held

    def _connect(self) -> None:
        for chips in (self.draws_on, self.domains, self.suits):
            chips.changed.connect(self.touched)
        for switch in (self.circles, *self.hold_back.values()):
            switch.clicked.connect(lambda _: self.touched.emit())
        self.body.activated.connect(lambda _: self.touched.emit())
        for field in (self.author, self.licence):
            field.edited.connect(lambda _: self.touched.emit())
