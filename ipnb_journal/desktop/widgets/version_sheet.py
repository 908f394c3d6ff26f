# SPDX-License-Identifier: MIT
"""A page's earlier words on their sheet: compared with those it has now, or as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.compared import Compared, ComparisonKey
from ipnb_journal.desktop.widgets.reading import Reading
from ipnb_journal.desktop.widgets.sheet import Sheet
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import versions as words
from ipnb_journal.domain.comparison import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.comparison import FieldComparison

MEASURE, SIDE = 632, 48
_ROLES = {"title": "reading", "noticed": "ui", "notice": "ui", "body": "writing"}


class VersionSheet(Sheet):
    """Shows one comparison; everything personal stands in plain-text parts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._page_theme = theme
        self._column = QVBoxLayout(self)
        self.setAccessibleName(words.TITLE)

    def show_changes(self, fields: Sequence[FieldComparison]) -> None:
        """Show the fields that changed, with what was taken out and what came in."""
        self._begin()
        changed = [field for field in fields if not field.is_same]
        if not changed:
            self._say(words.NO_CHANGE)
            return
        self._column.addWidget(ComparisonKey(self._page_theme))
        for field in changed:
            part = Compared(self._page_theme, words.FIELDS[field.field], role=_role(field))
            part.show_pieces(field.pieces)
            self._add(field, part)
        if len(changed) < len(fields):
            self._say(words.REST_SAME)

    def show_earlier(self, fields: Sequence[FieldComparison]) -> None:
        """Show the earlier words alone."""
        self._begin()
        for field in fields:
            text = "".join(piece.text for piece in field.pieces if piece.change != Change.IN)
            if text.strip():
                part = Reading(self._page_theme, words.FIELDS[field.field], role=_role(field))
                part.show_words(text)
                self._add(field, part)
        if not self._column.count():
            self._say(words.BLANK)

    def _begin(self) -> None:
        clear(self._column)
        side, top = self._page_theme.space(SIDE), self._page_theme.space(32)
        self._column.setContentsMargins(side, top, side, top)
        self._column.setSpacing(self._page_theme.space(22))

    def _add(self, field: FieldComparison, part: Reading) -> None:
        held = QVBoxLayout()
        held.setSpacing(self._page_theme.space(2))
        held.addWidget(Text(self._page_theme, "label", words.FIELDS[field.field], colour="ink2"))
        held.addWidget(part)
        self._column.addLayout(held)

    def _say(self, line: str) -> None:
        self._column.addWidget(Text(self._page_theme, "ui", line, colour="ink2", measure=MEASURE))


def _role(field: FieldComparison) -> str:
    return _ROLES.get(field.field, "reading")
