# SPDX-License-Identifier: MIT
"""The prompts to choose from: all of them, the threads, the ready weeks, and one's own."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.models.rows import Rows
from ipnb_journal.desktop.own_prompt_files import OwnPromptFiles
from ipnb_journal.desktop.pages.page import Command, Page, State
from ipnb_journal.desktop.widgets.shelf.browse import Browse, spoken
from ipnb_journal.desktop.widgets.shelf.courses import ThreadSheets, WeekSheets
from ipnb_journal.desktop.widgets.shelf.own import OwnShelf
from ipnb_journal.desktop.widgets.tabs import Tabs
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import own_prompts as own_words
from ipnb_journal.desktop.wording import shelf as words
from ipnb_journal.desktop.wording import today
from ipnb_journal.services import own_prompt_sets, own_prompts, prompt_marks, prompts, shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.runner import Vault
    from ipnb_journal.services.own_prompts import OwnPrompt
    from ipnb_journal.services.shelf import Shelf

ALL, THREADS, WEEKS, OWN = "all", "threads", "weeks", "own"
_TABS = ((ALL, words.ALL), (THREADS, words.THREADS), (WEEKS, words.WEEKS), (OWN, words.OWN))


class PromptsPage(Page):
    """Four tabs over one shelf, read anew whenever prompts change."""

    topics: ClassVar[frozenset[str]] = frozenset({"prompts", "preferences"})
    help_key: ClassVar[str] = "prompts"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._wanted: str | None = None
        self.tabs = Tabs(theme, _TABS, name=words.TABS_NAME)
        self.browse = Browse(theme, Rows(spoken, self))
        self.threads, self.weeks, self.own = ThreadSheets(theme), WeekSheets(theme), OwnShelf(theme)
        self.files = OwnPromptFiles(context, self.own, self)
        self._owned: dict[int, OwnPrompt] = {}
        self._sittings = count(1)
        self._stack = QStackedWidget()
        self._parts: dict[object, QWidget] = {
            ALL: self.browse,
            THREADS: self.threads,
            WEEKS: self.weeks,
            OWN: self.own,
        }
        self._build()
        self._connect()
        self.reflow()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        return (
            State("prompts", places.Prompts(prompt_id="bnd-02")),
            State("prompts-threads", places.Prompts(tab=THREADS)),
            State("prompts-weeks", places.Prompts(tab=WEEKS)),
            State("prompts-own", places.Prompts(tab=OWN)),
            State("prompts-set", places.Prompts(tab=OWN), _look_at_a_set),
            State("prompts-nothing", places.Prompts(), _look_for_nothing),
        )

    def arrive(self, place: places.Place) -> None:
        if isinstance(place, places.Prompts):
            self.tabs.set_value(place.tab if place.tab in self._parts else ALL)
            self._wanted = place.prompt_id
            if place.theme or place.domain:
                self.browse.filters.narrow(place.theme, place.domain)
        self.refresh()

    def refresh(self) -> None:
        library = self.context.shelf

        def read(vault: Vault) -> tuple[Shelf, tuple[OwnPrompt, ...]]:
            return shelf.read(vault, library()), own_prompts.all_own(vault)

        self.context.runner.run(self, read, self._show, latest="shelf")

    @property
    def owned(self) -> tuple[OwnPrompt, ...]:
        """One's own as they are shown."""
        return tuple(self._owned.values())

    def first_focus(self) -> QWidget | None:
        return self.browse.first_focus() if self.tabs.value() == ALL else self.tabs.tab(self.tabs.value())

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        return {Command.SEARCH: self._search}

    def reflow(self) -> None:
        around = self.room_around()
        self._column.setContentsMargins(around)
        self._column.setSpacing(self.context.theme.space(12))
        self.browse.set_beside(self.columns)

    def _build(self) -> None:
        for part in self._parts.values():
            self._stack.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.addWidget(Text(self.context.theme, "h1", words.TITLE))
        self._column.addWidget(self.tabs)
        self._column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.tabs.changed.connect(lambda key: self._stack.setCurrentWidget(self._parts[key]))
        self.browse.begun.connect(self._begin)
        self.browse.favoured.connect(self._favour)
        self.browse.refused.connect(self._refuse)
        self.browse.edit_wanted.connect(self._edit_shown)
        self._connect_own()
        self.threads.followed.connect(self._follow)
        self.threads.left.connect(self._leave_thread)
        self.threads.wanted.connect(self._look_at)
        self.context.theme.changed.connect(self.reflow)

    def _connect_own(self) -> None:
        own = self.own
        own.new_wanted.connect(lambda: self._edit(places.OwnPrompt(sitting=next(self._sittings))))
        own.change_wanted.connect(lambda own_id: self._edit(places.OwnPrompt(own_id=own_id)))
        own.try_wanted.connect(lambda own_id: self._begin(self._owned[own_id].draft.id, False))
        own.moved.connect(self._move)
        own.removed.connect(self._remove)

    def _show(self, read: tuple[Shelf, tuple[OwnPrompt, ...]]) -> None:
        found, owned = read
        self._owned = {own.id: own for own in owned}
        self.own.show_own(owned)
        known = {item.prompt.id: item.prompt for item in found.prompts}
        self.browse.show_shelf(found.prompts)
        self.threads.show_threads(found.threads, known, found.following)
        self.weeks.show_weeks(found.weeks, known)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._look_at(wanted)

    def _look_at(self, prompt_id: str) -> None:
        self.tabs.set_value(ALL)
        self.browse.choose(prompt_id)

    def _search(self) -> None:
        self.tabs.set_value(ALL)
        self.browse.filters.search.take_focus()

    def _begin(self, prompt_id: str, lighter: bool) -> None:
        self.open_requested.emit(places.Guided(prompt_id=prompt_id, lighter=lighter))

    def _edit(self, place: places.OwnPrompt) -> None:
        # coming back leads to one's own, not to all
        self.open_requested.emit(places.Prompts(tab=OWN))
        self.open_requested.emit(place)

    def _edit_shown(self, prompt_id: str) -> None:
        own = next((own for own in self._owned.values() if own.draft.id == prompt_id), None)
        if own is not None:
            self.open_requested.emit(places.OwnPrompt(own_id=own.id))

    def _move(self, own_id: int, position: int) -> None:
        self.context.runner.run(self, lambda vault: own_prompts.move(vault, own_id, position))

    def _remove(self, own_id: int) -> None:
        runner, notices = self.context.runner, self.context.notices

        def told(own: OwnPrompt) -> None:
            told = own_words.REMOVED.format(title=own_words.title(own.draft))
            notices.say(told, lambda: runner.run(notices, lambda vault: own_prompts.restore(vault, own)))

        runner.run(self, lambda vault: own_prompts.remove(vault, own_id), told)

    def _favour(self, prompt_id: str, on: bool) -> None:
        self.context.runner.run(self, lambda vault: prompt_marks.set_favourite(vault, prompt_id, on))

    def _refuse(self, prompt_id: str, on: bool) -> None:
        runner, notices = self.context.runner, self.context.notices

        def undo() -> None:
            runner.run(notices, lambda vault: prompt_marks.set_never(vault, prompt_id, not on))

        def told(_: object) -> None:
            notices.say(words.NEVER_DONE if on else words.AGAIN_DONE, undo)

        runner.run(self, lambda vault: prompt_marks.set_never(vault, prompt_id, on), told)

    def _follow(self, thread_id: str) -> None:
        library, now = self.context.shelf, self.context.clock()
        self.context.runner.run(
            self,
            lambda vault: prompts.follow(vault, library(), thread_id, now),
            lambda _: self.context.notices.say(words.THREAD_FOLLOWED),
        )

    def _leave_thread(self) -> None:
        self.context.runner.run(
            self, prompts.stop_following, lambda _: self.context.notices.say(today.THREAD_LEFT)
        )


def _look_for_nothing(page: PromptsPage) -> None:
    page.browse.filters.search.set_text("zzz")
    page.browse.filters.changed.emit()


def _look_at_a_set(page: PromptsPage) -> None:
    whole = [own.prompt for own in page.owned if own.prompt is not None]
    coming = tuple((prompt, own_prompt_sets.Arrival.CHANGED) for prompt in whole)
    page.own.show_arriving(own_prompt_sets.SetPreview("evenings.toml", coming, 1, 0, ()), "evenings")
