# SPDX-License-Identifier: MIT
"""The month: keys walk days and months, each day says what it holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt

from ipnb_journal.desktop.widgets.month import MonthGrid
from ipnb_journal.domain.history import DayMark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

TODAY = date(2025, 3, 13)


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def month(qtbot: QtBot, theme: Theme) -> MonthGrid:
    made = MonthGrid(theme, TODAY)
    qtbot.addWidget(made)
    made.resize(250, 300)
    made.show()
    made.set_marks({TODAY: DayMark.WRITTEN, date(2025, 3, 6): DayMark.CHECKIN_ONLY})
    return made


@pytest.mark.parametrize(
    ("key", "day"),
    (
        (Qt.Key.Key_Left, date(2025, 3, 12)),
        (Qt.Key.Key_Right, date(2025, 3, 14)),
        (Qt.Key.Key_Up, date(2025, 3, 6)),
        (Qt.Key.Key_Down, date(2025, 3, 20)),
        (Qt.Key.Key_Home, date(2025, 3, 1)),
        (Qt.Key.Key_End, date(2025, 3, 31)),
        (Qt.Key.Key_PageUp, date(2025, 2, 13)),
        (Qt.Key.Key_PageDown, date(2025, 4, 13)),
    ),
)
def test_keys_walk_the_days(qtbot: QtBot, month: MonthGrid, key: Qt.Key, day: date) -> None:
    qtbot.keyClick(month.days, key)
    assert month.day == day


def test_a_short_month_is_not_run_past(qtbot: QtBot, month: MonthGrid) -> None:
    month.show_day(date(2025, 3, 31))
    qtbot.keyClick(month.days, Qt.Key.Key_PageUp)
    assert month.day == date(2025, 2, 28)


def test_turning_the_month_asks_for_its_marks(qtbot: QtBot, month: MonthGrid) -> None:
    month.show_day(date(2025, 1, 31))
    with qtbot.waitSignal(month.month_changed) as told:
        qtbot.keyClick(month.days, Qt.Key.Key_Right)
    assert told.args == [2025, 2]
    assert month.title.text() == "February 2025"


def test_enter_picks(qtbot: QtBot, month: MonthGrid) -> None:
    with qtbot.waitSignal(month.day_picked) as told:
        qtbot.keyClick(month.days, Qt.Key.Key_Return)
    assert told.args == [TODAY]


def test_a_click_picks(qtbot: QtBot, month: MonthGrid) -> None:
    cell = month.days._cell(date(2025, 3, 20))
    with qtbot.waitSignal(month.day_picked) as told:
        qtbot.mouseClick(month.days, Qt.MouseButton.LeftButton, pos=cell.center())
    assert told.args == [date(2025, 3, 20)]


def test_each_day_says_what_it_holds(qtbot: QtBot, month: MonthGrid) -> None:
    assert month.days.accessibleName() == "Thursday, 13 March, today, written"
    qtbot.keyClick(month.days, Qt.Key.Key_Up)
    assert month.days.accessibleName() == "Thursday, 6 March, check-in only"
    qtbot.keyClick(month.days, Qt.Key.Key_Left)
    assert month.days.accessibleName() == "Wednesday, 5 March"


def test_right_to_left_turns_the_arrows(qtbot: QtBot, month: MonthGrid) -> None:
    month.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(month.days, Qt.Key.Key_Left)
    assert month.day == date(2025, 3, 14)
    first, last = month.days._cell(date(2025, 3, 10)), month.days._cell(date(2025, 3, 16))
    assert first.x() > last.x()


def test_a_press_beside_the_days_does_nothing(qtbot: QtBot, month: MonthGrid) -> None:
    with qtbot.assertNotEmitted(month.day_picked):
        qtbot.mouseClick(month.days, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
