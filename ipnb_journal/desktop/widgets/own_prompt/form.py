# SPDX-License-Identifier: MIT
"""The form of an own prompt: what it is called, what it is about, its five steps, and more on request."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.chips import ChipGroup
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.own_prompt.more import MoreFields
from ipnb_journal.desktop.widgets.own_prompt.parts import BoxedEditor, GroupChoice, Named, Pick
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import own_prompts as words
from ipnb_journal.desktop.wording import prompts
from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.prompts import Depth
from ipnb_journal.domain.prompts import Theme as Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.own_prompts import PromptDraft

MOST_MINUTES = 15


class PromptForm(QWidget):
    """`touched` says that the person changed something; showing a draft doesn't count."""

    touched = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._showing = theme, False
        self.heading = Text(theme, "h1", words.HEADING_NEW)
        self.title = Field(theme, words.LABELS["title"], role="list_title")
        self.title.set_hint(words.LINES["title"])
        self.group = GroupChoice(theme)
        self.topic = Pick(theme, "", {topic.value: said for topic, said in prompts.THEMES.items()})
        self.also = ChipGroup(theme, list(prompts.THEMES.items()), small=True)
        self.deepness = Pick(theme, "", {depth.value: words.depth(depth.value) for depth in Depth})
        lengths = {str(count): prompts.minutes(count) for count in range(1, MOST_MINUTES + 1)}
        self.minutes = Pick(theme, "", lengths)
        self.steps = {step: BoxedEditor(theme) for step in Step}
        self.lighter, self.note = BoxedEditor(theme), BoxedEditor(theme)
        self.more = MoreFields(theme)
        self.fold = LinkButton(theme, words.MORE, icon="chevron-down")
        self._build()
        self._connect()
        self._unfold(False)

    @property
    def parts(self) -> Mapping[str, QWidget]:
        """Where the keyboard goes for a field."""
        return {
            "title": self.title.line,
            words.GROUP: self.group.combo,
            "theme": self.topic,
            "also": self.also.chip(Topic.EMPATHY),
            "depth": self.deepness,
            "minutes": self.minutes,
            **{f"steps.{step.value}": part.editor for step, part in self.steps.items()},
            "lighter": self.lighter.editor,
            "note": self.note.editor,
            **self.more.parts,
        }

    def show_draft(self, draft: PromptDraft, group: str, groups: Sequence[str], *, new: bool) -> None:
        """Show what a draft holds; `group` "" for none."""
        self._showing = True
        self.heading.setText(words.HEADING_NEW if new else words.HEADING)
        self.title.set_text(draft.title)
        self.group.show_groups(groups, group)
        self.topic.show_key(None if draft.theme is None else draft.theme.value)
        self.also.choose(draft.also)
        self.deepness.show_key(None if draft.depth is None else draft.depth.value)
        self.minutes.show_key(None if draft.minutes is None else str(draft.minutes))
        for step, part in self.steps.items():
            part.set_text(draft.steps.get(step, ""))
        self.lighter.set_text(draft.lighter)
        self.note.set_text(draft.note)
        self.more.show_draft(draft)
        self._showing = False

    def take(self, draft: PromptDraft) -> PromptDraft:
        """The draft with what is typed and chosen now."""
        topic, depth, minutes = self.topic.key(), self.deepness.key(), self.minutes.key()
        typed = replace(
            draft,
            title=self.title.text(),
            theme=None if topic is None else Topic(topic),
            also=tuple(Topic(str(key)) for key in self.also.chosen()),
            depth=None if depth is None else Depth(depth),
            minutes=None if minutes is None else int(minutes),
            steps={step: part.text() for step, part in self.steps.items()},
            lighter=self.lighter.text(),
            note=self.note.text(),
        )
        return self.more.take(typed)

    def go_to(self, field: str) -> QWidget | None:
        """Put the keyboard into a field, unfolding what hides it; None where no part shows that field."""
        part = self.parts.get(field)
        if part is not None:
            if field in self.more.parts:
                self._unfold(True)
            part.setFocus(Qt.FocusReason.OtherFocusReason)
        return part

    def describe(self, told: Mapping[str, Iterable[str]]) -> None:
        """Have a screen reader say, in each field, its helping line and what is said of it now."""
        for field, part in self.parts.items():
            lines = [words.LINES.get(field, ""), *told.get(field, ())]
            part.setAccessibleDescription(" ".join(line for line in lines if line))

    def _build(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(20))
        column.addWidget(self.heading)
        column.addWidget(self.title)
        column.addWidget(
            self._beside(("theme", self.topic), ("minutes", self.minutes), ("depth", self.deepness))
        )
        for step, part in self.steps.items():
            column.addWidget(Named(theme, f"steps.{step.value}", part, spoken=part.editor))
        column.addWidget(Named(theme, "lighter", self.lighter, spoken=self.lighter.editor))
        column.addWidget(Named(theme, "note", self.note, spoken=self.note.editor))
        column.addWidget(Named(theme, words.GROUP, self.group, spoken=self.group.combo))
        column.addWidget(Named(theme, "also", self.also))
        column.addWidget(Rule(theme))
        folded = QVBoxLayout()
        folded.setSpacing(theme.space(4))
        folded.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        folded.addWidget(Text(theme, "hint", words.MORE_LINE, colour="ink2"))
        column.addLayout(folded)
        column.addWidget(self.more)
        column.addStretch(1)

    def _beside(self, *named: tuple[str, QWidget]) -> QWidget:
        host = QWidget()
        row = FlowLayout(self._theme, host, gap=20)
        for field, part in named:
            row.addWidget(Named(self._theme, field, part))
        return host

    def _connect(self) -> None:
        for box in (*self.steps.values(), self.lighter, self.note):
            box.touched.connect(self._on_touched)
        self.group.touched.connect(self._on_touched)
        self.more.touched.connect(self._on_touched)
        self.title.edited.connect(self._on_touched)
        for combo in (self.topic, self.deepness, self.minutes):
            combo.activated.connect(self._on_touched)
        self.also.changed.connect(self._on_touched)
        self.fold.clicked.connect(lambda: self._unfold(self.more.isHidden()))

    def _on_touched(self) -> None:
        if not self._showing:
            self.touched.emit()

    def _unfold(self, wanted: bool) -> None:
        self.more.setVisible(wanted)
        self.fold.setText(words.LESS if wanted else words.MORE)
        self.fold.set_icon("chevron-up" if wanted else "chevron-down")
