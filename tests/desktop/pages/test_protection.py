# SPDX-License-Identifier: MIT
"""What the journal can and can't protect is said before the first word, and the window gets its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.protection import ProtectionPage
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import safety

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[ProtectionPage]:
    made = ProtectionPage(context)
    qtbot.addWidget(made)
    made.show()
    made.arrive(places.Protection())
    yield made


def test_both_lists_are_said_in_full(page: ProtectionPage) -> None:
    seen = {text.text() for text in page.findChildren(Text)}
    assert seen >= {*safety.KEEPS, *safety.CANNOT, safety.NO_ONE_WATCHES}


@pytest.mark.parametrize(("typed", "title"), [("", "Notes"), ("Recipes", "Recipes")])
def test_the_window_gets_the_name_that_was_typed(
    qtbot: QtBot, page: ProtectionPage, typed: str, title: str
) -> None:
    been: list[Place] = []
    page.open_requested.connect(been.append)
    page.window_name.line.selectAll()
    qtbot.keyClick(page.window_name.line, Qt.Key.Key_Delete)
    qtbot.keyClicks(page.window_name.line, typed)
    qtbot.keyClick(page.window_name.line, Qt.Key.Key_Return)
    assert been == [places.Today()]
    assert page.context.settings.current.window_title == title
