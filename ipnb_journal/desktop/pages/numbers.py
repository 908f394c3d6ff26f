# SPDX-License-Identifier: MIT
"""The numbers: for those who want them, what stands behind the pictures, and how each was made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.pages.page import Page, State
from ipnb_journal.desktop.places import Back, Place
from ipnb_journal.desktop.places import Numbers as NumbersPlace
from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.columns import Columns
from ipnb_journal.desktop.widgets.combo import Combo
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.numbers_sheet import NumbersSheet
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import insights as chart_words
from ipnb_journal.desktop.wording import numbers as words
from ipnb_journal.desktop.wording.look_back import BACK
from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.insights import BANDWIDTHS
from ipnb_journal.domain.numbers import Numbers
from ipnb_journal.domain.people import Person
from ipnb_journal.services import numbers, people

if TYPE_CHECKING:
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.runner import Vault

WIDTH = 760


@dataclass(frozen=True, slots=True)
class _Found:
    """Whose check-ins could be asked for, hidden people left out, and the numbers of all four scales."""

    people: tuple[Person, ...]
    numbers: tuple[Numbers, ...]


class NumbersPage(Page):
    """One sheet for each scale, of the general check-ins or of those about one person."""

    topics: ClassVar[frozenset[str]] = frozenset({"checkins", "people"})
    help_key: ClassVar[str] = "numbers"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._person_id: int | None = None
        self.back = LinkButton(theme, BACK, icon="arrow-left", ink="ink2")
        self.whom = Combo(theme, chart_words.WHOM_NAME)
        self.smoothing = Combo(theme, chart_words.SMOOTHING_NAME)
        self.sheets = {
            scale: NumbersSheet(theme, chart_words.title(scale), chart_words.TERMS[scale]) for scale in Scale
        }
        for bandwidth in BANDWIDTHS:
            self.smoothing.add(chart_words.SMOOTHING[bandwidth], bandwidth)
        self._build()
        self.back.clicked.connect(lambda: self.open_requested.emit(Back()))
        self.whom.activated.connect(self._on_whom)
        self.smoothing.activated.connect(lambda _: self.refresh())
        theme.changed.connect(self.reflow)
        self.reflow()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        return (
            State("numbers", NumbersPlace()),
            State("numbers-folded-out", NumbersPlace(), lambda page: page.fold_out()),
            State("numbers-circles", NumbersPlace(1)),
            State("numbers-too-few", NumbersPlace(3)),
        )

    def arrive(self, place: Place) -> None:
        if isinstance(place, NumbersPlace):
            self._person_id = place.person_id
            self.smoothing.choose(place.bandwidth)
        self.refresh()

    def refresh(self) -> None:
        today, person = self.context.clock().date(), self._person_id
        bandwidth = int(self.smoothing.currentData())

        def read(vault: Vault) -> _Found:
            known = tuple(each.person for each in people.all_people(vault) if not each.person.hidden)
            return _Found(known, numbers.of_check_ins(vault, person, today, bandwidth))

        self.context.runner.run(self, read, self._show, latest="numbers")

    def first_focus(self) -> QWidget | None:
        return self.back if self.whom.isHidden() else self.whom

    def reflow(self) -> None:
        space, around = self.context.theme.space, self.room_around()
        around.setTop(space(6))
        around.setBottom(space(40))
        self._column.setContentsMargins(around)
        self._column.setSpacing(space(10))
        self._inside.setSpacing(space(14))
        self._about.setContentsMargins(0, 0, 0, space(6))

    def fold_out(self) -> None:
        """Show how each number was made."""
        for sheet in self.sheets.values():
            for row in sheet.rows:
                row.set_out(out=True)

    def _build(self) -> None:
        theme, body, inside = self.context.theme, QWidget(), QWidget()
        self._about = Text(theme, "hint", chart_words.ABOUT_TEXT, colour="ink2", measure=WIDTH)
        choosing = FlowLayout(theme, gap=10)
        for combo in (self.whom, self.smoothing):
            choosing.addWidget(combo)
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(Text(theme, "h1", words.TITLE))
        head.addWidget(Text(theme, "ui", words.ABOUT))
        self._inside.addLayout(head)
        self._inside.addWidget(self._about)
        self._inside.addLayout(choosing)
        for sheet in self.sheets.values():
            self._inside.addWidget(sheet)
        self._column = QVBoxLayout(body)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(Columns(theme, inside, width=WIDTH))
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(theme, body))

    def _on_whom(self, index: int) -> None:
        self._person_id = self.whom.itemData(index)
        self.refresh()

    def _show(self, found: _Found) -> None:
        if self._person_id not in {None, *(person.id for person in found.people)}:
            # hidden meanwhile
            self._person_id = None
            self.refresh()
            return
        self._offer(found.people)
        about_somebody = self._person_id is not None
        for one in found.numbers:
            by_circles = one.method is Method.CIRCLES
            way = chart_words.BY_CIRCLES if by_circles else chart_words.BY_SLIDERS
            self.sheets[one.scale].show_lines(
                words.lines(one), chart_words.sentence(way) if about_somebody else ""
            )

    def _offer(self, known: tuple[Person, ...]) -> None:
        """Offer whose check-ins there are."""
        self.whom.clear()
        self.whom.add(chart_words.IN_GENERAL, None)
        for person in known:
            self.whom.add(person.label, person.id, mark=person.mark)
        self.whom.choose(self._person_id)
        self.whom.setVisible(bool(known))
