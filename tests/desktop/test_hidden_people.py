# SPDX-License-Identifier: MIT
"""Hidden people are listed only for who knows what opens the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ipnb_journal.desktop.charts.relationships_lens import RelationshipsLens
from ipnb_journal.desktop.hidden_people import HiddenPeople
from ipnb_journal.desktop.notices import Message
from ipnb_journal.desktop.wording import hidden_people as words
from ipnb_journal.domain.people import Person
from ipnb_journal.services import access, people
from ipnb_journal.vault import keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.keys import VaultKey
    from ipnb_journal.vault.vault import Vault

    InVault = Callable[[Callable[[Vault], object]], object]


def fill(vault: Vault) -> None:
    for label, hidden in (("Ana", False), ("Ben", True), ("Cleo & Co", True)):
        people.hide(vault, people.add(vault, label).id, hidden=hidden)


def labels(in_vault: InVault) -> list[str]:
    found = in_vault(people.hidden)
    return [person.label for person in found]  # type: ignore[attr-defined]


@pytest.fixture
def asking(context: Context, in_vault: InVault, qtbot: QtBot) -> HiddenPeople:
    in_vault(fill)
    pictures = QPushButton("Pictures")
    made = HiddenPeople(context, pictures)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.activateWindow()
    made.ask(pictures)
    return made


def answer(asking: HiddenPeople, code: str, qtbot: QtBot) -> None:
    """Type a recovery key, which costs no derivation."""
    if asking.question.code.isHidden():
        asking.question.other_way.click()
    asking.question.code.set_text(code)
    qtbot.keyClick(asking.question.code.line, Qt.Key.Key_Return)


def test_nobody_is_listed_before_it_was_answered(asking: HiddenPeople) -> None:
    assert asking.is_asking
    assert asking.rows == {}
    assert asking.question.isVisible()
    assert asking.first_focus() is asking.question.passphrase.line


def test_a_wrong_answer_lists_nobody_and_can_be_mended(
    asking: HiddenPeople, vault_key: VaultKey, qtbot: QtBot
) -> None:
    answer(asking, keys.recovery_code(keys.VaultKey(vault_key.header, bytes(32))), qtbot)
    assert asking.rows == {}
    assert asking.question.banner.isVisible()
    assert asking.question.open_button.isEnabled()
    assert asking.working.isHidden()
    answer(asking, keys.recovery_code(vault_key), qtbot)
    assert len(asking.rows) == 2


def test_the_right_answer_lists_them_and_forgets_what_was_typed(
    asking: HiddenPeople, vault_key: VaultKey, in_vault: InVault, qtbot: QtBot
) -> None:
    answer(asking, keys.recovery_code(vault_key), qtbot)
    assert [row.accessibleName() for row in asking.rows.values()] == [
        "Show Ben again",
        "Show Cleo & Co again",
    ]
    assert asking.question.code.text() == asking.question.passphrase.text() == ""
    assert asking.question.isHidden()
    next(iter(asking.rows.values())).click()
    assert labels(in_vault) == ["Cleo & Co"]
    next(iter(asking.rows.values())).click()
    assert labels(in_vault) == []
    assert asking.lead.text() == words.NOBODY
    assert asking.first_focus() is asking.back


def test_the_passphrase_itself_is_checked_in_the_open_journal(
    asking: HiddenPeople, context: Context, tmp_path, qtbot: QtBot
) -> None:
    passphrase = "five calm words by the sea"
    context.runner.open(lambda: access.create(tmp_path / "own.vault", passphrase))
    context.runner.run(asking, fill)
    for typed, found in (("five calm words by the lake", 0), (passphrase, 2)):
        asking.question.passphrase.set_text(typed)
        qtbot.keyClick(asking.question.passphrase.line, Qt.Key.Key_Return)
        assert len(asking.rows) == found


def test_going_back_leaves_nothing_behind(asking: HiddenPeople, vault_key: VaultKey, qtbot: QtBot) -> None:
    pictures = asking.widget(0)
    answer(asking, keys.recovery_code(vault_key), qtbot)
    with qtbot.waitSignal(asking.turned):
        qtbot.keyClick(asking.first_focus(), Qt.Key.Key_Escape)
    assert not asking.is_asking
    assert asking.rows == {}
    assert pictures.hasFocus()
    asking.ask()
    asking.question.passphrase.set_text("half a phr")
    asking.back.click()
    assert asking.question.passphrase.text() == ""


def test_nobody_is_said_to_be_shown_again_before_it_is_so(asking: HiddenPeople, context: Context) -> None:
    asking.show_hidden((Person(99, "", "Nobody", 1, 1),))
    asking.rows[99].click()
    assert "Nobody is shown again." not in [getattr(told, "text", "") for told in context.notices.told]
    assert len(context.notices.told) == 1


def test_who_is_left_is_listed_to_nobody_who_went_elsewhere(
    asking: HiddenPeople, vault_key: VaultKey, in_vault: InVault, qtbot: QtBot
) -> None:
    answer(asking, keys.recovery_code(vault_key), qtbot)
    again = next(iter(asking.rows.values()))
    asking.hide()
    again.click()
    assert labels(in_vault) == ["Cleo & Co"]
    assert asking.rows == {}


def test_what_is_found_after_it_was_put_away_is_shown_to_nobody(
    asking: HiddenPeople, vault_key: VaultKey, qtbot: QtBot, in_vault: InVault
) -> None:
    asking.put_away()
    asking._found(in_vault(people.hidden))  # type: ignore[arg-type]
    assert asking.rows == {}
    assert not asking.is_asking


def test_somebody_is_hidden_with_a_way_back_and_moved(
    asking: HiddenPeople, context: Context, in_vault: InVault, qtbot: QtBot
) -> None:
    lens, unhide = RelationshipsLens(context.theme), asking.back
    qtbot.addWidget(lens.tiles)
    qtbot.addWidget(lens.acts)
    asking.serve(lens, unhide)
    known = in_vault(people.all_people)
    ana = known[0].person  # type: ignore[index]
    lens.hidden.emit(ana.id)
    assert "Ana" in labels(in_vault)
    told = context.notices.told[-1]
    assert isinstance(told, Message)
    assert told.text.startswith("Ana is out of sight.")
    assert told.undo is not None
    told.undo()
    assert "Ana" not in labels(in_vault)
    in_vault(lambda vault: people.add(vault, "Dad"))
    lens.moved.emit(ana.id, 1)
    order = [each.person.label for each in in_vault(people.all_people)]  # type: ignore[attr-defined]
    assert order == ["Dad", "Ben", "Cleo & Co", "Ana"]
