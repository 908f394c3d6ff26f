# SPDX-License-Identifier: MIT
"""The page of backups: what it lists, what it checks, and what is asked before one goes."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop.notices import Question
from ipnb_journal.desktop.pages.backups import BackupsPage
from ipnb_journal.desktop.places import Backups, Restore
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import backups as words
from ipnb_journal.domain.backups import backup_name
from ipnb_journal.services import access, backups
from ipnb_journal.vault import entries, keys
from tests.builders import an_entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.vault.vault import Vault

    InVault = Callable[[Callable[[Vault], object]], object]


@pytest.fixture
def folder(in_vault: InVault, now: datetime, vault_path: Path) -> Path:
    """Two backups: one of today, one of yesterday."""
    in_vault(lambda vault: entries.add(vault, an_entry("First.")))
    in_vault(lambda vault: backups.make_now(vault, None, now - timedelta(days=1)))
    in_vault(lambda vault: entries.add(vault, an_entry("Second.")))
    in_vault(lambda vault: backups.make_now(vault, None, now))
    return vault_path.parent / "backups"


def shown(qtbot: QtBot, context: Context) -> BackupsPage:
    page = BackupsPage(context)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    qtbot.waitExposed(page)
    page.arrive(Backups())
    return page


def seen(page: BackupsPage) -> list[str]:
    return [text.text() for text in page.findChildren(Text) if text.isVisible() and text.text()]


def been(page: BackupsPage) -> list[Place]:
    found: list[Place] = []
    page.open_requested.connect(found.append)
    return found


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def test_each_backup_is_listed_with_its_day_its_pages_and_whether_it_can_be_read(
    qtbot: QtBot, context: Context, folder: Path
) -> None:
    newest, older = sorted(folder.glob("*.vault"), reverse=True)
    flip(older, older.stat().st_size - 2000)
    earlier = folder / backup_name("notes", context.clock() - timedelta(days=300))
    earlier.write_bytes(keys.new_header() + newest.read_bytes()[16:])
    page = shown(qtbot, context)
    told = seen(page)
    assert told[told.index("Today, 20:15") + 1].startswith("2 pages, ")
    assert told[told.index("Today, 20:15") + 2] == "Every part can be read"
    assert told[told.index("Yesterday, 20:15") + 2] == "Part of it can’t be read"
    assert told[-1] == "Opens with another passphrase. It may be another journal’s"
    assert page.working.isHidden()
    assert page.first_focus() is page.rows[0].button
    assert "2 pages" in page.rows[0].button.accessibleDescription()


def test_a_backup_from_before_the_passphrase_was_changed_is_told_from_another_journals(
    qtbot: QtBot, context: Context, folder: Path, in_vault: InVault
) -> None:
    in_vault(
        lambda vault: access.choose_passphrase(vault, "five other calm words here", context.clock().date())
    )
    page = shown(qtbot, context)
    assert seen(page).count("Opens with an earlier passphrase") == 2


def test_nothing_is_there_before_the_first_backup(qtbot: QtBot, context: Context) -> None:
    page = shown(qtbot, context)
    assert words.EMPTY_TITLE in seen(page)
    assert page.first_focus() is page.back
    qtbot.keyClick(page.now, Qt.Key.Key_Return)
    assert words.EMPTY_TITLE not in seen(page)
    assert len(page.rows) == 1
    assert any(line.startswith("Backed up at 20:15, beside your journal.") for line in seen(page))


def test_a_drive_that_is_not_there_is_told_and_another_folder_can_be_chosen(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    context.settings.change(backup_folder=tmp_path / "Backup drive")
    page = shown(qtbot, context)
    assert words.MISSING_TITLE in seen(page)
    assert "“Backup drive” may be unplugged. Your journal is saved as usual." in seen(page)
    assert page.now.isHidden()
    other = tmp_path / "other"
    other.mkdir()
    assert context.notices.answers is not None
    context.notices.answers.append(other)
    qtbot.keyClick(page.choose, Qt.Key.Key_Return)
    assert context.settings.current.backup_folder == other
    assert len(list(other.glob("notes-*.vault"))) == 1
    assert words.MISSING_TITLE not in seen(page)
    assert not (tmp_path / "Backup drive").exists()


def test_plugging_the_drive_in_again_shows_what_is_on_it(
    qtbot: QtBot, context: Context, folder: Path, tmp_path: Path
) -> None:
    context.settings.change(backup_folder=tmp_path / "Backup drive")
    page = shown(qtbot, context)
    shutil.copytree(folder, tmp_path / "Backup drive")
    qtbot.keyClick(page.again, Qt.Key.Key_Return)
    assert len(page.rows) == 2


def test_a_backup_goes_only_after_a_question(qtbot: QtBot, context: Context, folder: Path) -> None:
    page = shown(qtbot, context)
    assert context.notices.answers is not None
    context.notices.answers.append("keep")
    qtbot.keyClick(page.rows[0].remove, Qt.Key.Key_Return)
    question = context.notices.told[-1]
    assert isinstance(question, Question)
    assert question.danger == "remove"
    assert question.choices[0].key == "keep"
    assert "can’t be taken back" in question.words.body
    assert len(list(folder.glob("*.vault"))) == 2
    context.notices.answers.append("remove")
    qtbot.keyClick(page.rows[0].remove, Qt.Key.Key_Return)
    assert len(list(folder.glob("*.vault"))) == 1
    assert [row.backup.pages for row in page.rows] == [1]
    assert words.REMOVED in seen(page)


def test_looking_inside_leads_to_its_own_page(qtbot: QtBot, context: Context, folder: Path) -> None:
    page = shown(qtbot, context)
    places = been(page)
    qtbot.keyClick(page.rows[1].button, Qt.Key.Key_Return)
    assert places == [Restore(page.rows[1].backup.path)]
    assert context.notices.answers is not None
    context.notices.answers.append(Path("/media/stick/notes.vault"))
    qtbot.keyClick(page.elsewhere, Qt.Key.Key_Return)
    assert places[-1] == Restore(Path("/media/stick/notes.vault"))


def test_one_that_goes_away_while_it_is_read_is_listed_no_more(
    qtbot: QtBot, context: Context, folder: Path
) -> None:
    found = backups.listed(folder.parent / "notes.vault", None)
    found.backups[0].path.unlink()
    page = BackupsPage(context)
    qtbot.addWidget(page)
    page.show_found(found)
    assert len(page.rows) == 1


def test_a_drive_pulled_out_meanwhile_is_asked_about_and_can_be_skipped(
    qtbot: QtBot, context: Context, folder: Path, tmp_path: Path
) -> None:
    drive = tmp_path / "Backup drive"
    drive.mkdir()
    context.settings.change(backup_folder=drive)
    page = shown(qtbot, context)
    drive.rmdir()
    assert context.notices.answers is not None
    context.notices.answers.append("skip")
    qtbot.keyClick(page.now, Qt.Key.Key_Return)
    question = context.notices.told[-1]
    assert isinstance(question, Question)
    assert question.words.title == "The backup folder isn’t there"
    assert [choice.label for choice in question.choices] == ["Skip this time", "Choose a folder"]
    assert words.MISSING_TITLE in seen(page)
    assert not drive.exists()
