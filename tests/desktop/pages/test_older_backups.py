# SPDX-License-Identifier: MIT
"""After a change of key: a new backup by itself, older ones named and deleted only when asked twice."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop import places
from ipnb_journal.desktop.notices import Question
from ipnb_journal.desktop.pages.older_backups import OlderBackupsPage
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording.backups import size
from ipnb_journal.services import access, backups, key_change
from ipnb_journal.vault import keys

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.vault.vault import Vault

    InVault = Callable[[Callable[[Vault], object]], object]

BEFORE = [datetime(2026, 3, day, 21, 40, tzinfo=UTC) for day in (9, 10, 11)]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "derive", lambda _, header: keys.VaultKey(header, secrets.token_bytes(32)))


@pytest.fixture
def changed(context: Context, in_vault: InVault) -> list[Path]:
    """Three backups, and a change of key since."""

    def change(vault: Vault) -> list[Path]:
        made = [backups.make_now(vault, None, moment).path for moment in BEFORE]
        access.choose_passphrase(vault, "seven calm fish under winter ice", BEFORE[2].date())
        return made

    return in_vault(change)  # type: ignore[return-value]


def shown(qtbot: QtBot, context: Context) -> tuple[OlderBackupsPage, list[Place]]:
    page, been = OlderBackupsPage(context), list[places.Place]()
    page.open_requested.connect(been.append)
    qtbot.addWidget(page)
    page.resize(1280, 756)
    page.show()
    qtbot.waitExposed(page)
    page.arrive(places.OlderBackups())
    return page, been


def seen(page: OlderBackupsPage) -> str:
    return "\n".join(text.text() for text in page.findChildren(Text) if text.isVisible())


def test_a_new_backup_is_made_and_the_older_ones_are_named(
    qtbot: QtBot, context: Context, in_vault: InVault, changed: list[Path]
) -> None:
    page, _ = shown(qtbot, context)
    assert "A new backup is made, and every part of it was read." in seen(page)
    assert "still open with the passphrase and the recovery key you had then" in seen(page)
    assert [box.accessibleName() or box.text() for box in page.boxes] == [
        f"{day} March 2026, 22:40, {size(path.stat().st_size)}"
        for day, path in zip((11, 10, 9), reversed(changed), strict=True)
    ]
    listed = in_vault(lambda vault: backups.listed(vault.path, None, vault.key).backups)
    assert len(listed) == 4  # type: ignore[arg-type]


def test_nothing_is_deleted_unasked(qtbot: QtBot, context: Context, changed: list[Path]) -> None:
    page, been = shown(qtbot, context)
    assert not page.delete.isEnabled()
    qtbot.keyClick(page.done, Qt.Key.Key_Return)
    assert been == [places.Settings("privacy")]
    assert all(path.exists() for path in changed)


def test_what_is_chosen_is_deleted_after_a_question(
    qtbot: QtBot, context: Context, changed: list[Path]
) -> None:
    page, _ = shown(qtbot, context)
    answers = context.notices.answers
    assert answers is not None
    qtbot.keyClick(page.boxes[0], Qt.Key.Key_Space)
    answers.append("keep")
    qtbot.keyClick(page.delete, Qt.Key.Key_Return)
    assert all(path.exists() for path in changed)
    asked = context.notices.told[-1]
    assert isinstance(asked, Question)
    assert asked.words.title == "Delete 1 older backup?"
    answers.append("delete")
    qtbot.keyClick(page.delete, Qt.Key.Key_Return)
    assert [path.exists() for path in changed] == [True, True, False]
    assert len(page.boxes) == 2
    qtbot.keyClick(page.all, Qt.Key.Key_Return)
    answers.append("delete")
    qtbot.keyClick(page.delete, Qt.Key.Key_Return)
    assert not any(path.exists() for path in changed)
    assert "There are no older backups in this folder." in seen(page)


def test_without_a_new_backup_none_of_the_older_can_be_deleted(
    qtbot: QtBot, context: Context, changed: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 0})())
        page, _ = shown(qtbot, context)
        assert "There’s no new backup yet" in seen(page)
        assert "The change of key holds" in seen(page)
        assert not page.delete.isVisible()
        assert not page.boxes[0].isEnabled()
    qtbot.keyClick(page.banner.ways()[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "A new backup is made" in seen(page))
    assert page.boxes[0].isEnabled()


def test_a_folder_that_is_not_there_is_told_and_the_way_on_is_open(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    context.settings.change(backup_folder=tmp_path / "stick")
    page, been = shown(qtbot, context)
    assert "isn’t there. If it’s on a drive, plug it in." in seen(page)
    qtbot.keyClick(page.done, Qt.Key.Key_Return)
    assert been == [places.Settings("privacy")]


def test_where_nothing_is_older_only_the_new_one_is_told(
    qtbot: QtBot, context: Context, in_vault: InVault
) -> None:
    page, _ = shown(qtbot, context)
    assert "There are no older backups in this folder." in seen(page)
    assert page.done.text() == "Done"
    assert in_vault(lambda vault: key_change.older_backups(vault, None)) == ()
