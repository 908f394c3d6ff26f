# SPDX-License-Identifier: MIT
"""Choosing a passphrase: Continue waits for a good one, typed the same twice."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.passphrase import PassphrasePage
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.vault import keys

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place

STRONG = "slow river under the old bridge"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "notes.vault"


@pytest.fixture
def page(
    qtbot: QtBot, locked_context: Context, path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PassphrasePage]:
    monkeypatch.setattr(keys, "derive", lambda _, header: keys.VaultKey(header, secrets.token_bytes(32)))
    made = PassphrasePage(locked_context)
    qtbot.addWidget(made)
    made.resize(1280, 756)
    made.show()
    qtbot.waitExposed(made)
    made.arrive(places.ChoosePassphrase(path))
    made.first_focus().setFocus()
    yield made


def _seen(page: PassphrasePage) -> str:
    return "\n".join(text.text() for text in page.findChildren(Text) if text.isVisible())


@pytest.mark.parametrize(
    ("typed", "words", "ready"),
    [
        ("password", "Too easy to guess", False),
        ("river", "Too easy to guess", False),
        (STRONG, "Strong", True),
    ],
)
def test_strength_is_said_and_decides(
    qtbot: QtBot, page: PassphrasePage, typed: str, words: str, ready: bool
) -> None:
    qtbot.keyClicks(page.chosen.first.line, typed)
    qtbot.keyClicks(page.chosen.again.line, typed)
    assert words in _seen(page)
    assert page.continue_button.isEnabled() is ready


def test_both_must_be_the_same(qtbot: QtBot, page: PassphrasePage) -> None:
    qtbot.keyClicks(page.chosen.first.line, STRONG)
    qtbot.keyClicks(page.chosen.again.line, STRONG[:-1])
    assert not page.continue_button.isEnabled()
    assert "aren’t the same yet" not in _seen(page)
    qtbot.keyClicks(page.chosen.again.line, "X")
    assert "aren’t the same yet" in _seen(page)
    qtbot.keyClick(page.chosen.again.line, Qt.Key.Key_Backspace)
    qtbot.keyClicks(page.chosen.again.line, STRONG[-1])
    assert page.continue_button.isEnabled()


def test_enter_twice_makes_the_journal(qtbot: QtBot, page: PassphrasePage, path: Path) -> None:
    been: list[Place] = []
    page.open_requested.connect(been.append)
    qtbot.keyClicks(page.chosen.first.line, STRONG)
    qtbot.keyClick(page.chosen.first.line, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.chosen.again.line
    qtbot.keyClicks(page.chosen.again.line, STRONG)
    qtbot.keyClick(page.chosen.again.line, Qt.Key.Key_Return)
    assert been == [places.RecoveryKey()]
    assert path.exists() and page.context.runner.is_open
    assert page.context.settings.current.journal_path == path


def test_a_suggestion_is_shown_and_has_to_be_typed_once(qtbot: QtBot, page: PassphrasePage) -> None:
    qtbot.keyClick(page.chosen.suggest, Qt.Key.Key_Return)
    words = page.chosen.first.text()
    assert len(words.split()) == 5 and page.chosen.first.shown
    assert not page.continue_button.isEnabled()
    assert QApplication.focusWidget() is page.chosen.again.line
    qtbot.keyClicks(page.chosen.again.line, words)
    assert page.continue_button.isEnabled()
    qtbot.keyClick(page.chosen.suggest, Qt.Key.Key_Return)
    assert page.chosen.first.text() != words


def test_a_file_that_is_there_is_left_alone_and_told(qtbot: QtBot, page: PassphrasePage, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"somebody else's")
    qtbot.keyClicks(page.chosen.first.line, STRONG)
    qtbot.keyClicks(page.chosen.again.line, STRONG)
    qtbot.keyClick(page.chosen.again.line, Qt.Key.Key_Return)
    assert "There is already a file with that name" in _seen(page)
    assert path.read_bytes() == b"somebody else's"
    assert page.continue_button.isEnabled()


def test_nothing_typed_stays_behind(qtbot: QtBot, page: PassphrasePage) -> None:
    qtbot.keyClicks(page.chosen.first.line, STRONG)
    qtbot.keyClicks(page.chosen.again.line, STRONG)
    page.leave()
    assert page.chosen.first.text() == page.chosen.again.text() == ""
    assert not page.continue_button.isEnabled()
