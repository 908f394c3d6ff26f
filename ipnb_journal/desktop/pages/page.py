# SPDX-License-Identifier: MIT
"""The base of every page: what the window asks of a page and what a page may ask of the window."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ipnb_journal.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place


_SCROLLING = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}
)


class Chrome(StrEnum):
    """What the window shows around a page."""

    FULL = "full"
    BARE = "bare"
    NONE = "none"


class Command(StrEnum):
    """Menu items that only the page at hand can do; those it does not offer are hidden."""

    FIND_IN_PAGE = "find_in_page"
    WHO_ABOUT = "who_about"
    CHART_OR_TABLE = "chart_or_table"
    TO_DRAWER = "to_drawer"
    SEARCH = "search"
    CHECK_FILE = "check_file"


class State(Record):
    """One look of a page, for the screenshots. `prepare` gets the arrived page and brings it about."""

    name: str
    place: Place
    prepare: Callable[[Any], None] | None = None


class Page(QWidget):
    """One page of the window, built on first visit and thrown away at every lock.

    The window owns it and calls, always on the GUI thread:

    - `arrive(place)` each time somebody goes there; `place` is the page's own dataclass from
      `places`. Read what it names and ask the runner for what to show. The default refreshes.
    - `refresh()` when a job committed one of the page's `topics` while the page is on screen.
      Query again through `self.context.runner.run(self, job, then, latest=...)`; never block.
    - `leave()` before another page is shown, before locking and before quitting. Hand every unsaved
      word to the runner here, with `runner.run`; do not wait. It must be safe to call twice.
    - `unsaved` after those jobs answered. True stops the lock or the quit and asks the person what
      to do, because words would be lost; a page that writes must tell the truth here.
    - `commands()` when the page is shown or emits `commands_changed`: what it can do from the menus.
    - `first_focus()` after arriving: the widget the keyboard should land on, or None for the page
      itself, whose arrow and page keys then scroll.
    - `columns` (a property the window sets): whether there is room for a side column. The window
      calls `reflow()` after it changed. Text size and theme come from `context.theme`.

    The page gets all the room right of the sidebar and under the strip, and keeps `room_around()`
    free at its edges itself, so that a scroll bar can stand at the window's edge.

    A page never holds a vault, another page or the window; to name a job's argument it imports
    `Vault` from `desktop.runner` under TYPE_CHECKING. To go somewhere it emits
    `open_requested(place)`, `places.Back()` for where the person came from. To speak, ask or pick a
    file it uses `context.notices`; a ? link emits `help_requested(key)` with a key of `wording.help`.

    Class attributes say the rest: `chrome` is FULL (menus and sidebar), BARE (the strip alone:
    `back_label` at the left, Pause and Lock at the right) or NONE; `help_key` names its text in
    `wording.help`; `topics` are vault topics it shows; `ring_free` keeps the focus ring off the page
    itself. `states()` lists its looks for the screenshots. Build widgets in `__init__` (25 lines that
    call `_build_...`), load data in `arrive`. `strip_part` is a part of the page that hangs from the
    middle of the strip while the page is on show.
    """

    open_requested = Signal(object)
    commands_changed = Signal()
    help_requested = Signal(str)

    ring_free: ClassVar[bool] = True
    topics: ClassVar[frozenset[str]] = frozenset()
    help_key: ClassVar[str] = "journal"
    chrome: ClassVar[Chrome] = Chrome.FULL
    back_label: ClassVar[str] = ""
    lock_label: ClassVar[str] = "Lock"
    strip_part: QWidget | None = None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._columns = True

    @classmethod
    def states(cls) -> tuple[State, ...]:
        """The looks of this page that screenshots are taken of."""
        return ()

    @property
    def columns(self) -> bool:
        """Whether the window has room for a side column beside the main one."""
        return self._columns

    @columns.setter
    def columns(self, wanted: bool) -> None:
        if wanted != self._columns:
            self._columns = wanted
            self.reflow()

    @property
    def unsaved(self) -> bool:
        """Whether typed words are not in the vault, and closing now would lose them."""
        return False

    def arrive(self, place: Place) -> None:
        """Show what `place` names."""
        self.refresh()

    def refresh(self) -> None:
        """Ask again for what is shown."""

    def leave(self) -> None:
        """Hand every unsaved word to the runner."""

    def reflow(self) -> None:
        """Lay the page out anew for `columns`."""

    def room_around(self) -> QMargins:
        """The empty edge of a page with menus and sidebar: left 40, top 12, right 48 at 100 % text."""
        space = self.context.theme.space
        return QMargins(space(40), space(12), space(48), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        scroll = self.findChild(QScrollArea)
        if self.hasFocus() and event.key() in _SCROLLING and scroll is not None:
            QApplication.sendEvent(scroll, event)
        else:
            super().keyPressEvent(event)

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        """What the page can do just now from the menus."""
        return {}

    def foot_height(self) -> int:
        """How many px at the page's foot a message must not lie over."""
        return 0

    def first_focus(self) -> QWidget | None:
        """Where the keyboard lands on arrival."""
        return None
