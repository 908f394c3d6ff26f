# SPDX-License-Identifier: MIT
"""The tiles by person, and what can be done with the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from ipnb_journal.desktop.charts.lens import Asked, Empty, Lens
from ipnb_journal.desktop.charts.people_acts import PeopleActs
from ipnb_journal.desktop.charts.relationships import RelationshipTiles
from ipnb_journal.desktop.wording import relationships as words
from ipnb_journal.domain.relationships import Everybody, by_person
from ipnb_journal.services import made_up, relationships

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QObject

    from ipnb_journal.desktop.runner import Vault
    from ipnb_journal.desktop.theme.theme import Theme


class RelationshipsLens(Lens[Everybody]):
    """`moved` gives an id and by how many places, `hidden` an id; `hidden_wanted` asks for the list."""

    key: ClassVar[str] = "people"
    words: ClassVar[str] = words.TAB
    source: ClassVar[str] = "people"
    by_person: ClassVar[bool] = False

    moved = Signal(int, int)
    hidden = Signal(int)
    hidden_wanted = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = self.tiles = RelationshipTiles(theme)
        self.extras = self.acts = PeopleActs(theme)
        self._anybody, self._changeable = False, True
        self.tiles.pointed.connect(lambda _: self._offer())
        self.acts.moved.connect(self._move)
        self.acts.hidden.connect(self._hide)
        self.acts.shown.connect(self.hidden_wanted)

    def let_change(self, *, able: bool) -> None:
        """Whether the order and who is hidden can be changed: not in an example, nor while only looking."""
        self._changeable = able
        self.acts.show_hidden.setEnabled(able)
        self._offer()

    def read(self, vault: Vault, person_id: int | None) -> Everybody:
        return relationships.everybody(vault)

    def made_up(self, today: date) -> Everybody:
        return made_up.everybody(today)

    def days(self, found: Everybody) -> tuple[int, int] | None:
        return found.days

    def draw(self, found: Everybody, asked: Asked) -> None:
        self._anybody = bool(found.about)
        self.tiles.show_picture(by_person(found, asked.window, asked.bandwidth), asked.tag)
        self._offer()

    def empty(self, name: str) -> Empty:
        if self._anybody:
            return Empty(words.NOTHING_TITLE, words.NOTHING)
        return self.empty_at_first()

    def empty_at_first(self) -> Empty:
        return Empty(words.EMPTY_TITLE, words.EMPTY)

    def _offer(self) -> None:
        tile, last = self.tiles.tile(), len(self.tiles.stops()) - 1
        name = tile.person.label if tile is not None and self._changeable else ""
        self.acts.offer(name, first=self.tiles.at <= 0, last=self.tiles.at >= last)

    def _move(self, by: int) -> None:
        tile = self.tiles.tile()
        if tile is not None:
            self.moved.emit(tile.person.id, by)

    def _hide(self) -> None:
        tile = self.tiles.tile()
        if tile is not None:
            self.hidden.emit(tile.person.id)
