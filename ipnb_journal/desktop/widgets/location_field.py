# SPDX-License-Identifier: MIT
"""Which place a page belongs to: a line of one's own, and the places of earlier pages to pick from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.chips import ChipGroup
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.wording import session as words

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme

LONGEST = 60


class LocationField(QWidget):
    """The line is what counts; a chip writes its place there, and pressed again takes it out."""

    touched = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = Field(theme, words.BELONGS)
        self.field.line.setMaxLength(LONGEST)
        self.field.edited.connect(self._typed)
        self.chips = ChipGroup(theme, small=True, name=words.BELONGS_BEFORE)
        self.chips.changed.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        column.addWidget(self.field)
        column.addWidget(self.chips)
        self.offer(())

    @property
    def location(self) -> str:
        """The place, "" for none."""
        return self.field.text().strip()

    def offer(self, locations: tuple[str, ...]) -> None:
        """Offer these places."""
        self.chips.set_options([(place, place) for place in locations])
        self.chips.setVisible(bool(locations))
        self._mark()

    def set_location(self, location: str) -> None:
        """Show a place."""
        self.field.set_text(location)
        self._mark()

    def _typed(self) -> None:
        self._mark()
        self.touched.emit()

    def _pick(self) -> None:
        newly = [place for place in self.chips.chosen() if place != self.location]
        self.field.set_text(str(newly[0]) if newly else "")
        self._mark()
        self.touched.emit()

    def _mark(self) -> None:
        self.chips.choose((self.location,))
