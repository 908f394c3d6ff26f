# SPDX-License-Identifier: MIT
"""A guided page: settle, notice, write, connect, close, with a way out and a lighter way at each."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.autosave import Autosave
from ipnb_journal.desktop.full_disk import FullDisk
from ipnb_journal.desktop.pages.page import Chrome, Command, Page, State
from ipnb_journal.desktop.widgets.step_cord import StepCord
from ipnb_journal.desktop.widgets.steps.deck import StepDeck
from ipnb_journal.desktop.widgets.writing_bar import Named, WritingBar
from ipnb_journal.desktop.wording import session as words
from ipnb_journal.domain import session as flow
from ipnb_journal.domain.entries import Step, word_count
from ipnb_journal.domain.prompts import Depth
from ipnb_journal.domain.safety import Leaving
from ipnb_journal.errors import AppError, NotFound
from ipnb_journal.services import people, session

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.runner import Vault
    from ipnb_journal.domain.entries import Draft, Entry
    from ipnb_journal.domain.people import Person
    from ipnb_journal.domain.prompts import Prompt
    from ipnb_journal.domain.safety import Room
    from ipnb_journal.services.session import Sitting

NARROW = 900
LARGE_PERCENT = 150
COUNT_MILLISECONDS = 300
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
        self._count_timer = QTimer(self, singleShot=True, interval=COUNT_MILLISECONDS)
        self._count_timer.timeout.connect(self._show_count)
        context.theme.changed.connect(self._fit)
        context.settings.changed.connect(self._show_settings)
        self._show_settings()

    def _build(self) -> None:
        theme = self.context.theme
        self.cord = StepCord(theme, [words.STEPS[step] for step in Step])
        self.deck = StepDeck(theme)
        self.bar = WritingBar(theme)
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
        self.bar.retry_pressed.connect(self._saver.save)
        self._saver.changed.connect(self._show_saved)
        self.deck.touched.connect(self._on_touched)
        self.deck.lighter_wanted.connect(self._turn_lighter)
        self.deck.settle.check_in.clicked.connect(lambda: self.open_requested.emit(places.CheckIn()))
        self.deck.connecting.people.add_wanted.connect(self._add_person)
        self.deck.closing.left.connect(self._name_buttons)
        room = self.deck.room
        room.answered.connect(self._answer_room)
        room.go_on.connect(self._go_in)
        room.pause_wanted.connect(lambda: self.open_requested.emit(places.Pause()))
        room.leave_wanted.connect(lambda: self.open_requested.emit(places.Today()))
        for keys, slot in ((words.LIGHTER_KEYS, self._turn_lighter), ("Ctrl+Return", self._go_forward)):
            # the cord, where the keyboard may be, hangs outside the page
            QShortcut(QKeySequence(keys), self, slot, context=Qt.ShortcutContext.WindowShortcut)

    @classmethod
    def states(cls) -> tuple[State, ...]:
        deep, gentle = places.Guided(prompt_id="emp-04"), places.Guided(prompt_id="bnd-01")
        steps = (State(f"session_{step.value}", gentle, partial(cls.go_to, step=step)) for step in Step)
        return (State("session_room", deep), *steps)

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
        shelf = self.context.shelf

        def read(vault: Vault) -> Sitting:
            if place.draft_id is not None:
                return session.take_up(vault, shelf(), place.draft_id)
            return session.approach(vault, shelf(), place.prompt_id or "")

        self.context.runner.run(self, read, self._sit_down, self._not_there, latest="sitting")

    def refresh(self) -> None:
        self.context.runner.run(
            self,
            people.all_people,
            lambda found: self._show_people(tuple(counted.person for counted in found)),
            latest="session people",
        )

    def leave(self) -> None:
        self._saver.save()

    def first_focus(self) -> QWidget | None:
        if self._flow is None:
            return None
        if self._flow.stage is not flow.Stage.STEPS:
            return self.deck.room.first_focus()
        return self.deck.steps[self._flow.step].first_focus() or self.bar.main

    def foot_height(self) -> int:
        return 0 if self.bar.isHidden() else self.bar.height()

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        stepping = self._flow is not None and self._flow.stage is flow.Stage.STEPS
        return {Command.WHO_ABOUT: self._go_to_people} if stepping else {}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _is_here(self, place: places.Guided) -> bool:
        if self._sitting is None:
            return False
        draft, prompt = self._saver.draft, self._sitting.prompt
        if place.draft_id is not None:
            return draft is not None and draft.id == place.draft_id
        return prompt is not None and prompt.id == place.prompt_id

    def _not_there(self, error: AppError) -> None:
        if not isinstance(error, NotFound):
            self.context.notices.show_problem(error)
        self.open_requested.emit(places.Today())

    def _sit_down(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self.deck.suit(sitting.preferences)
        self._show_people(sitting.people)
        if sitting.draft is not None:
            self._resume(sitting.draft, sitting.prompt)
        elif sitting.prompt is not None:
            self._flow = flow.begin(sitting.prompt.depth, sitting.too_much_run, ask_room=True)
            self._begin_page(sitting.prompt)
            self._show_stage()
        self._focus_first()

    def _resume(self, draft: Draft, prompt: Prompt | None) -> None:
        page = draft.page
        lighter = page.asked is not None and page.asked.lighter
        depth = prompt.depth if prompt is not None else Depth.GENTLE
        self._flow = flow.resume(depth, draft.step, page.writing, lighter)
        self.deck.show_page(page)
        self._saver.begin(draft)
        self._show_stage()

    def _begin_page(self, prompt: Prompt) -> None:
        now = self.context.clock()
        page = session.guided_page(prompt, now)
        self.deck.show_page(page)
        self._saver.begin(session.new_draft(page, Step.SETTLE, now))
        always = flow.asks_room(prompt.depth) is flow.Asked.ALWAYS
        self.deck.room.show_prompt(prompt.title, prompt.note, always=always)

    def _take(self, draft: Draft) -> Draft:
        page = self.deck.take(draft.page)
        step = draft.step if self._flow is None else self._flow.step
        prompt = None if self._sitting is None else self._sitting.prompt
        if prompt is not None and self._flow is not None:
            page = replace(page, asked=session.asked(prompt, lighter=self._flow.lighter))
        return replace(draft, page=page, step=step)

    def _answer_room(self, room: Room) -> None:
        if self._flow is None:
            return
        # an answer can be changed as long as the steps have not begun
        self._flow = flow.answer_room(replace(self._flow, room=None, pausing=False), room)
        suggested = flow.suggested(self._flow)
        if suggested is flow.Suggested.WHOLE:
            self._go_in("whole")
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
        if self._flow is None or self._flow.stage is not flow.Stage.STEPS:
            return
        self._flow = flow.go_to(self._flow, step)
        self._saver.save()
        self._show_stage()
        self._focus_first()

    def _go_to_people(self) -> None:
        self.go_to(Step.CONNECT)
        self.deck.connecting.people.first_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_forward(self) -> None:
        if self._flow is None or self._flow.stage is not flow.Stage.STEPS:
            return
        if self._flow.step is Step.CLOSE:
            self._finish(self.deck.closing.answer)
        else:
            self.go_to(self._next_step(self._flow))

    def _next_step(self, sitting: flow.Session) -> Step:
        if sitting.lighter and sitting.step is Step.WRITE:
            return Step.CLOSE
        return flow.forward(sitting).step

    def _step_aside(self) -> None:
        """Stop here; on the last step, where that is what closing does, go back to the writing instead."""
        if self._flow is not None and self._flow.step is Step.CLOSE:
            self.go_to(Step.WRITE)
        else:
            self._finish(None)

    def _finish(self, leaving: Leaving | None) -> None:
        if self._flow is not None and self._flow.stage is flow.Stage.STEPS:
            self._saver.finish(partial(self._finished, leaving), leaving)

    def _finished(self, leaving: Leaving | None, entry: Entry | None) -> None:
        over = None if self._flow is None else flow.answer_leaving(flow.stop(self._flow), leaving)
        pause = over is not None and over.pausing and self._offers_pause()
        self._sitting = self._flow = None
        self.context.notices.say(words.SET_DOWN_BLANK if entry is None else words.CLOSED)
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
        def add(vault: Vault) -> tuple[Person, tuple[Person, ...]]:
            added = people.add(vault, label)
            return added, tuple(counted.person for counted in people.all_people(vault))

        def show(found: tuple[Person, tuple[Person, ...]]) -> None:
            picker = self.deck.connecting.people
            picker.show_people(found[1])
            picker.choose((*picker.chosen, found[0].id))
            self._saver.touch()

        self.context.runner.run(self, add, show)

    def _show_people(self, found: tuple[Person, ...]) -> None:
        self.deck.connecting.people.show_people(found)

    def _show_stage(self) -> None:
        stepping = self._flow is not None and self._flow.stage is flow.Stage.STEPS
        self.deck.setVisible(self._flow is not None)
        self.bar.setVisible(stepping)
        self._fit()
        if self._flow is None:
            return
        if not stepping:
            self._show_room(self._flow)
            return
        self._show_step(self._flow.step)
        self.cord.set_current(flow.STEPS.index(self._flow.step))
        self._name_buttons()
        self._show_saved()
        self._show_count()
        self.commands_changed.emit()

    def _show_step(self, step: Step) -> None:
        draft = self._saver.draft
        if draft is None or self._sitting is None:
            return
        page = self._take(draft).page
        if page.asked is not None:
            self.deck.ask(self._sitting.prompt, page.asked)
        self.deck.show_step(step, page)

    def _show_room(self, before: flow.Session) -> None:
        if before.stage is flow.Stage.BEFORE_DEEP and self._sitting is not None and self._sitting.prompt:
            self.deck.room.show_one_more_tap(self._sitting.prompt.title)
        elif self._sitting is not None and self._sitting.prompt is not None:
            prompt = self._sitting.prompt
            always = flow.asks_room(prompt.depth) is flow.Asked.ALWAYS
            self.deck.room.show_prompt(prompt.title, prompt.note, always=always)
        self.deck.show_room()

    def _name_buttons(self) -> None:
        if self._flow is None:
            return
        closing = self._flow.step is Step.CLOSE
        self.bar.show_kind(words.KIND if self._flow.step is Step.WRITE else "")
        if closing:
            pause = self.deck.closing.answer is Leaving.TOO_MUCH and self._offers_pause()
            back = Named(words.BACK_TO_WRITING, words.BACK_TO_WRITING_SHORT)
            self.bar.name_buttons(back, Named(words.CLOSE_PAUSE if pause else words.CLOSE_PAGE), closing=True)
            return
        following = words.STEPS[self._next_step(self._flow)].lower()
        stop = Named(words.STOP, words.STOP_SHORT)
        self.bar.name_buttons(stop, Named(words.NEXT_STEP.format(step=following), words.NEXT))

    def _offers_pause(self) -> bool:
        return self._sitting is not None and self._sitting.preferences.offer_pause

    def _focus_first(self) -> None:
        wanted = self.first_focus()
        if wanted is not None and self.isVisible():
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
            self.deck.to_top()
            self.deck.write.editor.show_caret()

    def _on_touched(self) -> None:
        self._saver.touch()
        if self.context.settings.current.word_count and not self._count_timer.isActive():
            self._count_timer.start()

    def _show_saved(self) -> None:
        error = self._saver.error
        told = words.saved_words(
            self._saver.state, self._saver.seconds_since_saved, error.code if error else ""
        )
        self.bar.show_saved(told)

    def _show_count(self) -> None:
        writing = self._flow is not None and self._flow.step is Step.WRITE
        counted = writing and self.context.settings.current.word_count
        self.bar.show_count(words.words(word_count(self.deck.write.editor.toPlainText())) if counted else "")

    def _show_settings(self) -> None:
        self.deck.set_width(self.context.settings.current.writing_width)
        for editor in (self.deck.write.editor, self.deck.connecting.editor):
            editor.set_spacing(self.deck.measure, self.deck.leading)
        self._show_count()

    def _fit(self) -> None:
        theme = self.context.theme
        compact = self.width() < NARROW or theme.percent > LARGE_PERCENT
        stepping = self._flow is not None and self._flow.stage is flow.Stage.STEPS
        self.cord.setVisible(stepping and not compact)
        self.deck.set_compact(compact)
        self.bar.compact = compact
        self.bar.show_place(words.step_of(self._flow.step) if stepping and compact and self._flow else "")
        # before the steps the sheet already lies where it will lie below the cord
        above = 0 if compact else theme.space(ABOVE) + (0 if stepping else theme.px(ABOVE))
        self._sheet_room.setContentsMargins(0, above, 0, 0)
