# SPDX-License-Identifier: MIT
"""The lens of the plane: what it reads, and the oval only where it is wanted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ipnb_journal.desktop.charts.lens import Asked
from ipnb_journal.desktop.charts.plane_lens import OVAL, PlaneLens
from ipnb_journal.desktop.wording import plane as told
from ipnb_journal.domain.windows import Window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

TODAY = date(2026, 3, 12)


def test_the_oval_is_off_until_asked_for(theme: Theme, qtbot: QtBot) -> None:
    lens = PlaneLens(theme)
    qtbot.addWidget(lens.view)
    qtbot.addWidget(lens.chips)
    year = lens.made_up(TODAY)
    asked = Asked(Window(TODAY.toordinal() - 90, TODAY.toordinal()), 7, "Made-up data")
    lens.draw(year, asked)
    assert told.MOST_DAYS not in lens.view.said().in_words
    assert lens.view.tag == "Made-up data"
    with qtbot.waitSignal(lens.changed):
        qtbot.mouseClick(lens.chips.chip(OVAL), Qt.MouseButton.LeftButton)
    lens.draw(year, asked)
    assert told.MOST_DAYS in lens.view.said().in_words


def test_it_is_by_person_and_smooths_nothing(theme: Theme, qtbot: QtBot) -> None:
    lens = PlaneLens(theme)
    qtbot.addWidget(lens.view)
    qtbot.addWidget(lens.chips)
    assert (lens.by_person, lens.smoothed, lens.source) == (True, False, "readings")
    assert lens.words == "Myself and in touch"
