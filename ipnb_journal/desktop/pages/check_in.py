# SPDX-License-Identifier: MIT
"""Check in: eight sliders on two screens, in general or about a person; any of them may stay blank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.page import Page, State
from ipnb_journal.desktop.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.check_in_kept import CheckInKept
from ipnb_journal.desktop.widgets.check_in_sheet import CheckInSheet, Given
from ipnb_journal.desktop.widgets.combo import Combo
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.key_hint import KeyHint
from ipnb_journal.desktop.widgets.people_picker import NameField
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import check_in as words
from ipnb_journal.desktop.wording import circles as circle_words
from ipnb_journal.domain.checkin_scores import score
from ipnb_journal.domain.checkins import CheckIn, Item
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.safety import offer_pause
from ipnb_journal.services import checkins, people, preferences
from ipnb_journal.services.preferences import Preferences

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.runner import Vault
    from ipnb_journal.errors import AppError

WIDTH = 820
NARROW = 720
ADD = -1


@dataclass(frozen=True, slots=True)
class _Start:
    """What the page needs to ask: who there is, what was said last time, what the person prefers."""

    people: tuple[Person, ...]
    last: CheckIn | None
    preferences: Preferences


class CheckInPage(Page):
    """Asks, saves what was answered and nothing else; what is blank stays blank."""

    help_key: ClassVar[str] = "check_in"
    topics: ClassVar[frozenset[str]] = frozenset({"people", "checkins", "preferences"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._person_id: int | None = None
        self._names: dict[int, Person] = {}
        self._given: dict[int | None, Given] = {}
        self._preferences = Preferences()
        self._pause_offered = self._narrow = self._saving = False
        self._build()
        self._join_up()
        self._show_part(0, move=False)
        self._ask()
        context.theme.changed.connect(self.reflow)
        self.reflow()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        place = places.CheckIn()
        second = State("check_in_second", place, lambda page: page.next.click())
        return (State("check_in", place), second, State("check_in_about", places.CheckIn(1)))

    def arrive(self, place: places.Place) -> None:
        self._show_asking(asking=True)
        wanted = place.person_id if isinstance(place, places.CheckIn) else None
        if wanted is not None or self.sheet.given.is_blank:
            self._turn_to(wanted)
        self.refresh()

    def refresh(self) -> None:
        person_id = self._person_id

        def read(vault: Vault) -> _Start:
            known = tuple(counted.person for counted in people.all_people(vault))
            return _Start(known, checkins.last(vault, person_id), preferences.read(vault))

        self.context.runner.run(self, read, self._show, latest="check_in")

    def first_focus(self) -> QWidget | None:
        return self.kept.first_button if self._asking.isHidden() else self.sheet.first_slider

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW * self.context.theme.scale
        if narrow != self._narrow:
            self._narrow = narrow
            self.sheet.set_narrow(narrow)
            self.keys.setVisible(not narrow)

    def reflow(self) -> None:
        theme = self.context.theme
        right = 48 if self.columns else 56
        self._column.setContentsMargins(theme.space(40), theme.space(14), theme.space(right), theme.space(32))
        self._body.setMaximumWidth(theme.px(WIDTH) + theme.space(40) + theme.space(right))
        self._column.setSpacing(0)

    def _build(self) -> None:
        theme = self.context.theme
        self.sheet, self.kept = CheckInSheet(theme), CheckInKept(theme)
        self._head, self._foot = QWidget(), QWidget()
        self._build_head()
        self._build_foot()
        self._asking = QWidget()
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(theme.space(16))
        for widget in (self._head, self.sheet, self._foot):
            asking.addWidget(widget)
        asking.addStretch(1)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.addWidget(self._asking)
        self._column.addWidget(self.kept)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(theme, self._body)
        outer.addWidget(self._scroll)

    def _build_head(self) -> None:
        theme = self.context.theme
        self.title = Text(theme, "h1", words.STEM)
        self.part = Text(theme, "small", colour="ink2", wrap=False)
        self.who = Combo(theme, words.WITH_NAME)
        self.circles = QuietButton(theme, circle_words.PLACE_INSTEAD, icon="circles", small=True)
        self.circles.hide()
        self.adding = NameField(theme)
        self.adding.hide()
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.part, 0, Qt.AlignmentFlag.AlignBottom)
        row = FlowLayout(theme, gap=10)
        for widget in (
            Text(theme, "ui", words.WITH_BEFORE, colour="ink2", wrap=False),
            self.who,
            Text(theme, "ui", words.WITH_AFTER, colour="ink2"),
            self.circles,
        ):
            row.addWidget(widget)
        column = QVBoxLayout(self._head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        column.addLayout(top)
        column.addLayout(row)
        column.addWidget(self.adding)

    def _build_foot(self) -> None:
        theme = self.context.theme
        self.next = PrimaryButton(theme, words.NEXT, icon="arrow-right", icon_last=True)
        self.save = SecondaryButton(theme, words.SAVE_JUST_THIS)
        self.save_all = PrimaryButton(theme, words.SAVE)
        self.back = SecondaryButton(theme, words.BACK_TO_FIRST, icon="arrow-left")
        self.leave_it = QuietButton(theme, words.LEAVE, ink="ink2")
        self.keys = KeyHint(theme, ((("←", "→"), words.KEY_MOVE), (("Del",), words.KEY_BLANK)))
        buttons = QWidget()
        flow = FlowLayout(theme, buttons, gap=10)
        for widget in (self.next, self.save, self.save_all, self.back, self.leave_it):
            flow.addWidget(widget)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(buttons, 1)
        row.addWidget(self.keys)

    def _join_up(self) -> None:
        self.who.activated.connect(self._on_who)
        self.circles.clicked.connect(lambda: self.open_requested.emit(places.Circles(self._person_id)))
        self.adding.given.connect(self._add_person)
        self.adding.dropped.connect(self._stop_adding)
        self.next.clicked.connect(lambda: self._show_part(1))
        self.back.clicked.connect(lambda: self._show_part(0))
        self.save.clicked.connect(self._save)
        self.save_all.clicked.connect(self._save)
        self.leave_it.clicked.connect(self._leave_without_saving)
        self.kept.pause_wanted.connect(lambda: self.open_requested.emit(places.Pause()))
        self.kept.page_wanted.connect(lambda: self.open_requested.emit(places.Write()))
        self.kept.done.connect(lambda: self.open_requested.emit(places.Back()))

    def _show(self, start: _Start) -> None:
        self._preferences = start.preferences
        self._names = {person.id: person for person in start.people}
        self._fill_who()
        shown = start.last is not None and start.preferences.show_last_mark
        self.sheet.show_last(start.last.answers if start.last is not None and shown else {})
        self._ask()

    def _ask(self) -> None:
        name = self._name()
        self.title.setText(words.stem(name))
        self.circles.setVisible(name is not None)
        self.sheet.ask(name)

    def _name(self) -> str | None:
        person = None if self._person_id is None else self._names.get(self._person_id)
        return None if person is None else person.label

    def _fill_who(self) -> None:
        self.who.clear()
        self.who.add(words.NOBODY, None)
        for person in self._names.values():
            if not person.hidden or person.id == self._person_id:
                self.who.add(person.label, person.id, mark=person.mark)
        self.who.add(words.ADD_SOMEONE, ADD)
        self.who.choose(self._person_id)

    def _on_who(self, index: int) -> None:
        chosen = self.who.itemData(index)
        if chosen == ADD:
            self.who.choose(self._person_id)
            self.adding.show()
            self.adding.start()
            return
        self._turn_to(chosen)
        self.refresh()

    def _turn_to(self, person_id: int | None) -> None:
        """Ask about somebody else; answers are kept apart for each person, and come back with them."""
        if person_id == self._person_id:
            return
        self._given[self._person_id] = self.sheet.given
        self._person_id = person_id
        self.sheet.show_given(self._given.get(person_id, Given()))
        self._show_part(0, move=False)

    def _stop_adding(self) -> None:
        self.adding.hide()
        self.who.setFocus(Qt.FocusReason.TabFocusReason)

    def _add_person(self, label: str) -> None:
        def show(person: Person) -> None:
            self._stop_adding()
            self._names[person.id] = person
            self._turn_to(person.id)
            self.refresh()

        self.context.runner.run(self, lambda vault: people.add(vault, label), show)

    def _show_part(self, part: int, *, move: bool = True) -> None:
        self.sheet.show_part(part)
        first = part == 0
        self.part.setText(words.SCREEN.format(part=part + 1))
        for button, shown in ((self.next, first), (self.save, first), (self.save_all, not first)):
            button.setVisible(shown)
        self.back.setVisible(not first)
        if move:
            self._scroll.verticalScrollBar().setValue(0)
            self.sheet.first_slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_asking(self, *, asking: bool) -> None:
        self._asking.setVisible(asking)
        self.kept.setVisible(not asking)

    def _leave_without_saving(self) -> None:
        self._start_over()
        self.open_requested.emit(places.Back())

    def _start_over(self) -> None:
        self._given.clear()
        self.sheet.show_given(Given())
        self._show_part(0, move=False)

    def _save(self) -> None:
        given = self.sheet.given
        if self._saving:
            return
        if given.is_blank:
            self._show_part(0, move=False)
            self._show_kept(kept=False, offer=False)
            return
        new = checkins.NewCheckIn(given.answers, given.does_not_apply, self._person_id)
        now = self.context.clock()
        self._saving = True
        self.context.runner.run(
            self, lambda vault: checkins.save(vault, new, now), self._saved, self._not_saved
        )

    def _not_saved(self, error: AppError) -> None:
        self._saving = False
        self.context.notices.show_problem(error)

    def _saved(self, saved: CheckIn) -> None:
        self._saving = False
        kept = self.sheet.given
        offer = not self._pause_offered and self._preferences.offer_pause and _is_a_lot(saved)
        self._pause_offered = self._pause_offered or offer
        self._given.pop(self._person_id, None)
        self.sheet.show_given(Given())
        self._show_part(0, move=False)
        self._show_kept(kept=True, offer=offer)
        self.context.notices.say(words.SAVED_MESSAGE, lambda: self._take_back(saved, kept))

    def _take_back(self, saved: CheckIn, given: Given) -> None:
        def show(_: CheckIn) -> None:
            if self._person_id == saved.person_id and self.sheet.given.is_blank:
                self.sheet.show_given(given)
            else:
                self._given[saved.person_id] = given
            self._show_asking(asking=True)
            self.refresh()

        self.context.runner.run(self, lambda vault: checkins.remove(vault, saved.id), show)

    def _show_kept(self, *, kept: bool, offer: bool) -> None:
        self.kept.show_kept(kept=kept, offer_pause=offer)
        self._show_asking(asking=False)
        self._scroll.verticalScrollBar().setValue(0)
        self.kept.first_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _is_a_lot(saved: CheckIn) -> bool:
    """Whether the answers are such that a pause is offered; the rule is `safety.offer_pause`."""
    answers = saved.answers
    chaos = score(answers.get(Item.C1), answers.get(Item.C2))
    rigidity = score(answers.get(Item.R1), answers.get(Item.R2))
    return offer_pause(
        c1=answers.get(Item.C1),
        c2=answers.get(Item.C2),
        chaos=None if chaos is None else chaos.value,
        rigidity=None if rigidity is None else rigidity.value,
    )
