# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop.banner import Banner
from ipnb_journal.desktop.wording.errors import Words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

WORDS = Words("It isn’t there", "It may have been moved.", "Nothing has been changed.")


@pytest.fixture
def banner(qtbot: QtBot, theme: Theme) -> Banner:
    made = Banner(theme)
    qtbot.addWidget(made)
    made.resize(420, 200)
    return made


def test_a_problem_is_told_with_the_ways_out_of_it(qtbot: QtBot, banner: Banner) -> None:
    went: list[str] = []
    banner.tell(WORDS, ways=(("Open the backup", lambda: went.append("backup")), ("Look", banner.clear)))
    banner.show()
    first, second = banner.ways()
    assert first.isVisible()
    assert banner.accessibleName() == "It isn’t there. It may have been moved. Nothing has been changed."
    qtbot.keyClick(first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: went == ["backup"])
    qtbot.keyClick(second, Qt.Key.Key_Space)
    qtbot.waitUntil(banner.isHidden)


def test_the_next_problem_has_its_own_ways(banner: Banner) -> None:
    banner.tell(WORDS, ways=(("Look", banner.clear),))
    banner.tell(WORDS)
    assert banner.ways() == []
