# SPDX-License-Identifier: MIT
"""A guided page: settle, notice, write, connect, close, with a way out and a lighter way at each."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop import places, session_looks
from ipnb_journal.desktop.autosave import Autosave
from ipnb_journal.desktop.full_disk import FullDisk
from ipnb_journal.desktop.naming_people import add_and_pick, everybody
from ipnb_journal.desktop.pages.page import Chrome, Command, Page, State
from ipnb_journal.desktop.step_buttons import next_step, previous_step, step_buttons
from ipnb_journal.desktop.widgets.step_cord import StepCord
from ipnb_journal.desktop.widgets.steps.deck import StepDeck
from ipnb_journal.desktop.widgets.writing_bar import WritingBar
from ipnb_journal.desktop.wording import circles as circle_words
from ipnb_journal.desktop.wording import session as words
from ipnb_journal.desktop.writing_foot import WritingFoot
from ipnb_journal.domain import session as flow
from ipnb_journal.domain.entries import Step
from ipnb_journal.domain.prompts import Depth
from ipnb_journal.domain.safety import Leaving, Room
from ipnb_journal.errors import AppError, NotFound
from ipnb_journal.services import session

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.runner import Vault
    from ipnb_journal.domain.entries import Draft, Entry
    from ipnb_journal.domain.prompts import Prompt
    from ipnb_journal.services.session import Sitting

NARROW = 900
LARGE_PERCENT = 150
LOW = 660
ABOVE = 22


class SessionPage(Page):
    """One sitting with one prompt. What was typed stays here over a pause and over other pages."""

    help_key = "guided"
    chrome = Chrome.BARE
    back_label = words.BACK_TODAY
    topics = frozenset({"people"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._sitting: Sitting | None = None
        self._flow: flow.Session | None = None
        self._saver = Autosave(self, context.runner, context.clock, self._take)
        FullDisk(context, self._saver, self)
        self._build()
        self._join_up()
        store, editor = context.settings, self.deck.write.editor
        self._foot = WritingFoot(self.bar, self._saver, editor, store, self._is_writing)
        context.theme.changed.connect(self._fit)
        context.settings.changed.connect(self._show_settings)
        self._show_settings()

    def _build(self) -> None:
        theme = self.context.theme
        self.cord = StepCord(theme, [words.STEPS[step] for step in Step])
        self.deck, self.bar = StepDeck(theme), WritingBar(theme)
        self.strip_part = hung = QWidget()
        self.destroyed.connect(hung.deleteLater)
        hanging = QHBoxLayout(hung)
        hanging.setContentsMargins(0, 0, 0, 0)
        hanging.addWidget(self.cord)
        self._sheet_room = QVBoxLayout()
        self._sheet_room.addWidget(self.deck)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hung, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._sheet_room, 1)
        column.addWidget(self.bar)

    def _join_up(self) -> None:
        self.cord.step_requested.connect(lambda index: self.go_to(flow.STEPS[index]))
        self.bar.main_pressed.connect(self._go_forward)
        self.bar.quiet_pressed.connect(self._step_aside)
        self.deck.touched.connect(self._on_touched)
        self.deck.lighter_wanted.connect(self._turn_lighter)
        self.deck.settle.check_in.clicked.connect(lambda: self.open_requested.emit(places.CheckIn()))
        self.deck.connecting.people.add_wanted.connect(self._add_person)
        self.deck.closing.left.connect(self._name_buttons)
        self.deck.leaving.leaving.changed.connect(self._name_buttons)
        room = self.deck.room
        room.answered.connect(self._answer_room)
        room.go_on.connect(self._go_in)
        room.pause_wanted.connect(lambda: self.open_requested.emit(places.Pause()))
        room.leave_wanted.connect(lambda: self.open_requested.emit(places.Today()))
        for keys, slot in (
            (words.LIGHTER_KEYS, self._turn_lighter),
            ("Ctrl+Return", self._go_forward),
            (words.STEP_BACK_KEYS, partial(self._walk, previous_step)),
            (words.STEP_ON_KEYS, partial(self._walk, next_step)),
        ):
            # the cord, where the keyboard may be, hangs outside the page
            QShortcut(QKeySequence(keys), self, slot, context=Qt.ShortcutContext.WindowShortcut)

    @classmethod
    def states(cls) -> tuple[State, ...]:
        deep, gentle = places.Guided(prompt_id="emp-04"), places.Guided(prompt_id="bnd-01")
        steps = (State(f"session_{step.value}", gentle, partial(cls.go_to, step=step)) for step in Step)
        feeling = State("session_notice_feeling", gentle, session_looks.look_at_feelings)
        circles = State(
            "session_circles", places.Guided(prompt_id="bnd-03", room="some"), session_looks.place_circles
        )
        leaving = State("session_leaving", gentle, session_looks.stop_midway)
        return (State("session_room", deep), *steps, feeling, circles, leaving)

    @property
    def unsaved(self) -> bool:
        return self._saver.unsaved

    def arrive(self, place: places.Place) -> None:
        if not isinstance(place, places.Guided):
            return
        if self._is_here(place):
            self.refresh()
            return
        self._saver.let_go(lambda: self._read(place))

    def _read(self, place: places.Guided) -> None:
        self._sitting = self._flow = None
        self._show_stage()
        now, shelf = self.context.clock(), self.context.shelf

        def read(vault: Vault) -> Sitting:
            if place.draft_id is not None:
                return session.take_up(vault, shelf(), place.draft_id, now)
            return session.approach(vault, shelf(), place.prompt_id or "")

        self.context.runner.run(self, read, partial(self._sit_down, place), self._not_there, latest="sitting")

    def refresh(self) -> None:
        show = self.deck.connecting.people.show_people
        self.context.runner.run(self, everybody, show, latest="session people")

    def leave(self) -> None:
        self._saver.save()

    def first_focus(self) -> QWidget | None:
        if self._flow is None:
            return None
        if self._is_left:
            return self.bar.main
        if self._flow.stage is not flow.Stage.STEPS:
            return self.deck.room.first_focus()
        return self.deck.steps[self._flow.step].first_focus() or self.bar.main

    def foot_height(self) -> int:
        return 0 if self.bar.isHidden() else self.bar.height()

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        return {Command.WHO_ABOUT: self._go_to_people} if self._stepping else {}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _is_here(self, place: places.Guided) -> bool:
        if self._sitting is None or self._is_left:
            return False
        draft, prompt = self._saver.draft, self._sitting.prompt
        if place.draft_id is not None:
            return draft is not None and draft.id == place.draft_id
        return prompt is not None and prompt.id == place.prompt_id

    def _not_there(self, error: AppError) -> None:
        if not isinstance(error, NotFound):
            self.context.notices.show_problem(error)
        self.open_requested.emit(places.Today())

    def _sit_down(self, place: places.Guided, sitting: Sitting) -> None:
        self._sitting = sitting
        self.deck.suit(sitting)
        if sitting.draft is not None:
            self._resume(sitting.draft, sitting.prompt)
        elif sitting.prompt is not None:
            room = None if place.room is None else Room(place.room)
            self._flow = flow.begin(
                sitting.prompt.depth, sitting.too_much_run, True, room, lighter=place.lighter
            )
            now = self.context.clock()
            page = session.guided_page(sitting.prompt, now)
            self._open(session.new_draft(page, Step.SETTLE, now))
        self._focus_first()

    def _resume(self, draft: Draft, prompt: Prompt | None) -> None:
        page = draft.page
        lighter = page.asked is not None and page.asked.lighter
        depth = prompt.depth if prompt is not None else Depth.GENTLE
        self._flow = flow.resume(depth, draft.step, page.writing, lighter)
        self._open(draft)

    def _open(self, draft: Draft) -> None:
        self.deck.show_page(draft.page)
        self._saver.begin(draft)
        self._show_stage()

    def _take(self, draft: Draft) -> Draft:
        page = self.deck.take(draft.page)
        step = draft.step if self._flow is None else self._flow.step
        prompt = None if self._sitting is None else self._sitting.prompt
        if prompt is not None and self._flow is not None:
            page = replace(page, asked=session.asked(prompt, lighter=self._flow.lighter))
        return replace(draft, page=page, step=step, circles=self.deck.circles)

    def _answer_room(self, room: Room) -> None:
        if self._flow is None:
            return
        # an answer can be changed as long as the steps have not begun
        self._flow = flow.answer_room(replace(self._flow, room=None, pausing=False), room)
        suggested = flow.suggested(self._flow)
        if suggested is flow.Suggested.WHOLE:
            self._go_in("lighter" if self._flow.lighter else "whole")
        else:
            self.deck.room.show_suggested(suggested)

    def _go_in(self, how: object) -> None:
        if self._flow is None or self._sitting is None:
            return
        if how == "in":
            self._flow = flow.go_in(self._flow)
        else:
            self._flow = flow.go_on(self._flow, lighter=how == "lighter")
        self._show_stage()
        self._focus_first()

    def go_to(self, step: Step) -> None:
        """Stand on a step, whichever it is; nothing happens before the steps are reached."""
        if self._flow is None or not self._stepping:
            return
        self._flow = flow.go_to(self._flow, step)
        self._saver.save()
        self._show_stage()
        self._focus_first()

    def _go_to_people(self) -> None:
        self.go_to(Step.CONNECT)
        self.deck.connecting.people.first_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_forward(self) -> None:
        if self._flow is None:
            return
        if self._is_left:
            self._leave(self.deck.leaving.leaving.answer)
        elif self._flow.stage is flow.Stage.STEPS and self._flow.step is Step.CLOSE:
            leaving = self.deck.closing.answer
            self._saver.finish(partial(self._closed, leaving), leaving)
        else:
            self._walk(next_step)

    def _walk(self, which: Callable[[flow.Session], Step]) -> None:
        if self._flow is not None:
            self.go_to(which(self._flow))

    def _step_aside(self) -> None:
        """Stop here; on the last step, where that is what closing does, go back to the writing instead."""
        if self._flow is None or self._flow.stage is not flow.Stage.STEPS:
            return
        if self._flow.step is Step.CLOSE:
            self.go_to(Step.WRITE)
        else:
            self._saver.finish(self._stopped)

    def _closed(self, leaving: Leaving | None, entry: Entry | None) -> None:
        blank = words.SET_DOWN_BLANK if self.deck.circles is None else circle_words.KEPT_ALONE
        self.context.notices.say(blank if entry is None else words.CLOSED)
        self._be_over(leaving)

    def _stopped(self, entry: Entry | None) -> None:
        """The page is set down; how it is left may still be said."""
        if entry is None or self._flow is None:
            self._closed(None, entry)
            return
        self._flow = flow.stop(self._flow)
        self._show_stage()
        self._focus_first()

    def _leave(self, leaving: Leaving | None) -> None:
        if leaving is not None:
            self.context.runner.run(self, lambda vault: session.leave(vault, leaving))
        self._be_over(leaving)

    def _be_over(self, leaving: Leaving | None) -> None:
        over = None if self._flow is None else flow.leave(self._flow, leaving)
        pause = over is not None and over.pausing and self._offers_pause()
        self._sitting = self._flow = None
        self.open_requested.emit(places.Pause() if pause else places.Today())

    def _turn_lighter(self) -> None:
        if self._flow is None or self._sitting is None or self._sitting.prompt is None:
            return
        if self._flow.stage is flow.Stage.STEPS:
            self._flow = flow.take_lighter(self._flow, not self._flow.lighter)
            self._show_stage()
            if self._saver.draft is not None and self._saver.draft.id != session.NOT_YET:
                self._saver.touch()

    def _add_person(self, label: str) -> None:
        picker, say = self.deck.connecting.people, self.context.notices.say
        add_and_pick(self.context.runner, self, label, picker, lambda _: self._saver.touch(), say)

    def _show_stage(self) -> None:
        self.deck.setVisible(self._flow is not None)
        self.deck.offer_pause(self._offers_pause())
        self.bar.setVisible(self._stepping or self._is_left)
        self._fit()
        if self._flow is None:
            return
        if self._is_left:
            self.deck.show_leaving()
            self._name_buttons()
            self._foot.show_count()
            return
        if not self._stepping:
            if self._sitting is not None and self._sitting.prompt is not None:
                self.deck.show_before(self._flow, self._sitting.prompt)
            return
        self._show_step(self._flow.step)
        self.cord.set_current(flow.STEPS.index(self._flow.step))
        self._name_buttons()
        self._foot.show()
        self.commands_changed.emit()

    def _show_step(self, step: Step) -> None:
        draft = self._saver.draft
        if draft is None or self._sitting is None:
            return
        page = self._take(draft).page
        if page.asked is not None:
            self.deck.ask(self._sitting.prompt, page.asked)
        self.deck.show_step(step, page)

    def _name_buttons(self) -> None:
        if self._flow is None:
            return
        answer = self.deck.leaving.leaving.answer if self._is_left else self.deck.closing.answer
        told = step_buttons(self._flow, pause_follows=answer is Leaving.TOO_MUCH and self._offers_pause())
        self.bar.show_kind(told.kind)
        self.bar.name_buttons(told.quiet, told.main, closing=told.closing)

    def _offers_pause(self) -> bool:
        offered = self._flow is not None and self._flow.pause_offered
        return self._sitting is not None and self._sitting.preferences.offer_pause and not offered

    def _focus_first(self) -> None:
        wanted = self.first_focus()
        if wanted is not None and self.isVisible():
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
            self.deck.to_top()
            self.deck.write.editor.show_caret()

    def _on_touched(self) -> None:
        self._saver.touch()
        self._foot.touch()

    def _is_writing(self) -> bool:
        return self._flow is not None and self._stepping and self._flow.step is Step.WRITE

    @property
    def _stepping(self) -> bool:
        return self._flow is not None and self._flow.stage is flow.Stage.STEPS

    @property
    def _is_left(self) -> bool:
        return self._flow is not None and self._flow.stage is flow.Stage.LEAVING

    def _show_settings(self) -> None:
        self.deck.set_width(self.context.settings.current.writing_width)
        self._foot.show_count()

    def _fit(self) -> None:
        theme = self.context.theme
        compact = self.width() < NARROW or theme.percent > LARGE_PERCENT
        self.cord.setVisible(self._stepping and not compact)
        self.deck.set_compact(compact)
        self.deck.notice.circles.set_low(self.height() < theme.px(LOW))
        self.bar.compact = compact
        here = self._flow.step if self._flow is not None and self._stepping and compact else None
        self.bar.show_place("" if here is None else words.step_of(here))
        # before the steps the sheet already lies where it will lie below the cord
        above = 0 if compact else theme.space(ABOVE) + (0 if self._stepping else theme.px(ABOVE))
        self._sheet_room.setContentsMargins(0, above, 0, 0)
