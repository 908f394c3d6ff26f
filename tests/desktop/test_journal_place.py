# SPDX-License-Identifier: MIT
"""The settings row that says where the journal lies and moves it, open as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop.notices import Question
from ipnb_journal.desktop.pages.settings import SettingsPage
from ipnb_journal.desktop.places import Settings
from ipnb_journal.services import preferences, settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.vault import Vault

    InVault = Callable[[Callable[[Vault], object]], object]


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.resize(1072, 756)
    made.show()
    made.arrive(Settings())
    return made


def _move(qtbot: QtBot, page: SettingsPage, *answers: object) -> str:
    assert page.context.notices.answers is not None
    page.context.notices.answers.extend(answers)
    qtbot.keyClick(page.privacy.place.button, Qt.Key.Key_Return)
    return page.privacy.place.row.line.text()


def test_the_row_says_where_the_journal_is(page: SettingsPage, vault_path: Path) -> None:
    assert page.privacy.place.row.line.text() == f"“notes.vault”, in {vault_path.parent}."


def test_the_journal_moves_and_is_found_there_the_next_time(
    qtbot: QtBot, page: SettingsPage, in_vault: InVault, vault_path: Path, tmp_path: Path
) -> None:
    told = _move(qtbot, page, tmp_path / "stick")
    assert told == f"Your journal is in {tmp_path / 'stick'} now."
    assert not vault_path.exists()
    assert settings.load().settings.journal_path == tmp_path / "stick" / "notes.vault"
    in_vault(lambda vault: preferences.write(vault, preferences.read(vault)))
    assert in_vault(lambda vault: vault.path) == tmp_path / "stick" / "notes.vault"


@pytest.mark.parametrize(("answer", "moves"), [("leave", False), ("go", True)])
def test_a_synced_folder_is_asked_about_first(
    answer: str, moves: bool, qtbot: QtBot, page: SettingsPage, vault_path: Path, tmp_path: Path
) -> None:
    _move(qtbot, page, tmp_path / "Dropbox", answer)
    question = next(told for told in page.context.notices.told if isinstance(told, Question))
    assert question.words.title == "That folder is one that Dropbox copies"
    assert question.choices[0].key == "leave"
    assert (tmp_path / "Dropbox" / "notes.vault").exists() is moves
    assert vault_path.exists() is not moves


def test_another_folder_can_be_chosen_instead(
    qtbot: QtBot, page: SettingsPage, vault_path: Path, tmp_path: Path
) -> None:
    _move(qtbot, page, tmp_path / "OneDrive", "another", tmp_path / "plain")
    assert (tmp_path / "plain" / "notes.vault").exists()
    assert not vault_path.exists()


def test_the_row_says_why_a_synced_folder_is_the_wrong_one(
    qtbot: QtBot, page: SettingsPage, tmp_path: Path
) -> None:
    _move(qtbot, page, tmp_path / "Dropbox", "go")
    page.arrive(Settings())
    line = page.privacy.place.row.line.text()
    assert "This folder is one that Dropbox copies." in line
    assert "let its backups go there" in line


def test_cancelling_and_the_same_folder_change_nothing(
    qtbot: QtBot, page: SettingsPage, vault_path: Path
) -> None:
    before = page.privacy.place.row.line.text()
    assert _move(qtbot, page, None) == before
    assert _move(qtbot, page, vault_path.parent) == "Your journal is in that folder already."
    assert vault_path.exists()


def test_a_name_that_is_taken_there_is_told_and_nothing_moves(
    qtbot: QtBot, page: SettingsPage, vault_path: Path, tmp_path: Path
) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "notes.vault").write_bytes(b"another")
    _move(qtbot, page, tmp_path / "there")
    assert page.context.notices.told[-1].title == "There is already a file with that name"
    assert vault_path.exists()
