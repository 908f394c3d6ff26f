# SPDX-License-Identifier: MIT
"""Moving a chart along its days by keys, wheel and hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ipnb_journal.desktop.charts.over_time import OverTimeChart
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.windows import Span
from tests.charting import drawn

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

TODAY = date(2026, 3, 12)
LAST = TODAY.toordinal()
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def chart(theme: Theme, qtbot: QtBot) -> OverTimeChart:
    made = OverTimeChart(theme)
    qtbot.addWidget(made)
    made.resize(640, 520)
    days = [DayValue(LAST - back, 50.0) for back in range(90, -1, -1)]
    made.show_picture(drawn(days, days, Span.QUARTER, 7, TODAY))
    made.show()
    return made


@pytest.fixture
def moved(chart: OverTimeChart) -> list[int]:
    told: list[int] = []
    chart.panned.connect(told.append)
    return told


def turn(chart: OverTimeChart, x: int, y: int, modifiers: Qt.KeyboardModifier) -> None:
    at = QPointF(200, 200)
    wheel = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(x, y),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(chart, wheel)


def test_shift_and_an_arrow_move_by_a_quarter(chart: OverTimeChart, moved: list[int], qtbot: QtBot) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_Left, SHIFT)
    qtbot.keyClick(chart, Qt.Key.Key_Right, SHIFT)
    assert moved == [-22, 22]
    assert chart.at == -1


def test_plain_arrows_still_walk_the_days(chart: OverTimeChart, moved: list[int], qtbot: QtBot) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert (moved, chart.day()) == ([], LAST)


def test_the_wheel_moves_sideways_and_with_shift_only(chart: OverTimeChart, moved: list[int]) -> None:
    none = Qt.KeyboardModifier.NoModifier
    turn(chart, 0, 120, none)
    assert moved == []
    turn(chart, 120, 0, none)
    turn(chart, 0, -120, SHIFT)
    assert moved == [-22, 22]


def test_the_hand_takes_the_days_along(chart: OverTimeChart, moved: list[int], qtbot: QtBot) -> None:
    axis = chart.time_axis()
    assert axis is not None
    start, far = QPoint(300, 200), round(10 * axis.per_day())
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(chart, start + QPoint(3, 0))
    assert moved == []
    qtbot.mouseMove(chart, start + QPoint(far, 0))
    assert sum(moved) == -10
    qtbot.mouseMove(chart, start)
    assert sum(moved) == 0
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(chart, start - QPoint(far, 0))
    assert sum(moved) == 0


def test_right_to_left_turns_it_round(chart: OverTimeChart, moved: list[int], qtbot: QtBot) -> None:
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(chart, Qt.Key.Key_Left, SHIFT)
    turn(chart, 120, 0, Qt.KeyboardModifier.NoModifier)
    assert moved == [22, 22]
