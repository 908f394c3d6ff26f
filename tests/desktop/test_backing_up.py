# SPDX-License-Identifier: MIT
"""A lock and the end of the program leave a backup; what kept them from it is told at the next unlock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipnb_journal.desktop import places
from ipnb_journal.desktop.main import Desktop
from ipnb_journal.desktop.notices import Message
from ipnb_journal.desktop.pages.restored import RestoredPage
from ipnb_journal.desktop.pages.unlock import UnlockPage
from ipnb_journal.services import backups
from ipnb_journal.vault import entries
from ipnb_journal.vault.vault import Vault
from tests.builders import an_entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ipnb_journal.vault.keys import VaultKey


@pytest.fixture
def desktop(qapp: QApplication, vault_path: Path) -> Iterator[Desktop]:
    made = Desktop(qapp, vault_path, backs_up=True)
    made.context.settings.change(still_pictures=True)
    yield made
    made.close()


def enter(qtbot: QtBot, desktop: Desktop, vault_path: Path, key: VaultKey) -> None:
    desktop.runner.open(
        lambda: Vault.open(vault_path, key.raw), lambda _: desktop.window.go(places.Settings())
    )
    qtbot.waitUntil(lambda: desktop.runner.is_open)
    desktop.runner.settle()


def write(desktop: Desktop, body: str) -> None:
    desktop.runner.run(desktop, lambda vault: entries.add(vault, an_entry(body)) and None)
    desktop.runner.settle()


def lock(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.window.lock()
    qtbot.waitUntil(lambda: isinstance(desktop.window.page, UnlockPage) and not desktop.window.covered)


def pages(vault_path: Path, key: VaultKey) -> list[int | None]:
    return [backup.pages for backup in backups.listed(vault_path, None, key).backups]


def test_every_lock_leaves_one_unless_nothing_changed(
    qtbot: QtBot, desktop: Desktop, vault_path: Path, vault_key: VaultKey
) -> None:
    enter(qtbot, desktop, vault_path, vault_key)
    write(desktop, "First.")
    lock(qtbot, desktop)
    assert pages(vault_path, vault_key) == [1]
    made = backups.listed(vault_path, None, vault_key).backups
    enter(qtbot, desktop, vault_path, vault_key)
    lock(qtbot, desktop)
    assert backups.listed(vault_path, None, vault_key).backups == made


def test_the_end_of_the_program_leaves_one(
    qtbot: QtBot, qapp: QApplication, vault_path: Path, vault_key: VaultKey
) -> None:
    desktop = Desktop(qapp, vault_path, backs_up=True)
    enter(qtbot, desktop, vault_path, vault_key)
    write(desktop, "First.")
    desktop.close()
    assert pages(vault_path, vault_key) == [1]


def test_where_it_is_switched_off_there_is_none(
    qtbot: QtBot, desktop: Desktop, vault_path: Path, vault_key: VaultKey
) -> None:
    desktop.context.settings.change(back_up_on_lock=False)
    enter(qtbot, desktop, vault_path, vault_key)
    lock(qtbot, desktop)
    assert pages(vault_path, vault_key) == []


def test_a_drive_that_is_not_there_keeps_nobody_from_locking_and_is_told_softly_later(
    qtbot: QtBot, desktop: Desktop, vault_path: Path, vault_key: VaultKey, tmp_path: Path
) -> None:
    desktop.context.settings.change(backup_folder=tmp_path / "Backup drive")
    enter(qtbot, desktop, vault_path, vault_key)
    lock(qtbot, desktop)
    assert list(desktop.notices.told) == []
    enter(qtbot, desktop, vault_path, vault_key)
    qtbot.waitUntil(lambda: bool(desktop.notices.told))
    (told,) = desktop.notices.told
    assert isinstance(told, Message)
    assert told.text == (
        "“Backup drive” isn’t there, so the last backup wasn’t made. Your journal is saved as usual."
    )
    assert not (tmp_path / "Backup drive").exists()


def test_an_open_journal_is_locked_and_replaced_behind_the_curtain(
    qtbot: QtBot, desktop: Desktop, vault_path: Path, vault_key: VaultKey
) -> None:
    window = desktop.window
    enter(qtbot, desktop, vault_path, vault_key)
    write(desktop, "First.")
    lock(qtbot, desktop)
    (first,) = backups.listed(vault_path, None, vault_key).backups
    enter(qtbot, desktop, vault_path, vault_key)
    write(desktop, "Second.")
    window.go(places.Restore(first.path))
    qtbot.waitUntil(lambda: window.page.preview.isVisibleTo(window.page))
    window.page.put_back.click()
    assert window.covered
    qtbot.waitUntil(lambda: isinstance(window.page, RestoredPage) and not window.covered)
    # a backup made now would have been the newest of this day, and have taken the place of the one chosen
    assert pages(vault_path, vault_key) == [1]
    present = backups.preview(first.path, vault_path, vault_key).present
    assert present is not None
    assert present.pages == 1
    (aside,) = vault_path.parent.glob("notes.replaced-*.vault")
    assert aside.name in window.page.aside.text()
    window.page.open_button.click()
    qtbot.waitUntil(lambda: isinstance(window.page, UnlockPage) and not window.covered)
