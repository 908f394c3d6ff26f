# SPDX-License-Identifier: MIT
"""Opening a backup: chosen, asked for its key, looked into, and only then put in the journal's place."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.restore import RestorePage
from ipnb_journal.desktop.pages.restored import RestoredPage
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import backups as words
from ipnb_journal.services import backups
from ipnb_journal.vault import entries, keys
from ipnb_journal.vault.vault import Vault
from tests import rescuing
from tests.builders import an_entry

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.keys import VaultKey

RIGHT = "slow river under the old bridge"


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch, vault_key: VaultKey) -> None:
    """Derive at once: the right words give the test vault's key, any others another one."""

    def derive(passphrase: str, header: bytes) -> VaultKey:
        return keys.VaultKey(header, vault_key.raw if passphrase == RIGHT else secrets.token_bytes(32))

    monkeypatch.setattr(keys, "derive", derive)


@pytest.fixture
def backup(vault_path: Path, vault_key: VaultKey, now: datetime) -> Path:
    """A backup with one page, made yesterday; the journal has a second page since."""
    vault = Vault.open(vault_path, vault_key.raw)
    entries.add(vault, an_entry("First."))
    made = backups.make_now(vault, None, now - timedelta(days=1))
    entries.add(vault, an_entry("Second."))
    vault.close()
    return made.path


def shown(qtbot: QtBot, context: Context, place: places.Restore) -> RestorePage:
    page = RestorePage(context)
    qtbot.addWidget(page)
    page.resize(1200, 750)
    page.show()
    qtbot.waitExposed(page)
    page.arrive(place)
    return page


def seen(page: QWidget) -> list[str]:
    return [text.text() for text in page.findChildren(Text) if text.isVisible() and text.text()]


def been(page: RestorePage) -> list[places.Place]:
    found: list[places.Place] = []
    page.open_requested.connect(found.append)
    return found


def answer(qtbot: QtBot, page: RestorePage, typed: str) -> None:
    line = page.question.first_focus()
    line.clear()
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def pages_in(path: Path, key: VaultKey) -> int:
    return backups.inside(path, key).pages


def test_a_locked_journal_gets_its_backup_back_by_the_passphrase(
    qtbot: QtBot, locked_context: Context, vault_path: Path, vault_key: VaultKey, backup: Path
) -> None:
    before = vault_path.read_bytes()
    page = shown(qtbot, locked_context, places.Restore(journal=vault_path))
    went = been(page)
    assert seen(page)[:3] == [words.OPEN_TITLE, words.OPEN_LEAD, "Yesterday, 20:15"]
    qtbot.keyClick(page.rows[0].button, Qt.Key.Key_Return)
    assert seen(page)[0] == "Backup of yesterday, 20:15"
    answer(qtbot, page, "something else")
    assert "That passphrase doesn’t open this backup" in seen(page)
    assert vault_path.read_bytes() == before
    answer(qtbot, page, RIGHT)
    told = seen(page)
    assert told[told.index(words.IN_BACKUP) + 1] == "1 page, 0 check-ins"
    assert told[told.index(words.IN_JOURNAL) + 1] == "2 pages, 0 check-ins"
    assert any(line.startswith("What’s there now is kept: notes.vault stays in") for line in told)
    assert vault_path.read_bytes() == before
    assert page.question.passphrase.text() == ""
    qtbot.keyClick(page.put_back, Qt.Key.Key_Return)
    aside = vault_path.with_name("notes.replaced-20260312T191500Z.vault")
    assert went == [places.Restored(vault_path, aside)]
    assert aside.read_bytes() == before
    assert pages_in(vault_path, vault_key) == 1


@pytest.mark.parametrize("state", ["missing", "empty", "damaged"])
def test_whatever_became_of_the_journal_its_backup_opens(
    qtbot: QtBot, locked_context: Context, vault_path: Path, vault_key: VaultKey, backup: Path, state: str
) -> None:
    if state == "missing":
        vault_path.unlink()
    elif state == "empty":
        vault_path.write_bytes(b"")
    else:
        rescuing.damage(vault_path, [rescuing.root_of(vault_path, vault_key.raw, "versions")])
    page = shown(qtbot, locked_context, places.Restore(journal=vault_path))
    qtbot.keyClick(page.rows[0].button, Qt.Key.Key_Return)
    answer(qtbot, page, RIGHT)
    told = {
        "missing": "There’s no journal called notes.vault in",
        "empty": words.UNKNOWN_NOW,
        "damaged": "Part of it can’t be read",
    }
    assert any(line.startswith(told[state]) for line in seen(page))
    qtbot.keyClick(page.put_back, Qt.Key.Key_Return)
    assert pages_in(vault_path, vault_key) == 1


def test_the_recovery_key_opens_a_backup_too(
    qtbot: QtBot, locked_context: Context, vault_path: Path, vault_key: VaultKey, backup: Path
) -> None:
    page = shown(qtbot, locked_context, places.Restore(backup, vault_path))
    qtbot.keyClick(page.question.other_way, Qt.Key.Key_Return)
    answer(qtbot, page, "7" * 56)
    assert any("isn’t the whole recovery key" in line for line in seen(page))
    answer(qtbot, page, keys.recovery_code(vault_key))
    assert page.preview.isVisible()


