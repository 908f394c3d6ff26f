# SPDX-License-Identifier: MIT
"""The strip at the top: what hangs from its middle never takes the place of what can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ipnb_journal.desktop.widgets.step_cord import StepCord
from ipnb_journal.desktop.widgets.strip import TopStrip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

STEPS = ["Settle", "Notice", "Write", "Connect", "Close"]


@pytest.fixture
def part(theme: Theme, qtbot: QtBot) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(StepCord(theme, STEPS))
    qtbot.addWidget(made)
    return made


@pytest.fixture
def strip(theme: Theme, qtbot: QtBot) -> TopStrip:
    made = TopStrip(theme)
    qtbot.addWidget(made)
    made.resize(1280, 44)
    made.show_back("Today")
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_part_hangs_in_the_middle_beside_the_buttons(strip: TopStrip, part: QWidget, qtbot: QtBot) -> None:
    before = strip.lock.geometry()
    strip.show_middle(part)
    qtbot.wait(10)
    assert part.isVisible()
    assert (part.geometry().left() + part.geometry().right() + 1) // 2 == 640
    assert part.y() == 12
    assert strip.height() == 66
    assert strip.lock.geometry() == before


@pytest.mark.parametrize(("width", "percent"), [(900, 100), (1280, 150), (900, 150), (700, 200)])
def test_it_never_lies_over_a_button(
    strip: TopStrip, part: QWidget, theme: Theme, qapp: QApplication, qtbot: QtBot, width: int, percent: int
) -> None:
    theme.apply(qapp, "light", percent, still=True)
    strip.resize(width, strip.height())
    strip.show_middle(part)
    qtbot.wait(10)
    for button in (strip.back, strip.pause, strip.lock):
        assert not part.geometry().intersects(button.geometry())
    assert strip.rect().contains(part.geometry())


def test_it_takes_no_room_while_nothing_of_it_shows(strip: TopStrip, part: QWidget, qtbot: QtBot) -> None:
    strip.show_middle(part)
    cord = part.findChild(StepCord)
    assert cord is not None
    cord.hide()
    qtbot.waitUntil(lambda: strip.height() == 44)
    cord.show()
    qtbot.waitUntil(lambda: strip.height() == 66)
    strip.show_middle(None)
    assert strip.height() == 44
    assert not part.isVisible()


def test_tab_goes_through_it_from_one_end_to_the_other(strip: TopStrip, part: QWidget) -> None:
    strip.show_middle(part)
    order = [stop for stop in strip.tab_order if stop.isVisible()]
    assert order == [strip.back, part, strip.pause, strip.lock]
    assert [stop.mapTo(strip, stop.rect().topLeft()).x() for stop in order] == sorted(
        stop.mapTo(strip, stop.rect().topLeft()).x() for stop in order
    )
    assert strip.layoutDirection() == Qt.LayoutDirection.LeftToRight
