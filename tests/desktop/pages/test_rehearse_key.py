# SPDX-License-Identifier: MIT
"""Seeing whether the recovery key is still there: two groups, by keys alone, and never a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.rehearse_key import RehearseKeyPage
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.vault import keys
from ipnb_journal.vault import preferences as stored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.vault.keys import VaultKey
    from ipnb_journal.vault.vault import Vault

    InVault = Callable[[Callable[[Vault], object]], object]


@pytest.fixture
def been() -> list[Place]:
    return []


@pytest.fixture
def page(qtbot: QtBot, context: Context, been: list[Place]) -> Iterator[RehearseKeyPage]:
    made = RehearseKeyPage(context)
    made.open_requested.connect(been.append)
    qtbot.addWidget(made)
    made.resize(1280, 756)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.arrive(places.RehearseKey())
    made.first_focus().setFocus()
    yield made


@pytest.fixture
def groups(vault_key: VaultKey) -> list[str]:
    return keys.recovery_code(vault_key).split("-")


def seen(page: RehearseKeyPage) -> str:
    return "\n".join(text.text() for text in page.findChildren(Text) if text.isVisible())


def answer(qtbot: QtBot, page: RehearseKeyPage, *typed: str) -> None:
    for words in typed:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClicks(focus, words)
        qtbot.keyClick(focus, Qt.Key.Key_Return)


def test_which_groups_and_which_sheet_are_said(page: RehearseKeyPage, vault_key: VaultKey) -> None:
    first, second = page.asked_groups
    assert f"Group {first}" in seen(page)
    assert f"Group {second}" in seen(page)
    assert keys.sheet_mark(keys.recovery_code(vault_key)) in seen(page)


def test_the_right_ones_fit_and_are_noted(
    qtbot: QtBot, page: RehearseKeyPage, groups: list[str], in_vault: InVault, been: list[Place]
) -> None:
    answer(qtbot, page, *(groups[number - 1].lower() for number in page.asked_groups))
    assert "They fit" in seen(page)
    assert QApplication.focusWidget() is page.done
    kept = in_vault(stored.read_all)
    assert isinstance(kept, dict)
    assert kept["recovery_key_rehearsed"] == page.context.clock().date().isoformat()
    qtbot.keyClick(page.done, Qt.Key.Key_Return)
    assert been == [places.Back()]


def test_a_slip_is_named_kindly_with_the_way_to_a_new_key(
    qtbot: QtBot, page: RehearseKeyPage, groups: list[str], in_vault: InVault, been: list[Place]
) -> None:
    first, second = page.asked_groups
    other = next(group for group in groups if group != groups[second - 1])
    answer(qtbot, page, groups[first - 1], other)
    assert f"Group {second} isn’t what this journal’s key has there" in seen(page)
    assert "Nothing is lost." in seen(page)
    assert QApplication.focusWidget() is page.groups[1].line
    assert "recovery_key_rehearsed" not in in_vault(stored.read_all)  # type: ignore[operator]
    qtbot.keyClicks(page.groups[1].line, groups[second - 1])
    assert "isn’t what" not in seen(page)
    qtbot.keyClick(page.gone, Qt.Key.Key_Return)
    assert been == [places.NewRecoveryKey()]


def test_both_off_are_told_as_both(qtbot: QtBot, page: RehearseKeyPage) -> None:
    answer(qtbot, page, "UUUU", "UUUU")
    assert "These two aren’t" in seen(page)


def test_an_empty_field_is_only_gone_to(qtbot: QtBot, page: RehearseKeyPage) -> None:
    qtbot.keyClick(page.see, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.groups[0].line
    assert page.banner.words is None


def test_not_now_rests_and_goes_back(
    qtbot: QtBot, page: RehearseKeyPage, in_vault: InVault, been: list[Place]
) -> None:
    qtbot.keyClick(page.not_now, Qt.Key.Key_Return)
    assert been == [places.Back()]
    assert "recovery_key_put_off" in in_vault(stored.read_all)  # type: ignore[operator]


def test_nothing_typed_stays_behind(qtbot: QtBot, page: RehearseKeyPage) -> None:
    qtbot.keyClicks(page.groups[0].line, "ABCD")
    page.leave()
    assert page.groups[0].text() == ""
