# SPDX-License-Identifier: MIT
"""Look back: the last 28 days beside the 90 before, opened on purpose, and what was written on this day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ipnb_journal.desktop.kept_words import KeptWords
from ipnb_journal.desktop.pages.page import Page, State
from ipnb_journal.desktop.places import Back, OpenEntry
from ipnb_journal.desktop.places import LookBack as LookBackPlace
from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.columns import Columns
from ipnb_journal.desktop.widgets.look_back_sheet import LookBackSheet
from ipnb_journal.desktop.widgets.look_opening import LookOpening
from ipnb_journal.desktop.widgets.looks_before import LooksBefore
from ipnb_journal.desktop.widgets.on_this_day import OnThisDay
from ipnb_journal.desktop.widgets.own_note import OwnNote
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import look_back as words
from ipnb_journal.desktop.wording import on_this_day as day_words
from ipnb_journal.desktop.wording.history import UNNAMED_PAGE, full_date
from ipnb_journal.desktop.wording.session import saved_words
from ipnb_journal.domain.look_back import LookBack, may_open, opens_on
from ipnb_journal.services import look_back, looking_back, on_this_day, people
from ipnb_journal.services.looking_back import LookChoice

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.runner import Vault
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.history import HistoryRow
    from ipnb_journal.errors import AppError

WIDTH, SHEET, ASIDE = 674, 600, 328


@dataclass(frozen=True, slots=True)
class _Found:
    """What the page needs. `looks`: newest first, none about anybody hidden; `names`: of people not hidden.

    `choices`: what one could be about, where one may be opened; `opens`: from when.
    """

    looks: tuple[LookBack, ...]
    names: dict[int, str]
    choices: tuple[LookChoice, ...]
    opens: date


class LookBackPage(Page):
    """Works nothing out before it is asked to, and shows what was kept as it was kept."""

    topics: ClassVar[frozenset[str]] = frozenset({"look_backs", "checkins", "people", "entries"})
    help_key: ClassVar[str] = "look_back"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._found: _Found | None = None
        self._shown: LookBack | None = None
        self._opening = self._reading = False
        self.back = LinkButton(theme, words.BACK, icon="arrow-left", ink="ink2")
        self.title = Text(theme, "h1", words.TITLE)
        self.opening, self.before = LookOpening(theme), LooksBefore(theme)
        self.sheet, self.note = LookBackSheet(theme), OwnNote(theme, words.NOTE, words.NOTE_LINE)
        self.on_this_day = OnThisDay(theme)
        self.saver = KeptWords(self, context.runner, context.clock, self._written)
        self._build()
        self._connect()
        self.reflow()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        here = LookBackPlace()
        return (
            State("look-back", here),
            State("look-back-opened", here, lambda page: _open_earlier(page, -1)),
            State("look-back-unclear", here, lambda page: _open_earlier(page, 0)),
            State("look-back-waiting", here, lambda page: page.opening.wait(words.WAIT.format(day=_A_DAY))),
            State("look-back-too-few", here, lambda page: page.opening.offer(_TOO_FEW, "")),
            State("look-back-this-day", here, _show_pages),
            State(
                "look-back-this-day-none", here, lambda page: page.on_this_day.show_pages((), sealing=True)
            ),
        )

    @property
    def unsaved(self) -> bool:
        return self.saver.unsaved

    def refresh(self) -> None:
        today = self.context.clock().date()
        self.context.runner.run(self, partial(_read, today=today), self._show, latest="look back")
        if self.on_this_day.is_open:
            self._ask_for_this_day()

    def leave(self) -> None:
        self.saver.save()
        if not self._reading:
            self.on_this_day.put_away()
        self._reading = False

    def first_focus(self) -> QWidget | None:
        if self._shown is not None:
            return self.sheet.title
        return self.opening.first_focus() or self.back

    def reflow(self) -> None:
        space, around = self.context.theme.space, self.room_around()
        around.setTop(space(6))
        around.setBottom(space(40))
        self._column.setContentsMargins(around)
        self._column.setSpacing(space(10))
        self._rows.setSpacing(space(28))
        self._beside.set_beside(self.columns)

    def show_look(self, look: LookBack) -> None:
        """Show a Look-back that was kept, with its note beside it."""
        self._shown = look
        today = self.context.clock().date()
        self.sheet.show_look(look, self._name(look), today)
        still = self.context.runner.read_only
        self.note.show_text(look.note, still=still)
        self.note.setVisible(bool(look.note) or not still)
        self.saver.begin(kept=not still)
        self._arrange()
        self.sheet.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.bring_into_view(self.title)

    def _build(self) -> None:
        theme, body, rows = self.context.theme, QWidget(), QWidget()
        self._beside = Columns(theme, self.sheet, self.note, width=SHEET, aside_width=ASIDE)
        self._beside.hide()
        self._rows = QVBoxLayout(rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(Columns(theme, _held(theme, 8, self.title, self.opening), width=WIDTH))
        self._rows.addWidget(self._beside)
        self._rows.addWidget(Columns(theme, _held(theme, 28, self.before, self.on_this_day), width=WIDTH))
        self._column = QVBoxLayout(body)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(rows)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(theme, body)
        outer.addWidget(self._scroll)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.open_requested.emit(Back()))
        self.opening.wanted.connect(self._open)
        self.before.wanted.connect(self._go_to)
        self.sheet.put_away.connect(lambda: self.saver.when_saved(self._put_away))
        self.note.touched.connect(self.saver.touch)
        self.note.retry.connect(self.saver.save)
        self.saver.changed.connect(self._show_saved)
        self.on_this_day.asked.connect(self._ask_for_this_day)
        self.on_this_day.opened.connect(self._read_page)
        self.on_this_day.sealed.connect(self._seal)
        self.context.theme.changed.connect(self.reflow)

    def _show(self, found: _Found) -> None:
        self._found = found
        today = self.context.clock().date()
        held = self.opening.isAncestorOf(QApplication.focusWidget() or self)
        if self.context.runner.read_only:
            self.opening.wait(words.NONE_WHILE_LOOKING)
        elif found.opens > today:
            self.opening.wait(words.WAIT.format(day=full_date(found.opens, today)))
        else:
            self.opening.offer(found.choices, words.next_day(today, today))
        self.before.show_looks(
            [(look.id, full_date(look.day, today), words.row(look, self._name(look))) for look in found.looks]
        )
        if held and not self.opening.offers:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._shown is not None and self._shown.id not in {look.id for look in found.looks}:
            self.saver.when_saved(self._put_away)

    def _name(self, look: LookBack) -> str:
        names = self._found.names if self._found is not None else {}
        return "" if look.person_id is None else names.get(look.person_id, "")

    def _arrange(self) -> None:
        """Show the sheet, or what there is before one is opened."""
        shown = self._shown
        self._beside.setVisible(shown is not None)
        self.opening.setVisible(shown is None)
        self.before.mark(None if shown is None else shown.id)

    def _open(self, person_id: int | None) -> None:
        if self._opening:
            return
        self._opening = True
        self.context.runner.run(
            self,
            partial(_open_one, person_id=person_id, now=self.context.clock()),
            self._opened,
            self._refused,
        )

    def _opened(self, look: LookBack | None) -> None:
        self._opening = False
        if look is None:
            self.context.notices.say(words.NOT_NOW)
            self.refresh()
        else:
            self.show_look(look)

    def _refused(self, error: AppError) -> None:
        self._opening = False
        self.context.notices.show_problem(error)

    def _written(self) -> Callable[[Vault], object]:
        """The job that keeps the note as it stands beside the Look-back on show."""
        shown = self._shown.id if self._shown is not None else 0
        return partial(look_back.write_note, look_id=shown, note=self.note.text())

    def _go_to(self, look_id: int) -> None:
        """Show an earlier one as it is kept now, once the note on show is saved."""
        found = self._found
        looks = found.looks if found is not None else ()
        for look in looks:
            if look.id == look_id and (self._shown is None or self._shown.id != look_id):
                self.saver.when_saved(partial(self.show_look, look))

    def _put_away(self) -> None:
        last, self._shown = self._shown, None
        held = self._beside.isAncestorOf(QApplication.focusWidget() or self)
        self.saver.begin(kept=False)
        self._arrange()
        if held and last is not None:
            (self.before.items.get(last.id) or self.first_focus() or self).setFocus()

    def _show_saved(self) -> None:
        saver = self.saver
        code = saver.error.code if saver.error is not None else ""
        self.note.show_saved(saved_words(saver.state, saver.seconds_since_saved, code))
        if self._shown is not None and self.saver.is_open:
            self._shown = replace(self._shown, note=self.note.text())

    def _ask_for_this_day(self) -> None:
        today = self.context.clock().date()
        self.context.runner.run(
            self, lambda vault: on_this_day.pages(vault, today), self._show_this_day, latest="on this day"
        )

    def _read_page(self, entry_id: int) -> None:
        """Read one of them, and find the others still there when coming back."""
        self._reading = True
        self.open_requested.emit(OpenEntry(entry_id))

    def _show_this_day(self, pages: tuple[HistoryRow, ...]) -> None:
        if not self.isVisible():
            # whoever went elsewhere meanwhile is asked anew
            return
        today = self.context.clock().date()
        rows = [(page.id, page.title or UNNAMED_PAGE, full_date(page.day, today)) for page in pages]
        self.on_this_day.show_pages(rows, sealing=not self.context.runner.read_only)

    def _seal(self, entry_id: int) -> None:
        runner, notices = self.context.runner, self.context.notices

        def undo() -> None:
            runner.run(notices, lambda vault: on_this_day.seal(vault, entry_id, sealed=False))

        runner.run(
            self,
            lambda vault: on_this_day.seal(vault, entry_id),
            lambda _: notices.say(day_words.SEALED, undo),
        )


def _held(theme: Theme, gap: int, *parts: QWidget) -> QWidget:
    """Parts below each other, `gap` design px apart."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.space(gap))
    for part in parts:
        column.addWidget(part)
    return holder


