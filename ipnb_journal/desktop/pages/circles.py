# SPDX-License-Identifier: MIT
"""Two circles: a check-in about one relationship as a picture, with the pictures kept of it before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.notices import Choice, Question
from ipnb_journal.desktop.pages.page import Page, State
from ipnb_journal.desktop.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.check_in_kept import CheckInKept
from ipnb_journal.desktop.widgets.circles_before import CirclesBefore
from ipnb_journal.desktop.widgets.circles_pane import CirclesPane
from ipnb_journal.desktop.widgets.combo import Combo
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.people_picker import NameField
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import check_in as check_in_words
from ipnb_journal.desktop.wording import circles as words
from ipnb_journal.desktop.wording.errors import Words
from ipnb_journal.domain.checkins import CheckIn, Circles
from ipnb_journal.domain.people import Person
from ipnb_journal.services import checkins, people

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.runner import Vault
    from ipnb_journal.errors import AppError

WIDTH = 984
LOW = 660
ADD = -1
_CHOOSE, _NAMELESS = "choose", "nameless"
WHO = Question(
    Words(words.WHO_TITLE, words.WHO_BODY, words.WHO_SAFE, icon="users"),
    (Choice(_CHOOSE, words.CHOOSE_WHO), Choice(_NAMELESS, words.KEEP_NAMELESS)),
)


@dataclass(frozen=True, slots=True)
class _Start:
    """What the page needs: who there is, and the pictures kept of the one in mind, newest first."""

    people: tuple[Person, ...]
    before: tuple[CheckIn, ...]


class CirclesPage(Page):
    """Keeps what was placed when asked to. A picture not kept yet stays for as long as the page lives."""

    help_key: ClassVar[str] = "circles"
    topics: ClassVar[frozenset[str]] = frozenset({"people", "checkins"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._person_id: int | None = None
        self._names: dict[int, Person] = {}
        self._placed: dict[int | None, Circles] = {}
        self._earlier: CheckIn | None = None
        self._saving = False
        self._build()
        self._join_up()
        self._ask()
        context.theme.changed.connect(self.reflow)
        self.reflow()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        about = places.Circles(1)
        return (
            State("circles", about, lambda page: page.pane.show_circles(Circles(66, 82, 58, 60))),
            State("circles-blank", places.Circles()),
            State("circles-before", about, lambda page: page.before.rows[1].click()),
        )

    def arrive(self, place: places.Place) -> None:
        self._show_asking(asking=True)
        self._show_today()
        wanted = place.person_id if isinstance(place, places.Circles) else None
        if wanted is not None or self.pane.circles() is None:
            self._turn_to(wanted)
        self.refresh()

    def refresh(self) -> None:
        person_id = self._person_id

        def read(vault: Vault) -> _Start:
            known = tuple(counted.person for counted in people.all_people(vault))
            return _Start(known, checkins.earlier_circles(vault, person_id))

        self.context.runner.run(self, read, self._show, latest="circles")

    def first_focus(self) -> QWidget | None:
        return self.kept.first_button if self._asking.isHidden() else self.pane.canvas

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pane.set_low(self.height() < self.context.theme.px(LOW))

    def reflow(self) -> None:
        theme = self.context.theme
        left, right = theme.space(40), theme.space(48)
        self._column.setContentsMargins(left, theme.space(14), right, theme.space(32))
        self._body.setMaximumWidth(theme.px(WIDTH) + left + right)
        self._column.setSpacing(0)
        self.pane.set_low(self.height() < theme.px(LOW))

    def _build(self) -> None:
        theme = self.context.theme
        self.pane, self.kept = CirclesPane(theme, on_paper=False), CheckInKept(theme)
        self.before = CirclesBefore(theme)
        self._head, self._foot, self._asking = QWidget(), QWidget(), QWidget()
        self._build_head()
        self._build_foot()
        self.pane.stand_around(self._foot, self.before)
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(theme.space(16))
        for widget in (self._head, self.pane):
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
        self.title = Text(theme, "h1")
        self.line = Text(theme, "ui", words.LINE, colour="ink2")
        self.who = Combo(theme, check_in_words.WITH_NAME)
        self.adding = NameField(theme)
        self.adding.hide()
        row = FlowLayout(theme, gap=10)
        for widget in (
            Text(theme, "ui", words.WITH_BEFORE, colour="ink2", wrap=False),
            self.who,
            Text(theme, "ui", words.WITH_AFTER, colour="ink2", wrap=False),
            self.line,
        ):
            row.addWidget(widget)
        column = QVBoxLayout(self._head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self.adding)

    def _build_foot(self) -> None:
        theme = self.context.theme
        self.keep = PrimaryButton(theme, words.KEEP)
        self.write = SecondaryButton(theme, words.ADD_WORDS, icon="pen-line")
        self.back = QuietButton(theme, words.GO_BACK, ink="ink2")
        self.today = PrimaryButton(theme, words.BACK_TO_TODAY)
        self.today.hide()
        flow = FlowLayout(theme, self._foot, gap=10)
        for button in (self.keep, self.write, self.today, self.back):
            flow.addWidget(button)

    def _join_up(self) -> None:
        self.who.activated.connect(self._on_who)
        self.adding.given.connect(self._add_person)
        self.adding.dropped.connect(self._stop_adding)
        self.keep.clicked.connect(self._keep)
        self.write.clicked.connect(self._keep_and_write)
        self.back.clicked.connect(lambda: self.open_requested.emit(places.Back()))
        self.today.clicked.connect(self._back_to_today)
        self.before.wanted.connect(self._show_earlier)
        self.before.help_wanted.connect(lambda: self.help_requested.emit(self.help_key))
        self.kept.page_wanted.connect(self._write)
        self.kept.done.connect(lambda: self.open_requested.emit(places.Back()))
        keys = QKeySequence("Ctrl+Return")
        QShortcut(keys, self, self._keep, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _show(self, start: _Start) -> None:
        self._names = {person.id: person for person in start.people}
        self._fill_who()
        self._ask()
        self.before.show_pictures(start.before, self._name(), self.context.clock().date())
        if self._earlier is not None and self._earlier.id not in {one.id for one in start.before}:
            self._show_today()
        self.before.mark(self._earlier)

    def _ask(self) -> None:
        name = self._name()
        self.title.setText(words.stem(name))
        self.pane.name_other(name)

    def _name(self) -> str:
        person = None if self._person_id is None else self._names.get(self._person_id)
        return "" if person is None else person.label

    def _fill_who(self) -> None:
        self.who.clear()
        self.who.add(words.NOBODY, None)
        for person in self._names.values():
            if not person.hidden or person.id == self._person_id:
                self.who.add(person.label, person.id, mark=person.mark)
        self.who.add(check_in_words.ADD_SOMEONE, ADD)
        self.who.choose(self._person_id)

    def _on_who(self, index: int) -> None:
        chosen = self.who.itemData(index)
        if chosen == ADD:
            self.who.choose(self._person_id)
            self._start_adding()
            return
        self._turn_to(chosen, naming=True)
        self.refresh()

    def _turn_to(self, person_id: int | None, *, naming: bool = False) -> None:
        """Ask about somebody else; what was placed is kept apart for each person, and comes back with them.

        `naming`: what was placed with nobody named is of this person, unless theirs was begun already.
        """
        self._show_today()
        if person_id == self._person_id:
            return
        self._put_by()
        if naming and self._person_id is None and person_id not in self._placed and None in self._placed:
            self._placed[person_id] = self._placed.pop(None)
        self._person_id = person_id
        self.pane.show_circles(self._placed.get(person_id))

    def _put_by(self) -> None:
        """Remember what is placed for the one in mind."""
        placed = self.pane.circles()
        if placed is None:
            self._placed.pop(self._person_id, None)
        else:
            self._placed[self._person_id] = placed

    def _start_adding(self) -> None:
        self.adding.show()
        self.adding.start()

    def _stop_adding(self) -> None:
        self.adding.hide()
        self.who.setFocus(Qt.FocusReason.TabFocusReason)

    def _add_person(self, label: str) -> None:
        def show(person: Person) -> None:
            self._stop_adding()
            self._names[person.id] = person
            self._turn_to(person.id, naming=True)
            self.refresh()

        self.context.runner.run(self, lambda vault: people.add(vault, label), show)

    def _show_earlier(self, kept: CheckIn) -> None:
        """Show a picture kept before in place of today's, which is put by."""
        if self._earlier is None:
            self._put_by()
        self._earlier = kept
        told = words.AS_PLACED.format(day=words.day(kept.day, self.context.clock().date()))
        self.pane.show_circles(kept.circles)
        self.today.setAccessibleDescription(f"{told}. {self.pane.canvas.accessibleDescription()}")
        self._show_whose_day(told)
        self.today.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.bring_into_view(self.pane.canvas)

    def _back_to_today(self) -> None:
        self._show_today()
        self.pane.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_today(self) -> None:
        """Show what is being placed, where an earlier picture was shown."""
        if self._earlier is None:
            return
        self._earlier = None
        self.pane.show_circles(self._placed.get(self._person_id))
        self._show_whose_day("")

    def _show_whose_day(self, told: str) -> None:
        """Say that an earlier picture is on show, and of which day; with "" that it is today's."""
        earlier = bool(told)
        self.line.setText(told or words.LINE)
        self.line.set_role("ui_strong" if earlier else "ui")
        self.line.set_colour("ink" if earlier else "ink2")
        self.pane.set_still(earlier)
        self.today.setVisible(earlier)
        for button in (self.keep, self.write):
            button.setVisible(not earlier)
        self.before.mark(self._earlier)

    def _keep(self) -> None:
        self._keep_then(self._show_kept)

    def _keep_and_write(self) -> None:
        if self.pane.circles() is None:
            self._write()
        else:
            self._keep_then(self._write)

    def _keep_then(self, then: Callable[[], None]) -> None:
        """Keep what is placed and go on; ask who it is about where that was not said."""
        if self._saving or self._earlier is not None or self._asking.isHidden():
            return
        if self.pane.circles() is None:
            self.context.notices.say(words.NOTHING_PLACED)
        elif self._person_id is None:
            self.context.notices.ask(WHO, lambda key: self._on_asked_who(key, then))
        else:
            self._save(then)

    def _on_asked_who(self, key: str, then: Callable[[], None]) -> None:
        if key == _NAMELESS:
            self._save(then)
        elif any(not person.hidden for person in self._names.values()):
            self.who.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._start_adding()

    def _save(self, then: Callable[[], None]) -> None:
        circles, person_id, now = self.pane.circles(), self._person_id, self.context.clock()
        if circles is None:
            return
        self._saving = True
        self.context.runner.run(
            self,
            lambda vault: checkins.save_circles(vault, circles, now, person_id),
            lambda saved: self._saved(saved, circles, then),
            self._not_saved,
        )

    def _not_saved(self, error: AppError) -> None:
        self._saving = False
        self.context.notices.show_problem(error)

    def _saved(self, saved: CheckIn, sent: Circles, then: Callable[[], None]) -> None:
        self._saving = False
        self._show_today()
        self._put_by()
        # what was moved since it was sent is not kept yet
        if self._placed.get(saved.person_id) == sent:
            del self._placed[saved.person_id]
        self.pane.show_circles(self._placed.get(self._person_id))
        self.context.notices.say(words.KEPT, lambda: self._take_back(saved))
        then()

    def _take_back(self, saved: CheckIn) -> None:
        def show(removed: CheckIn) -> None:
            self._show_today()
            self._put_by()
            if removed.circles is not None:
                self._placed.setdefault(saved.person_id, removed.circles)
            self.pane.show_circles(self._placed.get(self._person_id))
            self._show_asking(asking=True)
            self.refresh()
            if self.isVisible():
                self.pane.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

        self.context.runner.run(self, lambda vault: checkins.remove(vault, saved.id), show)

    def _show_kept(self) -> None:
        self.kept.show_kept(kept=True, offer_pause=False)
        self._show_asking(asking=False)
        self._scroll.verticalScrollBar().setValue(0)
        self.kept.first_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        self.open_requested.emit(places.Write(person_id=self._person_id))

    def _show_asking(self, *, asking: bool) -> None:
        self._asking.setVisible(asking)
        self.kept.setVisible(not asking)
