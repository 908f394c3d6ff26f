# SPDX-License-Identifier: MIT
"""The river as a tab: what it draws from, and what it says while there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipnb_journal.desktop.charts.lens import Asked
from ipnb_journal.desktop.charts.river_lens import RiverLens
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.readings import Readings
from ipnb_journal.domain.windows import Window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme


@pytest.fixture
def lens(theme: Theme, qtbot: QtBot) -> RiverLens:
    made = RiverLens(theme)
    qtbot.addWidget(made.view)
    return made


def test_its_days_are_those_of_the_banks(lens: RiverLens) -> None:
    sliders = {
        Scale.CHAOS: (DayValue(4, 1),),
        Scale.RIGIDITY: (DayValue(9, 1),),
        Scale.LINKAGE: (DayValue(1, 1),),
    }
    assert lens.days(Readings(sliders)) == (4, 9)
    assert lens.days(Readings({}, {Scale.LINKAGE: (DayValue(1, 1),)})) is None


def test_it_draws_what_was_asked(lens: RiverLens) -> None:
    sliders = {Scale.CHAOS: (DayValue(700_000, 30),), Scale.RIGIDITY: (DayValue(700_000, 20),)}
    lens.draw(Readings(sliders), Asked(Window(699_970, 700_000), 7, "Made-up data"))
    assert lens.chart.tag == "Made-up data"
    assert len(lens.chart.stops()) == 1


def test_what_stands_where_there_is_nothing(lens: RiverLens) -> None:
    assert lens.empty("").text == "The banks appear with your first check-ins."
    about = lens.empty("Ana").text
    assert about.startswith("The banks appear with your first check-ins about Ana by sliders")
