# SPDX-License-Identifier: MIT
"""What is said beside the form: what is still open, what is worth a look, and how it will look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.prompt_sheet import PromptSheet
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import own_prompts as words
from ipnb_journal.desktop.wording.own_prompt_help import by_field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.own_prompts import PromptDraft
    from ipnb_journal.formats.problems import Problem


class PromptHelp(QWidget):
    """`wanted`: go to the field of this name. Nothing here is red, and nothing stands in the way."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told: tuple[Mapping[str, tuple[str, ...]], ...] = ()
        self.whole = Text(theme, "ui_medium", words.WHOLE)
        self.links: dict[str, LinkButton] = {}
        self._list = QVBoxLayout()
        self.sheet = PromptSheet(theme)
        self.sheet.only_to_look()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(12))
        column.addWidget(self.whole)
        column.addLayout(self._list)
        column.addWidget(Text(theme, "hint", words.KEPT_LINE, colour="ink2"))
        column.addSpacing(theme.space(12))
        column.addWidget(Text(theme, "label", words.AS_IT_WILL_LOOK, colour="ink2"))
        column.addWidget(self.sheet)
        column.addStretch(1)
        self._list.setSpacing(theme.space(4))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is open and what is worth a look; as long as that is the same, nothing moves."""
        open_, hints = (
            by_field(problem for problem in problems if problem.is_hint is hint) for hint in (False, True)
        )
        self.whole.setVisible(not open_)
        if (open_, hints) == self._told:
            return
        self._told = (open_, hints)
        clear(self._list)
        self.links = {}
        for heading, told in ((words.STILL_OPEN, open_), (words.WORTH_A_LOOK, hints)):
            if told:
                self._list.addSpacing(self._theme.space(6))
                self._list.addWidget(Text(self._theme, "label", heading, colour="ink2"))
            for field, sentences in told.items():
                self._add(field, sentences, heading)

    def show_draft(self, draft: PromptDraft) -> None:
        """Show the prompt as it will look, with gaps where nothing is yet."""
        self.sheet.show_draft(draft)

    def _add(self, field: str, sentences: Sequence[str], heading: str) -> None:
        theme = self._theme
        if field in words.LABELS:
            link = LinkButton(theme, words.LABELS[field])
            link.setAccessibleDescription(f"{heading}. {' '.join(sentences)}")
            link.clicked.connect(partial(self.wanted.emit, field))
            self._list.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self.links.setdefault(field, link)
        for sentence in sentences:
            self._list.addWidget(Text(theme, "hint", sentence, colour="ink2"))
        self._list.addSpacing(theme.space(6))
