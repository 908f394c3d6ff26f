# SPDX-License-Identifier: MIT
"""From a really damaged file to the new journal with what could be read, from both doors."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.salvaged import SalvagedPage
from ipnb_journal.desktop.pages.settings import SettingsPage
from ipnb_journal.desktop.pages.unlock import UnlockPage
from ipnb_journal.desktop.wording import damage as words
from ipnb_journal.desktop.wording import opening as say
from ipnb_journal.services import access
from ipnb_journal.services.salvaging import Salvaged
from ipnb_journal.vault import entries
from tests import rescuing
from tests.builders import an_entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.keys import VaultKey

PASSPHRASE = "five ordinary words for a test"


@pytest.fixture
def page(qtbot: QtBot, locked_context: Context) -> SalvagedPage:
    made = SalvagedPage(locked_context)
    qtbot.addWidget(made)
    return made


def told(**changes: object) -> Salvaged:
    facts = {"path": Path("/j/notes-readable.vault"), "entries": 208, "cut": 0, "lost": 0, "days": ()}
    return Salvaged(**{**facts, "others": (), "loose": False, "damaged": 1, **changes})  # type: ignore[arg-type]


def test_it_says_what_is_there_and_what_is_not(page: SalvagedPage) -> None:
    days = tuple(date(2026, 3, day) for day in range(1, 13))
    page.arrive(places.Salvaged(Path("/j/notes.vault"), told(lost=11, cut=1, days=days, loose=True)))
    shown = [line.text() for line in page.lines if not line.isHidden()]
    assert shown[:3] == [
        "208 pages are in it.",
        "11 pages can’t be read.",
        "1 page can be read up to a point.",
    ]
    assert shown[3].startswith("What’s missing or cut short is about Sunday, 1 March 2026")
    assert shown[3].endswith("and 4 more days.")
    assert shown[4] == words.LOOSE
    assert "notes-readable.vault" in page.where.text()
    assert "“notes.vault”" in page.former.text()


def test_with_nothing_lost_it_says_so(page: SalvagedPage) -> None:
    page.arrive(places.Salvaged(Path("/j/notes.vault"), told()))
    assert [line.text() for line in page.lines if not line.isHidden()] == ["All 208 pages are in it."]


def test_its_buttons_lead_to_the_new_journal_or_back(page: SalvagedPage, qtbot: QtBot) -> None:
    page.arrive(places.Salvaged(Path("/j/notes.vault"), told()))
    with qtbot.waitSignal(page.open_requested) as asked:
        page.open_button.click()
    assert asked.args is not None
    assert asked.args[0].then() == places.Unlock(Path("/j/notes-readable.vault"))
    with qtbot.waitSignal(page.open_requested) as asked:
        page.later.click()
    assert asked.args == [places.Back()]


def test_every_number_reads_well() -> None:
    one = told(entries=1, lost=1, days=(date(2026, 3, 1),), others=(("checkins", 1), ("versions", 2)))
    assert words.saved(one) == (
        "1 page is in it.",
        "1 page can’t be read.",
        "What’s missing or cut short is about Sunday, 1 March 2026.",
        "1 check-in can’t be read.",
        "2 earlier versions of pages can’t be read.",
    )
    later = words.saved(told(others=(("own_prompts", 1), ("event_notes", 2), ("look_backs", 3))))
    assert later[1:] == (
        "1 prompt of your own can’t be read.",
        "2 notes on the time line can’t be read.",
        "3 Look-backs can’t be read.",
    )


def test_a_journal_that_does_not_open_gives_what_can_be_read(
    qtbot: QtBot, locked_context: Context, tmp_path: Path
) -> None:
    path = tmp_path / "notes.vault"
    opened = access.create(path, PASSPHRASE)
    entries.add(opened.vault, an_entry("The harbour was quiet."))
    raw = opened.vault.key.raw
    opened.vault.close()
    rescue = rescuing.load()
    trees = rescue.Trees(rescue.Journal(path, rescue.Secret(raw)).pages)
    rescuing.damage(path, [page for page in trees.below(1) if page > 1])
    before = path.read_bytes()
    door = UnlockPage(locked_context)
    qtbot.addWidget(door)
    door.arrive(places.Unlock(path))
    door.passphrase.set_text(PASSPHRASE)
    door.open_button.click()
    assert door.banner.words is not None
    assert door.banner.words.title == "Part of this journal is damaged"
    assert [way.text() for way in door.banner.ways()] == [say.OPEN_BACKUP, say.OPEN_READABLE]
    with qtbot.waitSignal(door.open_requested) as asked:
        door.banner.ways()[1].click()
        QApplication.processEvents()
    assert asked.args is not None
    place = asked.args[0]
    assert (place.former, place.told.entries) == (path, 1)
    assert path.read_bytes() == before
    again = access.unlock(place.told.path, PASSPHRASE)
    assert [entry.page.writing.body for entry in entries.each(again)] == ["The harbour was quiet."]
    again.close()


def test_the_settings_lead_from_damage_to_what_can_be_read(
    qtbot: QtBot, context: Context, in_vault: Callable[..., object], vault_path: Path, vault_key: VaultKey
) -> None:
    page = SettingsPage(context)
    qtbot.addWidget(page)
    in_vault(lambda vault: entries.add(vault, an_entry("The harbour was quiet.")))
    in_vault(lambda vault: vault.checkpoint())
    rescuing.damage(vault_path, [rescuing.root_of(vault_path, vault_key.raw, "versions")])
    assert context.notices.answers is not None
    context.notices.answers.append("readable")
    with qtbot.waitSignal(page.open_requested) as asked:
        page.privacy.check.button.click()
    assert asked.args is not None
    assert asked.args[0].told.entries == 1
    assert not page.privacy.check.busy
    # the damaged one is open as before
    assert in_vault(lambda vault: vault.is_open)
    context.notices.answers.append("backup")
    with qtbot.waitSignal(page.open_requested) as asked:
        page.privacy.check.button.click()
    assert asked.args == [places.Restore()]