def test_a_damaged_backup_is_told_and_cannot_be_put_in_place(
    qtbot: QtBot, locked_context: Context, vault_path: Path, vault_key: VaultKey, backup: Path
) -> None:
    rescuing.damage(backup, [rescuing.root_of(backup, vault_key.raw, "versions")])
    page = shown(qtbot, locked_context, places.Restore(backup, vault_path))
    answer(qtbot, page, RIGHT)
    assert "Part of it can’t be read" in seen(page)
    assert words.NOTHING_CHANGED in seen(page)
    assert not page.put_back.isEnabled()
    assert page.first_focus() is page.another


def test_a_file_that_is_no_journal_is_told_under_the_field(
    qtbot: QtBot, locked_context: Context, vault_path: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.vault"
    letter.write_bytes(b"Dear Ana" * 1000)
    page = shown(qtbot, locked_context, places.Restore(letter, vault_path))
    assert seen(page)[0] == "“letter.vault”"
    answer(qtbot, page, RIGHT)
    assert "This file isn’t a whole journal" in seen(page)


def test_where_no_backup_is_found_a_file_can_be_chosen(
    qtbot: QtBot, locked_context: Context, vault_path: Path, backup: Path, tmp_path: Path
) -> None:
    locked_context.settings.change(backup_folder=tmp_path / "Backup drive")
    page = shown(qtbot, locked_context, places.Restore(journal=vault_path))
    assert seen(page)[1].startswith(f"{tmp_path / 'Backup drive'} isn’t there.")
    assert page.first_focus() is page.file
    assert locked_context.notices.answers is not None
    locked_context.notices.answers.append(backup)
    qtbot.keyClick(page.file, Qt.Key.Key_Return)
    assert page.question.isVisible()
    qtbot.keyClick(page.another, Qt.Key.Key_Return)
    assert page.file.isVisible()


def test_an_open_journals_own_key_is_tried_before_anybody_is_asked(
    qtbot: QtBot, backup: Path, context: Context
) -> None:
    page = shown(qtbot, context, places.Restore(backup))
    told = seen(page)
    assert told[told.index(words.IN_BACKUP) + 1] == "1 page, 0 check-ins"
    assert told[told.index(words.IN_JOURNAL) + 1] == "2 pages, 0 check-ins"
    assert words.LOCKS_FIRST in told


def test_a_backup_of_an_earlier_passphrase_is_asked_about_and_told(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    earlier = keys.VaultKey(keys.new_header(), secrets.token_bytes(32))
    Vault.create(tmp_path / "earlier.vault", earlier).close()
    page = shown(qtbot, context, places.Restore(tmp_path / "earlier.vault"))
    assert page.question.isVisible()
    qtbot.keyClick(page.question.other_way, Qt.Key.Key_Return)
    answer(qtbot, page, keys.recovery_code(earlier))
    assert words.OTHER_KEY in seen(page)


def test_an_open_journal_is_locked_before_anything_is_put_in_its_place(
    qtbot: QtBot, backup: Path, context: Context, vault_path: Path, vault_key: VaultKey
) -> None:
    page = shown(qtbot, context, places.Restore(backup))
    went = been(page)
    qtbot.keyClick(page.put_back, Qt.Key.Key_Return)
    (locked,) = went
    assert isinstance(locked, places.Locked)
    assert locked.work is not None
    assert context.runner.is_open
    context.runner.lock(afterwards=locked.work.job)
    came = locked.then()
    assert isinstance(came, places.Restored)
    assert came.journal == vault_path
    assert came.aside is not None
    assert pages_in(vault_path, vault_key) == 1
    assert pages_in(came.aside, vault_key) == 2


def test_what_keeps_a_backup_from_its_place_leads_back_and_is_told(
    qtbot: QtBot, backup: Path, context: Context, vault_path: Path
) -> None:
    page = shown(qtbot, context, places.Restore(backup))
    went = been(page)
    qtbot.keyClick(page.put_back, Qt.Key.Key_Return)
    backup.unlink()
    assert isinstance(went[0], places.Locked)
    assert went[0].work is not None
    context.runner.lock(afterwards=went[0].work.job)
    assert went[0].then() == places.Restore(backup, vault_path)
    assert context.notices.told


def test_the_end_says_where_the_former_journal_lies_and_opens_the_new_one(
    qtbot: QtBot, locked_context: Context, vault_path: Path
) -> None:
    page = RestoredPage(locked_context)
    qtbot.addWidget(page)
    page.show()
    went: list[places.Place] = []
    page.open_requested.connect(went.append)
    aside = vault_path.with_name("notes.replaced-20260312T191500Z.vault")
    page.arrive(places.Restored(vault_path, aside))
    assert any(aside.name in line and str(aside.parent) in line for line in seen(page))
    qtbot.keyClick(page.first_focus(), Qt.Key.Key_Return)
    (locked,) = went
    assert isinstance(locked, places.Locked)
    assert locked.then() == places.Unlock(vault_path)
    page.arrive(places.Restored(vault_path))
    assert words.DONE_ALONE in seen(page)
