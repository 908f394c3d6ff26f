# SPDX-License-Identifier: MIT
"""The column beside a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.charts.notes import Notes
from ipnb_journal.desktop.wording import insights as words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme


def test_where_the_numbers_come_from_opens_and_closes(theme: Theme, qtbot: QtBot) -> None:
    notes = Notes(theme)
    qtbot.addWidget(notes)
    notes.show()
    notes.say("In short.", "Marks.", "Causes.")
    assert (notes.in_words.text(), notes.shows.text(), notes.does_not.text()) == (
        "In short.",
        "Marks.",
        "Causes.",
    )
    assert not notes.about.isVisible()
    notes.about_link.click()
    assert notes.about.isVisible()
    assert notes.about.text() == words.ABOUT_TEXT
    notes.about_link.click()
    assert not notes.about.isVisible()
