# SPDX-License-Identifier: MIT
"""What the window holds besides pages: menus, places at the side, messages. Not needed to unlock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.checking import WeeklyCheck
from ipnb_journal.desktop.commands import Commands, Shell
from ipnb_journal.desktop.menus import QUICK, Menus
from ipnb_journal.desktop.navigation import DESTINATIONS, FOOT, entries, lit_by
from ipnb_journal.desktop.quick_keys import QuickKeys
from ipnb_journal.desktop.telling import Telling
from ipnb_journal.desktop.widgets.nav import NavRail, SideNav
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import damage as words
from ipnb_journal.desktop.wording import opening

if TYPE_CHECKING:
    from ipnb_journal.desktop.body import Body
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.pages.page import Page
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.desktop.widgets.strip import TopStrip


class Furniture(QObject):
    """Menus in the strip, the sidebar and the rail before the body, and the teller of messages."""

    def __init__(
        self, context: Context, shell: Shell, window: QWidget, strip: TopStrip, row: QHBoxLayout, body: Body
    ) -> None:
        super().__init__(window)
        self._context, self._strip = context, strip
        self._standing: Text | None = None
        self.menus = Menus(window)
        self.commands = Commands(context, shell, self.menus, self)
        self._quick = QuickKeys([self.menus.action(key) for key in QUICK], self)
        self.telling = Telling(context.notices, context.theme, window, body)
        self.sidebar = SideNav(context.theme, entries(DESTINATIONS), entries((FOOT,)), name="Places")
        self.rail = NavRail(context.theme, entries(DESTINATIONS), entries((FOOT,)), name="Places")
        self._folded: bool | None = None
        for at, nav in enumerate((self.sidebar, self.rail)):
            row.insertWidget(at, nav)
            nav.hide()
            nav.chosen.connect(shell.go)
        strip.set_menus(self.menus.build_bar(window))
        strip.hide_menus()
        self._weekly = WeeklyCheck(context, self)
        # softly: whoever is writing must not answer a question by typing on
        self._weekly.damaged.connect(lambda _: context.notices.say(words.LOOK))
        self.menus.set_open(context.runner.is_open)

    def welcome(self) -> None:
        """A journal was opened: let the menus know, and look it over when a week has gone by."""
        self.menus.set_open(True)
        looking = self._context.runner.read_only
        for nav in (self.sidebar, self.rail):
            nav.show_only(places.WHILE_LOOKING if looking else None)
        if looking:
            self.menus.set_looking()
        else:
            self._weekly.opened()

    @property
    def standing(self) -> QWidget | None:
        """The quiet line that stands in the strip while the journal is only looked at."""
        if not self._context.runner.read_only:
            return None
        if self._standing is None:
            self._standing = Text(
                self._context.theme, "small", opening.ONLY_LOOKING, colour="ink2", wrap=False
            )
        return self._standing

    def arrange(self, place: Place | None, *, full: bool, narrow: bool, single: bool) -> None:
        """Show what fits: all of it beside a full page, nothing beside a bare one."""
        self._fold_menus(full, narrow)
        self.sidebar.setVisible(full and not narrow)
        self.rail.setVisible(full and narrow and not single)
        for nav in (self.sidebar, self.rail):
            nav.set_here(lit_by(place) if place is not None else None)

    def offer(self, page: Page | None) -> None:
        """Show in the menus what the page at hand can do."""
        self.menus.offer(page.commands() if page is not None else {})

    def note_focus(self, focus: QWidget | None) -> None:
        """Allow Undo to Paste where text has the keyboard; opening a menu changes nothing."""
        if not isinstance(focus, QMenuBar):
            self.menus.offer_text(self.commands.note_focus(focus))

    def open_menus(self) -> None:
        """Show the bar on a page that does without, and begin at its first menu; again hides it."""
        bar = self._strip.menus
        if bar is None:
            return
        bar.setVisible(bar.isHidden())
        if bar.isVisible():
            bar.setFocus()
            bar.setActiveAction(bar.actions()[0])

    def parts(self, place: Place | None) -> list[tuple[QWidget, QWidget]]:
        """Where the keyboard can jump to here: each part and what has the keyboard in it."""
        here = lit_by(place) if place is not None else None
        shown = [nav for nav in (self.sidebar, self.rail) if nav.isVisible()]
        return [(nav, nav.item(here or DESTINATIONS[0].place)) for nav in shown]

    def _fold_menus(self, full: bool, narrow: bool) -> None:
        if not full:
            self._folded = None
            self._strip.hide_menus()
        elif self._folded is not narrow:
            self._folded = narrow
            self._strip.fold_menus(self.menus.menus if narrow else None)
