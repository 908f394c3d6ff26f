# SPDX-License-Identifier: MIT
"""A journal of a newer version in the real window: shown, never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from ipnb_journal.desktop import opening_jobs, places
from ipnb_journal.desktop.page_table import page_class
from ipnb_journal.desktop.pages.history import HistoryPage
from ipnb_journal.desktop.pages.look_back import LookBackPage
from ipnb_journal.desktop.pages.meanings import MeaningsPage
from ipnb_journal.desktop.pages.numbers import NumbersPage
from ipnb_journal.desktop.pages.settings import SettingsPage
from ipnb_journal.desktop.pages.unlock import UnlockPage
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.window import MainWindow
from ipnb_journal.desktop.wording import look_back as look_back_words
from ipnb_journal.desktop.wording import opening as say
from ipnb_journal.services import access, look_back
from ipnb_journal.vault import entries, preferences
from tests.builders import a_look_back, an_entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context

PASSPHRASE = "five ordinary words for a test"


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed journal that a newer version saved, and that this one may read."""
    path = tmp_path_factory.mktemp("newer") / "notes.vault"
    opened = access.create(path, PASSPHRASE)
    entries.add(opened.vault, an_entry("The harbour was quiet."))
    look_back.keep(opened.vault, a_look_back(note="The spring."))
    preferences.store(opened.vault, {"oldest_reader": 1, "saved_with": "9.9"})
    opened.vault.execute("PRAGMA user_version = 9")
    opened.vault.close()
    return path


@pytest.fixture
def window(qtbot: QtBot, locked_context: Context, newer: Path) -> Iterator[MainWindow]:
    made = MainWindow(locked_context, page_class, lambda: places.Unlock(newer))
    qtbot.addWidget(made)
    made.begin()
    made.show()
    yield made
    made.let_pages_go()


def look(window: MainWindow) -> None:
    """Unlock with the passphrase, be told, and press the button that looks."""
    page = window.page
    assert isinstance(page, UnlockPage)
    page.passphrase.set_text(PASSPHRASE)
    page.open_button.click()
    [button] = [way for way in page.banner.ways() if way.text() == say.LOOK]
    assert page.banner.words is not None
    assert page.banner.words.body.endswith("It was last saved with 9.9.")
    button.click()
    QApplication.processEvents()


def test_it_is_told_and_then_shown_without_changing_a_byte(
    window: MainWindow, newer: Path, locked_context: Context
) -> None:
    before = newer.read_bytes()
    look(window)
    assert locked_context.runner.read_only
    assert isinstance(window.page, HistoryPage)
    QApplication.processEvents()
    shown = {text.text() for text in window.findChildren(Text) if text.isVisible()}
    assert say.ONLY_LOOKING in shown
    window.go(places.OpenEntry(1))
    window.go(places.Insights())
    window.go(places.LookBack())
    assert isinstance(window.page, LookBackPage)
    assert not window.page.opening.offers
    assert window.page.opening.when.text() == look_back_words.NONE_WHILE_LOOKING
    (item,) = window.page.before.items.values()
    item.click()
    assert window.page.note.text() == "The spring." and window.page.note.box.editor.isReadOnly()
    window.page.on_this_day.ask.click()
    assert window.page.on_this_day.is_open
    window.go(places.Numbers())
    assert isinstance(window.page, NumbersPage)
    window.go(places.Settings("privacy"))
    window.go(places.Meanings())
    assert isinstance(window.page, MeaningsPage)
    window.go(places.Settings())
    page = window.page
    assert isinstance(page, SettingsPage)
    assert page.tabs.value() == "about"
    assert not page.tabs.tab("privacy").isVisible()
    window.lock()
    assert not locked_context.runner.read_only
    assert newer.read_bytes() == before
    assert sorted(file.name for file in newer.parent.iterdir()) == [newer.name]


@pytest.mark.parametrize("place", [places.Write(), places.CheckIn(), places.Guided(), places.Drawer()])
def test_nobody_comes_to_where_something_is_written(
    window: MainWindow, locked_context: Context, place: places.Place
) -> None:
    look(window)
    window.go(place)
    assert isinstance(window.page, HistoryPage)
    told = locked_context.notices.told[-1]
    assert getattr(told, "text", "") == say.NOT_WHILE_LOOKING
    assert not window.menus.action("new_page").isEnabled()
    window.go(places.Today())
    assert isinstance(window.page, HistoryPage)


def test_the_jobs_of_the_page_look_and_do_not_open(newer: Path) -> None:
    vault = opening_jobs.look_with_passphrase(newer, PASSPHRASE)
    code = access.recovery_sheet(vault).code
    vault.close()
    again = opening_jobs.look_with_code(newer, code)
    assert again.read_only
    again.close()
