# SPDX-License-Identifier: MIT
"""Four weeks in small."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop.charts.sparkline import Sparkline
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.insights import four_weeks

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

TODAY = date(2026, 3, 12)
LAST = TODAY.toordinal()


def days(back: range, value: float) -> list[DayValue]:
    return [DayValue(LAST - each, value) for each in reversed(back)]


@pytest.fixture
def sparkline(theme: Theme, qtbot: QtBot) -> Sparkline:
    made = Sparkline(theme)
    qtbot.addWidget(made)
    made.resize(264, 104)
    return made


def colours(sparkline: Sparkline) -> set[str]:
    image = sparkline.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("back", [range(0, 20), range(0, 15, 3)], ids=["lines", "marks only"])
def test_both_threads_are_drawn_and_told(sparkline: Sparkline, theme: Theme, back: range) -> None:
    sparkline.show_weeks(four_weeks(days(back, 70), days(back, 30), TODAY))
    seen = colours(sparkline)
    assert {theme.colour("diff").name(), theme.colour("link").name()} <= seen
    said = sparkline.accessibleDescription()
    assert "being myself" in said
    assert "recent level 30" in said


def test_a_thread_without_days_is_left_out(sparkline: Sparkline, theme: Theme) -> None:
    sparkline.show_weeks(four_weeks(days(range(20), 70), [], TODAY))
    assert theme.colour("link").name() not in colours(sparkline)


def test_close_ends_keep_their_names_apart_in_both_directions(sparkline: Sparkline) -> None:
    sparkline.show_weeks(four_weeks(days(range(20), 50), days(range(20), 51), TODAY))
    one = sparkline.grab().toImage()
    sparkline.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert sparkline.grab().toImage() != one


def test_before_there_is_a_picture_nothing_is_drawn(sparkline: Sparkline) -> None:
    assert len(colours(sparkline)) == 1
