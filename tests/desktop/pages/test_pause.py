# SPDX-License-Identifier: MIT
"""A pause: reachable while locked, the person's own people only while open, nothing counted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt

from ipnb_journal import paths
from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.pause import PausePage
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import safety
from ipnb_journal.services import contacts, preferences
from ipnb_journal.services import safety as numbers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context


def _shown(qtbot: QtBot, context: Context) -> PausePage:
    page = PausePage(context)
    qtbot.addWidget(page)
    page.resize(1280, 756)
    page.show()
    page.arrive(places.Pause())
    return page


def _seen(page: PausePage) -> str:
    return "\n".join(text.text() for text in page.findChildren(Text) if text.isVisible())


@pytest.fixture
def in_latvia(monkeypatch: pytest.MonkeyPatch) -> None:
    riga = QLocale(QLocale.Language.Latvian, QLocale.Country.Latvia)
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: riga))


def test_locked_it_shows_the_country_s_numbers_and_no_one_s_names(
    qtbot: QtBot, locked_context: Context, in_latvia: None
) -> None:
    page = _shown(qtbot, locked_context)
    seen = _seen(page)
    assert safety.PAUSE_TITLE in seen and safety.EMERGENCY in seen and safety.NOTHING_OPEN in seen
    assert "Numbers for Latvia" in seen
    qtbot.waitUntil(lambda: "116 123" in _seen(page))
    assert "988" not in _seen(page)
    qtbot.keyClick(page.every_country, Qt.Key.Key_Space)
    for line in numbers.crisis_lines():
        qtbot.waitUntil(lambda line=line: line.name in _seen(page))
    qtbot.keyClick(page.every_country, Qt.Key.Key_Space)
    assert "988" not in _seen(page)


def test_open_it_shows_the_person_s_own_people_and_country(
    qtbot: QtBot, context: Context, in_vault: Callable[..., object], in_latvia: None
) -> None:
    in_vault(lambda vault: contacts.add_contact(vault, "Ana", "555 0142", "before midnight"))
    in_vault(lambda vault: preferences.write(vault, replace(preferences.read(vault), country="GB")))
    page = _shown(qtbot, context)
    qtbot.waitUntil(lambda: "Ana" in _seen(page))
    seen = _seen(page)
    assert safety.SAVED in seen
    assert "Ana" in seen and "555 0142" in seen and "before midnight" in seen
    assert "Numbers for United Kingdom" in seen


def test_a_country_s_numbers_have_the_room_there_is(
    qtbot: QtBot, locked_context: Context, in_latvia: None
) -> None:
    page = _shown(qtbot, locked_context)
    qtbot.waitUntil(lambda: "116 123" in _seen(page))
    title = next(text for text in page.findChildren(Text) if text.text() == "Numbers for Latvia")
    qtbot.waitUntil(lambda: title.width() > 400)
    assert page.every_country.width() < title.width()


def test_exercises_say_what_to_do(qtbot: QtBot, locked_context: Context) -> None:
    page = _shown(qtbot, locked_context)
    assert safety.PICK in _seen(page)
    for button, exercise in zip(page.exercises, safety.EXERCISES, strict=True):
        qtbot.keyClick(button, Qt.Key.Key_Return)
        assert exercise.line in _seen(page)


def test_space_takes_the_next_half_of_the_breath(qtbot: QtBot, locked_context: Context) -> None:
    page = _shown(qtbot, locked_context)
    before = page.cord.words()
    qtbot.keyClick(page.cord, Qt.Key.Key_Space)
    assert page.cord.words() != before and page.cord.words() in _seen(page)


def test_numbers_that_cannot_be_read_do_not_take_the_page_away(
    qtbot: QtBot, locked_context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(numbers.paths, "resources", lambda: tmp_path)
    page = _shown(qtbot, locked_context)
    monkeypatch.undo()
    assert "Your local emergency number still works" in _seen(page)
    assert safety.EMERGENCY in _seen(page)
    assert paths.resources().is_dir()
