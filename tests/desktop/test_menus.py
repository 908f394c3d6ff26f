# SPDX-License-Identifier: MIT
"""The menus hold nothing dead, no key twice, and speak as they should."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.commands import Commands
from ipnb_journal.desktop.menus import MENUS, PAGE_COMMANDS, SEPARATOR, UNLISTED, Menus

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.pages.page import Page
    from ipnb_journal.desktop.places import Place

ITEMS = [item for _, items in MENUS for item in items if item is not SEPARATOR] + list(UNLISTED)


class _Shell(QWidget):
    """Writes down what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[object] = []
        self.page: Page | None = None

    def go(self, place: Place) -> None:
        self.asked.append(place)

    def lock(self) -> None:
        self.asked.append("lock")

    def lock_and_open(self, path: Path) -> None:
        self.asked.append(path)

    def show_help(self, key: str) -> None:
        self.asked.append(f"help {key}")

    def set_full_screen(self, wanted: bool) -> None:
        self.asked.append(f"full screen {wanted}")

    def go_to_next_part(self) -> None:
        self.asked.append("next part")

    def close(self) -> bool:
        self.asked.append("close")
        return True

    def close_now(self) -> None:
        self.asked.append("close now")


@pytest.fixture
def shell(qtbot: QtBot) -> _Shell:
    made = _Shell()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def menus(shell: _Shell, context: Context) -> Menus:
    made = Menus(shell)
    made.commands = Commands(context, shell, made, shell)  # type: ignore[attr-defined]
    return made


def test_no_two_lines_share_a_key() -> None:
    keys = Counter(keys for item in ITEMS for keys in item.keys)
    assert [key for key, count in keys.items() if count > 1] == []


NAVIGATES = {
    "new_page": places.Write(), "check_in": places.CheckIn(), "pause": places.Pause(),
    "settings": places.Settings(),
    "prompts": places.Prompts(), "search": places.History(), "back": places.Back(), "lock": "lock",
    "quit": "close", "close_now": "close now",
    "next_part": "next part", "go_0": places.Today(), "go_1": places.CheckIn(),
    "go_2": places.Write(), "go_3": places.History(), "go_4": places.Insights(), "help": "help ",
    "help_words": "help words", "help_keyboard": "help keyboard", "help_limits": "help limits",
    "help_afraid": "help afraid", "help_about": "help about", "full_screen": "full screen True",
    "backups": places.Backups(),
}  # fmt: skip
CHANGES = {
    "larger": ("text_percent", 110), "light": ("theme", "light"), "dark": ("theme", "dark"),
    "word_count": ("word_count", True), "still": ("still_pictures", False),
}  # fmt: skip


@pytest.mark.parametrize("key", NAVIGATES)
def test_lines_that_go_somewhere(menus: Menus, shell: _Shell, key: str) -> None:
    menus.action(key).trigger()
    assert shell.asked == [NAVIGATES[key]]


@pytest.mark.parametrize("key", CHANGES)
def test_lines_that_change_a_setting(menus: Menus, context: Context, key: str) -> None:
    name, value = CHANGES[key]
    menus.action(key).trigger()
    assert getattr(context.settings.current, name) == value


def test_a_backup_is_made_and_told(menus: Menus, context: Context, vault_path: Path) -> None:
    menus.action("back_up").trigger()
    (made,) = (vault_path.parent / "backups").glob("notes-*.vault")
    assert made.stat().st_size
    assert context.notices.told[-1].text.startswith("Backed up at 20:15, beside your journal.")


def test_no_line_is_dead() -> None:
    tested_elsewhere = {"open_another", "check_file", "back_up", "smaller", "actual_size", "system"}
    texts = {"undo", "redo", "cut", "copy", "paste"}
    known = NAVIGATES.keys() | CHANGES.keys() | PAGE_COMMANDS | tested_elsewhere | texts
    assert {item.key for item in ITEMS} <= known


def test_text_lines_reach_the_text_that_had_the_keyboard(qtbot: QtBot, menus: Menus, shell: _Shell) -> None:
    text = QTextEdit(shell)
    QVBoxLayout(shell).addWidget(text)
    shell.show()
    qtbot.waitExposed(shell)
    qtbot.keyClicks(text, "one")
    menus.commands.note_focus(text)  # type: ignore[attr-defined]
    menus.action("undo").setEnabled(True)
    menus.action("undo").trigger()
    assert text.toPlainText() == ""
    menus.action("redo").trigger()
    assert text.toPlainText() == "one"


def test_lines_of_a_page_are_hidden_where_it_has_none(menus: Menus) -> None:
    menus.offer({"find_in_page"})
    assert menus.action("find_in_page").isVisible()
    assert not menus.action("to_drawer").isVisible()


def test_before_unlocking_only_what_works_is_allowed(menus: Menus) -> None:
    menus.set_open(False)
    allowed = {item.key for item in ITEMS if menus.action(item.key).isEnabled()}
    assert {"pause", "lock", "quit", "close_now", "help", "larger", "help_afraid"} <= allowed
    assert not allowed & {"new_page", "settings", "go_0", "go_3", "search", "check_file", "open_another"}
