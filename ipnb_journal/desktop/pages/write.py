# SPDX-License-Identifier: MIT
"""A free page: paper, a title if it wants one, and what it is about; also to change a page set down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.autosave import Autosave
from ipnb_journal.desktop.full_disk import FullDisk
from ipnb_journal.desktop.naming_people import Known, add_and_pick
from ipnb_journal.desktop.pages.page import Chrome, Command, Page, State
from ipnb_journal.desktop.widgets.find_bar import FindBar
from ipnb_journal.desktop.widgets.free_pane import FreePane
from ipnb_journal.desktop.widgets.writing_bar import Named, WritingBar
from ipnb_journal.desktop.widgets.writing_sheet import WritingSheet
from ipnb_journal.desktop.wording import session as words
from ipnb_journal.desktop.writing_foot import WritingFoot
from ipnb_journal.errors import AppError, NotFound
from ipnb_journal.services import people, session

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.runner import Vault
    from ipnb_journal.domain.entries import Draft, Entry
    from ipnb_journal.services.session import Sitting

NARROW = 900
LARGE_PERCENT = 150
ABOVE = 8


class WritePage(Page):
    """Writes on one page at a time. A new page that is left stays open; a changed one is set down."""

    help_key: ClassVar[str] = "writing"
    chrome: ClassVar[Chrome] = Chrome.BARE
    back_label: ClassVar[str] = words.BACK
    topics: ClassVar[frozenset[str]] = frozenset({"people"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._here = False
        self._asked: places.Write | None = None
        self._saver = Autosave(self, context.runner, context.clock, self._take)
        FullDisk(context, self._saver, self)
        self._build()
        self._join_up()
        self._foot = WritingFoot(
            self.bar, self._saver, self.pane.body, context.settings, lambda: self._saver.draft is not None
        )
        context.theme.changed.connect(self._fit)
        context.settings.changed.connect(self._show_settings)
        self._show_settings()
        self._fit()

    def _build(self) -> None:
        theme = self.context.theme
        self.sheet = WritingSheet(theme)
        self.pane = FreePane(theme, self.context.clock().date())
        self.sheet.add_pane(self.pane, self.pane.column)
        self.finder = FindBar(theme, self.pane.body)
        self.bar = WritingBar(theme)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.sheet, 1)
        self._column.addWidget(self.finder)
        self._column.addWidget(self.bar)
        self.sheet.hide()
        self.bar.hide()

    def _join_up(self) -> None:
        self.pane.touched.connect(self._on_touched)
        self.pane.details.people.add_wanted.connect(self._add_person)
        self.bar.main_pressed.connect(self._set_down)
        self.bar.quiet_pressed.connect(self._put_back)
        self.finder.closed.connect(lambda: self.pane.body.setFocus(Qt.FocusReason.OtherFocusReason))
        keys = QKeySequence("Ctrl+Return")
        QShortcut(keys, self, self._set_down, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @classmethod
    def states(cls) -> tuple[State, ...]:
        changed = places.Write(entry_id=1)
        details = State("write_details", changed, lambda page: page.pane.turn_details())
        return (State("write", places.Write()), State("write_change", changed), details)

    @property
    def unsaved(self) -> bool:
        return self._saver.unsaved

    def arrive(self, place: places.Place) -> None:
        if not isinstance(place, places.Write):
            return
        again, self._here = self._here, True
        draft = self._saver.draft
        if place.person_id is not None and place is not self._asked:
            # coming back to where one was asks for nothing new, so the very place that was asked for counts
            self._open(place)
        elif again and place == places.Write() and draft is not None and draft.entry_id is None:
            self._begin_another(draft)
        elif draft is None or not _is_for(place, draft):
            self._open(place)
        else:
            self.refresh()

    def refresh(self) -> None:
        self.context.runner.run(self, people.all_people, self._know, latest="write people")

    def leave(self) -> None:
        self._saver.save()

    def foot_height(self) -> int:
        return (
            0
            if self.bar.isHidden()
            else self.bar.height() + (0 if self.finder.isHidden() else self.finder.height())
        )

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        if self._saver.draft is None:
            return {}
        return {Command.FIND_IN_PAGE: self.finder.open_find, Command.WHO_ABOUT: self.pane.turn_details}

    def first_focus(self) -> QWidget | None:
        return self.pane.body if self._saver.draft is not None else None

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if event.spontaneous():
            return
        self._here = False
        draft = self._saver.draft
        # a page that is being changed is set down by going elsewhere; jobs run in order, so whoever
        # reads it next finds it changed
        if draft is not None and draft.entry_id is not None and self.context.runner.is_open:
            self._saver.finish(lambda _: self._clear())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _open(self, place: places.Write) -> None:
        self._saver.let_go(lambda: self._read(place))

    def _read(self, place: places.Write) -> None:
        self._clear()
        self._asked = place
        now, shelf = self.context.clock(), self.context.shelf

        def read(vault: Vault) -> Sitting:
            if place.draft_id is not None:
                return session.take_up(vault, shelf(), place.draft_id, now)
            if place.entry_id is not None:
                return session.open_entry(vault, place.entry_id, now)
            return session.open_free(vault, now, place.person_id)

        self.context.runner.run(self, read, self._sit_down, self._not_there, latest="write")

    def _not_there(self, error: AppError) -> None:
        if not isinstance(error, NotFound):
            self.context.notices.show_problem(error)
        self.open_requested.emit(places.Today())

    def _sit_down(self, sitting: Sitting) -> None:
        if sitting.draft is None:
            return
        self.pane.know(sitting.people)
        self.pane.show_page(sitting.draft.page)
        self._saver.begin(sitting.draft)
        changing = sitting.draft.entry_id is not None
        self.bar.name_buttons(
            Named(words.CHANGE_DROP, words.CHANGE_DROP_SHORT) if changing else Named(""),
            Named(words.CHANGE_DONE, words.CHANGE_DONE_SHORT) if changing else Named(words.FREE_SET_DOWN),
            closing=True,
        )
        self.bar.show_kind("" if changing else words.KIND)
        self.sheet.show()
        self.bar.show()
        self._fit()
        self._foot.show()
        self.commands_changed.emit()
        if self.isVisible():
            self.pane.body.setFocus(Qt.FocusReason.OtherFocusReason)
            self.sheet.to_top()
            self.pane.body.show_caret()

    def _clear(self) -> None:
        """Show no page; what was shown is in the vault or was let go."""
        self._saver.end()
        self.pane.details.hide()
        self.finder.hide()
        self.sheet.hide()
        self.bar.hide()

    def _begin_another(self, draft: Draft) -> None:
        """A new page was asked for while one is open: set that one down, unless nothing is on it."""
        if self._take(draft).page.writing.is_blank:
            return

        def then(entry: Entry | None) -> None:
            self._say_set_down(entry, words.SET_DOWN_EARLIER)
            self._open(places.Write())

        self._saver.finish(then)

    def _take(self, draft: Draft) -> Draft:
        return replace(draft, page=self.pane.take(draft.page))

    def _set_down(self) -> None:
        changing = self._saver.draft is not None and self._saver.draft.entry_id is not None

        def then(entry: Entry | None) -> None:
            self._clear()
            if changing:
                self.context.notices.say(words.CHANGED)
                self.open_requested.emit(places.Back())
            else:
                self._say_set_down(entry, words.CLOSED)
                self.open_requested.emit(places.Today())

        self._saver.finish(then)

    def _say_set_down(self, entry: Entry | None, told: str) -> None:
        if entry is None:
            self.context.notices.say(words.SET_DOWN_BLANK)
            return
        place = places.Write(entry_id=entry.id)
        self.context.notices.say(told, lambda: self.open_requested.emit(place))

    def _put_back(self) -> None:
        """Drop the changes; they can be had again as long as the message stands."""
        if self._saver.draft is None:
            return
        changed = self._take(self._saver.draft)
        self._saver.put_back(lambda: self._was_put_back(changed))

    def _was_put_back(self, changed: Draft) -> None:
        self._clear()
        self.context.notices.say(words.PUT_BACK, lambda: self._change_again(changed))
        self.open_requested.emit(places.Back())

    def _change_again(self, changed: Draft) -> None:
        entry_id, now = changed.entry_id, self.context.clock()
        if entry_id is None:
            return

        def again(vault: Vault) -> None:
            opened = session.open_entry(vault, entry_id, now).draft
            if opened is not None:
                session.keep(vault, replace(opened, page=changed.page), now)

        place = places.Write(entry_id=entry_id)
        self.context.runner.run(self, again, lambda _: self.open_requested.emit(place))

    def _add_person(self, label: str) -> None:
        def show(known: Known) -> None:
            self.pane.know(known)
            self._saver.touch()

        picker, say = self.pane.details.people, self.context.notices.say
        add_and_pick(self.context.runner, self, label, picker, show, say)

    def _know(self, found: tuple[people.PersonCount, ...]) -> None:
        self.pane.know(tuple(counted.person for counted in found))

    def _on_touched(self) -> None:
        self._saver.touch()
        self._foot.touch()

    def _show_settings(self) -> None:
        self.sheet.set_width(self.context.settings.current.writing_width)
        for editor in (self.pane.body, self.pane.connecting):
            editor.set_spacing(self.sheet.measure, self.sheet.leading)
        self._foot.show_count()

    def _fit(self) -> None:
        theme = self.context.theme
        compact = self.width() < NARROW or theme.percent > LARGE_PERCENT
        self.sheet.compact = self.bar.compact = compact
        self._column.setContentsMargins(0, 0 if compact else theme.space(ABOVE), 0, 0)


def _is_for(place: places.Write, draft: Draft) -> bool:
    if place.draft_id is not None:
        return draft.id == place.draft_id
    return draft.entry_id == place.entry_id
