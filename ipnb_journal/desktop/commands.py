# SPDX-License-Identifier: MIT
"""What each line of the menus does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.menus import PAGE_COMMANDS, Menus
from ipnb_journal.desktop.navigation import DESTINATIONS
from ipnb_journal.desktop.pages.page import Command, Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.journal_backup import JournalBackup
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.services.settings import Settings

TEXT_STEP = 10
_TEXT = (QLineEdit, QTextEdit, QPlainTextEdit)


class Shell(Protocol):
    """What the commands ask of the window."""

    @property
    def page(self) -> Page | None:
        """The page on show."""
        ...

    def go(self, place: Place) -> None:
        """Show a place."""
        ...

    def lock(self) -> None:
        """Lock now."""
        ...

    def lock_and_open(self, path: Path) -> None:
        """Lock, then ask for the passphrase of another journal."""
        ...

    def show_help(self, key: str) -> None:
        """Show or hide the help panel; "" is the text of the page at hand."""
        ...

    def set_full_screen(self, wanted: bool) -> None:
        """Fill the screen or not."""
        ...

    def go_to_next_part(self) -> None:
        """Jump to the next of strip, sidebar and page."""
        ...

    def close(self) -> bool:
        """Quit."""
        ...

    def close_now(self) -> None:
        """Be gone at once."""
        ...


class Commands(QObject):
    """Runs a menu line when chosen, and keeps the ticks of the menus true."""

    def __init__(self, context: Context, shell: Shell, menus: Menus, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._shell, self._menus = context, shell, menus
        self._last_text: QWidget | None = None
        self._backup: JournalBackup | None = None
        self._does = self._navigation() | self._looks() | self._texts()
        menus.chosen.connect(self.run)
        context.settings.changed.connect(self.show_ticks)
        self.show_ticks(context.settings.current)

    def run(self, key: str) -> None:
        """Do what a menu line says; lines that belong to the page are handed to it."""
        page = self._shell.page
        offered = page.commands() if page is not None else {}
        if key in PAGE_COMMANDS and Command(key) in offered:
            offered[Command(key)]()
        elif key in self._does:
            self._does[key]()

    def show_ticks(self, settings: Settings) -> None:
        """Set the ticks of the View menu."""
        self._menus.check([settings.theme])
        self._menus.check(["word_count"], settings.word_count)
        self._menus.check(["still"], self._context.theme.still)

    def note_focus(self, widget: QWidget | None) -> bool:
        """Remember where text has the keyboard; whether it has."""
        self._last_text = widget if isinstance(widget, _TEXT) else None
        return self._last_text is not None

    def _navigation(self) -> dict[str, Callable[[], Any]]:
        shell = self._shell
        does: dict[str, Callable[[], Any]] = {
            "new_page": lambda: shell.go(places.Write()),
            "check_in": lambda: shell.go(places.CheckIn()),
            "pause": lambda: shell.go(places.Pause()),
            "prompts": lambda: shell.go(places.Prompts()),
            "settings": lambda: shell.go(places.Settings()),
            "search": lambda: shell.go(places.History()),
            "back": lambda: shell.go(places.Back()),
            "lock": shell.lock,
            "quit": shell.close,
            "close_now": shell.close_now,
            "open_another": self._open_another,
            "back_up": self._back_up,
            "backups": lambda: shell.go(places.Backups()),
            "check_file": self._check_file,
            "next_part": shell.go_to_next_part,
            "help": lambda: shell.show_help(""),
        }
        for number, destination in enumerate(DESTINATIONS):
            does[f"go_{number}"] = partial(shell.go, destination.place)
        for key in ("words", "keyboard", "limits", "afraid", "about"):
            does[f"help_{key}"] = partial(shell.show_help, key)
        return does

    def _looks(self) -> dict[str, Callable[[], Any]]:
        settings, menus = self._context.settings, self._menus
        does: dict[str, Callable[[], Any]] = {
            "larger": lambda: self._resize_text(TEXT_STEP),
            "smaller": lambda: self._resize_text(-TEXT_STEP),
            "actual_size": lambda: settings.change(text_percent=100),
            "word_count": lambda: settings.change(word_count=menus.action("word_count").isChecked()),
            "still": lambda: settings.change(still_pictures=menus.action("still").isChecked()),
            "full_screen": lambda: self._shell.set_full_screen(menus.action("full_screen").isChecked()),
        }
        for mode in ("light", "dark", "system"):
            does[mode] = partial(settings.change, theme=mode)
        return does

    def _texts(self) -> dict[str, Callable[[], Any]]:
        return {key: partial(self._edit, key) for key in ("undo", "redo", "cut", "copy", "paste")}

    def _resize_text(self, step: int) -> None:
        settings = self._context.settings
        settings.change(text_percent=min(200, max(100, settings.current.text_percent + step)))

    def _edit(self, key: str) -> None:
        focus = QApplication.focusWidget()
        target = focus if isinstance(focus, _TEXT) else self._last_text
        if isinstance(target, _TEXT):
            getattr(target, key)()

    def _open_another(self) -> None:
        def chosen(path: Path | None) -> None:
            if path is not None:
                self._shell.lock_and_open(path)

        self._context.notices.ask_open_path("Open a journal", chosen, ("Journals (*.vault)", "All files (*)"))

    def _back_up(self) -> None:
        if self._backup is None:
            from ipnb_journal.desktop.journal_backup import JournalBackup  # noqa: PLC0415  brings the cipher

            self._backup = JournalBackup(self._context, self)
            self._backup.ended.connect(lambda line: self._context.notices.say(line) if line else None)
        self._backup.make()

    def _check_file(self) -> None:
        """Go where the check shows how far it is and what came of it, and begin it there."""
        self._shell.go(places.Settings("privacy"))
        page = self._shell.page
        check = page.commands().get(Command.CHECK_FILE) if page is not None else None
        if check is not None:
            check()
