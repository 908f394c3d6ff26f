# SPDX-License-Identifier: MIT
"""A secret left in its field goes by itself, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop.widgets import unattended
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.secret import SecretField
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording.widgets import FORGOTTEN

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

SHORT = 250


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    assert unattended.KEPT_MILLISECONDS == 30_000
    monkeypatch.setattr(unattended, "KEPT_MILLISECONDS", SHORT)


def _shown(qtbot: QtBot, field: Field) -> Field:
    qtbot.addWidget(field)
    field.show()
    return field


def _says(field: Field) -> list[str]:
    return [text.text() for text in field.findChildren(Text) if text.isVisible()]


@pytest.mark.parametrize("in_view", [True, False])
def test_a_passphrase_left_there_is_forgotten(qtbot: QtBot, theme: Theme, in_view: bool) -> None:
    field = SecretField(theme, "Passphrase", hint="Six ordinary words")
    _shown(qtbot, field)
    qtbot.keyClicks(field.line, "slow river")
    field.set_shown(True)
    field.setVisible(in_view)
    qtbot.waitUntil(lambda: field.text() == "")
    assert not field.shown
    field.line.undo()
    assert field.text() == ""
    field.show()
    assert FORGOTTEN in _says(field)
    qtbot.keyClick(field.line, Qt.Key.Key_S)
    assert "Six ordinary words" in _says(field) and FORGOTTEN not in _says(field)


@pytest.mark.alone
def test_every_key_holds_it_off(qtbot: QtBot, theme: Theme) -> None:
    field = _shown(qtbot, SecretField(theme, "Passphrase"))
    qtbot.keyClicks(field.line, "slow river")
    for _ in range(6):
        qtbot.wait(SHORT // 2)
        qtbot.keyClick(field.line, Qt.Key.Key_Left)
    assert field.text() == "slow river"
    qtbot.waitUntil(lambda: field.text() == "")


def test_a_new_passphrase_is_kept_while_it_is_written_down(qtbot: QtBot, theme: Theme) -> None:
    field = _shown(qtbot, SecretField(theme, "Passphrase", forgets=False))
    qtbot.keyClicks(field.line, "slow river")
    qtbot.wait(SHORT * 2)
    assert field.text() == "slow river"


def test_an_empty_field_says_nothing(qtbot: QtBot, theme: Theme) -> None:
    field = _shown(qtbot, SecretField(theme, "Passphrase"))
    qtbot.keyClicks(field.line, "s")
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    qtbot.wait(SHORT * 2)
    assert FORGOTTEN not in _says(field)


def test_a_recovery_key_is_forgotten_too_and_whoever_listens_hears(qtbot: QtBot, theme: Theme) -> None:
    field = _shown(qtbot, Field(theme, "Recovery key", role="key_field"))
    field.forget_when_left()
    heard: list[str] = []
    field.edited.connect(heard.append)
    qtbot.keyClicks(field.line, "AB")
    qtbot.waitUntil(lambda: field.text() == "")
    assert heard == ["A", "AB", ""]
