# SPDX-License-Identifier: MIT
"""The first page: a journal is made where the person wants it, or one is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal import paths
from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.welcome import WelcomePage
from ipnb_journal.desktop.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place


@pytest.fixture
def page(qtbot: QtBot, locked_context: Context) -> Iterator[WelcomePage]:
    made = WelcomePage(locked_context)
    qtbot.addWidget(made)
    made.resize(1280, 756)
    made.show()
    made.arrive(places.Welcome())
    yield made


@pytest.fixture
def been(page: WelcomePage) -> list[Place]:
    places_been: list[Place] = []
    page.open_requested.connect(places_been.append)
    return places_been


def _seen(page: WelcomePage) -> str:
    return "\n".join(text.text() for text in page.findChildren(Text) if text.isVisible())


def test_enter_makes_a_journal_at_the_usual_place(qtbot: QtBot, page: WelcomePage, been: list[Place]) -> None:
    assert page.first_focus() is page.make
    qtbot.keyClick(page.make, Qt.Key.Key_Return)
    assert been == [places.ChoosePassphrase(paths.default_path())]


def test_a_journal_that_is_there_is_never_in_the_way(
    qtbot: QtBot, page: WelcomePage, been: list[Place]
) -> None:
    paths.default_path().parent.mkdir(parents=True)
    paths.default_path().touch()
    page.arrive(places.Welcome())
    assert "notes-2.vault" in _seen(page)
    qtbot.keyClick(page.make, Qt.Key.Key_Return)
    assert been == [places.ChoosePassphrase(paths.default_path().with_name("notes-2.vault"))]


def test_it_can_be_kept_elsewhere(qtbot: QtBot, page: WelcomePage, been: list[Place], tmp_path: Path) -> None:
    assert page.context.notices.answers is not None
    page.context.notices.answers.append(tmp_path / "mine.vault")
    qtbot.keyClick(page.elsewhere, Qt.Key.Key_Space)
    assert "mine.vault" in _seen(page)
    qtbot.keyClick(page.make, Qt.Key.Key_Return)
    assert been == [places.ChoosePassphrase(tmp_path / "mine.vault")]


def test_a_synced_folder_is_told_of_before_anything_is_made(
    qtbot: QtBot, page: WelcomePage, been: list[Place], tmp_path: Path
) -> None:
    assert page.context.notices.answers is not None
    for folder, told in (("Dropbox", True), ("plain", False)):
        page.context.notices.answers.append(tmp_path / folder / "mine.vault")
        qtbot.keyClick(page.elsewhere, Qt.Key.Key_Space)
        assert ("That folder is one that Dropbox copies." in _seen(page)) is told
    qtbot.keyClick(page.make, Qt.Key.Key_Return)
    assert been == [places.ChoosePassphrase(tmp_path / "plain" / "mine.vault")]


def test_one_that_is_there_is_opened(
    qtbot: QtBot, page: WelcomePage, been: list[Place], tmp_path: Path
) -> None:
    assert page.context.notices.answers is not None
    page.context.notices.answers.append(tmp_path / "mine.vault")
    qtbot.keyClick(page.open_mine, Qt.Key.Key_Return)
    assert been == [places.Unlock(tmp_path / "mine.vault")]


def test_the_limits_come_before_the_first_word(qtbot: QtBot, page: WelcomePage) -> None:
    assert "No one is watching this journal. It cannot call for help." in _seen(page)
    with qtbot.waitSignal(page.help_requested) as asked:
        qtbot.keyClick(page.read_first, Qt.Key.Key_Space)
    assert asked.args == ["afraid"]
