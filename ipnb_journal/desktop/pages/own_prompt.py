# SPDX-License-Identifier: MIT
"""The editor of a prompt of one's own: the form, and beside it help that grows with what is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.full_disk import FullDisk
from ipnb_journal.desktop.own_prompt_saver import OwnPromptSaver
from ipnb_journal.desktop.pages.page import Chrome, Page, State
from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.columns import Columns
from ipnb_journal.desktop.widgets.own_prompt.form import PromptForm
from ipnb_journal.desktop.widgets.own_prompt.help import PromptHelp
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.writing_bar import Named, WritingBar
from ipnb_journal.desktop.wording import own_prompts as words
from ipnb_journal.desktop.wording import session
from ipnb_journal.desktop.wording.own_prompt_help import by_field
from ipnb_journal.domain.own_prompts import PromptDraft
from ipnb_journal.errors import AppError, NotFound
from ipnb_journal.services import own_prompts

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.services.own_prompts import Desk

LOOK_MILLISECONDS = 250
FORM_WIDTH, ASIDE_WIDTH = 660, 480
SIDE, GAP = 40, 40


class OwnPromptPage(Page):
    """Writes on one prompt at a time; there is nothing to confirm, as every word is kept."""

    help_key: ClassVar[str] = "prompts"
    chrome: ClassVar[Chrome] = Chrome.BARE
    back_label: ClassVar[str] = words.BACK

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._place: places.OwnPrompt | None = None
        self.saver = OwnPromptSaver(self, context.runner, context.clock, self._take)
        FullDisk(context, self.saver, self)
        self.form, self.help, self.bar = PromptForm(theme), PromptHelp(theme), WritingBar(theme)
        self.below = LinkButton(theme, words.OPEN_NONE, icon="chevron-down")
        self._soon = QTimer(self, singleShot=True, interval=LOOK_MILLISECONDS)
        self._build()
        self._connect()
        self.reflow()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        begun = State("own-prompt-begun", places.OwnPrompt(own_id=2), _show_more)
        return (State("own-prompt", places.OwnPrompt(own_id=1)), begun)

    @property
    def unsaved(self) -> bool:
        return self.saver.unsaved

    def arrive(self, place: places.Place) -> None:
        if isinstance(place, places.OwnPrompt) and not self._is_on(place):
            self.saver.when_saved(partial(self._read, place))

    def leave(self) -> None:
        self.saver.save()

    def first_focus(self) -> QWidget | None:
        if self.saver.draft is None:
            return None
        here = self.form.focusWidget()
        kept = here is not None and self.form.isAncestorOf(here)
        return here if kept else self.form.title.line

    def foot_height(self) -> int:
        return 0 if self.bar.isHidden() else self.bar.height()

    def reflow(self) -> None:
        theme, beside = self.context.theme, self.columns
        (self._right_column if beside else self._left_column).addWidget(self._aside)
        self._right.setVisible(beside)
        self.below.setVisible(not beside)
        side = theme.space(SIDE if beside else GAP // 2)
        self._left_column.setContentsMargins(side, theme.space(16), side, theme.space(32))
        self._left_column.setSpacing(theme.space(12))
        self._right_column.setContentsMargins(0, theme.space(16), theme.space(24), theme.space(32))
        self.bar.compact = not beside

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.open_requested.emit(places.Back())
        else:
            super().keyPressEvent(event)

    def try_it(self) -> None:
        """Begin a page with it; where it isn't whole yet, say what is open and go there."""
        if self.saver.draft is None:
            return
        prompt, problems = own_prompts.look_over(self._typed())
        self._look()
        if prompt is None:
            field, told = next(iter(by_field(one for one in problems if not one.is_hint).items()))
            self.context.notices.say(words.BEFORE_TRYING.format(sentence=told[0]))
            self.go_to(field)
        else:
            self.saver.when_saved(self._begin)

    def go_to(self, field: str) -> None:
        """Put the keyboard into a field and bring it into view."""
        part = self.form.go_to(field)
        if part is not None:
            self._left.bring_into_view(part)

    def _build(self) -> None:
        theme = self.context.theme
        left, right = QWidget(), QWidget()
        self._left_column, self._right_column = QVBoxLayout(left), QVBoxLayout(right)
        self._left_column.addWidget(self.below, 0, Qt.AlignmentFlag.AlignLeft)
        self._left_column.addWidget(Columns(theme, self.form, width=FORM_WIDTH))
        self._aside = Columns(theme, self.help, width=ASIDE_WIDTH)
        self._left, self._right = Scroll(theme, left), Scroll(theme, right)
        self._middle = QWidget()
        row = QHBoxLayout(self._middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(8))
        row.addWidget(self._left, 5)
        row.addWidget(self._right, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._middle, 1)
        column.addWidget(self.bar)
        self._middle.hide()
        self.bar.hide()
        quiet, main = Named(words.DONE, words.DONE_SHORT), Named(words.TRY_IT, words.TRY_SHORT)
        self.bar.name_buttons(quiet, main, closing=True)

    def _connect(self) -> None:
        self.form.touched.connect(self._on_touched)
        self.below.clicked.connect(self._go_below)
        self.help.wanted.connect(self.go_to)
        self._soon.timeout.connect(self._look)
        self.saver.changed.connect(self._show_saved)
        self.bar.retry_pressed.connect(self.saver.save)
        self.bar.quiet_pressed.connect(lambda: self.open_requested.emit(places.Back()))
        self.bar.main_pressed.connect(self.try_it)
        self.context.theme.changed.connect(self.reflow)
        for keys, slot in (("Ctrl+S", self.saver.save), ("Ctrl+Return", self.try_it)):
            QShortcut(QKeySequence(keys), self, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _is_on(self, place: places.OwnPrompt) -> bool:
        """Whether the prompt that a place names is the one in the window."""
        if self.saver.draft is None:
            return False
        own = self.saver.own
        return place == self._place or (own is not None and place.own_id == own.id)

    def _read(self, place: places.OwnPrompt) -> None:
        self.saver.end()
        self.context.runner.run(
            self,
            partial(own_prompts.take_up, own_id=place.own_id),
            partial(self._sit_down, place),
            self._not_there,
            latest="own prompt",
        )

    def _not_there(self, error: AppError) -> None:
        self.context.notices.show_problem(error)
        if isinstance(error, NotFound):
            self.open_requested.emit(places.Prompts(tab="own"))

    def _sit_down(self, place: places.OwnPrompt, desk: Desk) -> None:
        self._place = place
        group = desk.own.group if desk.own is not None else ""
        self.form.show_draft(desk.draft, group, desk.groups, new=desk.own is None)
        self.saver.begin(desk.draft, desk.own)
        self._look()
        self._show_saved()
        self._middle.show()
        self.bar.show()
        if self.isVisible():
            self.form.title.line.setFocus(Qt.FocusReason.OtherFocusReason)
            for scroll in (self._left, self._right):
                scroll.verticalScrollBar().setValue(0)

    def _typed(self) -> PromptDraft:
        return self.form.take(self.saver.draft or PromptDraft())

    def _take(self, draft: PromptDraft) -> tuple[PromptDraft, str]:
        return self.form.take(draft), self.form.group.group()

    def _on_touched(self) -> None:
        self.saver.touch()
        if not self._soon.isActive():
            self._soon.start()

    def _look(self) -> None:
        if self.saver.draft is None:
            return
        draft = self._typed()
        _, problems = own_prompts.look_over(draft)
        self.below.setText(words.still_open(sum(not problem.is_hint for problem in problems)))
        self.help.show_problems(problems)
        self.help.show_draft(draft)
        self.form.describe(by_field(problems))

    def _go_below(self) -> None:
        first = next(iter(self.help.links.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._left.verticalScrollBar().setValue(self._aside.y())

    def _show_saved(self) -> None:
        saver = self.saver
        code = saver.error.code if saver.error is not None else ""
        self.bar.show_saved(session.saved_words(saver.state, saver.seconds_since_saved, code))

    def _begin(self) -> None:
        own = self.saver.own
        if own is None or own.prompt is None:
            return
        # coming back leads to this prompt, not to another new one
        self.open_requested.emit(places.OwnPrompt(own_id=own.id))
        self.open_requested.emit(places.Guided(prompt_id=own.prompt.id))


def _show_more(page: OwnPromptPage) -> None:
    page.go_to("draws_on")
