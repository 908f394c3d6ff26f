# SPDX-License-Identifier: MIT
"""The window: shows one page at a time, goes where pages ask, locks, and knows no feature."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ipnb_journal.desktop import entering, places
from ipnb_journal.desktop.away import Away
from ipnb_journal.desktop.body import Body, laid_under
from ipnb_journal.desktop.curtain import Curtain
from ipnb_journal.desktop.navigation import Trail
from ipnb_journal.desktop.pages.page import Chrome, Page
from ipnb_journal.desktop.way_out import AfterLock, WayOut
from ipnb_journal.desktop.widgets.ring import FocusRing
from ipnb_journal.desktop.widgets.strip import TopStrip
from ipnb_journal.desktop.widgets.tab_order import TabOrdered

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QHBoxLayout, QWidget

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.furniture import Furniture
    from ipnb_journal.desktop.idle import InactivityTimer
    from ipnb_journal.desktop.locking import Locking
    from ipnb_journal.desktop.menus import Menus
    from ipnb_journal.desktop.places import Place

PageClass = Callable[[type], type[Page]]

_FIRST_RUN = (places.Welcome, places.ChoosePassphrase, places.RecoveryKey, places.Protection, places.Unlock)
"""Places nobody goes back to once the journal is open."""

_ANYWHERE = (places.Pause, places.Meanings)
"""Places that show nothing of a journal, so that going there is no entering."""

NARROW = 1040
SINGLE = 900
SINGLE_PERCENT = 150
SMALLEST = (900, 600)
USUAL = (1280, 800)


class MainWindow(TabOrdered):
    """One window, one page on show. Pages come from `page_class`, built when first visited.

    `start()` says where to begin whenever no journal is open; `way_out` what a lock does besides.
    """

    arrived = Signal(object)

    def __init__(
        self,
        context: Context,
        page_class: PageClass,
        start: Callable[[], Place],
        way_out: WayOut = WayOut(),  # noqa: B008  it never changes
    ) -> None:
        super().__init__()
        self._context, self._page_class, self._start = context, page_class, start
        self._way_out = way_out
        self._trail = Trail()
        self._pages: dict[type, Page] = {}
        self._next: Callable[[], Place] | None = None
        self._alt_alone = self._letting_go = self._inside = False
        self._furniture: Furniture | None = None
        self._strip = TopStrip(context.theme, parent=self)
        self._body = Body(context.theme, self)
        self._row = self._build()
        self._ring = FocusRing(context.theme, self)
        self._curtain = Curtain(context.theme, self)
        self._locking: Locking | None = None
        self._away = Away(context, self)
        self._connect()
        self._dress()

    @property
    def page(self) -> Page | None:
        """The page on show."""
        return self._body.page

    @property
    def menus(self) -> Menus:
        """The menus, for what else can be done with an action."""
        return self.furnish().menus

    @property
    def body(self) -> Body:
        """The room for pages, with help and the soft message."""
        return self._body

    @property
    def idle(self) -> InactivityTimer:
        """The timer that locks when nobody is there."""
        return self._away.idle

    @property
    def covered(self) -> bool:
        """Whether the blank curtain hides everything."""
        return not self._curtain.isHidden()

    def furnish(self) -> Furniture:
        """Build the menus, the places at the side and the teller of messages, if not built yet."""
        if self._furniture is None:
            from ipnb_journal.desktop.furniture import Furniture  # noqa: PLC0415  nothing a first page shows

            self._furniture = Furniture(self._context, self, self, self._strip, self._row, self._body)
            self._dress()
        return self._furniture

    def begin(self) -> None:
        """Go to where one begins."""
        self.go(self._start())

    def go(self, place: Place) -> None:
        """Show a place; the page on show is flushed first."""
        if isinstance(place, places.Locked):
            self._next = place.then
            self._lock(place.work)
            return
        if isinstance(place, places.Back):
            place = self._trail.back() or (places.Today() if self._context.runner.is_open else self._start())
        reached = entering.reachable(self._context, place)
        if reached is not None:
            self._show(reached)

    def _show(self, place: Place) -> None:
        left = self.page
        if left is not None:
            left.leave()
        outside = not self._inside or isinstance(self._trail.here, _FIRST_RUN)
        enters = self._context.runner.is_open and outside
        enters = enters and not isinstance(place, (*_FIRST_RUN, *_ANYWHERE))
        if enters:
            self._entered()
        self._trail.go(place)
        page = self._page_for(place)
        self._body.show_page(page)
        self._dress()
        page.arrive(place)
        if self._context.runner.is_open:
            self._away.idle.start()
        if enters:
            entering.look_round(self._context, self)
        if self._body.helping:
            self._body.open_help(page.help_key, focus=False)
        self._focus_page()
        self.arrived.emit(place)

    def lock(self) -> None:
        """Blank the window at once, then flush, close the journal and let every page go."""
        self._lock()

    def _lock(self, work: AfterLock | None = None) -> None:
        if self._leaving:
            return
        self._curtain.cover()
        self._context.notices.withdraw()
        self.furnish().menus.set_open(False)
        self._away.idle.stop()
        # whoever gave the work is still to hear what came of it
        restart = self._restart if self._is_used else None
        self._begin_locking().begin(restart, self._locked, self._stay, work)

    def close_now(self) -> None:
        """Be gone at once: hide everything, keep the last words, end the process."""
        self._context.notices.withdraw()
        self._begin_locking().vanish(self.close)

    def let_pages_go(self) -> None:
        """Throw every page away with what it shows, and the trail; the next visit builds it anew."""
        for page in self._pages.values():
            self._body.remove(page)
        self._pages.clear()
        self._trail.clear()
        self._inside = False

    def lock_and_open(self, path: Path) -> None:
        """Lock, then ask for the passphrase of another journal."""
        self.go(places.Locked(lambda: places.Unlock(path)))

    def show_help(self, key: str) -> None:
        """Show a help text beside the page; "" is the page's own, and puts open help away."""
        if not key and self._body.helping:
            self._body.close_help()
            return
        self._body.open_help(key or (self.page.help_key if self.page is not None else ""))
        self._dress()

    def show_bug(self, report: str) -> None:
        """Say that something in the program broke; nothing is shown over a locked window's curtain."""
        self.furnish().telling.show_bug(report)

    def set_full_screen(self, wanted: bool) -> None:
        """Fill the screen or not."""
        (self.showFullScreen if wanted else self.showNormal)()

    def go_to_next_part(self) -> None:
        """Move the keyboard to the next of strip, sidebar, what lies over the page, and page."""
        page = self.page
        strip = self._strip
        first = next(w for w in (strip.menu_button, strip.back, strip.pause, strip) if w.isVisible())
        parts: list[tuple[QWidget, QWidget]] = [(strip, first), *self.furnish().parts(self._trail.here)]
        # before the body, which holds them too
        parts += self._body.parts()
        if page is not None:
            parts.append((self._body, page.first_focus() or page))
        focus = self.focusWidget() or self
        at = next((n for n, (part, _) in enumerate(parts) if part.isAncestorOf(focus)), -1)
        parts[(at + 1) % len(parts)][1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def _leaving(self) -> bool:
        return self._locking is not None and self._locking.under_way

    @property
    def _is_used(self) -> bool:
        """Whether something secret may be in memory; it never is while the first page merely waits."""
        return self._context.runner.was_opened or places.ChoosePassphrase in self._pages

    def _begin_locking(self) -> Locking:
        if self._locking is None:
            from ipnb_journal.desktop.locking import Locking  # noqa: PLC0415  nobody leaves before the first page

            pages, way_out = lambda: list(self._pages.values()), self._way_out
            self._locking = Locking(self._context, self._curtain, pages, way_out, self)
        return self._locking

    def _restart(self) -> None:
        """Become a fresh process; returns only where that is refused or not wanted."""
        if self._way_out.restart is not None:
            place = (self._next or self._start)()
            # asked once only: what kept the work from being done is told by asking
            self._next = lambda: place
            if not isinstance(place, places.Restore):
                self._way_out.restart(place)

    def _stay(self) -> None:
        self._next = None
        self._curtain.lift()
        self.furnish().welcome()
        self._away.idle.start()
        self._dress()
        self._focus_page()

    def _locked(self) -> None:
        self.let_pages_go()
        self.furnish().sidebar.set_journal_name("")
        self._body.close_help()
        then, self._next = self._next or self._start, None
        self.go(then())
        self._curtain.lift()
        self._focus_page()

    def _entered(self) -> None:
        """The first place inside an open journal: forget the way in, and begin to watch for silence."""
        for kind in _FIRST_RUN:
            page = self._pages.pop(kind, None)
            if page is not None:
                self._body.remove(page)
        self._trail.clear()
        self._inside = True
        self.furnish().welcome()
        self._read_name()

    def _page_for(self, place: Place) -> Page:
        kind = type(place)
        if kind not in self._pages:
            page = self._page_class(kind)(self._context)
            page.open_requested.connect(self.go)
            page.commands_changed.connect(self._offer)
            page.help_requested.connect(self.show_help)
            self._pages[kind] = page
        return self._pages[kind]

    def _on_changed(self, topics: frozenset[str]) -> None:
        for page in self._pages.values():
            if page is self.page and page.topics & topics:
                page.refresh()
        if "preferences" in topics:
            self._read_name()

    def _read_name(self) -> None:
        entering.read_name(self._context, self, self.furnish().sidebar.set_journal_name)

    def _focus_page(self) -> None:
        if self.page is not None:
            (self.page.first_focus() or self.page).setFocus(Qt.FocusReason.OtherFocusReason)

    # the rest is how it looks

    def _build(self) -> QHBoxLayout:
        self.setMinimumSize(*SMALLEST)
        self.resize(*(self._context.settings.current.window_size or USUAL))
        return laid_under(self._strip, self._body, self)

    def _connect(self) -> None:
        context = self._context
        context.runner.changed.connect(self._on_changed)
        context.settings.changed.connect(self._dress)
        context.theme.changed.connect(self._dress)
        self._away.focus_moved.connect(self._on_focus)
        context.notices.attach(self)
        self._away.lock_wanted.connect(self.lock)
        self._away.hide_wanted.connect(self._curtain.cover)
        self._away.back.connect(self._on_back)
        self._body.help_closed.connect(self._dress)
        self._body.meanings_wanted.connect(lambda: self.go(places.Meanings()))
        self._strip.pause_pressed.connect(lambda: self.go(places.Pause()))
        self._strip.lock_pressed.connect(self.lock)
        self._strip.back_pressed.connect(lambda: self.go(places.Back()))

    def _dress(self) -> None:
        """Show around the page what it asks for and what there is room for."""
        page, theme = self.page, self._context.theme
        self.setWindowTitle(self._context.settings.current.window_title)
        width = self.width() / theme.scale
        single = width < SINGLE or theme.percent > SINGLE_PERCENT
        narrow = single or width < NARROW
        chrome = page.chrome if page is not None else Chrome.NONE
        is_open, full = self._context.runner.is_open, chrome == Chrome.FULL
        self._strip.setVisible(chrome != Chrome.NONE)
        self._strip.show_back(page.back_label if page is not None and not full else "")
        pausing = isinstance(self._trail.here, places.Pause)
        lock = page.lock_label if page is not None and is_open else ""
        self._strip.show_corner("" if pausing else "Pause", lock)
        furniture = self.furnish() if full else self._furniture
        if furniture is not None:
            furniture.arrange(self._trail.here, full=full, narrow=narrow, single=single)
        standing = furniture.standing if furniture is not None and full else None
        self._strip.show_middle(page.strip_part or standing if page is not None else None)
        self._body.set_narrow(narrow)
        if page is not None:
            page.columns = not narrow and not (self._body.helping and full)
        self._offer()

    def _offer(self) -> None:
        if self._furniture is not None:
            self._furniture.offer(self.page)

    def _on_focus(self, focus: QWidget | None) -> None:
        if self._furniture is not None:
            self._furniture.note_focus(focus)

    def _on_back(self) -> None:
        if not self._leaving:
            self._curtain.lift()
            self._focus_page()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._alt_alone = event.key() == Qt.Key.Key_Alt
        if event.key() == Qt.Key.Key_Escape and self._body.helping:
            self._body.close_help()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        bare = self.page is not None and self.page.chrome == Chrome.BARE
        if event.key() == Qt.Key.Key_Alt and self._alt_alone and bare and self._context.runner.is_open:
            self.furnish().open_menus()

    def closeEvent(self, event: QCloseEvent) -> None:
        # twice: what was typed while a save was under way is handed over only after its answer
        unsaved = self._flush() and self._flush()
        if unsaved and not self._letting_go:
            from ipnb_journal.desktop.farewell import UNSAVED  # noqa: PLC0415  as in _begin_locking

            event.ignore()
            self._context.notices.ask(UNSAVED, self._on_unsaved)
            return
        if not self.isFullScreen() and not self.isMaximized():
            self._context.settings.change(window_size=(self.width(), self.height()))
        self._context.notices.withdraw()
        event.accept()

    def _flush(self) -> bool:
        """Hand every page's words to the vault, wait for it, and say whether any are still unsaved."""
        for page in self._pages.values():
            page.leave()
        self._context.runner.settle()
        return any(page.unsaved for page in self._pages.values())

    def _on_unsaved(self, key: str) -> None:
        self._letting_go = key == "lose"
        if key != "stay":
            self.close()
