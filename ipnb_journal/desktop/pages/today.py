# SPDX-License-Identifier: MIT
"""Today: one invitation, a page left open, what was lately, and four weeks in small."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.charts.sparkline import Sparkline
from ipnb_journal.desktop.models.lately import lately_lines
from ipnb_journal.desktop.pages.page import Page, State
from ipnb_journal.desktop.widgets.beside_invitation import BesideInvitation
from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.invitation import InvitationSheet, Offer
from ipnb_journal.desktop.widgets.key_question import KeyQuestionLine
from ipnb_journal.desktop.widgets.lately_row import LatelyRow
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import dates
from ipnb_journal.desktop.wording import today as words
from ipnb_journal.domain.entries import Draft, EntryKind, Step, shown_title
from ipnb_journal.domain.rehearsal import KeyQuestion
from ipnb_journal.services import prompts, rehearsal, session, today

if TYPE_CHECKING:
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.runner import Vault
    from ipnb_journal.domain.insights import FourWeeks
    from ipnb_journal.services.prompts import Invitation
    from ipnb_journal.services.today import TodayView

MAIN, GAP, SIDE, SIDE_LEAST = 636, 64, 268, 240
_NO_LIMIT = 16_777_215


class TodayPage(Page):
    """Where a person arrives. It asks for one thing and is content with none."""

    topics: ClassVar[frozenset[str]] = frozenset(
        {"entries", "drafts", "checkins", "people", "prompts", "preferences"}
    )
    help_key: ClassVar[str] = "today"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._view: TodayView | None = None
        self._passed: list[str] = []
        self._passed_on = context.clock().date()
        self.rows: list[LatelyRow] = []
        self._build()
        self.sheet.chosen.connect(self._do)
        self.beside.library_wanted.connect(lambda: self.open_requested.emit(places.Prompts()))
        self.beside.room_said.connect(self._heed_room)
        self.beside.thread_left.connect(self._leave_thread)
        self.about_key.taken.connect(self._take_up_key)
        self.about_key.put_off.connect(self._put_off_key)
        self.about_key.never.connect(lambda: context.runner.run(self, rehearsal.stop))
        context.theme.changed.connect(self.reflow)
        self.reflow()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        return (
            State("today", places.Today()),
            *(State(f"today-{key}", places.Today(), partial(_ask_after_key, key=key)) for key in KeyQuestion),
        )

    def arrive(self, place: places.Place) -> None:
        self.refresh()

    def refresh(self) -> None:
        now = self.context.clock()
        self.date.setText(dates.long_date(now.date()))
        if now.date() != self._passed_on:
            self._passed, self._passed_on = [], now.date()
            self.beside.forget_room()
        passed, shelf, room = tuple(self._passed), self.context.shelf, self.beside.room

        def read(vault: Vault) -> TodayView:
            return today.view(vault, shelf(), now, passed, room)

        self.context.runner.run(self, read, self._show, latest="today")

    def first_focus(self) -> QWidget | None:
        return next(iter(self.sheet.choices.values()), None)

    def reflow(self) -> None:
        theme, across = self.context.theme, self.columns
        across_way, down_way = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns_row.setDirection(across_way if across else down_way)
        self._columns_row.setSpacing(theme.space(GAP if across else 34))
        left, top, right, foot = (theme.space(n) for n in (40, 14, 48 if across else 56, 40))
        self._columns_row.setContentsMargins(left, top, right, foot)
        self._main.setMaximumWidth(theme.px(MAIN) if across else _NO_LIMIT)
        self._side.setMinimumWidth(theme.px(SIDE_LEAST) if across else 0)
        self._side.setMaximumWidth(theme.px(SIDE) if across else _NO_LIMIT)
        self._side_column.setContentsMargins(0, theme.space(50) if across else 0, 0, 0)
        self._main_column.setSpacing(0)
        self._side_column.setSpacing(theme.space(8))

    def _build(self) -> None:
        self._main, self._side = QWidget(), QWidget()
        self._build_main()
        self._build_side()
        body = QWidget()
        self._columns_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns_row.addWidget(self._main, MAIN)
        self._columns_row.addWidget(self._side, SIDE)
        self._columns_row.addStretch(1)
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._columns_row)
        whole.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(self.context.theme, body))

    def _build_main(self) -> None:
        theme = self.context.theme
        self.date = Text(theme, "date")
        self.sheet = InvitationSheet(theme)
        self.sheet.hide()
        self.beside = BesideInvitation(theme)
        self.beside.hide()
        self.all_pages = LinkButton(theme, words.ALL_PAGES)
        self.all_pages.clicked.connect(lambda: self.open_requested.emit(places.History()))
        self.nothing_yet = Text(theme, "ui", words.NOTHING_YET, colour="ink2")
        self.nothing_yet.setContentsMargins(0, theme.space(14), 0, 0)
        heading = QHBoxLayout()
        heading.addWidget(Text(theme, "heading", words.LATELY), 1)
        heading.addWidget(self.all_pages)
        self._row_host = QVBoxLayout()
        self._row_host.setSpacing(0)
        column = self._main_column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.date)
        column.addSpacing(theme.space(18))
        column.addWidget(self.sheet)
        column.addSpacing(theme.space(12))
        column.addWidget(self.beside)
        column.addSpacing(theme.space(24))
        column.addLayout(heading)
        column.addSpacing(theme.space(6))
        column.addWidget(Rule(theme))
        column.addSpacing(-1)
        column.addLayout(self._row_host)
        column.addWidget(self.nothing_yet)
        self.about_key = KeyQuestionLine(theme)
        column.addWidget(self.about_key)
        column.addStretch(1)

    def _build_side(self) -> None:
        theme = self.context.theme
        self.picture = Sparkline(theme)
        self.open_insights = LinkButton(theme, words.OPEN_INSIGHTS)
        self.open_insights.clicked.connect(lambda: self.open_requested.emit(places.Insights()))
        column = self._side_column = QVBoxLayout(self._side)
        column.addWidget(Text(theme, "heading", words.FOUR_WEEKS))
        column.addWidget(self.picture)
        column.addWidget(Text(theme, "small", words.FOUR_WEEKS_LINE, colour="ink2"))
        column.addWidget(self.open_insights, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._side.hide()

    def _show(self, view: TodayView) -> None:
        arriving = self._view is None
        self._view = view
        self.sheet.offer(self._offer(view))
        self.sheet.show()
        self.beside.setVisible(view.left_open is None)
        self.beside.follow(view.following is not None)
        self._show_rows(view)
        self._show_weeks(view.four_weeks)
        self.about_key.ask(view.about_key)
        wanted = self.first_focus()
        if arriving and wanted is not None and self.isVisible():
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, view: TodayView) -> Offer:
        if view.left_open is not None:
            return _left_open(view.left_open)
        if view.invitation is not None:
            thread = "" if view.following is None else view.following.thread.title
            return _invited(view.invitation, thread)
        return Offer("", words.FREE_TITLE, "", words.FREE_LINE, (("free", words.FREE_BUTTON),), quiet=True)

    def _show_rows(self, view: TodayView) -> None:
        people = {person.id: person for person in view.people}
        lines = lately_lines(view.lately, people, self.context.clock().date())
        self.nothing_yet.setVisible(not lines)
        self.all_pages.setVisible(bool(lines))
        if lines == tuple(row.line for row in self.rows):
            return
        for row in self.rows:
            self._row_host.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [LatelyRow(self.context.theme, line) for line in lines]
        for row in self.rows:
            row.clicked.connect(partial(self._open, row))
            self._row_host.addWidget(row)

    def _show_weeks(self, weeks: FourWeeks | None) -> None:
        self._side.setVisible(weeks is not None)
        if weeks is not None:
            self.picture.show_weeks(weeks)

    def _open(self, row: LatelyRow) -> None:
        line = row.line
        written = line.kind == "entry"
        place = places.OpenEntry(line.id) if written else places.History(day=line.day)
        self.open_requested.emit(place)

    def _do(self, key: str) -> None:
        done = {
            "begin": self._begin,
            "another": self._show_another,
            "not_today": self._say_not_today,
            "free": lambda: self.open_requested.emit(places.Write()),
            "carry_on": self._carry_on,
            "set_down": self._set_down,
        }
        done[key]()

    def _begin(self) -> None:
        if self._view is not None and self._view.invitation is not None:
            room = self.beside.room
            prompt_id = self._view.invitation.prompt.id
            self.open_requested.emit(
                places.Guided(prompt_id=prompt_id, room=None if room is None else room.value)
            )

    def _show_another(self) -> None:
        if self._view is None or self._view.invitation is None:
            return
        now, shelf, room = self.context.clock(), self.context.shelf, self.beside.room
        passed = (*self._passed, self._view.invitation.prompt.id)

        def look(vault: Vault) -> tuple[str, ...]:
            found = prompts.another(vault, shelf(), now, passed, room)
            return passed if found is not None else ()

        self.context.runner.run(self, look, self._pass_over, latest="another")

    def _pass_over(self, passed: tuple[str, ...]) -> None:
        self._passed = list(passed)
        if not passed:
            self.context.notices.say(words.NO_MORE)
        self.refresh()

    def _heed_room(self, _room: object) -> None:
        self._passed = []
        self.refresh()

    def _leave_thread(self) -> None:
        self.context.runner.run(
            self, prompts.stop_following, lambda _: self.context.notices.say(words.THREAD_LEFT)
        )

    def _say_not_today(self) -> None:
        if self._view is None or self._view.invitation is None:
            return
        prompt_id, now = self._view.invitation.prompt.id, self.context.clock()
        self.context.runner.run(self, lambda vault: prompts.not_today(vault, prompt_id, now))

    def _carry_on(self) -> None:
        draft = None if self._view is None else self._view.left_open
        if draft is None:
            return
        if draft.page.kind is EntryKind.GUIDED and draft.entry_id is None:
            self.open_requested.emit(places.Guided(draft_id=draft.id))
        else:
            self.open_requested.emit(places.Write(draft_id=draft.id))

    def _take_up_key(self) -> None:
        unkept = self._view is not None and self._view.about_key is KeyQuestion.NOT_KEPT
        self.open_requested.emit(places.NewRecoveryKey() if unkept else places.RehearseKey())

    def _put_off_key(self) -> None:
        today = self.context.clock().date()
        self.context.runner.run(self, lambda vault: rehearsal.put_off(vault, today))

    def _set_down(self) -> None:
        draft = None if self._view is None else self._view.left_open
        if draft is not None:
            now = self.context.clock()
            self.context.runner.run(
                self,
                lambda vault: session.finish(vault, draft, now, changed=False),
                lambda _: self.context.notices.say(words.IS_SET_DOWN),
            )


def _invited(invitation: Invitation, thread: str) -> Offer:
    prompt = invitation.prompt
    return Offer(
        words.INVITATION.format(theme=words.theme_words(prompt.theme)),
        prompt.title,
        prompt.steps[Step.NOTICE],
        words.PACE.format(minutes=prompt.minutes),
        (("begin", words.BEGIN), ("another", words.ANOTHER), ("not_today", words.NOT_TODAY)),
        why=words.why(invitation.reason, prompt.theme, invitation.days, thread),
    )


def _left_open(draft: Draft) -> Offer:
    return Offer(
        words.OPEN_LINE,
        shown_title(draft.page) or words.OPEN_UNNAMED,
        "",
        words.OPEN_SINCE.format(day=dates.long_date(draft.saved_at.date())),
        (("carry_on", words.CARRY_ON), ("set_down", words.SET_DOWN)),
    )


def _ask_after_key(page: TodayPage, key: KeyQuestion) -> None:
    page.about_key.ask(key)
