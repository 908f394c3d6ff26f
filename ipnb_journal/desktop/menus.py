# SPDX-License-Identifier: MIT
"""The menus as one table, and the actions built from it: in a bar, in one button, and as shortcuts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ipnb_journal.desktop.navigation import DESTINATIONS
from ipnb_journal.desktop.pages.page import Command

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a menu. `when`: "open" needs an open journal, "always" does not."""

    key: str
    text: str
    keys: tuple[str, ...] = ()
    when: str = "open"
    choice: str = ""
    switch: bool = False


SEPARATOR = Item("", "")
QUICK = ("lock", "close_now")
"""What must work over dialogs and open menus too."""
PAGE_COMMANDS = frozenset(command.value for command in Command)
_ALWAYS = {"search", "check_file"}
"""Commands that lead to the page that can do them, from wherever one is."""
_WRITING = ("new_page", "check_in", "check_file", "prompts", "go_0", "go_1", "go_2")

MENUS: tuple[tuple[str, tuple[Item, ...]], ...] = (
    (
        "Journal",
        (
            Item("new_page", "New page", ("Ctrl+N",)),
            Item("check_in", "Check in", ("Ctrl+I",)),
            Item("pause", "Pause", ("Ctrl+.",), "always"),
            SEPARATOR,
            Item("open_another", "Open another journal…"),
            Item("back_up", "Back up now"),
            Item("backups", "Backups"),
            Item("check_file", "Check the journal file"),
            SEPARATOR,
            Item("settings", "Settings", ("Ctrl+,",)),
            Item("lock", "Lock now", ("Ctrl+L", "F12"), "always"),
            Item("quit", "Quit", ("Ctrl+Q",), "always"),
            Item("close_now", "Close now", ("Ctrl+Shift+Q", "Shift+F12"), "always"),
        ),
    ),
    (
        "Entry",
        (
            Item("undo", "Undo", ("Ctrl+Z",)),
            Item("redo", "Redo", ("Ctrl+Shift+Z",)),
            Item("cut", "Cut", ("Ctrl+X",)),
            Item("copy", "Copy", ("Ctrl+C",)),
            Item("paste", "Paste", ("Ctrl+V",)),
            SEPARATOR,
            Item("find_in_page", "Find in page", ("Ctrl+F",)),
            Item("who_about", "Who this is about", ("Ctrl+R",)),
            Item("to_drawer", "Move to the drawer"),
        ),
    ),
    (
        "View",
        (
            Item("larger", "Larger", ("Ctrl++", "Ctrl+="), "always"),
            Item("smaller", "Smaller", ("Ctrl+-",), "always"),
            Item("actual_size", "Actual size", ("Ctrl+0",), "always"),
            SEPARATOR,
            Item("light", "Light", (), "always", choice="theme"),
            Item("dark", "Dark", (), "always", choice="theme"),
            Item("system", "Follow this computer", (), "always", choice="theme"),
            SEPARATOR,
            Item("word_count", "Word count", switch=True),
            Item("chart_or_table", "Chart or table", ("Ctrl+T",)),
            Item("still", "Still pictures", (), "always", switch=True),
            Item("full_screen", "Full screen", ("F11",), "always", switch=True),
        ),
    ),
    (
        "Go",
        (
            *(Item(f"go_{n}", where.name, (where.keys,)) for n, where in enumerate(DESTINATIONS)),
            SEPARATOR,
            Item("prompts", "Prompts", ("Ctrl+7",)),
            Item("search", "Search everything", ("Ctrl+Shift+F",)),
            Item("back", "Back", ("Alt+Left",), "always"),
        ),
    ),
    (
        "Help",
        (
            Item("help", "About this screen", ("F1",), "always"),
            Item("help_words", "What the words mean", (), "always"),
            Item("help_keyboard", "Keyboard", (), "always"),
            Item("help_limits", "What this app can and can’t see", (), "always"),
            Item("help_afraid", "If you’re afraid of someone", (), "always"),
            Item("help_about", "About", (), "always"),
        ),
    ),
)
UNLISTED = (Item("next_part", "Next part of the window", ("F6",), "always"),)


class Menus(QObject):
    """The actions by key. `chosen(key)` is emitted when one is triggered, however that came about."""

    chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._always: set[str] = set()
        self.menus = [self._build_menu(title, items, window) for title, items in MENUS]
        for item in UNLISTED:
            self._build_action(item, window)

    def action(self, key: str) -> QAction:
        """The action of a key in the table."""
        return self._actions[key]

    def build_bar(self, parent: QWidget) -> QMenuBar:
        """The menus side by side."""
        bar = MenuBar(parent)
        for menu in self.menus:
            bar.addMenu(menu)
        return bar

    def set_open(self, is_open: bool) -> None:
        """Allow what needs an open journal, or leave only what works before."""
        for key, action in self._actions.items():
            action.setEnabled(is_open or key in self._always)

    def set_looking(self) -> None:
        """Forbid what writes: the journal is open to look at only."""
        for key in _WRITING:
            self._actions[key].setEnabled(False)

    def offer(self, commands: Collection[str]) -> None:
        """Show of the commands that belong to a page those that this one has."""
        for key in PAGE_COMMANDS & self._actions.keys() - _ALWAYS:
            self._actions[key].setVisible(key in commands)
            self._actions[key].setEnabled(key in commands)

    def offer_text(self, writing: bool) -> None:
        """Allow Undo to Paste where text has the keyboard."""
        for key in ("undo", "redo", "cut", "copy", "paste"):
            self._actions[key].setEnabled(writing)

    def check(self, keys: Iterable[str], is_on: bool = True) -> None:
        """Set the ticks of switches and choices without triggering them."""
        for key in keys:
            self._actions[key].setChecked(is_on)

    def _build_menu(self, title: str, items: tuple[Item, ...], window: QWidget) -> QMenu:
        menu = QMenu(title, window)
        menu.setSeparatorsCollapsible(True)
        for item in items:
            if item is SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._build_action(item, window))
        return menu

    def _build_action(self, item: Item, window: QWidget) -> QAction:
        action = QAction(item.text, window)
        action.setShortcuts([QKeySequence(keys) for keys in item.keys])
        action.setCheckable(bool(item.choice) or item.switch)
        if item.choice:
            group = self._groups.setdefault(item.choice, QActionGroup(self))
            group.addAction(action)
        action.triggered.connect(lambda _=False, key=item.key: self.chosen.emit(key))
        window.addAction(action)
        self._actions[item.key] = action
        if item.when == "always":
            self._always.add(item.key)
        return action


class MenuBar(QMenuBar):
    """A menu bar that asks for room for all its menus, whichever way reading runs."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return hint
        # Qt reckons up to the right edge of the last menu, which is the first one's end when mirrored
        taken = QRect()
        for action in self.actions():
            taken = taken.united(self.actionGeometry(action))
        before = max(0, self.width() - 1 - taken.right())
        return hint.expandedTo(QSize(taken.width() + before, 0))
