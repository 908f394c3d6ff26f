# SPDX-License-Identifier: MIT
"""What a Look-back could be about: chosen by arrow keys, kept when the list is filled anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop.widgets.choices import RadioButton
from ipnb_journal.desktop.widgets.look_choices import LookChoices
from ipnb_journal.services.looking_back import LookChoice
from tests.builders import a_person

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

ANA, BO = a_person("Ana", id=1), a_person("B" * 60, id=2)
ALL = (
    LookChoice(None, 9, 20, open=True),
    LookChoice(ANA, 2, 0, open=False),
    LookChoice(BO, 8, 14, open=True),
)


@pytest.fixture
def choices(theme: Theme, qtbot: QtBot) -> LookChoices:
    made = LookChoices(theme)
    qtbot.addWidget(made)
    made.show_choices(ALL)
    made.show()
    return made


def test_the_first_that_has_enough_is_chosen(choices: LookChoices) -> None:
    assert choices.chosen == ALL[0]
    choices.show_choices((replace(ALL[0], open=False), *ALL[1:]))
    assert choices.chosen == ALL[2]
    choices.show_choices(ALL[1:2])
    assert choices.chosen is None and choices.first() is None


def test_arrow_keys_skip_who_has_too_few_days(choices: LookChoices, qtbot: QtBot) -> None:
    first = choices.first()
    assert first is not None
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert choices.chosen == ALL[2]
    choices.show_choices((replace(ALL[0], recent_days=10), *ALL[1:]))
    assert choices.chosen == ALL[2]


def test_a_long_name_is_cut_on_screen_and_whole_for_a_screen_reader(choices: LookChoices) -> None:
    row = choices.rows[2]
    assert isinstance(row, RadioButton)
    assert row.text().endswith("…") and row.accessibleName() == BO.label
    assert row.accessibleDescription() == "8 days in the last 28, 14 in the 90 before"