def _read(vault: Vault, today: date) -> _Found:
    everything = look_back.all_looks(vault)
    names = {each.person.id: each.person.label for each in people.all_people(vault) if not each.person.hidden}
    looks = tuple(look for look in everything if look.person_id is None or look.person_id in names)
    opens = opens_on(everything, today)
    return _Found(looks, names, looking_back.choices(vault, today) if opens == today else (), opens)


def _open_one(vault: Vault, person_id: int | None, now: datetime) -> LookBack | None:
    """Work one out and keep it; None where 28 days aren't over, or where it would say nothing at all."""
    if not may_open(look_back.all_looks(vault), now.date()):
        return None
    look = looking_back.work_out(vault, person_id, now.date(), now)
    if all(scale.comparison is None for scale in look.scales):
        return None
    return look_back.keep(vault, look)


def _open_earlier(page: LookBackPage, at: int) -> None:
    list(page.before.items.values())[at].click()


def _show_pages(page: LookBackPage) -> None:
    rows = [(number, title, _A_DAY) for number, title in enumerate(("The walk home", UNNAMED_PAGE), 1)]
    page.on_this_day.show_pages(rows, sealing=True)
    page.on_this_day.rows[2].seal.setFocus()


_A_DAY = full_date(date(2026, 4, 9), date(2026, 3, 12))
_TOO_FEW = (LookChoice(None, 3, 0, open=False),)
